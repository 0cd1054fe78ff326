import { describe, expect, it } from 'vitest';
import { FunctionCallError } from '../../../scripts/function-runner/function-call-error.ts';
import type { FunctionRunner } from '../../../scripts/function-runner/function-runner.ts';
import type { SyncTools } from '../../../scripts/sync/sync-tools.ts';
import { sweepWebinars } from '../../../scripts/sync/sweep-webinars.ts';
import { syncWebinars } from '../../../scripts/sync/sync-webinars.ts';
import { aFailure, aReport, aStep, aSweepReport, aSweepStep } from './builders.ts';

type Handler = (uid: string, parameters: Record<string, unknown>) => unknown;

function someTools(handle: Handler) {
  const calls: { uid: string; parameters: object }[] = [];
  const shown: string[] = [];
  const runner: FunctionRunner = {
    async call<Answer>(uid: string, parameters: object) {
      calls.push({ uid, parameters });
      return { answer: handle(uid, { ...parameters }) as Answer, elapsedMs: 1, log: '' };
    },
    callEndpoint: () => Promise.reject(new Error('Nothing of the terminal calls endpoints.')),
    stats: () => ({}),
    close: () => Promise.resolve(),
  };
  const tools: SyncTools = {
    runner,
    progress: {
      update: (label, fraction, detail) => void shown.push(`${label} | ${fraction} | ${detail}`),
      note: (line) => void shown.push(`note: ${line}`),
      end: () => void shown.push('end'),
    },
    wait: () => Promise.resolve(),
    nowMs: () => 0,
  };
  return { tools, calls, shown };
}

const webinars = (...webinarIds: string[]) =>
  ({ selection: { kind: 'webinars', webinarIds }, connection: null, isDryRun: false }) as const;
const one = webinars('1');

describe('syncing webinars from a terminal', () => {
  it('syncs them one after the other', async () => {
    const { tools, calls } = someTools((_uid, { webinarId }) =>
      aStep({ done: true, report: aReport({ id: String(webinarId) }) }),
    );

    const summary = await syncWebinars({ ...webinars('1', '2'), connection: 'Academy' }, tools);

    const constant = { connection: 'Academy', trigger: 'terminal' };
    expect(calls).toEqual([
      { uid: 'sync_webinar', parameters: { webinarId: '1', ...constant } },
      { uid: 'sync_webinar', parameters: { webinarId: '2', ...constant } },
    ]);
    expect(summary).toMatchObject({ ok: true, calls: { zoom: 9 + 9 } });
    expect(summary.sweeps).toBeUndefined();
  });

  it('B19: syncs one person', async () => {
    const { tools, calls } = someTools(() => aStep({ done: true, report: aReport() }));

    await syncWebinars(
      {
        selection: { kind: 'person', webinarId: '1', address: 'ann@acme.example.com' },
        connection: null,
        isDryRun: false,
      },
      tools,
    );

    expect(calls).toEqual([{ uid: 'sync_person', parameters: { webinarId: '1', address: 'ann@acme.example.com' } }]);
  });

  it('goes on with the others when one fails', async () => {
    const { tools } = someTools((_uid, { webinarId }) =>
      webinarId === '1' ? { ok: false, failure: aFailure() } : aStep({ done: true, report: aReport({ id: '2' }) }),
    );

    const summary = await syncWebinars(webinars('1', '2'), tools);

    expect(summary.ok).toBe(false);
    expect(summary.webinars.map(({ id, topic, status }) => [id, topic, status])).toEqual([
      ['1', null, 'failed'],
      ['2', 'Heat pumps', 'complete'],
    ]);
  });

  it('reports a function that ran out of time or crashed as a failure, and shows its log to the developer', async () => {
    for (const [problem, cause] of [
      ['timed-out', 'out-of-time'],
      ['crashed', 'internal'],
    ] as const) {
      const { tools, shown } = someTools((uid) => {
        throw new FunctionCallError({ uid, problem, message: 'it broke', log: 'last line\n' });
      });

      const summary = await syncWebinars(one, tools);

      expect(summary.webinars[0]).toMatchObject({ status: 'failed', failure: { system: 'app', reason: { cause } } });
      expect(shown).toContain('note: The function sync_webinar gave no answer: it broke.\nlast line');
    }
  });

  it('moves one bar through all webinars', async () => {
    const answers = [
      aStep({ progress: { phase: 'writing', doneCount: 5, totalCount: 10 } }),
      aStep({ done: true, report: aReport() }),
      aStep({ done: true, report: aReport({ id: '2' }) }),
    ];
    const { tools, shown } = someTools(() => answers.shift());

    await syncWebinars(webinars('1', '2'), tools);

    expect(shown).toEqual([
      '1 (1 of 2) | 0 | Reading from Zoom',
      '1 (1 of 2) | 0.375 | Writing to HubSpot 5 of 10',
      '2 (2 of 2) | 0.5 | Reading from Zoom',
      'end',
    ]);
  });

  it('moves the bar through reading and writing without ever moving it back', async () => {
    const phases = [
      aStep({ progress: { phase: 'reading', doneCount: 5, totalCount: 10 } }),
      aStep({ progress: { phase: 'writing', doneCount: 5, totalCount: 10 }, retryAfterSeconds: 3 }),
      aStep({ progress: { phase: 'finishing', doneCount: 10, totalCount: 10 } }),
      aStep({ done: true, report: aReport() }),
    ];
    const { tools, shown } = someTools(() => phases.shift());

    await syncWebinars(one, tools);

    expect(shown).toEqual([
      '1 | 0 | Reading from Zoom',
      '1 | 0.25 | Reading from Zoom 5 of 10',
      '1 | 0.75 | Writing to HubSpot 5 of 10, goes on in 3 s',
      '1 | 1 | Finishing 10 of 10',
      'end',
    ]);
  });
});

describe('sweeping from a terminal', () => {
  const due = { connection: 'Academy', mode: 'due' } as const;

  it('calls run_sweep until it is done, and gathers what every step says', async () => {
    const failedWebinar = { webinarId: '9', topic: 'Lost', failure: aFailure() };
    const answers = [
      aSweepStep({ finished: [aReport({ id: '1' })], failed: [failedWebinar] }),
      aSweepStep({ done: true, finished: [aReport({ id: '2' })], report: aSweepReport({ failedCount: 1 }) }),
    ];
    const { tools, calls } = someTools(() => answers.shift());

    const summary = await sweepWebinars(due, tools);

    expect(calls).toEqual([
      { uid: 'run_sweep', parameters: { connection: 'Academy', mode: 'due' } },
      { uid: 'run_sweep', parameters: { connection: 'Academy', mode: 'due', sweepId: 'sweep-1' } },
    ]);
    expect(summary.webinars.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'complete'],
      ['2', 'complete'],
      ['9', 'failed'],
    ]);
    expect(summary).toMatchObject({
      ok: false,
      // Of the sweep, which counts what its webinars took.
      calls: { zoom: 40, hubspot: 60 },
      writes: { contacts: 16 },
      steps: 2,
      sweeps: [aSweepReport({ failedCount: 1 })],
    });
  });

  it('keeps what was synced when the sweep fails in the middle', async () => {
    const answers = [aSweepStep({ finished: [aReport()] }), { ok: false, failure: aFailure({ kind: 'unauthorised' }) }];
    const { tools } = someTools(() => answers.shift());

    const summary = await sweepWebinars(due, tools);

    expect(summary).toMatchObject({
      ok: false,
      webinars: [{ id: '81234567801' }],
      calls: { zoom: 9, hubspot: 21 },
      failure: { kind: 'unauthorised' },
      sweeps: [],
    });
  });

  it('is not ok when the webinars of a host could not be listed', async () => {
    const report = aSweepReport({ failedHosts: [{ userId: 'u1', name: 'Hanna Host', failure: aFailure() }] });
    const { tools } = someTools(() => aSweepStep({ done: true, report }));

    expect((await sweepWebinars(due, tools)).ok).toBe(false);
  });

  it('takes a last step without a report for what it is', async () => {
    const { tools } = someTools(() => aSweepStep({ done: true }));

    expect(await sweepWebinars(due, tools)).toMatchObject({ ok: false, failure: { kind: 'unexpected-shape' } });
  });

  it('stays with a large webinar for as long as it takes, and gives up only much later', async () => {
    const progress = { phase: 'syncing', doneCount: 3, totalCount: 4 } as const;
    const large = Array.from({ length: 60 }, () => aSweepStep({ progress }));
    const answers = [...large, aSweepStep({ done: true, report: aSweepReport() })];
    const { tools: patient } = someTools(() => answers.shift());
    const { tools: stuck, calls } = someTools(() => aSweepStep({ progress }));

    expect((await sweepWebinars(due, patient)).ok).toBe(true);
    expect(await sweepWebinars(due, stuck)).toMatchObject({ ok: false, failure: { reason: { cause: 'out-of-time' } } });
    expect(calls.length).toBeGreaterThan(large.length);
  });

  it('shows how far it is', async () => {
    const answers = [
      aSweepStep({ progress: { phase: 'webinars', doneCount: 2, totalCount: 8 } }),
      aSweepStep({ progress: { phase: 'syncing', doneCount: 1, totalCount: 4 }, retryAfterSeconds: 2 }),
      aSweepStep({ done: true, report: aSweepReport() }),
    ];
    const { tools, shown } = someTools(() => answers.shift());

    await sweepWebinars(due, tools);

    expect(shown).toEqual([
      'Zoom account Academy | null | Looking for Zoom users',
      'Zoom account Academy | null | Looking for their webinars 2 of 8',
      'Zoom account Academy | 0.25 | Syncing webinars 1 of 4, goes on in 2 s',
      'end',
    ]);
  });
});
