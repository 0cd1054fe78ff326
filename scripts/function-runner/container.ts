import { fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { containerNodeFlags } from './function-limits.ts';

/** What `main` of a private function gets. */
export interface FunctionContext {
  readonly propertiesToSend: Readonly<Record<string, string>>;
  readonly parameters: unknown;
  readonly event: unknown;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What `main` of an endpoint function gets; its secrets are in the environment only. */
export interface EndpointContext {
  readonly HS_FUNCTION_NAME: string;
  readonly accountId: number;
  readonly method: string;
  /** The query. */
  readonly params: Readonly<Record<string, readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; null where nothing was sent. */
  readonly body: unknown;
}

/** How one call of a container ended. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly body: string; readonly peakRssBytes: number }
  | { readonly kind: 'threw'; readonly message: string; readonly peakRssBytes: number }
  | { readonly kind: 'not-json'; readonly message: string; readonly peakRssBytes: number }
  | { readonly kind: 'too-large'; readonly bodyBytes: number; readonly peakRssBytes: number }
  | { readonly kind: 'no-main' }
  | { readonly kind: 'load-failed'; readonly message: string }
  | { readonly kind: 'timed-out' }
  /** `lastWords` is the end of what the process wrote to its standard error outside any call's log. */
  | { readonly kind: 'died'; readonly exit: string; readonly lastWords: string };

/** One child process with one loaded bundle. */
export interface Container {
  /** Null until the bundle is loaded. */
  loadMs(): number | null;
  isAlive(): boolean;
  /** One call at a time. The time limit counts from here, so that a cold start is part of it. */
  call(
    context: FunctionContext | EndpointContext,
    options: {
      readonly timeLimitMs: number;
      readonly answerLimitBytes: number;
      readonly onLog: (text: string) => void;
    },
  ): Promise<CallOutcome>;
  stop(): Promise<void>;
}

const peakRssBytes = z.number();
const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log'), text: z.string() }),
  z.object({ kind: z.literal('loaded'), loadMs: z.number(), hasMain: z.boolean() }),
  z.object({ kind: z.literal('load-failed'), message: z.string() }),
  z.object({ kind: z.literal('answered'), body: z.string(), peakRssBytes }),
  z.object({ kind: z.literal('threw'), message: z.string(), peakRssBytes }),
  z.object({ kind: z.literal('not-json'), message: z.string(), peakRssBytes }),
  z.object({ kind: z.literal('too-large'), bodyBytes: z.number(), peakRssBytes }),
]);

const lastWordsKept = 4_000;

/** Starts a process that holds the bundle and nothing else. `env` is its whole environment. */
export function startContainer(options: {
  readonly bundlePath: string;
  readonly env: Readonly<Record<string, string>>;
}): Container {
  const child = fork(join(import.meta.dirname, 'container.cjs'), [options.bundlePath], {
    // Explicit, or the flags of this process (a debugger, a loader) would leak in.
    execArgv: [...containerNodeFlags],
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let loadMs: number | null = null;
  let lastWords = '';
  let pending: { settle(outcome: CallOutcome): void; onLog(text: string): void } | null = null;
  let fatal: CallOutcome | null = null;

  const finish = (outcome: CallOutcome): void => {
    const waiting = pending;
    pending = null;
    waiting?.settle(outcome);
  };
  /** Ends the container for good; the first reason stands. */
  const fail = (outcome: CallOutcome): void => {
    fatal ??= outcome;
    finish(fatal);
  };
  // Only what bypasses the process's own streams arrives here: direct writes to a descriptor, and Node's last words.
  const onRawOutput = (chunk: Buffer): void => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-lastWordsKept);
    pending?.onLog(chunk.toString('utf8'));
  };
  child.stdout?.on('data', onRawOutput);
  child.stderr?.on('data', onRawOutput);

  child.on('message', (raw) => {
    const message = messageSchema.parse(raw);
    if (message.kind === 'log') pending?.onLog(message.text);
    else if (message.kind === 'loaded') {
      loadMs = message.loadMs;
      if (!message.hasMain) fail({ kind: 'no-main' });
    } else if (message.kind === 'load-failed') fail(message);
    else finish(message);
  });

  const closed = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      fail({ kind: 'died', exit: error.message, lastWords });
      resolve();
    });
    // 'close' instead of 'exit': by then the last words have arrived.
    child.on('close', (code, signal) => {
      fail({ kind: 'died', exit: signal === null ? `exit code ${code}` : `signal ${signal}`, lastWords });
      resolve();
    });
  });

  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };

  return {
    loadMs: () => loadMs,
    isAlive: () => fatal === null && child.exitCode === null && child.signalCode === null,
    async call(context, { timeLimitMs, answerLimitBytes, onLog }) {
      if (pending !== null) throw new Error('a container answers one call at a time');
      if (fatal !== null) return fatal;
      const outcome = new Promise<CallOutcome>((resolve) => {
        const timer = setTimeout(() => fail({ kind: 'timed-out' }), timeLimitMs);
        pending = {
          settle(result) {
            clearTimeout(timer);
            resolve(result);
          },
          onLog,
        };
      });
      child.send({ context, answerLimitBytes }, () => {
        // A channel that is already gone is reported by 'close'.
      });
      const result = await outcome;
      if (fatal !== null) await stop();
      return result;
    },
    stop,
  };
}
