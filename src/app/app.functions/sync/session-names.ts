import type { Instant } from '../domain/instant.ts';
import { sameDateGapMs, type Session } from '../domain/sessions.ts';
import type { Webinar } from '../domain/webinar.ts';

/** The key that each instance's session was written under, by the instance's uuid. */
export type SessionNames = Readonly<Record<string, string>>;

/**
 * Sessions under keys that stay. Whatever becomes of the webinar's dates, a session that was written keeps its key, or
 * everybody would have attended twice. Of those that are new, none takes the key of a date that is clearly still to
 * come: it was held before its date, and named after its start.
 *
 * @param sessions - oldest first, under the keys that the webinar's dates suggest
 */
export function nameSessions<Held extends Session>(
  webinar: Webinar,
  sessions: readonly Held[],
  written: SessionNames,
  now: Instant,
): readonly Held[] {
  const keyByIndex = new Map<number, string>();
  const taken = new Set<string>();
  const take = (index: number, keys: readonly (string | null | undefined)[]): void => {
    const key = keys.find((each) => each !== null && each !== undefined && !taken.has(each));
    if (key === null || key === undefined || keyByIndex.has(index)) return;
    keyByIndex.set(index, key);
    taken.add(key);
  };

  for (const [index, { instanceUuids }] of sessions.entries()) {
    take(
      index,
      instanceUuids.map((uuid) => written[uuid]),
    );
  }
  for (const [index, session] of sessions.entries()) {
    const suggested = webinar.recurrence === 'single' ? 'main' : session.key;
    const date = dateOf(webinar, suggested);
    const isAhead = date !== null && date > now && date - session.endedAt > sameDateGapMs;
    take(index, [isAhead ? null : suggested, nearDate(webinar, session), String(session.startedAt)]);
  }
  return sessions.map((session, index) => ({ ...session, key: keyByIndex.get(index) ?? session.key }));
}

/** What later runs must know. What is not final may turn out to be a rehearsal. */
export const rememberNames = (
  written: SessionNames,
  sessions: readonly (Session & { readonly isFinal: boolean })[],
): SessionNames => ({
  ...written,
  ...Object.fromEntries(
    sessions.flatMap(({ key, isFinal, instanceUuids }) => (isFinal ? instanceUuids.map((uuid) => [uuid, key]) : [])),
  ),
});

function dateOf({ recurrence, startsAt, occurrences }: Webinar, key: string): Instant | null {
  if (recurrence === 'single') return startsAt;
  return occurrences.find(({ occurrenceId }) => occurrenceId === key)?.startsAt ?? null;
}

/** A single webinar that was held before and moved is planned under the key of its new date. */
function nearDate({ recurrence, startsAt }: Webinar, session: Session): string | null {
  const isNear =
    recurrence === 'single' && startsAt !== null && Math.abs(startsAt - session.startedAt) <= sameDateGapMs;
  return isNear ? String(startsAt) : null;
}
