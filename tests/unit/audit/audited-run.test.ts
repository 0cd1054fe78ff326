import { describe, expect, it } from 'vitest';
import { formatAuditedRun, parseAuditedRun } from '../../../src/app/app.functions/audit/audited-run.ts';
import { aReport, aSession } from '../scripts/builders.ts';

describe('S30: a run of the audit log', () => {
  it('comes back as it was written', () => {
    const run = { runId: '81234567801-7', report: aReport({ sessions: [aSession({ isHeld: false })] }) };

    expect(parseAuditedRun(JSON.stringify(run))).toEqual(run);
  });

  it('of the first version says what was true then', () => {
    const { trigger, settings, changes, recordings, ...report } = aReport({ sessions: [] });
    const { isHeld, ...session } = aSession();
    expect([trigger, settings, changes, recordings, isHeld]).not.toContain(undefined);

    expect(
      parseAuditedRun(JSON.stringify({ runId: 'r', report: { ...report, sessions: [session] } }))?.report,
    ).toMatchObject({
      ...report,
      trigger: 'manual',
      settings: { version: 0, contactPolicy: 'create-and-update', syncsRecordings: false },
      changes: { contactsCreated: 0 },
      recordings: [],
      sessions: [{ ...session, isHeld: true }],
    });
  });

  it.each(['', 'null', '{}', '{"runId":"r","report":null}', '{"runId":"r","report":{"topic":"x"}}'])(
    'that is %s is not read',
    (payload) => {
      expect(parseAuditedRun(payload)).toBeNull();
    },
  );
});

describe('the payload of an audit record', () => {
  it('is readable while it is short, and read as it was written', () => {
    const run = { runId: 'run-1', report: aReport() };

    expect(formatAuditedRun(run)).toBe(JSON.stringify(run));
    expect(parseAuditedRun(formatAuditedRun(run))).toEqual(run);
  });

  it('fits a record also where thousands of domains are excluded', () => {
    const domains = Array.from({ length: 1_000 }, (_, place) => `${'sub.'.repeat(10)}company-${place}.example.com`);
    const settings = { ...aReport().settings, contactExclusions: domains, recordingExclusions: domains };
    const run = { runId: 'run-1', report: aReport({ settings }) };

    expect(formatAuditedRun(run).length).toBeLessThan(65_000);
    expect(parseAuditedRun(formatAuditedRun(run))).toEqual(run);
  });

  it('that was cut is none', () => {
    expect(parseAuditedRun('deflated:AAAA')).toBeNull();
  });
});
