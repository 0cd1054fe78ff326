import { describe, expect, it } from 'vitest';
import type { ItemOutcome } from '../../../src/app/app.functions/sync/outcomes.ts';
import { planPerson } from '../../../src/app/app.functions/sync/plan.ts';
import { listNotSynced, previewExcluded, previewItem } from '../../../src/app/app.functions/sync/preview-people.ts';
import type { WorkItem, WorkList } from '../../../src/app/app.functions/sync/work-list.ts';
import type { WrittenItem } from '../../../src/app/app.functions/sync/write-contacts.ts';
import { aMark, anAttendance, aPerson, aPersonSession, aStoredContact, someFacts } from '../../support/builders.ts';

const attended = aPerson({ sessions: [aPersonSession({ attendance: anAttendance() })] });
const anItem = (person = attended): WorkItem => ({
  kind: 'person',
  person,
  keyHash: 'kkkkkkkkkkkk',
  stateHash: 'ssssssss',
  mark: null,
});
const vanished: WorkItem = { kind: 'vanished', mark: aMark({ contactId: '404' }) };
const synced: ItemOutcome = { kind: 'synced', contactId: '101', standing: 'registered', sessions: [] };
const skippedFor = (
  reason: Extract<ItemOutcome, { kind: 'skipped' }>['reason'],
  problem = '',
): Extract<ItemOutcome, { kind: 'skipped' }> => ({ kind: 'skipped', reason, problem });

const workOf = (changes: Partial<WorkList>): WorkList => ({
  items: [],
  unchanged: [],
  excluded: [],
  kept: [],
  doubtfulVanishedCount: 0,
  ...changes,
});

const guest = aPerson({ email: null, firstName: '', lastName: '', displayName: 'Jolly guest' });

describe('B18: who is not in HubSpot', () => {
  it('is everybody who was kept out and everybody who was skipped, with the reason', () => {
    const work = workOf({
      excluded: [
        { person: guest, reason: 'guest-without-address', detail: null, mark: null },
        { person: aPerson({ lastName: '' }), reason: 'excluded-domain', detail: 'example.com', mark: null },
      ],
      items: [anItem(aPerson({ email: 'one@example.com' })), anItem(aPerson({ email: 'two@example.com' })), anItem()],
    });
    const outcomes = [skippedFor('deleted-contact'), skippedFor('rejected-by-hubspot', 'name too long'), synced];

    expect(listNotSynced(work, outcomes)).toEqual([
      { address: null, name: 'Jolly guest', reason: 'guest-without-address', detail: null },
      { address: 'jill@example.com', name: 'Jill', reason: 'excluded-domain', detail: 'example.com' },
      { address: 'one@example.com', name: 'Jill Chill', reason: 'deleted-contact', detail: null },
      { address: 'two@example.com', name: 'Jill Chill', reason: 'rejected-by-hubspot', detail: 'name too long' },
    ]);
  });

  it('is nobody of whom nothing has changed, and nobody whom Zoom has removed', () => {
    const work = workOf({ items: [vanished], unchanged: [{ person: aPerson(), mark: aMark() }], kept: [aMark()] });

    expect(listNotSynced(work, [skippedFor('rejected-by-hubspot', 'locked')])).toEqual([]);
  });

  it('has no name where Zoom has none', () => {
    const nameless = aPerson({ firstName: '', lastName: '' });
    const excluded = [{ person: nameless, reason: 'denied', detail: null, mark: null } as const];

    expect(listNotSynced(workOf({ excluded }), [])).toMatchObject([{ name: '' }]);
  });
});

describe('B3: what a dry run shows of people whom nobody has to look for', () => {
  it('is that they are kept out, and that nothing would change', () => {
    const work = workOf({
      excluded: [{ person: guest, reason: 'guest-without-address', detail: null, mark: null }],
      unchanged: [
        { person: aPerson(), mark: aMark() },
        { person: null, mark: aMark() },
      ],
    });

    expect(previewExcluded(work)).toEqual([
      {
        address: null,
        name: 'Jolly guest',
        outcome: 'skip',
        reason: 'guest-without-address',
        properties: [],
        entries: [],
      },
      {
        address: 'jill@example.com',
        name: 'Jill Chill',
        outcome: 'unchanged',
        reason: null,
        properties: [],
        entries: [],
      },
    ]);
  });
});

describe('B3: what a dry run shows of a person', () => {
  const written = (changes: Partial<WrittenItem> = {}): WrittenItem => ({
    item: anItem(),
    outcome: synced,
    plan: planPerson(attended, null, someFacts()),
    change: 'created',
    ...changes,
  });

  it('is a new contact with its properties by name, sorted, and its entries in their order', () => {
    const preview = previewItem(written());

    expect(preview).toMatchObject({
      address: 'jill@example.com',
      name: 'Jill Chill',
      outcome: 'create',
      reason: null,
      entries: [
        { sessionKey: 'main', state: 'register' },
        { sessionKey: 'main', state: 'attend' },
      ],
    });
    expect(preview.properties).toEqual([...preview.properties].sort());
    expect(preview.properties).toContain('zwh_history');
  });

  it('is what would change of a contact that exists', () => {
    const contact = aStoredContact({ properties: { firstname: 'Gill', lastname: 'Shill' } });
    const plan = planPerson(attended, contact, someFacts());

    const preview = previewItem(written({ plan, change: 'updated' }));

    expect(preview.outcome).toBe('update');
    expect(preview.properties).not.toContain('firstname');
  });

  it('is an update without properties where only entries are new', () => {
    const plan = { ...planPerson(attended, null, someFacts()), properties: {} };

    expect(previewItem(written({ plan, change: 'none' }))).toMatchObject({
      outcome: 'update',
      properties: [],
      entries: [{ state: 'register' }, { state: 'attend' }],
    });
  });

  it.each(['secondary-address', 'deleted-contact', 'contact-unknown', 'rejected-by-hubspot'] as const)(
    'is why nothing is written: %s',
    (reason) => {
      expect(previewItem(written({ outcome: skippedFor(reason), plan: null, change: 'none' }))).toEqual({
        address: 'jill@example.com',
        name: 'Jill Chill',
        outcome: 'skip',
        reason,
        properties: [],
        entries: [],
      });
    },
  );

  it('names only the contact of somebody whom Zoom has removed', () => {
    expect(previewItem(written({ item: vanished, plan: null, change: 'none' }))).toEqual({
      address: null,
      name: 'Contact 404',
      outcome: 'update',
      reason: null,
      properties: [],
      entries: [],
    });
  });
});
