import { describe, expect, it } from 'vitest';
import type { SyncReport, SyncWarning } from '../../../src/app/extensions/contract/sync.ts';
import { toPeopleView, toRunView } from '../../../src/app/extensions/settings-page/audit-log/to-run-view.ts';
import { aFailure, aReport } from '../support/builders.ts';
import { words } from '../support/words.ts';

const viewOf = (report: SyncReport) => toRunView({ runId: 'run-1', report }, words);
const partsOf = (report: SyncReport) =>
  toPeopleView(report, words).parts.map(({ label, personCount }) => [label, personCount]);

describe('B12: people of a sync', () => {
  it('are shown in parts that add up to the whole', () => {
    const report = aReport({
      eligible: 100,
      synced: 60,
      unchanged: 30,
      skipped: { 'secondary-address': 7, denied: 3 },
    });

    const { eligible, parts } = toPeopleView(report, words);

    expect(parts.map(({ number }) => number)).toEqual(['60', '30', '7', '3']);
    expect(parts.reduce((sum, { personCount }) => sum + personCount, 0)).toBe(Number(eligible));
  });

  it('have the most frequent reason first, and no parts of nobody', () => {
    const report = aReport({
      eligible: 6,
      synced: 0,
      unchanged: 0,
      skipped: { denied: 1, 'invalid-address': 0, 'awaiting-approval': 5 },
    });

    expect(partsOf(report)).toEqual([
      ['Registration awaits approval in Zoom', 5],
      ['Registration was denied in Zoom', 1],
    ]);
  });

  it('count those who were skipped for a reason that this version does not know', () => {
    const skipped = JSON.parse('{"denied":1,"reason-of-tomorrow":4}') as SyncReport['skipped'];

    expect(partsOf(aReport({ eligible: 5, synced: 0, unchanged: 0, skipped }))).toEqual([
      ['Another reason', 4],
      ['Registration was denied in Zoom', 1],
    ]);
  });

  it('say how many a damaged record does not account for', () => {
    expect(partsOf(aReport({ eligible: 10, synced: 4, unchanged: 3, skipped: {} }))).toEqual([
      ['Synced', 4],
      ['Unchanged', 3],
      ['Not recorded', 3],
    ]);
  });

  it('have colours that tell the first reasons apart', () => {
    const skipped = { denied: 3, 'invalid-address': 2, 'account-user': 1 };
    const { parts } = toPeopleView(aReport({ eligible: 26, synced: 10, unchanged: 10, skipped }), words);

    expect(new Set(parts.map(({ color }) => color)).size).toBe(5);
  });
});

describe('S30: a sync in the audit log', () => {
  it('says when it was, what started it, and how it went', () => {
    expect(viewOf(aReport({ trigger: 'sweep' }))).toMatchObject({
      key: 'run-1',
      title: '4 Nov 2026, 09:01',
      trigger: 'Started automatically',
      status: { label: 'Complete', variant: 'success' },
      problem: null,
    });
  });

  it.each([
    ['complete', 'Complete', 'success'],
    ['partial', 'Partly synced', 'warning'],
    ['off', 'Switched off', 'default'],
    ['not-supported', 'Not supported', 'default'],
    ['failed', 'Failed', 'danger'],
  ] as const)('that is %s is shown as “%s”', (status, label, variant) => {
    expect(viewOf(aReport({ status })).status).toEqual({ label, variant });
  });

  it('names what it changed, and leaves out what it did not', () => {
    const changes = { ...aReport().changes, contactsCreated: 1200, contactsUpdated: 0, transcripts: 1 };

    expect(viewOf(aReport({ changes })).changes.map(({ label, number }) => [label, number])).toEqual([
      ['Contacts created', '1,200'],
      ['Registrations', '100'],
      ['Attendances', '50'],
      ['Transcripts', '1'],
    ]);
  });

  it('lists sessions with their numbers, planned ones marked', () => {
    const session = {
      key: 'a',
      isHeld: true,
      startedAt: '2026-11-03T14:00:00Z',
      endedAt: '2026-11-03T15:00:00Z',
      lengthSeconds: 3600,
      registered: 100,
      attended: 50,
      registeredAndAttended: 48,
      noShow: 52,
      cancelled: 3,
    };

    const { sessions } = viewOf(
      aReport({ sessions: [session, { ...session, key: 'b', isHeld: false, startedAt: '2026-12-03T14:00:00Z' }] }),
    );

    expect(sessions[0]).toEqual({
      key: 'a',
      when: '3 Nov 2026, 14:00',
      length: '60 min',
      registered: '100',
      attended: '50',
      noShow: '52',
      cancelled: '3',
    });
    expect(sessions[1]?.when).toBe('3 Dec 2026, 14:00 (planned)');
  });

  it('tells the settings that it followed', () => {
    const settings = {
      ...aReport().settings,
      contactPolicy: 'update-only',
      contactExclusions: ['acme.example'],
    } as const;

    expect(viewOf(aReport({ settings })).settings).toEqual([
      'Contacts are only updated, never created',
      '1 domain is excluded',
      'Recordings and transcripts are not synced',
    ]);
  });

  it('that failed keeps what made it fail, with the reference number', () => {
    const { failure } = aFailure({ reason: { cause: 'hubspot-token-refused' }, correlationId: 'ref-1' });

    const view = viewOf(aReport({ status: 'failed', failure }));

    expect(view.problem).toEqual({ kind: 'failure', failure });
    expect(view.settings.join(' ')).not.toContain('Recordings');
  });
});

describe('S32 to S37: warnings of a sync', () => {
  const warningsOf = (...warnings: readonly SyncWarning[]) => viewOf(aReport({ warnings })).warnings;

  it('are grouped by the families that HubSpot knows, in its order', () => {
    const families = warningsOf(
      { cause: 'timeline-events-refused', problem: 'No such event' },
      { cause: 'addresses-invalid', personCount: 1 },
      { cause: 'settings-off', setting: 'sync', hostName: '' },
      { cause: 'addresses-secondary', personCount: 2 },
      { cause: 'guests-without-address', personCount: 3 },
      { cause: 'attendance-not-ready', sessionStartsAt: '2026-11-03T14:00:00Z' },
      { cause: 'recording-not-synced', sessionStartsAt: '2026-11-03T14:00:00Z', problem: { cause: 'deleted' } },
    );

    expect(families.map(({ family, warnings }) => [family, warnings.length])).toEqual([
      ['S32', 1],
      ['S33', 1],
      ['S34', 1],
      ['S35', 1],
      ['S36', 2],
      ['S37', 1],
    ]);
  });

  it('come with meaning and fix in words', () => {
    const [family] = warningsOf({ cause: 'addresses-invalid', personCount: 1 });

    expect(family?.warnings[0]).toMatchObject({
      title: 'Email addresses that are not valid',
      fix: 'Correct the address in Zoom and sync again.',
      tab: null,
    });
  });

  it.each<[string, SyncWarning, string | null]>([
    ['the sync is off', { cause: 'settings-off', setting: 'sync', hostName: '' }, 'global-settings'],
    ['no user is chosen', { cause: 'settings-off', setting: 'webinar-users', hostName: '' }, 'global-settings'],
    ['the host is off', { cause: 'settings-off', setting: 'host', hostName: 'Hanna Host' }, 'users'],
    ['new webinars are off', { cause: 'settings-off', setting: 'new-webinars', hostName: 'Hanna Host' }, 'users'],
    ['the webinar is off', { cause: 'settings-off', setting: 'webinar', hostName: 'Hanna Host' }, null],
    ['domains are excluded', { cause: 'addresses-excluded', personCount: 1, domains: [] }, 'global-settings'],
    ['contacts are only updated', { cause: 'contacts-unknown', personCount: 1 }, 'global-settings'],
    ['events are refused', { cause: 'timeline-events-refused', problem: 'No such event' }, 'set-up'],
    [
      'recordings of the host are off',
      {
        cause: 'recording-not-synced',
        sessionStartsAt: '2026-11-03T14:00:00Z',
        problem: { cause: 'settings-off', setting: 'recording-host', hostName: 'Hanna Host' },
      },
      'users',
    ],
    ['guests have no address', { cause: 'guests-without-address', personCount: 1 }, null],
  ])('lead to the tab that helps when %s', (_when, warning, tab) => {
    expect(warningsOf(warning)[0]?.warnings[0]?.tab).toBe(tab);
  });

  it('of another version, or damaged ones, are shown all the same', () => {
    const unknown = JSON.parse('{"cause":"warning-of-tomorrow"}') as SyncWarning;
    const damaged = JSON.parse('{"cause":"recording-not-synced","problem":{"cause":"call-refused"}}') as SyncWarning;

    const [family] = warningsOf(unknown, damaged);

    expect(family?.warnings.map(({ title }) => title)).toEqual([
      'A warning of another version of the app',
      'A warning of another version of the app',
    ]);
  });
});
