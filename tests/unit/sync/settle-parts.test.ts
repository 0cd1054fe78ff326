import { describe, expect, it } from 'vitest';
import { parseNotSynced } from '../../../src/app/app.functions/audit/not-synced-list.ts';
import type { RunCheckpoint, WebinarState } from '../../../src/app/app.functions/sync/checkpoint.ts';
import type { ItemOutcome } from '../../../src/app/app.functions/sync/outcomes.ts';
import { hashAbsentState } from '../../../src/app/app.functions/sync/hashes.ts';
import { parseMarks, staleStateHash } from '../../../src/app/app.functions/sync/people-marks.ts';
import { factsOf } from '../../../src/app/app.functions/sync/plan-partition.ts';
import { createSettlement, type WrittenPart } from '../../../src/app/app.functions/sync/settle-parts.ts';
import type { WorkItem, WorkList } from '../../../src/app/app.functions/sync/work-list.ts';
import { aMark, aPerson, aRun, aStanding } from '../../support/builders.ts';
import { aState, aStep, keys } from './a-step.ts';

const anItem: WorkItem = {
  kind: 'person',
  person: aPerson(),
  keyHash: 'kkkkkkkkkkkk',
  stateHash: 'ssssssss',
  mark: null,
};
const synced: ItemOutcome = { kind: 'synced', contactId: '101', standing: 'registered', sessions: [aStanding()] };
const guest = { person: aPerson({ email: null }), reason: 'guest-without-address', detail: null, mark: null } as const;
const denied = { person: aPerson({ email: 'jo@example.com' }), reason: 'denied', detail: null, mark: null } as const;

const aPart = (
  work: Partial<WorkList>,
  outcomes: ItemOutcome[] = [],
  recordIds: Partial<WrittenPart['recordIds']> = {},
): WrittenPart => ({
  plan: {
    work: { items: [], unchanged: [], excluded: [], kept: [], doubtfulVanishedCount: 0, ...work },
    unusableRowCount: 0,
  },
  outcomes,
  mustRepeat: false,
  recordIds: { rows: [], marks: [], outcomes: [], ...recordIds },
});

const settle = (parts: readonly WrittenPart[], state: Partial<WebinarState> = {}, run: Partial<RunCheckpoint> = {}) => {
  const settlement = createSettlement(aStep(aState(state)), aRun({ partitionCount: parts.length, ...run }));
  for (const [partition, part] of parts.entries()) settlement.add(partition, part);
  return settlement;
};

const keysOf = (settlement: ReturnType<typeof settle>): readonly string[] => settlement.records().map(({ key }) => key);

describe('a part of the people that is done', () => {
  it('B12: is counted, and leaves marks of who is in HubSpot', () => {
    const settlement = settle([aPart({ items: [anItem], excluded: [guest] }, [synced])]);

    expect(settlement.changes()).toMatchObject({
      people: { eligible: 2, synced: 1, skipped: { 'guest-without-address': 1 } },
      newMarks: [{ runNumber: 4, recordCount: 1 }],
    });
    const marks = settlement.records().filter(({ kind }) => kind === 'people');
    expect(marks.map(({ key }) => key)).toEqual([keys.marks(4, 0, 0)]);
    expect(marks.flatMap(({ payload }) => parseMarks(payload) ?? [])).toEqual([
      aMark({ keyHash: 'kkkkkkkkkkkk', stateHash: 'ssssssss' }),
    ]);
  });

  it('needs its working records no more, nor the marks before', () => {
    const recordIds = { rows: ['1', '2'], marks: ['3'], outcomes: ['4'] };

    expect(settle([aPart({ items: [anItem] }, [synced], recordIds)]).changes().uselessRecordIds).toEqual([
      '1',
      '2',
      '4',
      '3',
    ]);
  });

  it('B13: keeps its marks where they are when there was nothing to do', () => {
    const known = { runNumber: 2, recordCount: 1 };
    const unchanged = [{ person: aPerson(), mark: aMark() }];

    const settlement = settle([aPart({ unchanged }, [], { rows: ['1'], marks: ['3'] })], { marks: [known] });

    expect(settlement.changes()).toMatchObject({ newMarks: [known], uselessRecordIds: ['1'] });
    expect(settlement.records()).toEqual([]);
  });

  it('writes its marks anew when there was something to do', () => {
    const known = { runNumber: 2, recordCount: 1 };
    const settlement = settle([aPart({ items: [anItem] }, [synced], { marks: ['3'] })], { marks: [known] });

    expect(settlement.changes()).toMatchObject({
      newMarks: [{ runNumber: 4, recordCount: 1 }],
      uselessRecordIds: ['3'],
    });
  });

  const marksOf = (part: WrittenPart, run: Partial<RunCheckpoint> = {}) =>
    settle([part], {}, run)
      .records()
      .filter(({ kind }) => kind === 'people')
      .flatMap(({ payload }) => parseMarks(payload) ?? []);

  it('has its people written again by the next run when HubSpot refused something of theirs', () => {
    const part = { ...aPart({ items: [anItem] }, [synced]), mustRepeat: true };

    expect(marksOf(part)).toMatchObject([{ stateHash: staleStateHash }]);
  });

  it('has somebody whose registration is in doubt looked at again, while Zoom can list them', () => {
    const inDoubt = { ...anItem, person: aPerson({ sessions: [] }) };
    const part = aPart({ items: [inDoubt] }, [synced]);

    expect(marksOf(part)).toMatchObject([{ stateHash: staleStateHash }]);
    expect(marksOf(part, { listing: 'expired' })).toMatchObject([{ stateHash: 'ssssssss' }]);
  });

  it('S18: remembers how it left somebody whom Zoom does not list', () => {
    const run = aRun({ partitionCount: 1 });
    const part = aPart({ items: [{ kind: 'vanished', mark: aMark() }] }, [synced]);

    expect(marksOf(part)).toMatchObject([
      { stateHash: hashAbsentState([aStanding()], factsOf(run, aStep(aState()).parts.accountId)) },
    ]);
  });

  it('writes its marks anew when the people are divided in another way', () => {
    const unchanged = [{ person: aPerson(), mark: aMark() }];
    const parts = [aPart({ unchanged }, [], { marks: ['3'] }), aPart({})];

    const settlement = settle(parts, { marks: [{ runNumber: 2, recordCount: 1 }] });

    expect(settlement.changes().newMarks).toEqual([
      { runNumber: 4, recordCount: 1 },
      { runNumber: 4, recordCount: 0 },
    ]);
    expect(settlement.changes().uselessRecordIds).toEqual(['3']);
  });

  it('B3: shows people whom nobody had to look for', () => {
    expect(settle([aPart({ items: [anItem], excluded: [denied] }, [synced])]).previews()).toMatchObject([
      { address: 'jo@example.com', outcome: 'skip', reason: 'denied' },
    ]);
  });
});

describe('what is shown of people whom nobody had to look for', () => {
  it('B3: is the first two hundred of them, however many there are', () => {
    const unchanged = Array.from({ length: 150 }, (_, index) => ({
      person: aPerson({ email: `p${index}@example.com` }),
      mark: aMark(),
    }));
    const settlement = settle([aPart({ unchanged, excluded: [denied] }), aPart({ unchanged }), aPart({ unchanged })]);

    const addresses = settlement.previews().map(({ address }) => address);
    expect(addresses).toHaveLength(200);
    expect(addresses.slice(0, 2)).toEqual(['jo@example.com', 'p0@example.com']);
    expect(addresses.slice(149, 153)).toEqual([
      'p148@example.com',
      'p149@example.com',
      'p0@example.com',
      'p1@example.com',
    ]);
    expect(addresses.at(-1)).toBe('p48@example.com');
  });
});

describe('B18: the list of people who are not in HubSpot', () => {
  const list = (settlement: ReturnType<typeof settle>) => settlement.records().filter(({ kind }) => kind === 'skipped');

  it('is kept by part, under the same keys each time', () => {
    const settlement = settle([aPart({ excluded: [guest] }), aPart({ excluded: [denied] })]);

    expect(list(settlement).map(({ key }) => key)).toEqual([keys.skipped(0, 0), keys.skipped(1, 0)]);
    expect(list(settlement).flatMap(({ payload }) => parseNotSynced(payload) ?? [])).toMatchObject([
      { address: null, reason: 'guest-without-address' },
      { address: 'jo@example.com', reason: 'denied' },
    ]);
    expect(settlement.changes().newSkipped).toMatchObject([{ recordCount: 1 }, { recordCount: 1 }]);
  });

  it('B13: is not written again while it is the same', () => {
    const skippedParts = settle([aPart({ excluded: [guest, denied] })]).changes().newSkipped;

    const again = settle([aPart({ excluded: [denied, guest] })], { skippedParts });

    expect(list(again)).toEqual([]);
    expect(again.changes().newSkipped).toEqual(skippedParts);
  });

  it('is written again when it has changed', () => {
    const skippedParts = settle([aPart({ excluded: [guest] })]).changes().newSkipped;

    const again = settle([aPart({ excluded: [guest, denied] })], { skippedParts });

    expect(list(again)).toHaveLength(1);
    expect(again.changes().newSkipped[0]?.hash).not.toBe(skippedParts[0]?.hash);
  });

  it('is empty when everybody is in HubSpot, and nobody’s address stays on record', () => {
    const skippedParts = settle([aPart({ excluded: [guest] })]).changes().newSkipped;

    const settlement = settle([aPart({ items: [anItem] }, [synced])], { skippedParts });

    expect(list(settlement).map(({ payload }) => parseNotSynced(payload))).toEqual([[]]);
    expect(settlement.changes().newSkipped).toMatchObject([{ recordCount: 0 }]);
  });

  it('needs no record when it was empty before', () => {
    const skippedParts = settle([aPart({})]).changes().newSkipped;

    expect(list(settle([aPart({})], { skippedParts }))).toEqual([]);
  });

  it('has those whom HubSpot refused, with what it said', () => {
    const refused: ItemOutcome = { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'name too long' };

    const payloads = list(settle([aPart({ items: [anItem] }, [refused])])).map(({ payload }) => payload);

    expect(payloads.flatMap((payload) => parseNotSynced(payload) ?? [])).toEqual([
      { address: 'jill@example.com', name: 'Jill Chill', reason: 'rejected-by-hubspot', detail: 'name too long' },
    ]);
  });

  it('B19: is left alone by a run about one person', () => {
    const settlement = settle([aPart({ excluded: [denied], kept: [aMark()] })], {}, { onlyKeyHash: 'kkkkkkkkkkkk' });

    expect(keysOf(settlement)).toEqual([keys.marks(4, 0, 0)]);
    expect(settlement.changes().newSkipped).toEqual([]);
  });
});

describe('parts of several steps', () => {
  it('go on from those before', () => {
    const first = settle([aPart({ excluded: [guest] }), aPart({})]).changes();
    const begun = aRun({ partitionCount: 2, ...first, position: { partition: 1, index: 0 } });
    const settlement = createSettlement(aStep(aState()), begun);

    settlement.add(1, aPart({ items: [anItem] }, [synced], { rows: ['9'] }));

    expect(settlement.changes()).toMatchObject({
      people: { eligible: 2, synced: 1 },
      newMarks: [
        { runNumber: 4, recordCount: 0 },
        { runNumber: 4, recordCount: 1 },
      ],
      uselessRecordIds: ['9'],
    });
    expect(settlement.changes().newSkipped).toEqual([first.newSkipped[0], expect.objectContaining({ recordCount: 0 })]);
  });

  it('make no record twice', () => {
    const settlement = settle([aPart({ items: [anItem] }, [synced]), aPart({ excluded: [denied] })]);

    expect(new Set(keysOf(settlement)).size).toBe(keysOf(settlement).length);
  });
});
