import { expect } from 'vitest';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { EndpointAnswer, EndpointContext } from '../../src/app/app.functions/access/request.ts';
import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { evaluateFunctions } from './app-process-code.ts';
import { takeFunctionLog, type LogLine } from './function-log.ts';
import { secretsOf, type TwoAccounts } from './two-accounts.ts';

/** One process in which HubSpot runs the app's functions: what it remembers ends with it. */
export interface AppProcess {
  /** Calls a function as a page would; its answer and its log are checked for what must never be in them. */
  call<Success extends { readonly ok: true }>(uid: string, parameters: object): Promise<CallAnswer<Success>>;
  /** Calls an endpoint function as HubSpot's gateway would; the same is checked. */
  request(uid: string, context: EndpointContext): Promise<EndpointAnswer>;
}

export interface AppProcessOptions {
  /** Stands between the app and the network. */
  readonly wrapTransport?: (inner: Transport) => Transport;
  /** Replaces variables of the environment; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Gets what a function has logged, after each call. */
  readonly onLog?: (lines: readonly LogLine[]) => void;
}

/** Starts a process with fresh memory on the given time. Processes may live side by side. */
export async function startAppProcess(
  two: TwoAccounts,
  time: Time,
  options: AppProcessOptions = {},
): Promise<AppProcess> {
  const { wrapTransport = (inner: Transport) => inner, environment = {}, onLog = () => {} } = options;
  const functions = await evaluateFunctions({
    time,
    wrapTransport,
    environment: { ...two.environment, ...environment },
  });

  async function run(uid: string, context: object): Promise<unknown> {
    const load = functions[uid];
    if (load === undefined) throw new Error(`There is no function ${uid}.`);
    const { main } = await load();
    // What crosses between HubSpot and a function is JSON.
    const given = JSON.parse(JSON.stringify(context)) as { readonly parameters: unknown };
    const answer = JSON.stringify(await main(given));
    onLog(takeFunctionLog(two));
    expectNothingSecret(answer, two);
    return JSON.parse(answer);
  }

  return {
    call: async <Success extends { readonly ok: true }>(uid: string, parameters: object) =>
      (await run(uid, { parameters })) as CallAnswer<Success>,
    request: async (uid, context) => (await run(uid, context)) as EndpointAnswer,
  };
}

const stackLine = /\bat (?:async )?[\w.<>]* ?\(?(?:file:|\/|node:)/;

function expectNothingSecret(answer: string, two: TwoAccounts): void {
  expect(answer).not.toMatch(stackLine);
  expect(secretsOf(two).filter((secret) => answer.includes(secret))).toEqual([]);
}
