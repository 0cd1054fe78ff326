import { describe, expect, it } from 'vitest';
import { FunctionCallError } from '../../../scripts/function-runner/function-call-error.ts';
import type { FunctionRunner } from '../../../scripts/function-runner/function-runner.ts';
import { syncWebinars, type SyncTools } from '../../../scripts/sync/sync-webinars.ts';
import { aFailure, aReport, aStep } from './builders.ts';

type Handler = (uid: string, parameters: Record<string, unknown>) => unknown;

function someTools(handle: Handler) {
  const calls: { uid: string; parameters: object }[] = [];
  const shown: string[] = [];
  const runner: FunctionRunner = {
    async call<Answer>(uid: string, parameters: object) {
      calls.push({ uid, parameters });
      return { answer: handle(uid, { ...parameters }) as Answer, elapsedMs: 1, log: '' };
    },
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

const all = { selection: { kind: 'all' }, connection: null, isDryRun: false } as const;
const one = { selection: { kind: 'webinars', webinarIds: ['1'] }, connection: null, isDryRun: false } as const;
const pastWebinars = (...ids: string[]) => ({
  ok: true,
  connection: 'main',
  webinars: ids.map((webinarId) => ({ webinarId, topic: `Topic ${webinarId}` })),
  calls: { zoom: 6, hubspot: 0 },
});

describe('syncing webinars from a terminal', () => {
  it('asks which webinars there are, and syncs them one after the other', async () => {
    const { tools, calls } = someTools((uid, { webinarId }) =>
      uid === 'list_past_webinars'
        ? pastWebinars('1', '2')
        : aStep({ done: true, report: aReport({ id: String(webinarId) }) }),
    );

    const summary = await syncWebinars({ ...all, connection: 'Academy' }, tools);

    expect(calls).toEqual([
      { uid: 'list_past_webinars', parameters: { connection: 'Academy' } },
      { uid: 'sync_webinar', parameters: { webinarId: '1', connection: 'Academy' } },
      { uid: 'sync_webinar', parameters: { webinarId: '2', connection: 'Academy' } },
    ]);
    expect(summary).toMatchObject({ ok: true, calls: { zoom: 6 + 9 + 9 } });
  });

  it('goes on with the others when one fails', async () => {
    const { tools } = someTools((uid, { webinarId }) => {
      if (uid === 'list_past_webinars') return pastWebinars('1', '2');
      return webinarId === '1'
        ? { ok: false, failure: aFailure() }
        : aStep({ done: true, report: aReport({ id: '2' }) });
    });

    const summary = await syncWebinars(all, tools);

    expect(summary.ok).toBe(false);
    expect(summary.webinars.map(({ id, topic, status }) => [id, topic, status])).toEqual([
      ['1', 'Topic 1', 'failed'],
      ['2', 'Heat pumps', 'complete'],
    ]);
  });

  it('syncs nothing when the list cannot be read', async () => {
    const { tools, calls } = someTools(() => ({ ok: false, failure: aFailure() }));

    const summary = await syncWebinars(all, tools);

    expect(summary).toMatchObject({ ok: false, webinars: [], failure: { kind: 'not-found' } });
    expect(calls).toHaveLength(1);
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
      pastWebinars('1', '2'),
      aStep({ progress: { phase: 'writing', doneCount: 5, totalCount: 10 } }),
      aStep({ done: true, report: aReport() }),
      aStep({ done: true, report: aReport({ id: '2' }) }),
    ];
    const { tools, shown } = someTools(() => answers.shift());

    await syncWebinars(all, tools);

    expect(shown).toEqual([
      'Past webinars | null | Reading from Zoom',
      'Topic 1 (1 of 2) | 0 | Reading from Zoom',
      'Topic 1 (1 of 2) | 0.375 | Writing to HubSpot 5 of 10',
      'Topic 2 (2 of 2) | 0.5 | Reading from Zoom',
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
