import { describe, expect, it } from 'vitest';
import type { PersonPreview, RecordingReport } from '../../../src/app/extensions/contract/sync.ts';
import { emptyTally, type RunCheckpoint } from '../../../src/app/app.functions/sync/checkpoint.ts';
import { emptyPeopleTally, noPeople, type PeopleTally } from '../../../src/app/app.functions/sync/people-tally.ts';
import { buildReport, reportSessions } from '../../../src/app/app.functions/sync/report.ts';
import {
  aHeldSession,
  aListCursor,
  aPlannedSession,
  aRun,
  endsAt,
  participantList,
  registrantList,
  twoSessions,
  weekLater,
} from '../../support/builders.ts';

const reportOf = (changes: Partial<RunCheckpoint> = {}, isDryRun = false) =>
  buildReport(aRun(changes), { connection: 'main', isDryRun, finishedAt: weekLater + 1_500 });
const aPreview: PersonPreview = {
  address: 'jill@example.com',
  name: 'Jill Chill',
  outcome: 'create',
  reason: null,
  properties: ['zwh_history'],
  entries: [{ sessionKey: 'main', state: 'register' }],
};
const aRecording: RecordingReport = {
  startedAt: '2026-11-20T10:00:00.000Z',
  url: 'https://zoom.example.com/rec/share/abc',
  state: 'synced',
  transcript: 'synced',
  contactCount: 3,
};
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
      contactsCreated: 1,
      contactsUpdated: 2,
      registrations: 3,
      attendances: 1,
      cancellations: 0,
      recordings: 1,
      transcripts: 1,
    };

    expect(
      reportOf({ tally, people: people({ eligible: 6, synced: 3, unchanged: 1, skipped: { denied: 2 } }) }),
    ).toEqual({
      id: '900100200',
      uuid: 'uuid-1',
      topic: 'Growing tomatoes',
      connection: 'main',
      status: 'complete',
      trigger: 'manual',
      isDryRun: false,
      settings: aRun().settings,
      startedAt: '2026-11-27T11:00:00.000Z',
      finishedAt: '2026-11-27T11:00:01.500Z',
      eligible: 6,
      synced: 3,
      unchanged: 1,
      skipped: { denied: 2 },
      warnings: [],
      changes: {
        contactsCreated: 1,
        contactsUpdated: 2,
        registrations: 3,
        attendances: 1,
        cancellations: 0,
        recordings: 1,
        transcripts: 1,
      },
      recordings: [],
      sessions: [
        {
          key: 'main',
          isHeld: true,
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

  it('B3: of a dry run has nothing as written, and says what would be', () => {
    const tally = { ...emptyTally, contacts: 3, attendance: 4, events: 5, marketingEvents: 2 };

    expect(reportOf({ tally }, true)).toMatchObject({
      writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 0 },
      wouldWrite: { contacts: 3, attendance: 4, events: 5, marketingEvents: 2 },
    });
    expect(reportOf({ tally })).not.toHaveProperty('wouldWrite');
  });

  it.each([
    ['of a dry run', {}, true],
    ['of a run about one person', { onlyKeyHash: 'kkkkkkkkkkkk' }, false],
  ])('B3, B19: %s shows people', (_, changes, isDryRun) => {
    expect(reportOf({ previews: [aPreview], ...changes }, isDryRun).people).toEqual([aPreview]);
  });

  it('of a sync of everybody shows nobody', () => {
    expect(reportOf({ previews: [aPreview] })).not.toHaveProperty('people');
  });

  it('says of each session whether it was held', () => {
    expect(reportSessions(aRun({ sessions: [aHeldSession(), aPlannedSession({ key: 'next' })] }))).toMatchObject([
      { key: 'main', isHeld: true },
      { key: 'next', isHeld: false, startedAt: '2026-11-27T10:00:00.000Z', endedAt: '2026-11-27T11:00:00.000Z' },
    ]);
  });

  it('S28: has the recordings of the run', () => {
    const recordings = {
      progress: {} as NonNullable<RunCheckpoint['recordings']>['progress'],
      outcome: { reports: [aRecording], warnings: [], isWaiting: false, isComplete: true },
    };

    expect(reportOf({ recordings })).toMatchObject({ status: 'complete', recordings: [aRecording] });
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
    ['S36', 'account-user', 'account-users'],
    ['S36', 'deleted-contact', 'contacts-deleted'],
    ['B2', 'contact-unknown', 'contacts-unknown'],
  ] as const)('%s: count people: %s', (_, reason, cause) => {
    expect(reportOf({ people: people({ skipped: { [reason]: 3 } }) })).toMatchObject({
      status: 'complete',
      warnings: [{ cause, personCount: 3 }],
    });
  });

  it('S36: count people of excluded domains, with the domains of most people first, at most ten', () => {
    const excludedDomains = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`d${String(index).padStart(2, '0')}.example.com`, index < 3 ? 9 : 1]),
    );

    const { warnings, status } = reportOf({
      people: people({
        skipped: { 'excluded-domain': 36 },
        excludedDomains: Object.fromEntries(
          Object.entries({ ...excludedDomains, 'most.example.com': 40 }).toReversed(),
        ),
      }),
    });

    expect(status).toBe('complete');
    expect(warnings).toEqual([
      {
        cause: 'addresses-excluded',
        personCount: 36,
        domains: [
          { domain: 'most.example.com', personCount: 40 },
          ...['d00', 'd01', 'd02'].map((name) => ({ domain: `${name}.example.com`, personCount: 9 })),
          ...['d03', 'd04', 'd05', 'd06', 'd07', 'd08'].map((name) => ({
            domain: `${name}.example.com`,
            personCount: 1,
          })),
        ],
      },
    ]);
  });

  it.each(['awaiting-approval', 'denied', 'unusable-times', 'never-admitted', 'attendance-not-ready'] as const)(
    'have none for somebody who was skipped because: %s',
    (reason) => {
      expect(reportOf({ people: people({ skipped: { [reason]: 3 } }) }).warnings).toEqual([]);
    },
  );

  it.each([
    ['deleted', 'webinar-deleted'],
    ['expired', 'webinar-expired'],
  ] as const)('say that Zoom does not list the webinar any more: %s', (listing, cause) => {
    expect(reportOf({ listing })).toMatchObject({ status: 'complete', warnings: [{ cause }] });
  });

  it('S34: name instances of which Zoom has tracked nobody', () => {
    expect(reportOf({ untracked: [endsAt] })).toMatchObject({
      status: 'complete',
      warnings: [{ cause: 'participants-untracked', sessionStartsAt: '2026-11-20T11:00:00.000Z' }],
    });
  });

  it('have none for sessions to come', () => {
    expect(reportOf({ sessions: [aPlannedSession()] })).toMatchObject({ status: 'complete', warnings: [] });
  });

  it('S35: name sessions whose marketing event HubSpot refused, and what it said', () => {
    const sessions = [aHeldSession({ key: 'first' }), aHeldSession({ key: 'second', startedAt: endsAt })];

    expect(reportOf({ sessions, refusedEvents: { second: 'name too long' } })).toMatchObject({
      status: 'partial',
      warnings: [
        { cause: 'marketing-event-refused', sessionStartsAt: '2026-11-20T11:00:00.000Z', problem: 'name too long' },
      ],
    });
  });

  it('S37: say that HubSpot refused timeline events', () => {
    expect(reportOf({ refusedTimeline: 'archived' })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'timeline-events-refused', problem: 'archived' }],
    });
  });

  it('B3, S32: of a dry run of a webinar that the settings keep out say so', () => {
    expect(reportOf({ decision: { isOn: false, setting: 'host' } }, true)).toMatchObject({
      status: 'complete',
      warnings: [{ cause: 'settings-off', setting: 'host', hostName: 'Hanna Host' }],
    });
  });

  it('S33: have those of the recordings at their end, and the run is not over while one is waited for', () => {
    const warning = {
      cause: 'recording-not-synced',
      sessionStartsAt: '2026-11-20T10:00:00.000Z',
      problem: { cause: 'processing' },
    } as const;
    const recordings = {
      progress: {} as NonNullable<RunCheckpoint['recordings']>['progress'],
      outcome: { reports: [], warnings: [warning], isWaiting: true, isComplete: true },
    };

    expect(reportOf({ recordings, refusedTimeline: 'archived' })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'timeline-events-refused' }, warning],
    });
    expect(reportOf({ recordings }).status).toBe('partial');
    const over = { ...recordings.outcome, isWaiting: false };
    const ofOutcome = (changes: Partial<typeof over> | object) =>
      reportOf({ recordings: { ...recordings, outcome: { ...over, ...changes } } }).status;
    const refused = { cause: 'call-refused', problem: 'too long' } as const;
    expect(ofOutcome({ warnings: [{ ...warning, problem: refused }] })).toBe('partial');
    expect(
      ofOutcome({ warnings: [{ ...warning, cause: 'transcript-not-synced', problem: { cause: 'not-found' } }] }),
    ).toBe('complete');
    expect(
      reportOf({ recordings: { ...recordings, outcome: { ...recordings.outcome, isWaiting: false } } }).status,
    ).toBe('complete');
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
    expect(reportOf({ lists: [aListCursor(), refused] }).status).toBe('partial');
    expect(reportOf({ lists: [{ ...refused, list: participantList() }] }).warnings).toEqual([]);
  });

  it('count people who seem to have vanished', () => {
    expect(reportOf({ people: people({ doubtfulVanishedCount: 40 }) })).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'registrations-vanished', personCount: 40 }],
    });
  });

  it('do not wonder at people who seem to have vanished with the number of the webinar', () => {
    const vanished = { people: people({ doubtfulVanishedCount: 40 }) };

    expect(reportOf({ ...vanished, listing: 'expired' }).warnings).toEqual([
      expect.objectContaining({ cause: 'webinar-expired' }),
    ]);
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
