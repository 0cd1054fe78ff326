import { areAtOnce, type WritePeriod, type WrittenElsewhere } from '../sync/write-periods.ts';
import type { WebinarIndex } from './index-entry.ts';

/** One process at work on contacts. */
interface Writing {
  /** What works one after the other: the sweeps of an account, or the syncs of a webinar. */
  readonly writer: string;
  /** Null for all webinars of another account's sweep. */
  readonly webinarId: string | null;
  readonly period: WritePeriod;
}

/**
 * Webinars whose contacts were written while another process wrote contacts, too, and have not been looked at since:
 * both may have put back a history without what the other had just written into it.
 *
 * @param elsewhere - what syncs outside of this account's sweeps have told
 */
export function findOverwritten(
  index: WebinarIndex,
  accountId: string,
  elsewhere: readonly WrittenElsewhere[],
): ReadonlySet<string> {
  const outside = elsewhere
    .filter((written) => written.webinarId !== null || written.accountId !== accountId)
    .flatMap(({ periods, ...written }): readonly Writing[] => {
      const writer = `${written.accountId} ${written.webinarId ?? 'sweep'}`;
      const webinarId = written.accountId === accountId ? written.webinarId : null;
      return periods.map((period) => ({ writer, webinarId, period }));
    });
  const inside = [...index.values()].flatMap(({ webinarId, contactWrites = [] }): readonly Writing[] =>
    contactWrites.map((period) => ({ writer: `${accountId} sweep`, webinarId, period })),
  );
  const lookedAgainAt = (webinarId: string): number => index.get(webinarId)?.lookedAgainAt ?? 0;
  const overwritten = new Set<string>();
  for (const one of outside) {
    for (const other of [...inside, ...outside]) {
      const isSameWriter = one.writer === other.writer || (one.webinarId !== null && one.webinarId === other.webinarId);
      if (isSameWriter || !areAtOnce(one.period, other.period)) continue;
      const endedAt = Math.max(one.period.to, other.period.to);
      for (const { webinarId } of [one, other]) {
        if (webinarId !== null && endedAt > lookedAgainAt(webinarId)) overwritten.add(webinarId);
      }
    }
  }
  return overwritten;
}
