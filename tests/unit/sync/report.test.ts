import { describe, expect, it } from 'vitest';
import { emptyTally, type RunCheckpoint } from '../../../src/app/app.functions/sync/checkpoint.ts';
import { emptyPeopleTally, noPeople, type PeopleTally } from '../../../src/app/app.functions/sync/people-tally.ts';
import { buildReport, reportSessions } from '../../../src/app/app.functions/sync/report.ts';
import {
  aHeldSession,
  aListCursor,
  aRun,
  endsAt,
  participantList,
  registrantList,
  twoSessions,
  weekLater,
} from '../../support/builders.ts';

const reportOf = (changes: Partial<RunCheckpoint> = {}, isDryRun = false) =>
  buildReport(aRun(changes), { connection: 'main', isDryRun, finishedAt: weekLater + 1_500 });
const people = (changes: Partial<PeopleTally>): PeopleTally => ({ ...emptyPeopleTally, ...changes });

describe('a report', () => {
  it('says what was synced, when, and what it took', () => {
    const tally = {
      ...emptyTally,
      zoomCalls: 7,
      hubspotCalls: 9,
      steps: 2,
      elapsedMs: 8_123,
      contacts: 3,
      attendance: 4,
      events: 5,
      marketingEvents: 2,
    };

    expect(
      reportOf({ tally, people: people({ eligible: 6, synced: 3, unchanged: 1, skipped: { denied: 2 } }) }),
    ).toEqual({
      id: '900100200',
      uuid: 'uuid-1',
      topic: 'Growing tomatoes',
      connection: 'main',
      status: 'complete',
      isDryRun: false,
      startedAt: '2026-11-27T11:00:00.000Z',
      finishedAt: '2026-11-27T11:00:01.500Z',
      eligible: 6,
      synced: 3,
      unchanged: 1,
      skipped: { denied: 2 },
      warnings: [],
      sessions: [
        {
          key: 'main',
          startedAt: '2026-11-20T10:00:00.000Z',
          endedAt: '2026-11-20T11:00:00.000Z',
          lengthSeconds: 3600,
          ...noPeople,
        },
      ],
      calls: { zoom: 7, hubspot: 9 },
      writes: { contacts: 3, attendance: 4, events: 5, marketingEvents: 2, audit: 1 },
      steps: 2,
      elapsedMs: 8_123,
    });
  });

  it('B3: of a dry run says so, and that no audit record was written', () => {
    expect(reportOf({}, true)).toMatchObject({ isDryRun: true, writes: { audit: 0 } });
  });

  it('B10: has the people of each session', () => {
    const counted = { ...noPeople, registered: 2 };
    const sessions = reportSessions(aRun({ sessions: twoSessions, people: people({ sessions: { second: counted } }) }));

    expect(sessions).toMatchObject([
      { key: 'first', ...noPeople },
      { key: 'second', ...counted },
    ]);
  });
});

describe('the warnings of a report', () => {
  it('name sessions whose attendance is not ready', () => {
    expect(reportOf({ sessions: [aHeldSession({ isFinal: false }), aHeldSession()] })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'attendance-not-ready', sessionStartsAt: '2026-11-20T10:00:00.000Z' }],
    });
  });

  it.each([
    ['S34', 'guest-without-address', 'guests-without-address'],
    ['S36', 'invalid-address', 'addresses-invalid'],
    ['S36', 'secondary-address', 'addresses-secondary'],
  ] as const)('%s: count people: %s', (_, reason, cause) => {
    expect(reportOf({ people: people({ skipped: { [reason]: 3 } }) })).toMatchObject({
      status: 'complete',
      warnings: [{ cause, personCount: 3 }],
    });
  });

  it('S34: count rows that could not be used, by what they are', () => {
    const lists = [
      aListCursor({ list: registrantList('approved'), quarantinedCount: 1 }),
      aListCursor({ list: registrantList('denied'), quarantinedCount: 2 }),
      aListCursor({ list: participantList(), quarantinedCount: 4 }),
    ];

    expect(reportOf({ lists, people: people({ unusableRowCount: 8 }) }).warnings).toEqual([
      { cause: 'rows-quarantined', source: 'registrants', rowCount: 3 },
      { cause: 'rows-quarantined', source: 'participants', rowCount: 12 },
    ]);
  });

  it('name lists that never held still', () => {
    expect(reportOf({ unstable: ['participants', 'registrants'] })).toMatchObject({
      status: 'partial',
      warnings: [
        { cause: 'list-unstable', source: 'registrants' },
        { cause: 'list-unstable', source: 'participants' },
      ],
    });
  });

  it('say that registrations are unavailable, and not so of a report', () => {
    const refused = aListCursor({ isUnavailable: true });

    expect(reportOf({ lists: [refused] })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'registrations-unavailable' }],
    });
    expect(reportOf({ lists: [{ ...refused, list: participantList() }] }).warnings).toEqual([]);
  });

  it('count people who seem to have vanished', () => {
    expect(reportOf({ people: people({ doubtfulVanishedCount: 40 }) })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'registrations-vanished', personCount: 40 }],
    });
  });

  it('S35: count people whom HubSpot refused, with a few examples of what it said', () => {
    const refused = people({ skipped: { 'rejected-by-hubspot': 9 }, problems: ['a', 'b'] });

    expect(reportOf({ people: refused, attendanceProblems: ['b', 'c', 'd'] })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'rejected-by-hubspot', personCount: 9, examples: ['a', 'b', 'c'] }],
    });
  });

  it('S19: name sessions of which HubSpot shows other numbers than were sent', () => {
    const shown = { registered: 0, attended: 3, cancelled: 0, noShow: 1 };
    const sessions = [aHeldSession(), aHeldSession({ key: 'second' }), aHeldSession({ key: 'third' })];
    const counted = { ...noPeople, registered: 5, attended: 4, registeredAndAttended: 3, noShow: 1, cancelled: 2 };

    expect(
      reportOf({
        sessions,
        people: people({ sessions: { main: counted } }),
        verified: { main: shown, second: null },
      }),
    ).toMatchObject({
      status: 'complete',
      warnings: [
        {
          cause: 'participations-differ',
          sessionStartsAt: '2026-11-20T10:00:00.000Z',
          sent: { registered: 1, attended: 4, cancelled: 2, noShow: 1 },
          shown,
        },
      ],
    });
  });

  it('are none when everything is as it should be', () => {
    expect(reportOf({ sessions: [aHeldSession({ endedAt: endsAt })] }).warnings).toEqual([]);
  });
});
