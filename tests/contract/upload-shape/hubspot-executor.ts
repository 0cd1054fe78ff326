import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { vi } from 'vitest';
import { repositoryRoot } from '../../../scripts/project/paths.ts';
import type { EndpointAnswer, EndpointContext } from '../../../src/app/app.functions/access/request.ts';
import type { EndpointMain } from '../../../src/app/app.functions/runtime/handle-request.ts';

/** The part of HubSpot's executor that is used here. */
type ExecuteFunction = (
  config: {
    readonly accountId: number;
    readonly platformVersion: string;
    readonly functionTimeoutMs: number;
    readonly logger: Readonly<Record<'debug' | 'info' | 'warn' | 'error', (...parts: unknown[]) => void>>;
    readonly appFunctions: Readonly<
      Record<
        string,
        { readonly resolvedPath: string; readonly secrets: readonly string[]; readonly componentRoot: string }
      >
    >;
  },
  functionName: string,
  inputs: { readonly parameters: unknown },
  onAnswer: (answer: unknown) => void,
) => Promise<void>;

/**
 * The executor with which `hs project dev` runs app functions. It is taken from its file: the package offers only the
 * server around it, and that sends error reports over the network.
 */
async function loadExecutor(): Promise<ExecuteFunction> {
  const path = join(repositoryRoot, 'node_modules/@hubspot/ui-extensions-dev-server/dist/lib/serverless/executor.js');
  const executor = (await import(pathToFileURL(path).href)) as { readonly executeFunction: ExecuteFunction };
  return executor.executeFunction;
}

/** Runs the bundle of an endpoint function once; HubSpot's executor has no way to hand over a request. */
export async function executeEndpoint(bundlePath: string, context: EndpointContext): Promise<EndpointAnswer> {
  const consoleLog = vi.spyOn(console, 'log').mockImplementation(() => {});
  const { main } = createRequire(import.meta.url)(bundlePath) as { readonly main: EndpointMain };
  const answer = await main(context);
  beFastAgain();
  consoleLog.mockClear();
  return answer;
}

/** A bundle makes its whole process lean; here it is a guest in the tests' own, which would stay slow. */
function beFastAgain(): void {
  for (const flag of ['--opt', '--no-optimize-for-size']) setFlagsFromString(flag);
}

export interface ExecutedCall {
  readonly answer: unknown;
  /** What the executor itself had to say: missing secrets, uncaught errors. */
  readonly notices: readonly string[];
  /** The lines that the function logged. */
  readonly log: readonly string[];
}

/** Runs a bundle once with HubSpot's executor, with whatever token and secrets are in the environment. */
export async function executeBundle(uid: string, bundlePath: string, parameters: unknown): Promise<ExecutedCall> {
  const executeFunction = await loadExecutor();
  const notices: string[] = [];
  const note = (...parts: unknown[]) => void notices.push(parts.map(String).join(' '));
  const answers: unknown[] = [];
  const consoleLog = vi.spyOn(console, 'log').mockImplementation(() => {});
  const loggedBefore = consoleLog.mock.calls.length;
  const ownEnvironment = process.env;
  await executeFunction(
    {
      accountId: 12345,
      platformVersion: '2026.09',
      functionTimeoutMs: 10_000,
      logger: { debug: () => {}, info: note, warn: note, error: note },
      appFunctions: { [uid]: { resolvedPath: bundlePath, secrets: [], componentRoot: join(bundlePath, '..') } },
    },
    uid,
    { parameters },
    (answer) => answers.push(answer),
  );
  // The executor leaves a copy behind, in which whatever this test has put there would stay for all tests after it.
  process.env = ownEnvironment;
  beFastAgain();
  const log = consoleLog.mock.calls.slice(loggedBefore).map((parts) => parts.map(String).join(' '));
  consoleLog.mockClear();
  return { answer: answers[0], notices, log };
}
