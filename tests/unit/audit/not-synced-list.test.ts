import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotSyncedPerson } from '../../../src/app/extensions/contract/audit-log.ts';
import type { SkipReason } from '../../../src/app/extensions/contract/sync.ts';
import { findNotSynced } from '../../../src/app/app.functions/audit/find-not-synced.ts';
import {
  compareNotSynced,
  formatNotSynced,
  notSyncedPeopleMax,
  parseNotSynced,
} from '../../../src/app/app.functions/audit/not-synced-list.ts';

const aPerson = (changes: Partial<NotSyncedPerson> = {}): NotSyncedPerson => ({
  address: 'jill@example.com',
  name: 'Jill Chill',
  reason: 'denied',
  detail: null,
  ...changes,
});

const reasons: readonly SkipReason[] = ['denied', 'excluded-domain', 'guest-without-address', 'rejected-by-hubspot'];
const anyPerson = fc.record({
  address: fc.option(fc.string({ maxLength: 250 })),
  name: fc.string({ maxLength: 100, unit: 'grapheme' }).filter((name) => name.length <= 120),
  reason: fc.constantFrom(...reasons),
  detail: fc.option(fc.string({ maxLength: 200 })),
});

const readAll = (texts: readonly string[]): readonly NotSyncedPerson[] =>
  texts.flatMap((text) => parseNotSynced(text) ?? []);
const manyPeople = (count: number): readonly NotSyncedPerson[] =>
  Array.from({ length: count }, (_, index) =>
    aPerson({ address: `person-${String(index).padStart(6, '0')}@example.com`, name: `Person ${index}` }),
  );

describe('B18: the list of people who were not synced', () => {
  it('comes back whole and by address, whatever it holds and however small its texts must be', () => {
    fc.assert(
      fc.property(
        fc.array(anyPerson, { maxLength: 60 }),
        fc.integer({ min: 1_000, max: 5_000 }),
        (people, charactersMax) => {
          const texts = formatNotSynced(people, charactersMax);

          expect(texts.filter((text) => text.length > charactersMax)).toEqual([]);
          expect(readAll(texts)).toEqual(people.toSorted(compareNotSynced));
        },
      ),
    );
  });

  it('does not depend on the order in which people were skipped', () => {
    const people = [aPerson({ address: 'b@example.com' }), aPerson({ address: null, name: 'Guest' }), aPerson()];

    expect(formatNotSynced(people, 60_000)).toEqual(formatNotSynced(people.toReversed(), 60_000));
  });

  it('has guests last', () => {
    const guest = aPerson({ address: null, name: 'A guest', reason: 'guest-without-address' });

    expect(readAll(formatNotSynced([guest, aPerson()], 60_000))).toEqual([aPerson(), guest]);
  });

  it('is no text at all when nobody was skipped', () => {
    expect(formatNotSynced([], 60_000)).toEqual([]);
  });

  it('of 2,000 people fits one record', () => {
    expect(formatNotSynced(manyPeople(2_000), 60_000)).toHaveLength(1);
  });

  it('leaves out the last of more than 2,000 people', () => {
    const people = manyPeople(notSyncedPeopleMax + 5);

    expect(readAll(formatNotSynced(people.toReversed(), 60_000))).toEqual(people.slice(0, notSyncedPeopleMax));
  });

  it('keeps no more of a text than it takes to know the person', () => {
    const [person] = readAll(
      formatNotSynced(
        [aPerson({ address: 'a'.repeat(999), name: `${'n'.repeat(119)}😀`, detail: 'd'.repeat(999) })],
        60_000,
      ),
    );

    expect(person).toEqual(aPerson({ address: 'a'.repeat(254), name: 'n'.repeat(119), detail: 'd'.repeat(240) }));
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'jill@example.com'],
    ['another version', '{"v":2,"reasons":[],"people":[]}'],
    ['a reason that is not listed', '{"v":1,"reasons":["denied"],"people":[["jill@example.com","Jill",1]]}'],
    ['a damaged compression', 'deflated:AAAA'],
    ['another form', '{"v":1,"reasons":["denied"],"people":[{"address":"jill@example.com"}]}'],
  ])('that is %s is not read', (_, text) => {
    expect(parseNotSynced(text)).toBeNull();
  });

  it('hands on a reason of a later version', () => {
    const text = '{"v":1,"reasons":["reason-of-tomorrow"],"people":[["jill@example.com","Jill",0]]}';

    expect(parseNotSynced(text)).toMatchObject([{ address: 'jill@example.com', reason: 'reason-of-tomorrow' }]);
  });
});

describe('B18: looking for somebody', () => {
  const ann = aPerson({ address: 'ann@acme.example', name: 'Ann Åkesson', reason: 'excluded-domain' });
  const bo = aPerson({ address: 'bo@example.com', name: 'Bo' });
  const guest = aPerson({ address: null, name: 'Cid', reason: 'guest-without-address' });
  const people = [guest, bo, ann];
  const find = (text: string | null, reason: SkipReason | null = null) => findNotSynced(people, { text, reason });

  it('finds everybody, by address and guests last, when nothing is asked for', () => {
    expect(find(null)).toEqual([ann, bo, guest]);
    expect(find('  ')).toEqual([ann, bo, guest]);
  });

  it.each([
    ['ACME', [ann]],
    ['@example.com', [bo]],
    ['åkes', [ann]],
    ['A\u030akesson', [ann]],
    ['cid', [guest]],
    ['nobody', []],
  ])('finds by the part “%s” of an address or a name', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it('finds by reason, and by both', () => {
    expect(find(null, 'denied')).toEqual([bo]);
    expect(find('ann', 'denied')).toEqual([]);
  });
});
