import type { NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import type { PersonPreview } from '../../extensions/contract/sync.ts';
import type { Person } from '../domain/person.ts';
import type { ItemOutcome } from './outcomes.ts';
import type { WorkList } from './work-list.ts';
import type { WrittenItem } from './write-contacts.ts';

/** A dry run of a large webinar shows its first people; the counts tell of the others. */
export const previewsMax = 200;

const nameOf = ({ firstName, lastName, displayName }: Person): string =>
  [firstName, lastName].filter((part) => part !== '').join(' ') || displayName;

/** Everybody of one part who is not in HubSpot, as Zoom names them. */
export function listNotSynced(work: WorkList, outcomes: readonly ItemOutcome[]): readonly NotSyncedPerson[] {
  const excluded = work.excluded.map(({ person, reason, detail }) => ({
    address: person.email,
    name: nameOf(person),
    reason,
    detail,
  }));
  const refused = work.items.flatMap((item, index): readonly NotSyncedPerson[] => {
    const outcome = outcomes[index];
    if (item.kind !== 'person' || outcome?.kind !== 'skipped') return [];
    const detail = outcome.problem === '' ? null : outcome.problem;
    return [{ address: item.person.email, name: nameOf(item.person), reason: outcome.reason, detail }];
  });
  return [...excluded, ...refused];
}

/** People who are kept out before anybody looks in HubSpot, and those of whom nothing has changed. */
export function previewExcluded({ excluded, unchanged }: WorkList): readonly PersonPreview[] {
  const nothing = { properties: [], entries: [] } as const;
  return [
    ...excluded.map(({ person, reason }): PersonPreview => ({
      address: person.email,
      name: nameOf(person),
      outcome: 'skip',
      reason,
      ...nothing,
    })),
    ...unchanged.flatMap(({ person }): readonly PersonPreview[] =>
      person === null
        ? []
        : [{ address: person.email, name: nameOf(person), outcome: 'unchanged', reason: null, ...nothing }],
    ),
  ];
}

/** What is, or would be, written for one item. Of people whom Zoom has removed only the contact is known. */
export function previewItem({ item, outcome, plan, change }: WrittenItem): PersonPreview {
  const who =
    item.kind === 'person'
      ? { address: item.person.email, name: nameOf(item.person) }
      : { address: null, name: `Contact ${item.mark.contactId}` };
  if (outcome.kind === 'skipped') {
    return { ...who, outcome: 'skip', reason: outcome.reason, properties: [], entries: [] };
  }
  return {
    ...who,
    outcome: change === 'created' ? 'create' : 'update',
    reason: null,
    properties: Object.keys(plan?.properties ?? {}).sort(),
    entries: (plan?.attendance ?? []).map(({ sessionKey, state }) => ({ sessionKey, state })),
  };
}
