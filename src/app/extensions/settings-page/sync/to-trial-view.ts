import type { PersonPreview, SyncReport } from '../../contract/sync.ts';
import { skipReasonText } from '../../shared/explain/skip-reason-text.ts';
import type { Words } from '../../shared/words/words.ts';
import type { TagVariant } from './status-variants.ts';

export type TrialOutcomeKind = PersonPreview['outcome'];

export const trialOutcomes = ['create', 'update', 'unchanged', 'skip'] as const satisfies readonly TrialOutcomeKind[];

const outcomeVariants: Readonly<Record<TrialOutcomeKind, TagVariant>> = {
  create: 'success',
  update: 'info',
  unchanged: 'default',
  skip: 'warning',
};

export interface TrialPersonView {
  readonly key: string;
  readonly who: string;
  readonly address: string | null;
  readonly outcome: { readonly label: string; readonly variant: TagVariant };
  /** What would change, or why nothing would. */
  readonly details: readonly string[];
}

/** People of a trial run. */
export function toTrialPeople(
  people: readonly PersonPreview[],
  only: TrialOutcomeKind | null,
  words: Words,
): readonly TrialPersonView[] {
  return people
    .filter(({ outcome }) => only === null || outcome === only)
    .map((person, index) => ({
      key: `${index}`,
      who: person.name === '' ? words.t('audit.people.no-name') : person.name,
      address: person.address,
      outcome: { label: words.t(`home.trial.outcome.${person.outcome}`), variant: outcomeVariants[person.outcome] },
      details: toDetails(person, words),
    }));
}

function toDetails({ reason, properties, entries }: PersonPreview, words: Words): readonly string[] {
  const states = (['register', 'attend', 'cancel'] as const).map((state) => ({
    state,
    count: entries.filter((entry) => entry.state === state).length,
  }));
  return [
    ...(reason === null ? [] : [skipReasonText(reason, words)]),
    ...states
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => words.t(`home.trial.entry.${state}`, { count })),
    ...(properties.length === 0 ? [] : [words.t('home.trial.properties', { count: properties.length })]),
  ];
}

/** What a sync would do, in numbers. */
export function toTrialCounts(
  report: SyncReport,
  words: Words,
): readonly { readonly id: string; readonly label: string; readonly number: string }[] {
  const { count } = words.formats;
  const { changes } = report;
  const skippedCount = Object.values(report.skipped).reduce((sum, personCount) => sum + personCount, 0);
  return [
    { id: 'created', label: words.t('home.trial.count.created'), number: count(changes.contactsCreated) },
    { id: 'updated', label: words.t('home.trial.count.updated'), number: count(changes.contactsUpdated) },
    { id: 'unchanged', label: words.t('home.trial.count.unchanged'), number: count(report.unchanged) },
    { id: 'skipped', label: words.t('home.trial.count.skipped'), number: count(skippedCount) },
  ];
}
