import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import type { StateRecord } from './ports.ts';

/**
 * From before contacts were read until after they were written. Two processes that write one contact each put back what
 * they have read: where their periods overlap, what one has written into a history may be missing from it.
 */
export interface WritePeriod {
  readonly from: Instant;
  readonly to: Instant;
}

/** Notes when one step writes contacts. */
export interface WriteWatch {
  /** To be called before contacts are read; the answer when those that had to be written are, well or badly. */
  begin(): () => void;
  /** Those of steps that were killed, and this one's as one. */
  periods(): readonly WritePeriod[];
}

/**
 * @param killed - when steps before this one may have been at work that could not save when
 * @param onWritten - told of each period
 */
export function createWriteWatch(
  now: () => Instant,
  killed: readonly WritePeriod[] = [],
  onWritten?: (period: WritePeriod) => void,
): WriteWatch {
  let own: WritePeriod | null = null;
  for (const period of killed) onWritten?.(period);
  return {
    begin() {
      const from = now();
      return () => {
        const period = { from, to: now() };
        own = own === null ? period : join(own, period);
        onWritten?.(period);
      };
    },
    periods: () => (own === null ? killed : [...killed, own]),
  };
}

const join = (a: WritePeriod, b: WritePeriod): WritePeriod => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** Clocks of two processes may differ by so much. */
const clockMs = 200;

export const areAtOnce = (a: WritePeriod, b: WritePeriod): boolean =>
  a.from - clockMs <= b.to && b.from - clockMs <= a.to;

/** Sweeps come every hour, and may be off for a weekend. */
const keptMs = 3 * 24 * 3_600_000;
/** What is more is told as one period. */
const periodsMax = 8;

/** The periods with one more, the oldest first. */
export function addPeriod(periods: readonly WritePeriod[], added: WritePeriod): readonly WritePeriod[] {
  const apart = periods.filter((period) => !areAtOnce(period, added));
  const joined = periods.filter((period) => areAtOnce(period, added)).reduce(join, added);
  const kept = [...apart, joined]
    .filter(({ to }) => to >= added.to - keptMs)
    .sort((one, other) => one.from - other.from);
  const surplus = kept.splice(0, Math.max(0, kept.length - periodsMax + 1));
  const [first, last] = [surplus[0], surplus.at(-1)];
  return first === undefined || last === undefined ? kept : [{ from: first.from, to: last.to }, ...kept];
}

/** What a writer that is not the reader's own process has told. */
export interface WrittenElsewhere {
  readonly accountId: string;
  /** Null for all webinars of a sweep's step. */
  readonly webinarId: string | null;
  readonly periods: readonly WritePeriod[];
}

const recordShape = z.object({
  accountId: z.string(),
  webinarId: z.nullable(z.string()),
  periods: z.array(z.object({ from: z.number(), to: z.number() })),
});

/** Of the record that tells when somebody other than a sweep has written last: whether it is worth looking for more. */
export const writesBellKey = 'writes';

export const writesKeyOf = (accountId: string, webinarId: string | null): string =>
  webinarId === null ? `writes:${accountId}` : `writes:${accountId}:${webinarId}`;

export const toWritesRecord = (written: WrittenElsewhere, now: Instant): StateRecord =>
  toRecord(writesKeyOf(written.accountId, written.webinarId), JSON.stringify(written), now);

export const toWritesBell = (now: Instant): StateRecord => toRecord(writesBellKey, '{}', now);

function toRecord(key: string, payload: string, now: Instant): StateRecord {
  return {
    key,
    kind: 'writes',
    payload,
    version: 1,
    status: 'stored',
    occurredAt: now,
    summary: 'When contacts were written, to find out what other syncs wrote at the same time',
  };
}

/** @returns null for one that tells nothing, or that somebody has changed */
export function parseWritesRecord({ payload }: Pick<StateRecord, 'payload'>): WrittenElsewhere | null {
  try {
    return recordShape.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
