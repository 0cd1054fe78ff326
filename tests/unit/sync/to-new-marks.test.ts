import { describe, expect, it } from 'vitest';
import type { ItemOutcome } from '../../../src/app/app.functions/sync/outcomes.ts';
import { staleStateHash } from '../../../src/app/app.functions/sync/people-marks.ts';
import { toNewMarks } from '../../../src/app/app.functions/sync/to-new-marks.ts';
import type { WorkItem, WorkList } from '../../../src/app/app.functions/sync/work-list.ts';
import { aMark, anAttendance, aPerson, aPersonSession, aStanding } from '../../support/builders.ts';

const workOf = (changes: Partial<WorkList>): WorkList => ({
  items: [],
  unchanged: [],
  excluded: [],
  kept: [],
  doubtfulVanishedCount: 0,
  ...changes,
});

const anItem = (changes: Partial<Extract<WorkItem, { kind: 'person' }>> = {}): WorkItem => ({
  kind: 'person',
  person: aPerson(),
  keyHash: 'kkkkkkkkkkkk',
  stateHash: 'ssssssss',
  mark: null,
  ...changes,
});

const synced = (changes: Partial<Extract<ItemOutcome, { kind: 'synced' }>> = {}): ItemOutcome => ({
  kind: 'synced',
  contactId: '101',
  standing: 'registered',
  sessions: [aStanding()],
  ...changes,
});
const skipped: ItemOutcome = { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'refused' };

describe('the marks after a run', () => {
  it('are those of everybody who was written', () => {
    expect(toNewMarks(workOf({ items: [anItem()] }), [synced()])).toEqual([
      aMark({ keyHash: 'kkkkkkkkkkkk', stateHash: 'ssssssss' }),
    ]);
  });

  it('stay for everybody who is unchanged, listed or not', () => {
    const [listed, gone] = [aMark(), aMark({ keyHash: 'gonegonegone', standing: 'cancelled' })];
    const unchanged = [
      { person: aPerson(), mark: listed },
      { person: null, mark: gone },
    ];

    expect(toNewMarks(workOf({ unchanged }), [])).toEqual([listed, gone]);
  });

  it('B19: stay for everybody whom a run about somebody else left alone', () => {
    const kept = [aMark({ keyHash: 'otherother00' }), aMark({ keyHash: 'otherother11', standing: 'attended' })];

    expect(toNewMarks(workOf({ kept, items: [anItem()] }), [synced()])).toEqual([
      ...kept,
      aMark({ keyHash: 'kkkkkkkkkkkk', stateHash: 'ssssssss' }),
    ]);
  });

  it('are none for somebody new who was skipped', () => {
    expect(toNewMarks(workOf({ items: [anItem()] }), [skipped])).toEqual([]);
  });

  it('do not forget somebody whose change was refused, and have them looked at again', () => {
    const mark = aMark();

    expect(toNewMarks(workOf({ items: [anItem({ mark })] }), [skipped])).toEqual([
      { ...mark, stateHash: staleStateHash },
    ]);
  });

  it('do not forget somebody who is kept out for now', () => {
    const mark = aMark();
    const excluded = [
      { person: aPerson(), reason: 'awaiting-approval', detail: null, mark } as const,
      { person: aPerson({ email: null }), reason: 'guest-without-address', detail: null, mark: null } as const,
    ];

    expect(toNewMarks(workOf({ excluded }), [])).toEqual([{ ...mark, stateHash: staleStateHash }]);
  });

  it('say of somebody who vanished how they stand, and have them looked at when they come back', () => {
    const mark = aMark();
    const sessions = [aStanding({ registration: 'cancelled' })];

    expect(
      toNewMarks(workOf({ items: [{ kind: 'vanished', mark }] }), [
        synced({ contactId: '202', standing: 'cancelled', sessions }),
      ]),
    ).toEqual([{ ...mark, stateHash: staleStateHash, contactId: '202', standing: 'cancelled', sessions }]);
  });

  it('keep somebody who vanished and was refused, so that the next run tries again', () => {
    const mark = aMark();

    expect(toNewMarks(workOf({ items: [{ kind: 'vanished', mark }] }), [skipped])).toEqual([
      { ...mark, stateHash: staleStateHash },
    ]);
  });

  it('keep somebody about whom nothing is known yet as they were', () => {
    expect(toNewMarks(workOf({ items: [anItem({ mark: aMark() })] }), [])).toEqual([
      aMark({ stateHash: staleStateHash }),
    ]);
  });

  it('have somebody looked at again whose registration was left standing in doubt', () => {
    const walkedIn = aPerson({
      registration: null,
      sessions: [aPersonSession({ registration: null, attendance: anAttendance() })],
    });
    const outcome = synced({ sessions: [aStanding({ hasAttended: true })] });

    expect(toNewMarks(workOf({ items: [anItem({ person: walkedIn })] }), [outcome])).toMatchObject([
      { stateHash: staleStateHash, standing: 'registered' },
    ]);
  });

  it('have somebody looked at again of whose sessions one is in doubt', () => {
    const outcome = synced({ sessions: [aStanding(), aStanding({ key: 'second' })] });

    expect(toNewMarks(workOf({ items: [anItem()] }), [outcome])).toMatchObject([{ stateHash: staleStateHash }]);
  });

  it('have nobody looked at again for a session that was cancelled', () => {
    const outcome = synced({ sessions: [aStanding(), aStanding({ key: 'second', registration: 'cancelled' })] });

    expect(toNewMarks(workOf({ items: [anItem()] }), [outcome])).toMatchObject([{ stateHash: 'ssssssss' }]);
  });
});
