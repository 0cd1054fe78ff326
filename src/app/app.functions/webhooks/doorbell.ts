import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { StateRecord, StoredRecord } from '../sync/ports.ts';

/**
 * What was rung: something about the webinar has changed; the webinar is over; somebody came or went, of which Zoom tells
 * more only when the webinar is over.
 */
export type Bell = 'change' | 'end' | 'presence';

/**
 * That one webinar was rung in one span of time, however often. It is due when that span is over, so nobody rings it any
 * more when it is answered: every event that it stands for came before, and a sync that begins after it is due reads from
 * Zoom what all of them were about. So it can be removed without looking whether it was rung again, and an event that comes
 * twice, late or in another order cannot do harm: it only ever asks for one more look.
 */
export interface Doorbell {
  readonly accountId: string;
  readonly webinarId: string;
  readonly bell: Bell;
  readonly dueAt: Instant;
  /** Syncs that have failed since. */
  readonly triesCount: number;
}

export interface StoredDoorbell extends Doorbell {
  readonly key: string;
  readonly recordId: string;
  /** When it is to be answered: when it is due, or later once a sync has failed. */
  readonly answerAt: Instant;
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/**
 * `spanMs`: events of so long are one; `delayMs`: from the end of the span until it is due, for clocks that differ, and for
 * what Zoom needs until its report is there.
 */
const bells: Readonly<Record<Bell, { readonly spanMs: number; readonly delayMs: number }>> = {
  change: { spanMs: 8 * secondMs, delayMs: 2 * secondMs },
  end: { spanMs: 5 * minuteMs, delayMs: 10 * minuteMs },
  presence: { spanMs: 60 * minuteMs, delayMs: 20 * minuteMs },
};
/** Zoom's webinars last thirty hours at most. */
const longestWebinarMs = 30 * 60 * minuteMs;

/** @param plannedEndAt - of the webinar, where it is known: until then nobody's coming and going is of interest */
export function toDoorbell(
  { accountId, webinarId, bell }: Pick<Doorbell, 'accountId' | 'webinarId' | 'bell'>,
  plannedEndAt: Instant | null,
  now: Instant,
): Doorbell {
  const { spanMs, delayMs } = bells[bell];
  const lastAt = bell === 'presence' ? Math.min(Math.max(now, plannedEndAt ?? now), now + longestWebinarMs) : now;
  const spanEnd = (Math.floor(lastAt / spanMs) + 1) * spanMs;
  return { accountId, webinarId, bell, dueAt: spanEnd + delayMs, triesCount: 0 };
}

export const keyOfDoorbell = ({ accountId, webinarId, bell, dueAt }: Doorbell): string =>
  `doorbell:${accountId}:${webinarId}:${bell}:${dueAt}`;

/** @param answerAt - later than it is due once a sync has failed */
export function toDoorbellRecord(doorbell: Doorbell, answerAt: Instant = doorbell.dueAt): StateRecord {
  const { webinarId, bell, triesCount } = doorbell;
  return {
    key: keyOfDoorbell(doorbell),
    kind: 'doorbell',
    payload: JSON.stringify({ v: 1, ...doorbell }),
    version: triesCount + 1,
    status: bell,
    occurredAt: answerAt,
    summary: `Zoom has said something about webinar ${webinarId}; it is synced soon after this time`,
  };
}

const payloadShape = z.object({
  v: z.literal(1),
  accountId: z.string(),
  webinarId: z.string(),
  bell: z.enum(['change', 'end', 'presence']),
  dueAt: z.number(),
  triesCount: z.number(),
});

/** @returns null for a record that is not ours */
export function parseDoorbell({ key, recordId, payload, occurredAt }: StoredRecord): StoredDoorbell | null {
  try {
    const { v: _version, ...doorbell } = payloadShape.parse(JSON.parse(payload));
    return { ...doorbell, key, recordId, answerAt: occurredAt ?? doorbell.dueAt };
  } catch {
    return null;
  }
}

/** Until the next try; when all are used up the sweep is left to find the webinar. */
const afterFailureMs = [minuteMs, 5 * minuteMs, 20 * minuteMs, 60 * minuteMs] as const;

/** @returns the bell to be answered later, or null when it was tried often enough */
export function postpone(doorbell: StoredDoorbell, now: Instant): StateRecord | null {
  const waitMs = afterFailureMs[doorbell.triesCount];
  if (waitMs === undefined) return null;
  const { accountId, webinarId, bell, dueAt, triesCount } = doorbell;
  return toDoorbellRecord({ accountId, webinarId, bell, dueAt, triesCount: triesCount + 1 }, now + waitMs);
}
