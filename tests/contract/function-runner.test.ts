import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FunctionCallError, toHubSpotErrorBody } from '../../scripts/function-runner/function-call-error.ts';
import {
  createFunctionRunner,
  type FunctionRunner,
  type FunctionRunnerOptions,
} from '../../scripts/function-runner/function-runner.ts';

let folder: string;
let runners: FunctionRunner[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'function-runner-'));
  mkdirSync(join(folder, 'dist'));
  runners = [];
});

afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.close()));
  rmSync(folder, { recursive: true });
});

/** Writes a bundle and its metadata; `body` is the body of `main(context)`. */
function writeFunction(uid: string, body: string, secretKeys: readonly string[] = [], prelude = ''): void {
  writeFileSync(join(folder, 'dist', `${uid}.js`), `${prelude}\nexports.main = async (context) => {\n${body}\n};\n`);
  writeFileSync(
    join(folder, `${uid.replaceAll('_', '-')}-hsmeta.json`),
    JSON.stringify({
      uid,
      type: 'app-function',
      config: { entrypoint: `/app/functions/dist/${uid}.js`, secretKeys },
    }),
  );
}

function startRunner(options: Partial<FunctionRunnerOptions> = {}): FunctionRunner {
  const runner = createFunctionRunner({ distDir: join(folder, 'dist'), functionsDir: folder, ...options });
  runners.push(runner);
  return runner;
}

async function failureOf(call: Promise<unknown>): Promise<FunctionCallError> {
  const error: unknown = await call.then(
    () => 'no failure',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FunctionCallError);
  return error as FunctionCallError;
}

describe('what a function gets', () => {
  it('is called with the four members that HubSpot gives, as plain JSON', async () => {
    writeFunction('echo', 'return context;');
    const runner = startRunner({ accessToken: 'pat-1' });

    const { answer } = await runner.call('echo', { a: 1, gone: undefined, at: new Date(0) });

    expect(answer).toEqual({
      propertiesToSend: {},
      parameters: { a: 1, at: '1970-01-01T00:00:00.000Z' },
      event: {},
      secrets: { PRIVATE_APP_ACCESS_TOKEN: 'pat-1' },
    });
  });

  it('sees in its environment the token, the secrets it lists and the base URLs, and nothing else', async () => {
    writeFunction('env', 'return process.env;', ['ZOOM_CONNECTIONS']);
    const runner = startRunner({
      accessToken: 'pat-1',
      secrets: { ZOOM_CONNECTIONS: '[]', OTHER_SECRET: 'hidden' },
      baseUrls: { ZOOM_API_URL: 'http://127.0.0.1:1/v2', HUBSPOT_API_URL: 'http://127.0.0.1:2' },
    });

    const { answer } = await runner.call('env', {});

    expect(answer).toEqual({
      PRIVATE_APP_ACCESS_TOKEN: 'pat-1',
      ZOOM_CONNECTIONS: '[]',
      ZOOM_API_URL: 'http://127.0.0.1:1/v2',
      HUBSPOT_API_URL: 'http://127.0.0.1:2',
    });
  });

  it('does not see a secret that another function lists', async () => {
    writeFunction('with_secret', 'return process.env.ZOOM_CONNECTIONS ?? null;', ['ZOOM_CONNECTIONS']);
    writeFunction('without_secret', 'return process.env.ZOOM_CONNECTIONS ?? null;');
    const runner = startRunner({ secrets: { ZOOM_CONNECTIONS: 'list' } });

    expect((await runner.call('with_secret', {})).answer).toBe('list');
    expect((await runner.call('without_secret', {})).answer).toBeNull();
  });

  it('has no channel to the process that runs it', async () => {
    writeFunction('channel', 'return { send: typeof process.send, argv: process.argv.length };');

    expect((await startRunner().call('channel', {})).answer).toEqual({ send: 'undefined', argv: 2 });
  });

  it('answers null when it returns nothing', async () => {
    writeFunction('nothing', '');

    expect((await startRunner().call('nothing', {})).answer).toBeNull();
  });
});

describe('warm and cold containers', () => {
  const countCalls = 'calls += 1; return { pid: process.pid, calls };';

  it('reuses one process between calls and keeps its module state', async () => {
    writeFunction('count', countCalls, [], 'let calls = 0;');
    const runner = startRunner();

    const first = await runner.call<{ pid: number; calls: number }>('count', {});
    const second = await runner.call<{ pid: number; calls: number }>('count', {});

    expect(second.answer).toEqual({ pid: first.answer.pid, calls: 2 });
    expect(runner.stats()['count']).toMatchObject({ callCount: 2, containerCount: 1 });
  });

  it('starts anew when the call asks for a cold container', async () => {
    writeFunction('count', countCalls, [], 'let calls = 0;');
    const runner = startRunner();

    const first = await runner.call<{ pid: number; calls: number }>('count', {});
    const second = await runner.call<{ pid: number; calls: number }>('count', {}, { cold: true });

    expect(second.answer.calls).toBe(1);
    expect(second.answer.pid).not.toBe(first.answer.pid);
  });

  it('gives overlapping calls containers of their own', async () => {
    writeFunction('slow', 'await new Promise((done) => setTimeout(done, 50)); return process.pid;');
    const runner = startRunner();

    const answers = await Promise.all([1, 2, 3].map(() => runner.call<number>('slow', {})));

    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(3);
  });

  it('loads a bundle again after it was rebuilt', async () => {
    writeFunction('version', 'return 1;');
    const runner = startRunner();
    await runner.call('version', {});

    writeFunction('version', 'return 2;');
    utimesSync(join(folder, 'dist', 'version.js'), new Date(), new Date(Date.now() + 5_000));

    expect((await runner.call('version', {})).answer).toBe(2);
  });

  it('measures load time, call time, memory and size', async () => {
    writeFunction('measured', 'return 1;');
    const runner = startRunner();

    const { elapsedMs } = await runner.call('measured', {});

    const stats = runner.stats()['measured'];
    expect(stats).toMatchObject({ callCount: 1, longestCallMs: elapsedMs });
    expect(stats?.bundleBytes).toBeGreaterThan(10);
    expect(stats?.loadMs).toBeGreaterThan(0);
    expect(stats?.peakRssBytes).toBeGreaterThan(20_000_000);
  });

  it('does not count the memory of the process that started it', async () => {
    writeFunction('small', 'return 1;');
    const ballast = Buffer.alloc(200_000_000, 1);
    const runner = startRunner();

    await runner.call('small', {});

    expect(runner.stats()['small']?.peakRssBytes).toBeLessThan(ballast.length / 2);
  });
});

describe('limits', () => {
  it('ends a call that exceeds the time limit, even one that never yields, and replaces the process', async () => {
    writeFunction('stuck', 'if (context.parameters.stuck) for (;;); return process.pid;');
    const runner = startRunner({ limits: { timeLimitMs: 1_000 } });
    const healthy = await runner.call<number>('stuck', {});

    const failure = await failureOf(runner.call('stuck', { stuck: true }));

    expect(failure).toMatchObject({ problem: 'timed-out', message: 'Task timed out after 1.00 seconds' });
    expect(failure.elapsedMs).toBeGreaterThanOrEqual(1_000);
    expect((await runner.call('stuck', {})).answer).not.toBe(healthy.answer);
  });

  it('gives a call ten seconds unless told otherwise', async () => {
    writeFunction('waits', 'await new Promise((done) => setTimeout(done, 600)); return "done";');

    expect((await startRunner().call('waits', {})).answer).toBe('done');
  });

  it('counts a slow start as part of the call', async () => {
    writeFunction('slow_start', 'return 1;', [], 'for (const end = Date.now() + 5_000; Date.now() < end; );');
    const runner = startRunner({ limits: { timeLimitMs: 300 } });

    expect((await failureOf(runner.call('slow_start', {}))).problem).toBe('timed-out');
  });

  it('passes an answer of just under six megabytes and refuses one over it', async () => {
    writeFunction('large', 'return "x".repeat(context.parameters.length);');
    const runner = startRunner();
    const limitBytes = 6 * 1024 * 1024;

    const { answer } = await runner.call<string>('large', { length: limitBytes - 2 });
    const failure = await failureOf(runner.call('large', { length: limitBytes - 1 }));

    expect(answer).toHaveLength(limitBytes - 2);
    expect(failure).toMatchObject({ problem: 'answer-too-large' });
  });

  it('refuses parameters over six megabytes without calling the function', async () => {
    writeFunction('never', 'return 1;');
    const runner = startRunner();

    const failure = await failureOf(runner.call('never', { text: 'x'.repeat(6 * 1024 * 1024) }));

    expect(failure.problem).toBe('parameters-too-large');
    expect(runner.stats()).toEqual({});
  });

  it('keeps four kilobytes of log per call, in order, and says what it cut', async () => {
    writeFunction(
      'talkative',
      `console.log('first'); console.error('second'); process.stdout.write('third\\n');
       if (context.parameters.much) console.info('x'.repeat(5000)); return 1;`,
    );
    const runner = startRunner();

    const brief = await runner.call('talkative', {});
    const long = await runner.call('talkative', { much: true });

    expect(brief.log).toBe('first\nsecond\nthird\n');
    expect(long.log.slice(0, 4096)).toMatch(/^first\nsecond\nthird\nx+$/u);
    expect(long.log.slice(4096)).toBe('\n[log cut: 924 bytes over the limit of 4096]\n');
  });

  it('ends a function that holds more than the container has, and goes on with a new one', async () => {
    writeFunction(
      'greedy',
      `if (!context.parameters.greedy) return 'fine';
       const held = []; for (;;) held.push({ id: held.length, text: 'person ' + held.length });`,
    );
    const runner = startRunner();

    const failure = await failureOf(runner.call('greedy', { greedy: true }));

    expect(failure.problem).toBe('out-of-memory');
    expect((await runner.call('greedy', {})).answer).toBe('fine');
  });

  it('refuses the answer of a function whose buffers outgrew the container', async () => {
    writeFunction('buffers', 'return Buffer.alloc(150_000_000, 1).length;');
    const runner = startRunner();

    const failure = await failureOf(runner.call('buffers', {}));

    expect(failure.problem).toBe('out-of-memory');
    expect(failure.message).toMatch(/^used \d+ MB of 128 MB$/u);
  });

  it('leaves room for fifty megabytes of live objects', async () => {
    writeFunction(
      'heavy',
      `const held = []; while (process.memoryUsage().heapUsed < 50 * 1024 * 1024) {
         for (let i = 0; i < 1000; i += 1) held.push({ id: held.length, text: 'person ' + held.length });
       } return held.length > 0;`,
    );

    expect((await startRunner().call('heavy', {})).answer).toBe(true);
  });
});

describe('functions that fail', () => {
  it('reports what main threw, keeps the log, and keeps the process', async () => {
    writeFunction('throws', 'console.log("before"); throw new TypeError("no such thing");');
    const runner = startRunner();

    const failure = await failureOf(runner.call('throws', {}));
    await failureOf(runner.call('throws', {}));

    expect(failure).toMatchObject({ problem: 'threw', message: 'TypeError: no such thing', log: 'before\n' });
    expect(runner.stats()['throws']).toMatchObject({ callCount: 2, containerCount: 1 });
  });

  it('reports a process that ends in the middle of a call, and replaces it', async () => {
    writeFunction('exits', 'if (context.parameters.exit) process.exit(7); return "alive";');
    const runner = startRunner();

    const failure = await failureOf(runner.call('exits', { exit: true }));

    expect(failure).toMatchObject({ problem: 'crashed', message: 'the process ended with exit code 7' });
    expect((await runner.call('exits', {})).answer).toBe('alive');
  });

  it('reports an error that nobody caught with its message', async () => {
    writeFunction('uncaught', 'setTimeout(() => { throw new RangeError("lost"); }, 1); await new Promise(() => {});');

    const failure = await failureOf(startRunner().call('uncaught', {}));

    expect(failure.problem).toBe('crashed');
    expect(failure.message).toContain('RangeError: lost');
  });

  it('starts a new process when the warm one died between two calls', async () => {
    writeFunction('dies_later', 'setTimeout(() => process.exit(1), 5); return process.pid;');
    const runner = startRunner();
    const first = await runner.call<number>('dies_later', {});
    await vi.waitFor(() => expect(() => process.kill(first.answer, 0)).toThrow('ESRCH'));

    const second = await runner.call<number>('dies_later', {});

    expect(second.answer).not.toBe(first.answer);
  });

  it('refuses an answer that is not JSON', async () => {
    writeFunction('circular', 'const loop = {}; loop.self = loop; return loop;');
    writeFunction('callable', 'return () => 1;');
    const runner = startRunner();

    expect((await failureOf(runner.call('circular', {}))).problem).toBe('answer-not-json');
    expect((await failureOf(runner.call('callable', {}))).problem).toBe('answer-not-json');
  });

  it('tells a bundle that cannot be loaded from one without main, an unbuilt one and an unknown function', async () => {
    writeFunction('broken', '', [], 'require("not-in-the-bundle");');
    writeFunction('unbuilt', '');
    rmSync(join(folder, 'dist', 'unbuilt.js'));
    writeFunction('no_main', '', [], '');
    writeFileSync(join(folder, 'dist', 'no_main.js'), 'exports.other = 1;');
    const runner = startRunner();

    const problems = await Promise.all(
      ['broken', 'unbuilt', 'no_main', 'stranger'].map(async (uid) => (await failureOf(runner.call(uid, {}))).problem),
    );

    expect(problems).toEqual(['load-failed', 'bundle-missing', 'no-main', 'unknown-function']);
  });

  it('turns a failure into the body that a page gets from HubSpot', async () => {
    writeFunction('throws', 'throw new Error("boom");');

    const failure = await failureOf(startRunner().call('throws', {}));

    expect(toHubSpotErrorBody(failure)).toMatchObject({
      status: 'error',
      category: 'VALIDATION_ERROR',
      errors: [
        {
          subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
          message: "The serverless function 'throws' failed to execute: Error: boom.",
          context: { exception: ['Error: boom'], serverlessFunction: ['throws'] },
        },
      ],
    });
  });
});

describe('closing', () => {
  it('ends a call under way and refuses later ones', async () => {
    writeFunction('endless', 'await new Promise(() => {});');
    const runner = startRunner();
    const underWay = failureOf(runner.call('endless', {}));

    await runner.close();

    expect((await underWay).problem).toBe('closed');
    expect((await failureOf(runner.call('endless', {}))).problem).toBe('closed');
  });

  it('refuses metadata that names one function twice', () => {
    writeFunction('twin', '');
    writeFileSync(
      join(folder, 'twin-again-hsmeta.json'),
      JSON.stringify({ uid: 'twin', type: 'app-function', config: { entrypoint: '/x.js' } }),
    );

    expect(() => startRunner()).toThrow('twin-again-hsmeta.json and twin-hsmeta.json have the same uid.');
  });
});
