import { describe, expect, it } from 'vitest';
import { summariseSync, type DrivenWebinar } from '../../../scripts/sync/sync-summary.ts';
import { createTerminalFormats, renderSummary } from '../../../scripts/sync/sync-table.ts';
import { aFailure, aReport, aSession } from './builders.ts';

const formats = createTerminalFormats('UTC');
const noCalls = { zoom: 0, hubspot: 0 };

const finished = (report = aReport()): DrivenWebinar => ({
  webinarId: report.id,
  topic: report.topic,
  outcome: { kind: 'finished', report, stepCount: 2 },
});
const failed = (topic: string | null = null): DrivenWebinar => ({
  webinarId: '999',
  topic,
  outcome: { kind: 'failed', failure: aFailure({ correlationId: 'ref-1' }), stepCount: 1 },
});
const summarise = (driven: readonly DrivenWebinar[], changes: Partial<Parameters<typeof summariseSync>[0]> = {}) =>
  summariseSync({ driven, listCalls: noCalls, listFailure: null, elapsedMs: 1_234.6, ...changes });

describe('the JSON document of a sync', () => {
  it('holds the report of each webinar and the sums over all of them', () => {
    const other = aReport({ id: '2', calls: { zoom: 1, hubspot: 2 } });

    const summary = summarise([finished(), finished(other)], { listCalls: { zoom: 3, hubspot: 0 } });

    expect(summary).toEqual({
      ok: true,
      webinars: [aReport(), other],
      calls: { zoom: 9 + 1 + 3, hubspot: 21 + 2 },
      writes: { contacts: 16, attendance: 36, events: 34, marketingEvents: 2, audit: 2 },
      steps: 4,
      elapsedMs: 1_235,
    });
  });

  it('keeps a failed webinar with its failure and the words for it, among those that went well', () => {
    const summary = summarise([failed('Lost webinar'), finished()]);

    expect(summary.ok).toBe(false);
    expect(summary.webinars[0]).toMatchObject({
      id: '999',
      topic: 'Lost webinar',
      status: 'failed',
      failure: { kind: 'not-found' },
      explanation: { title: 'Zoom has no webinar 81234567801 in this account' },
    });
    expect(summary.webinars[1]).toEqual(aReport());
    expect(summary.steps).toBe(3);
  });

  it('is not ok when the list of webinars could not be read', () => {
    const summary = summarise([], { listFailure: aFailure({ reason: { cause: 'connections-missing' } }) });

    expect(summary).toMatchObject({ ok: false, webinars: [], explanation: { title: 'No Zoom account is connected' } });
  });

  it('is ok when Zoom has no webinars', () => {
    expect(summarise([]).ok).toBe(true);
  });
});

describe('the table of a sync', () => {
  it('has one row for a webinar of one session', () => {
    const lines = renderSummary(summarise([finished()]), formats);

    expect(lines[0]).toBe(
      'Webinar     Registered  Attended  No-show  Cancelled  Synced  Unchanged  Skipped  Zoom calls  HubSpot calls',
    );
    expect(lines[2]).toBe(
      'Heat pumps          10         7        3          1       8          2        2           9             21',
    );
  });

  it('has a row for each session of a series, and the people of the series in its first row', () => {
    const report = aReport({
      sessions: [aSession(), aSession({ startedAt: '2026-11-21T09:00:00Z', attended: 5, noShow: 5 })],
    });

    const lines = renderSummary(summarise([finished(report)]), formats);

    expect(lines[2]).toMatch(/^Heat pumps\s+8\s+2\s+2\s+9\s+21$/u);
    expect(lines[3]).toMatch(/^ {2}Nov 14, 2026, 2:00\sPM\s+10\s+7\s+3\s+1$/u);
    expect(lines[4]).toMatch(/^ {2}Nov 21, 2026, 9:00\sAM\s+10\s+5\s+5\s+1$/u);
  });

  it('says by reason who was skipped, and what is open', () => {
    const report = aReport({
      status: 'partial',
      skipped: { 'guest-without-address': 2, denied: 0 },
      warnings: [
        { cause: 'guests-without-address', personCount: 2 },
        { cause: 'list-unstable', source: 'registrants' },
      ],
    });

    const text = renderSummary(summarise([finished(report)]), formats).join('\n');

    expect(text).toContain('Heat pumps (81234567801): with open ends');
    expect(text).toContain('  2 skipped: Joined as a guest, Zoom gives no email address');
    expect(text).toContain('  Zoom’s list of registrants kept changing');
    expect(text).not.toContain('2 people joined as guests');
    expect(text).not.toContain('0 skipped');
  });

  it('says nothing about a webinar where nothing is open', () => {
    const text = renderSummary(summarise([finished(aReport({ skipped: {} }))]), formats).join('\n');

    expect(text).not.toContain('81234567801');
  });

  it('says of a failed webinar what to do and what to quote', () => {
    const text = renderSummary(summarise([failed('Lost webinar')]), formats).join('\n');

    expect(text).toContain('Lost webinar (999) was not synced.');
    expect(text).toContain('  Zoom has no webinar 81234567801 in this account.\n  Check the ID.');
    expect(text).toContain('  Reference number: ref-1');
  });

  it('cuts a long topic and keeps the columns', () => {
    const lines = renderSummary(summarise([finished(aReport({ topic: 'A'.repeat(80) })), finished()]), formats);

    expect(lines[2]).toMatch(/^A{45}… /u);
    expect(lines[2]).toHaveLength(lines[3]?.length ?? 0);
  });

  it('ends with the totals', () => {
    expect(renderSummary(summarise([finished()]), formats).at(-1)).toBe(
      '9 Zoom calls, 21 HubSpot calls, 44 rows written, 2 steps, 1.2 s.',
    );
  });
});
