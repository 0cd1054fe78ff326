import type { SyncReport, SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import type { VersionedSettings } from '../../extensions/contract/settings.ts';
import { parseInstant, type Instant } from '../domain/instant.ts';
import { isFailureOfKind, isIntegrationError, type Failure } from '../http/integration-error.ts';
import { decideWebinar } from '../settings/decide.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import { parseWebinarState, recordKeysOf, type WebinarState } from '../sync/checkpoint.ts';
import type { StateStore } from '../sync/ports.ts';
import { parseDoorbell, postpone, type StoredDoorbell } from './doorbell.ts';

/** One webinar, and the doorbells of it that are to be answered. */
interface RungWebinar {
  readonly accountId: string;
  readonly webinarId: string;
  readonly bells: readonly StoredDoorbell[];
}

export interface AnswerParts {
  readonly store: StateStore;
  /** Zoom accounts that are connected, or of those the ones whose bells are to be answered. */
  readonly accountIds: readonly string[];
  /** Whether bells of other accounts belong to nobody, and are removed. */
  readonly isAllAccounts: boolean;
  /** One step of the ordinary sync; goes on with a run that is open, whoever began it. */
  syncOne(accountId: string, webinarId: string): Promise<SyncWebinarAnswer>;
  /** Asked before each step of a sync. */
  shouldStop(): boolean;
  now(): Instant;
}

export interface AnsweredDoorbells {
  readonly finished: readonly SyncReport[];
  readonly failed: readonly { readonly accountId: string; readonly failure: Failure }[];
  /** When the next bell is to be answered, if that is soon; in the past when this step had no time for it. */
  readonly nextAt: Instant | null;
}

/** Bells that are due later than this are not looked at. */
const aheadMs = 120_000;
const listedMax = 200;
/** A webinar that is rung all the time is synced so often. */
const pauseMs = 60_000;

/**
 * Answers the doorbells that are due: the ordinary sync of each webinar, by the settings in force. A bell is removed when
 * a sync has ended that began after the bell was due. A sync that fails is tried again later, some times, then the
 * sweep is left to find the webinar. Several may answer at once: the sync has a lease for each webinar.
 *
 * Two calls, and one more to remove, besides the syncs'.
 *
 * @throws IntegrationError when the bells cannot be read or removed; never because of a sync
 */
export async function answerDoorbells(parts: AnswerParts): Promise<AnsweredDoorbells> {
  const { store, now } = parts;
  const listed = await store.listNewest('doorbell', listedMax, now() + aheadMs);
  if (listed.length === 0) return { finished: [], failed: [], nextAt: null };

  // The search is some seconds behind: it lists bells that are gone, and older versions of others.
  const known = listed.flatMap((record) => parseDoorbell(record) ?? []);
  const stateKeyOf = ({ accountId, webinarId }: Pick<RungWebinar, 'accountId' | 'webinarId'>): string =>
    recordKeysOf(accountId, webinarId).state;
  const records = await store.read([settingsKey, ...known.map(({ key }) => key), ...known.map(stateKeyOf)]);
  const bells = known.flatMap(({ key }) => {
    const record = records.get(key);
    return record === undefined ? [] : (parseDoorbell(record) ?? []);
  });
  const settings = readSettingsRecord(records.get(settingsKey));
  const stateOf = (webinar: RungWebinar): WebinarState | null => {
    const record = records.get(stateKeyOf(webinar));
    return record === undefined ? null : parseWebinarState(record.payload);
  };

  const answers = createAnswers();
  const own = bells.filter(({ accountId }) => parts.accountIds.includes(accountId));
  if (parts.isAllAccounts) answers.remove(bells.filter((bell) => !own.includes(bell)));
  const due = own.filter(({ answerAt }) => answerAt <= now());
  for (const { answerAt } of own.filter((bell) => !due.includes(bell))) answers.waitUntil(answerAt);
  for (const webinar of groupByWebinar(due)) {
    const state = stateOf(webinar);
    const pausedUntil = findPause(state);
    if (answers.isAccountDown(webinar.accountId)) answers.postpone(webinar, now());
    else if (isKnownToBeOff(webinar, state, settings)) answers.remove(webinar.bells);
    else if (pausedUntil > now()) answers.waitUntil(pausedUntil);
    else if (parts.shouldStop()) answers.waitUntil(now());
    else answers.settle(webinar, await answerOne(parts, webinar, answers.finish), now());
  }
  await answers.write(store);
  return answers.result();
}

/** The longest waiting first. */
function groupByWebinar(bells: readonly StoredDoorbell[]): readonly RungWebinar[] {
  const webinars = new Map<string, RungWebinar>();
  for (const bell of bells.toSorted((a, b) => a.answerAt - b.answerAt)) {
    const { accountId, webinarId } = bell;
    const key = `${accountId} ${webinarId}`;
    webinars.set(key, { accountId, webinarId, bells: [...(webinars.get(key)?.bells ?? []), bell] });
  }
  return [...webinars.values()];
}

/** A report of the bell's own is so young that another look would mostly find the same. */
function findPause(state: WebinarState | null): Instant {
  const report = state?.lastReport;
  return report?.trigger === 'webhook' ? (parseInstant(report.finishedAt) ?? 0) + pauseMs : 0;
}

/** A sync would only say once more in the audit log that it did nothing; when a setting is changed the sweep finds it. */
function isKnownToBeOff(
  { accountId }: RungWebinar,
  state: WebinarState | null,
  { settings }: VersionedSettings,
): boolean {
  if (!settings.isSyncOn) return true;
  if (state?.source == null || state.run !== null) return false;
  if (state.lastReport?.status === 'not-supported') return true;
  return state.lastReport?.status === 'off' && !decideWebinar(settings, { accountId, ...state.source.webinar }).isOn;
}

/** Failures of the whole account, which every other webinar of it would meet as well. */
const accountWide: ReadonlySet<Failure['kind']> = new Set(['unauthorised', 'missing-scope', 'quota-exhausted']);

/** What became of one webinar's bells. */
type Outcome =
  | { readonly kind: 'answered' }
  /** Nothing has failed, and the sync has not ended. */
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly failure: Failure };

async function answerOne(
  { syncOne, shouldStop, now }: AnswerParts,
  { accountId, webinarId, bells }: RungWebinar,
  onReport: (report: SyncReport) => void,
): Promise<Outcome> {
  const dueAt = Math.max(...bells.map((bell) => bell.dueAt));
  const later = (seconds: number): Outcome => ({ kind: 'later', at: now() + seconds * 1_000 });
  try {
    for (;;) {
      const { done, report, retryAfterSeconds } = await syncOne(accountId, webinarId);
      if (done && report !== undefined) {
        onReport(report);
        // A run that somebody began before the bell was due may have read Zoom before what it stands for.
        const isAnswer = report.status === 'off' || (parseInstant(report.startedAt) ?? 0) >= dueAt;
        if (isAnswer) return { kind: 'answered' };
      }
      if (retryAfterSeconds > 0 || shouldStop()) return later(retryAfterSeconds);
    }
  } catch (error) {
    // Zoom does not know the webinar, and neither does the app: it was deleted before anybody looked, or is a meeting.
    if (isFailureOfKind(error, 'not-found') && error.failure.system === 'zoom') return { kind: 'answered' };
    if (!isIntegrationError(error)) throw error;
    const { failure } = error;
    const isPause = failure.kind === 'deadline' || failure.kind === 'rate-limited';
    return isPause ? later(failure.retryAfterSeconds ?? 1) : { kind: 'failed', failure };
  }
}

/** What a step has come to; written at its end. */
function createAnswers() {
  const finished: SyncReport[] = [];
  const failed: { readonly accountId: string; readonly failure: Failure }[] = [];
  const removed: StoredDoorbell[] = [];
  const postponed: { readonly bell: StoredDoorbell; readonly at: Instant }[] = [];
  let nextAt = Infinity;
  const later = ({ bells }: RungWebinar, at: Instant): void => {
    for (const bell of bells) postponed.push({ bell, at });
  };
  return {
    finish(report: SyncReport): void {
      finished.push(report);
    },
    remove(bells: readonly StoredDoorbell[]): void {
      removed.push(...bells);
    },
    postpone: later,
    waitUntil(at: Instant): void {
      nextAt = Math.min(nextAt, at);
    },
    settle(webinar: RungWebinar, outcome: Outcome, at: Instant): void {
      switch (outcome.kind) {
        case 'answered':
          removed.push(...webinar.bells);
          return;
        case 'later':
          nextAt = Math.min(nextAt, outcome.at);
          return;
        case 'failed':
          failed.push({ accountId: webinar.accountId, failure: outcome.failure });
          later(webinar, at);
      }
    },
    isAccountDown: (accountId: string): boolean =>
      failed.some((one) => one.accountId === accountId && accountWide.has(one.failure.kind)),
    async write(store: StateStore): Promise<void> {
      const laterRecords = postponed.map(({ bell, at }) => ({ bell, record: postpone(bell, at) }));
      const givenUp = laterRecords.filter(({ record }) => record === null).map(({ bell }) => bell);
      const records = laterRecords.flatMap(({ record }) => record ?? []);
      const uselessIds = [...removed, ...givenUp].map(({ recordId }) => recordId);
      if (records.length > 0) await store.write(records);
      if (uselessIds.length > 0) await store.remove(uselessIds);
    },
    result: (): AnsweredDoorbells => ({ finished, failed, nextAt: Number.isFinite(nextAt) ? nextAt : null }),
  };
}
