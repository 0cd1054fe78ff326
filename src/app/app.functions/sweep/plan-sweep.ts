import type { OffSetting, RecordingDecision, Settings, SyncDecision } from '../../extensions/contract/settings.ts';
import type { Instant } from '../domain/instant.ts';
import { decideRecordings, decideWebinar, type DecidedWebinar } from '../settings/decide.ts';
import type { IndexEntry, WebinarIndex } from './index-entry.ts';
import { planChecks } from './plan-checks.ts';

/** A webinar that a setting keeps from being synced, now and not before. */
export interface OffWebinar {
  readonly entry: IndexEntry;
  readonly setting: OffSetting;
}

export interface SweepTerms {
  readonly accountId: string;
  readonly settings: Settings;
  readonly peopleRulesHash: string;
  readonly mode: 'due' | 'all';
  readonly now: Instant;
}

export interface SweepPlan {
  /** With the mark of those that are due. */
  readonly index: WebinarIndex;
  /** Those that are off for another reason than their log says. */
  readonly off: readonly OffWebinar[];
}

/** Decides what a sweep syncs. */
export function planSweep(index: WebinarIndex, terms: SweepTerms): SweepPlan {
  const off: OffWebinar[] = [];
  const planned = [...index.values()].map((entry): IndexEntry => {
    const decision = decideEntry(entry, terms);
    if (!decision.isOn) {
      if (entry.off !== decision.setting) off.push({ entry, setting: decision.setting });
      return { ...entry, off: decision.setting, due: null };
    }
    const { trigger } = planChecks(entry, { ...terms, backfillDays: terms.settings.backfillDays, decision });
    return { ...entry, off: trigger === null ? null : entry.off, due: trigger };
  });
  return { index: new Map(planned.map((entry) => [entry.webinarId, entry])), off };
}

/** Keeps in mind which logs do not say yet that their webinars are off. */
export function withoutMarks(
  planned: WebinarIndex,
  before: WebinarIndex,
  off: readonly OffWebinar[],
  settledIds: ReadonlySet<string>,
): WebinarIndex {
  const index = new Map(planned);
  for (const { entry } of off) {
    const known = before.get(entry.webinarId);
    if (known !== undefined && !settledIds.has(entry.webinarId)) index.set(entry.webinarId, { ...known, due: null });
  }
  return index;
}

/** A host whom nobody knows any more has no settings of its own. */
const toDecided = ({ hostId, webinarId, createdAt }: IndexEntry, accountId: string): DecidedWebinar => ({
  accountId,
  hostId: hostId ?? '',
  webinarId,
  createdAt,
});

type DecisionTerms = Pick<SweepTerms, 'settings' | 'accountId'>;

export const decideEntry = (entry: IndexEntry, { settings, accountId }: DecisionTerms): SyncDecision =>
  decideWebinar(settings, toDecided(entry, accountId));

export const decideEntryRecordings = (entry: IndexEntry, { settings, accountId }: DecisionTerms): RecordingDecision =>
  decideRecordings(settings, toDecided(entry, accountId));

/** What a sweep still has to sync: what lies nearest to now first, for somebody may be waiting for it. */
export function orderDue(index: WebinarIndex, now: Instant): readonly IndexEntry[] {
  const distance = ({ dates, instances }: IndexEntry): number =>
    Math.min(
      Number.MAX_SAFE_INTEGER,
      ...dates.map(({ startsAt }) => Math.abs(startsAt - now)),
      ...instances.map(({ startedAt, endedAt }) => Math.abs((endedAt ?? startedAt) - now)),
    );
  return [...index.values()]
    .filter(({ due }) => due !== null)
    .map((entry) => ({ entry, distance: distance(entry) }))
    .sort((a, b) => a.distance - b.distance || (a.entry.webinarId < b.entry.webinarId ? -1 : 1))
    .map(({ entry }) => entry);
}
