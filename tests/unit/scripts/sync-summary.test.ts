import { describe, expect, it } from 'vitest';
import {
  mergeSummaries,
  summariseSweep,
  summariseSync,
  type DrivenWebinar,
} from '../../../scripts/sync/sync-summary.ts';
import { renderSummary } from '../../../scripts/sync/sync-table.ts';
import { createTerminalWords } from '../../../scripts/sync/terminal-words.ts';
import { aFailure, aReport, aSession, aSweepReport } from './builders.ts';

const words = createTerminalWords('UTC');

const finished = (report = aReport()): DrivenWebinar => ({
  webinarId: report.id,
  outcome: { kind: 'finished', report, stepCount: 2 },
});
const failed = (): DrivenWebinar => ({
  webinarId: '999',
  outcome: { kind: 'failed', failure: aFailure({ correlationId: 'ref-1' }), stepCount: 1 },
});
const summarise = (driven: readonly DrivenWebinar[]) => summariseSync({ driven, elapsedMs: 1_234.6 });

/** A sweep of one Zoom account in which these were synced, and webinars of these topics failed. */
const sweepOf = (
  reports: readonly ReturnType<typeof aReport>[],
  failedTopics: readonly string[] = [],
  changes: Parameters<typeof aSweepReport>[0] = {},
) =>
  summariseSweep(
    {
      finished: reports,
      failed: failedTopics.map((topic) => ({ webinarId: '999', topic, failure: aFailure({ correlationId: 'ref-1' }) })),
      report: aSweepReport(changes),
      failure: null,
      stepCount: 4,
    },
    500,
  );

describe('the JSON document of a sync', () => {
  it('holds the report of each webinar and the sums over all of them', () => {
    const other = aReport({ id: '2', calls: { zoom: 1, hubspot: 2 } });

    const summary = summarise([finished(), finished(other)]);

    expect(summary).toEqual({
      ok: true,
      webinars: [aReport(), other],
      calls: { zoom: 9 + 1, hubspot: 21 + 2 },
      writes: { contacts: 16, attendance: 36, events: 34, marketingEvents: 2, audit: 2 },
      steps: 4,
      elapsedMs: 1_235,
    });
  });

  it('keeps a failed webinar with its failure and the words for it, among those that went well', () => {
    const summary = summarise([failed(), finished()]);

    expect(summary.ok).toBe(false);
    expect(summary.webinars[0]).toMatchObject({
      id: '999',
      status: 'failed',
      failure: { kind: 'not-found' },
      explanation: { title: 'Zoom has no webinar 81234567801 in this account' },
    });
    expect(summary.webinars[1]).toEqual(aReport());
    expect(summary.steps).toBe(3);
  });

  it('puts the sweeps of several Zoom accounts together', () => {
    const academy = sweepOf([aReport({ connection: 'Academy' })], ['Lost'], { connection: 'Academy' });

    const summary = mergeSummaries([sweepOf([aReport()]), academy]);

    expect(summary).toMatchObject({
      ok: false,
      calls: { zoom: 80, hubspot: 120 },
      writes: { contacts: 16, audit: 2 },
      steps: 8,
      elapsedMs: 1_000,
    });
    expect(summary.webinars.map(({ id }) => id)).toEqual(['81234567801', '81234567801', '999']);
    expect(summary.sweeps?.map(({ connection }) => connection)).toEqual(['main', 'Academy']);
  });

  it('is ok when Zoom has no webinars', () => {
    expect(sweepOf([], [], { webinarCount: 0, newWebinarCount: 0 }).ok).toBe(true);
  });
});

describe('the table of a sync', () => {
  it('has one row for a webinar of one session', () => {
    const lines = renderSummary(summarise([finished()]), words);

    expect(lines[0]).toBe('Webinar     Registered  Attended  No-show  Cancelled  Synced  Unchanged  Skipped  Calls');
    expect(lines[2]).toBe('Heat pumps          10         7        3          1       8          2        2     30');
  });

  it('has a row for each session of a series, and the people of the series in its first row', () => {
    const report = aReport({
      sessions: [aSession(), aSession({ startedAt: '2026-11-21T09:00:00Z', attended: 5, noShow: 5 })],
    });

    const lines = renderSummary(summarise([finished(report)]), words);

    expect(lines[2]).toMatch(/^Heat pumps\s+8\s+2\s+2\s+30$/u);
    expect(lines[3]).toMatch(/^ {2}Nov 14, 2026, 2:00\sPM\s+10\s+7\s+3\s+1$/u);
    expect(lines[4]).toMatch(/^ {2}Nov 21, 2026, 9:00\sAM\s+10\s+5\s+5\s+1$/u);
  });

  it('says by reason how many people were skipped in how many webinars, the most frequent reason first', () => {
    const one = aReport({ skipped: { denied: 1, 'guest-without-address': 2, 'invalid-address': 0 } });
    const other = aReport({ skipped: { 'guest-without-address': 1_200 } });

    const lines = renderSummary(summarise([finished(one), finished(other)]), words);

    expect(lines.slice(5, 9)).toEqual([
      'Why people were skipped                         People  Webinars',
      '────────────────────────────────────────────────────────────────',
      'Joined as a guest, Zoom gives no email address   1,202         2',
      'Registration was denied in Zoom                      1         1',
    ]);
    expect(lines.join('\n')).not.toContain('not valid');
  });

  it('says what is open, and nothing that the reasons say already', () => {
    const report = aReport({
      status: 'partial',
      warnings: [
        { cause: 'guests-without-address', personCount: 2 },
        { cause: 'list-unstable', source: 'registrants' },
        { cause: 'rejected-by-hubspot', personCount: 2, examples: ['a reason '.repeat(12).trim()] },
      ],
    });

    const lines = renderSummary(summarise([finished(report)]), words);

    expect(lines.join('\n')).toContain(
      'Heat pumps (81234567801): partly synced\n  Zoom’s list of registrants kept changing',
    );
    expect(lines.join('\n')).not.toContain('2 people joined as guests');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('names the Zoom accounts when there are several', () => {
    const academy = aReport({ connection: 'Academy', topic: 'Battery' });

    const lines = renderSummary(mergeSummaries([sweepOf([aReport()], ['Lost']), sweepOf([academy, academy])]), words);

    expect(lines.slice(2, 9).map((line) => line.split('  ')[0])).toEqual([
      'Zoom account main',
      'Heat pumps',
      'Lost: failed',
      '',
      'Zoom account Academy',
      'Battery',
      'Battery',
    ]);
  });

  it('says nothing about a webinar where nothing is open', () => {
    const text = renderSummary(summarise([finished(aReport({ skipped: {} }))]), words).join('\n');

    expect(text).not.toContain('81234567801');
  });

  it('says of a failed webinar what to do and what to quote', () => {
    const text = renderSummary(sweepOf([], ['Lost webinar']), words).join('\n');

    expect(text).toContain('Lost webinar (999) was not synced.');
    expect(text).toContain('  Zoom has no webinar 81234567801 in this account.\n  Check the ID.');
    expect(text).toContain('  Reference number: ref-1');
  });

  it('S32: names the status of a webinar that the settings keep from being synced, and the setting', () => {
    const warnings = [{ cause: 'settings-off', setting: 'webinar', hostName: 'Hanna Host' }] as const;
    const report = aReport({
      status: 'off',
      eligible: 0,
      synced: 0,
      unchanged: 0,
      skipped: {},
      sessions: [],
      warnings,
    });

    const text = renderSummary(summarise([finished(report)]), words).join('\n');

    expect(text).toContain('Heat pumps: switched off');
    expect(text).toContain('Heat pumps (81234567801): switched off\n  Somebody has switched off this one webinar');
  });

  it('says of a sync that was given up why, and is not ok', () => {
    const failure = aFailure({ system: 'hubspot', reason: { cause: 'hubspot-token-refused' } });
    const summary = summarise([finished(aReport({ status: 'failed', failure }))]);

    const text = renderSummary(summary, words).join('\n');

    expect(summary.ok).toBe(false);
    expect(text).toContain('Heat pumps: failed');
    expect(text).toContain('Heat pumps (81234567801): failed\n  HubSpot refuses the app’s access token.');
  });

  it('cuts a long topic and keeps the columns', () => {
    const long = aReport({ topic: 'A'.repeat(80) });
    const lines = renderSummary(sweepOf([long, aReport()], ['B'.repeat(80)]), words);

    expect(lines[2]).toMatch(/^A{42}… /u);
    expect(lines[2]).toHaveLength(120);
    expect(lines[3]).toHaveLength(120);
    expect(lines[4]).toBe(`${'B'.repeat(34)}…: failed`);
  });

  it('B24: says what a sweep found in the Zoom account, and which hosts could not be asked', () => {
    const report = {
      offCount: 1,
      notSupportedCount: 1,
      settledCount: 1_000,
      failedHosts: [
        { userId: 'u1', name: 'Hanna Host', failure: aFailure({ reason: { cause: 'vendor-unavailable' } }) },
      ],
    };

    const text = renderSummary(sweepOf([aReport()], [], report), words).join('\n');

    expect(text.replaceAll('\n', ' ')).toContain(
      'Zoom account main: 5 users, 3 of them without a webinar licence; 4 webinars, 4 new; 2 synced, 1 switched off by the settings, 1 of a Zoom Event, 1,000 not due.',
    );
    expect(text).toContain('Webinars of Hanna Host could not be listed: Zoom cannot be reached right now.');
  });

  it('S2: says that the sync is off and how to turn it on, after a sweep and after a webinar', () => {
    const warnings = [{ cause: 'settings-off', setting: 'sync', hostName: '' }] as const;
    const off = aReport({ status: 'off', warnings, sessions: [], skipped: {} });

    for (const summary of [sweepOf([], [], { isSyncOn: false }), summarise([finished(off)])]) {
      const text = renderSummary(summary, words).join('\n');

      expect(text).toMatch(/Sync webinar data is off|While it is off, the app writes nothing/u);
      expect(text).toContain(
        'To turn it on, save a file with {"isSyncOn": true}: npm run sync -- --settings-file FILE.',
      );
    }
  });

  it('B3: names who would be created, changed and skipped, in that order, with what and why', () => {
    const ann = { address: 'ann@acme.example.com', name: 'Ann Able', entries: [], reason: null } as const;
    const report = aReport({
      isDryRun: true,
      eligible: 12,
      people: [
        { ...ann, outcome: 'skip', reason: 'invalid-address', properties: [] },
        { ...ann, address: null, name: '', outcome: 'unchanged', properties: [] },
        {
          ...ann,
          outcome: 'update',
          properties: ['zwh_history'],
          entries: [{ sessionKey: 'main', state: 'register' }],
        },
        { ...ann, outcome: 'create', properties: ['email'] },
      ],
    });

    const lines = renderSummary(summarise([finished(report)]), words);

    const start = lines.indexOf('Heat pumps: the first 4 of 12 people');
    expect(lines.slice(start + 1, start + 7).map((line) => line.split(/\s{2,}/u))).toEqual([
      ['Person', 'Would be', 'Why or what'],
      [expect.stringMatching(/^─+$/u)],
      ['Ann Able <ann@acme.example.com>', 'created', 'email'],
      ['Ann Able <ann@acme.example.com>', 'changed', 'registered, zwh_history'],
      ['without name and address', 'unchanged'],
      ['Ann Able <ann@acme.example.com>', 'skipped', 'Email address is not valid'],
    ]);
  });

  it('ends with the totals', () => {
    expect(renderSummary(summarise([finished(), finished()]), words).slice(-2)).toEqual([
      '2 webinars, 24 people (counted once per webinar): 16 synced, 4 unchanged, 4 skipped.',
      '88 records written with 18 calls to Zoom and 42 calls to HubSpot in 1.2 seconds.',
    ]);
  });
});
