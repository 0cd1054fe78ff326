import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readFunctionDefinitions, type FunctionDefinition } from '../project/function-definitions.ts';
import {
  startContainer,
  type CallOutcome,
  type Container,
  type EndpointContext,
  type FunctionContext,
} from './container.ts';
import { FunctionCallError, type FunctionCallProblem } from './function-call-error.ts';
import { functionLimits } from './function-limits.ts';
import { createLogBudget } from './log-budget.ts';

/** Names of the variables, besides token and secrets, that reach a function: where the two vendors are found. */
export const baseUrlVariables = ['ZOOM_API_URL', 'ZOOM_OAUTH_URL', 'HUBSPOT_API_URL'] as const;
export type BaseUrls = Readonly<Partial<Record<(typeof baseUrlVariables)[number], string>>>;

export interface FunctionRunnerOptions {
  /** Holds `<uid>.js` per function. */
  readonly distDir: string;
  /** Holds the `*-hsmeta.json` files; only the secrets that a function lists reach it. */
  readonly functionsDir: string;
  /** Becomes `PRIVATE_APP_ACCESS_TOKEN` of private functions; absent when the account gave none. */
  readonly accessToken?: string | undefined;
  /** The account's secrets by name. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly baseUrls?: BaseUrls;
  readonly limits?: Partial<Record<keyof typeof functionLimits, number>>;
}

export interface CallOptions {
  /** Ends the warm process first, so that the call pays for a start. */
  readonly cold?: boolean;
  readonly propertiesToSend?: Readonly<Record<string, string>>;
  readonly event?: unknown;
}

export interface FunctionCallResult<Answer> {
  readonly answer: Answer;
  /** From the call to the answer, a cold start included. */
  readonly elapsedMs: number;
  readonly log: string;
}

/** Figures of one function since the runner was made. */
export interface FunctionStats {
  readonly bundleBytes: number;
  readonly callCount: number;
  readonly containerCount: number;
  readonly longestCallMs: number;
  /** Of the newest container: from requiring the bundle to having it. */
  readonly loadMs: number | null;
  /** Highest resident memory of any of its containers. */
  readonly peakRssBytes: number;
}

export interface FunctionRunner {
  /**
   * Calls a function as a page would. A warm container is reused; calls that overlap get containers of their own.
   * The answer is what crossed as JSON, and it is the caller who says what type it has.
   *
   * @throws FunctionCallError when the function did not answer within its limits
   */
  call<Answer>(uid: string, parameters: object, options?: CallOptions): Promise<FunctionCallResult<Answer>>;
  /**
   * Calls an endpoint function as HubSpot's gateway would, under the same limits. HubSpot gives it no token of its own.
   *
   * @throws FunctionCallError when the function did not answer within its limits
   */
  callEndpoint(uid: string, call: EndpointCall): Promise<FunctionCallResult<unknown>>;
  stats(): Readonly<Record<string, FunctionStats>>;
  /** Ends every container; later calls are refused. */
  close(): Promise<void>;
}

/** What the gateway knows of a request. */
export type EndpointCall = Omit<EndpointContext, 'HS_FUNCTION_NAME'>;

interface WarmContainer {
  readonly container: Container;
  readonly bundleModifiedMs: number;
}

/** Runs bundles in child processes under HubSpot's limits of time, memory, payload and log. */
export function createFunctionRunner(options: FunctionRunnerOptions): FunctionRunner {
  const limits = { ...functionLimits, ...options.limits };
  const definitions = new Map(readFunctionDefinitions(options.functionsDir).map((entry) => [entry.uid, entry]));
  const idle = new Map<string, WarmContainer[]>();
  const everyContainer = new Set<Container>();
  const stats = new Map<string, FunctionStats>();
  let isClosed = false;

  async function takeContainer(definition: FunctionDefinition, cold: boolean): Promise<WarmContainer> {
    const bundlePath = join(options.distDir, `${definition.uid}.js`);
    const bundle = statSync(bundlePath, { throwIfNoEntry: false });
    if (bundle === undefined) {
      throw new FunctionCallError({
        uid: definition.uid,
        problem: 'bundle-missing',
        message: `there is no bundle ${bundlePath}; build it with: npm run build`,
      });
    }
    const isUsable = (candidate: WarmContainer): boolean =>
      !cold && candidate.container.isAlive() && candidate.bundleModifiedMs === bundle.mtimeMs;
    const warm = idle.get(definition.uid) ?? [];
    const usable = warm.filter(isUsable);
    const reused = usable.pop();
    // Before any await: a second call that starts meanwhile must not take the same container.
    idle.set(definition.uid, usable);
    await Promise.all(warm.filter((candidate) => !isUsable(candidate)).map(({ container }) => retire(container)));
    if (reused !== undefined) return reused;

    const container = startContainer({ bundlePath, env: buildEnvironment(definition) });
    everyContainer.add(container);
    updateStats(definition.uid, (before) => ({
      ...before,
      bundleBytes: bundle.size,
      containerCount: before.containerCount + 1,
    }));
    return { container, bundleModifiedMs: bundle.mtimeMs };
  }

  async function retire(container: Container): Promise<void> {
    everyContainer.delete(container);
    await container.stop();
  }

  function buildEnvironment(definition: FunctionDefinition): Record<string, string> {
    const environment: Record<string, string> = {};
    for (const name of baseUrlVariables) {
      const url = options.baseUrls?.[name];
      if (url !== undefined) environment[name] = url;
    }
    for (const name of definition.secretKeys) {
      const secret = options.secrets?.[name];
      if (secret !== undefined) environment[name] = secret;
    }
    if (options.accessToken !== undefined && definition.endpoint === null) {
      environment['PRIVATE_APP_ACCESS_TOKEN'] = options.accessToken;
    }
    return environment;
  }

  function updateStats(uid: string, change: (before: FunctionStats) => FunctionStats): void {
    stats.set(
      uid,
      change(
        stats.get(uid) ?? {
          bundleBytes: 0,
          callCount: 0,
          containerCount: 0,
          longestCallMs: 0,
          loadMs: null,
          peakRssBytes: 0,
        },
      ),
    );
  }

  /** @param payload - what the caller sent; arrives as JSON makes it */
  async function run<Payload extends object>(
    uid: string,
    cold: boolean,
    payload: Payload,
    toContext: (payload: Payload) => FunctionContext | EndpointContext,
  ): Promise<FunctionCallResult<unknown>> {
    const startedAt = performance.now();
    const log = createLogBudget(limits.logLimitBytes);
    const fail = (problem: FunctionCallProblem, message: string): FunctionCallError =>
      new FunctionCallError({ uid, problem, message, elapsedMs: performance.now() - startedAt, log: log.text() });

    if (isClosed) throw fail('closed', 'the runner is closed');
    const definition = definitions.get(uid);
    if (definition === undefined) {
      throw fail('unknown-function', `there is no function ${uid}; known: ${[...definitions.keys()].join(', ')}`);
    }
    // What HubSpot sends is JSON: undefined members and class instances must not survive here either.
    const sent = JSON.stringify(payload);
    if (Buffer.byteLength(sent) > limits.payloadLimitBytes) {
      throw fail('parameters-too-large', `the parameters are larger than ${limits.payloadLimitBytes} bytes`);
    }

    const { container, bundleModifiedMs } = await takeContainer(definition, cold);
    if (isClosed) {
      await retire(container);
      throw fail('closed', 'the runner was closed during the call');
    }
    const outcome = await container.call(toContext(JSON.parse(sent) as Payload), {
      timeLimitMs: limits.timeLimitMs,
      answerLimitBytes: limits.payloadLimitBytes,
      onLog: (text) => log.add(text),
    });
    const elapsedMs = performance.now() - startedAt;
    const peakRssBytes = 'peakRssBytes' in outcome ? outcome.peakRssBytes : 0;
    updateStats(uid, (before) => ({
      ...before,
      callCount: before.callCount + 1,
      longestCallMs: Math.max(before.longestCallMs, elapsedMs),
      loadMs: container.loadMs() ?? before.loadMs,
      peakRssBytes: Math.max(before.peakRssBytes, peakRssBytes),
    }));

    const isOverMemory = peakRssBytes > limits.memoryLimitBytes;
    if (isOverMemory || isClosed || !container.isAlive()) await retire(container);
    else idle.get(uid)?.push({ container, bundleModifiedMs });
    if (isOverMemory) {
      throw fail('out-of-memory', `used ${toMegabytes(peakRssBytes)} MB of ${toMegabytes(limits.memoryLimitBytes)} MB`);
    }
    if (outcome.kind !== 'answered') {
      if (isClosed) throw fail('closed', 'the runner was closed during the call');
      const { problem, message } = explainOutcome(outcome, limits);
      throw fail(problem, message);
    }
    return { answer: JSON.parse(outcome.body) as unknown, elapsedMs, log: log.text() };
  }

  // HubSpot puts the token into the context and listed secrets only into the environment.
  const secrets: Readonly<Record<string, string>> =
    options.accessToken === undefined ? {} : { PRIVATE_APP_ACCESS_TOKEN: options.accessToken };

  return {
    async call<Answer>(uid: string, parameters: object, callOptions: CallOptions = {}) {
      const { propertiesToSend = {}, event = {}, cold = false } = callOptions;
      const result = await run(uid, cold, parameters, (sent) => ({
        propertiesToSend,
        parameters: sent,
        event,
        secrets,
      }));
      return { ...result, answer: result.answer as Answer };
    },

    callEndpoint: (uid, call) => run(uid, false, call, (sent) => ({ HS_FUNCTION_NAME: uid, ...sent })),

    stats: () => Object.fromEntries(stats),

    async close() {
      isClosed = true;
      await Promise.all([...everyContainer].map((container) => retire(container)));
    },
  };
}

const toMegabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

function explainOutcome(
  outcome: Exclude<CallOutcome, { readonly kind: 'answered' }>,
  limits: Readonly<Record<keyof typeof functionLimits, number>>,
): { problem: FunctionCallProblem; message: string } {
  switch (outcome.kind) {
    case 'threw':
      return { problem: 'threw', message: outcome.message };
    case 'not-json':
      return { problem: 'answer-not-json', message: `the answer is not JSON (${outcome.message})` };
    case 'too-large':
      return {
        problem: 'answer-too-large',
        message: `the answer has ${outcome.bodyBytes} bytes, more than ${limits.payloadLimitBytes}`,
      };
    case 'no-main':
      return { problem: 'no-main', message: 'the bundle exports no function main' };
    case 'load-failed':
      return { problem: 'load-failed', message: outcome.message };
    case 'timed-out':
      return {
        problem: 'timed-out',
        message: `Task timed out after ${(limits.timeLimitMs / 1000).toFixed(2)} seconds`,
      };
    case 'died':
      return outcome.lastWords.includes('heap out of memory')
        ? { problem: 'out-of-memory', message: 'the JavaScript heap is full' }
        : { problem: 'crashed', message: `the process ended with ${outcome.exit}${lastLine(outcome.lastWords)}` };
  }
}

function lastLine(text: string): string {
  const line = text
    .trim()
    .split('\n')
    .find((candidate) => /^\w*Error\b/.test(candidate));
  return line === undefined ? '' : ` (${line.trim()})`;
}
