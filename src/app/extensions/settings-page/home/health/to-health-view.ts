import type { ConnectionHealth, OverviewAnswer } from '../../../contract/overview.ts';
import type { SweepReport } from '../../../contract/sweep.ts';
import type { WebinarStatus } from '../../../contract/webinars.ts';
import type { CallProblem } from '../../../shared/call-function.ts';
import type { Words } from '../../../shared/words/words.ts';

export interface AccountView {
  readonly name: string;
  readonly isPrimary: boolean;
  /** What keeps it from working; null while it does. */
  readonly problem: CallProblem | null;
  readonly sweep: { readonly when: string; readonly what: string | null; readonly isStale: boolean };
  /** When Zoom last said that something has changed. */
  readonly events: string;
  /** Synced without open ends, of all webinars that are to be synced; null while there are none. */
  readonly complete: { readonly value: number; readonly maxValue: number; readonly text: string } | null;
}

export interface AttentionView {
  readonly webinarCount: number;
  readonly failed: string;
  readonly partial: string;
  /** Null while everybody who asked was let in. */
  readonly refused: string | null;
}

/** What has been found should not be older. */
const freshMs = 2 * 24 * 60 * 60 * 1000;

/** @param nowMs - the time of looking */
export function toAccountView(connection: ConnectionHealth, nowMs: number, words: Words): AccountView {
  const { name, isPrimary, memory } = connection;
  return {
    name,
    isPrimary,
    problem: connection.state === 'failing' ? { kind: 'failure', failure: connection.failure } : null,
    sweep: toSweepView(memory.lastSweep, nowMs, words),
    events: toEventsText(connection, words),
    complete: toComplete(memory.webinarCounts, words),
  };
}

/** A function of an earlier version does not tell. */
function toEventsText({ events }: Partial<Pick<ConnectionHealth, 'events'>>, words: Words): string {
  const lastEventAt = events?.lastEventAt ?? null;
  return lastEventAt === null
    ? words.t('home.health.no-event')
    : words.t('home.health.last-event', { when: words.formats.dateAndTime(lastEventAt) });
}

function toSweepView(lastSweep: SweepReport | null, nowMs: number, words: Words): AccountView['sweep'] {
  if (lastSweep === null) return { when: words.t('home.health.no-sweep'), what: null, isStale: false };
  return {
    when: words.t('home.health.last-sweep', { when: words.formats.dateAndTime(lastSweep.finishedAt) }),
    what: lastSweep.isSyncOn
      ? words.t('home.health.sweep-did', {
          syncedCount: lastSweep.syncedCount,
          failedCount: lastSweep.failedCount,
          newWebinarCount: lastSweep.newWebinarCount,
        })
      : words.t('home.health.sweep-off'),
    isStale: isStale(lastSweep, nowMs),
  };
}

const isStale = ({ finishedAt }: SweepReport, nowMs: number): boolean => nowMs - Date.parse(finishedAt) > freshMs;

function toComplete(counts: Readonly<Record<WebinarStatus, number>>, words: Words): AccountView['complete'] {
  const value = counts.complete;
  const maxValue = counts.new + counts.complete + counts.partial + counts.failed;
  if (maxValue === 0) return null;
  return {
    value,
    maxValue,
    text: words.t('home.health.complete-of', { completeCount: value, webinarCount: maxValue }),
  };
}

/** Webinars of all accounts in which somebody should look. */
export function toAttentionView(overview: OverviewAnswer, words: Words): AttentionView {
  const { connections } = overview;
  // A function of an earlier version does not count them.
  const { refusedRequestCount: refusedCount }: Partial<OverviewAnswer> = overview;
  const sum = (status: WebinarStatus): number =>
    connections.reduce((total, { memory }) => total + memory.webinarCounts[status], 0);
  const [failed, partial] = [sum('failed'), sum('partial')];
  const { count } = words.formats;
  return {
    webinarCount: failed + partial,
    failed: count(failed),
    partial: count(partial),
    refused: refusedCount ? words.t('home.attention.refused', { count: refusedCount }) : null,
  };
}

/**
 * Whether somebody should look for webinars now: no account has been looked at yet, or one was too long ago.
 *
 * @returns null when everything is fresh, or nothing is to be synced anyway
 */
export function findSweepNotice(overview: OverviewAnswer, nowMs: number): 'never' | 'stale' | null {
  const { connections, isSetUp, isSyncOn } = overview;
  if (!isSetUp || !isSyncOn || connections.length === 0) return null;
  const last = connections.flatMap(({ memory }) => memory.lastSweep ?? []);
  if (last.length === 0) return 'never';
  return last.some((sweep) => isStale(sweep, nowMs)) ? 'stale' : null;
}
