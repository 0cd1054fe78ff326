import { expect, vi } from 'vitest';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type * as AxiosTransport from '../../src/app/app.functions/http/axios-transport.ts';
import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { takeFunctionLog } from './function-log.ts';
import { secretsOf, type TwoAccounts } from './two-accounts.ts';

const systemTimePath = '../../src/app/app.functions/runtime/system-time.ts';
const transportPath = '../../src/app/app.functions/http/axios-transport.ts';

/** One process in which HubSpot runs the app's functions: what it remembers ends with it. */
export interface AppProcess {
  /** Calls a function as a page would; its answer and its log are checked for what must never be in them. */
  call<Success extends { readonly ok: true }>(uid: string, parameters: object): Promise<CallAnswer<Success>>;
}

export interface AppProcessOptions {
  /** Stands between the app and the network. */
  readonly wrapTransport?: (inner: Transport) => Transport;
  /** Replaces variables of the environment; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

type Main = (context: { readonly parameters: unknown }) => Promise<CallAnswer<{ readonly ok: true }>>;

/** Starts a process with fresh memory on the given time. Processes may live side by side. */
export async function startAppProcess(
  two: TwoAccounts,
  time: Time,
  options: AppProcessOptions = {},
): Promise<AppProcess> {
  const { wrapTransport = (inner: Transport) => inner, environment = {} } = options;
  vi.resetModules();
  vi.doMock(systemTimePath, () => ({ systemTime: time }));
  vi.doMock(transportPath, async (importOriginal) => {
    const { createAxiosTransport } = await importOriginal<typeof AxiosTransport>();
    return {
      createAxiosTransport() {
        const { transport, close } = createAxiosTransport();
        return { transport: wrapTransport(transport), close };
      },
    };
  });
  const mains: Readonly<Record<string, Main>> = {
    sync_webinar: (await import('../../src/app/app.functions/entrypoints/sync_webinar.ts')).main,
    sync_person: (await import('../../src/app/app.functions/entrypoints/sync_person.ts')).main,
    get_contact_webinars: (await import('../../src/app/app.functions/entrypoints/get_contact_webinars.ts')).main,
    get_registration_form: (await import('../../src/app/app.functions/entrypoints/get_registration_form.ts')).main,
    register_contact: (await import('../../src/app/app.functions/entrypoints/register_contact.ts')).main,
    get_audit_log: (await import('../../src/app/app.functions/entrypoints/get_audit_log.ts')).main,
    preview_settings: (await import('../../src/app/app.functions/entrypoints/preview_settings.ts')).main,
    get_activity: (await import('../../src/app/app.functions/entrypoints/get_activity.ts')).main,
    get_overview: (await import('../../src/app/app.functions/entrypoints/get_overview.ts')).main,
    run_sweep: (await import('../../src/app/app.functions/entrypoints/run_sweep.ts')).main,
    list_webinars: (await import('../../src/app/app.functions/entrypoints/list_webinars.ts')).main,
    run_setup: (await import('../../src/app/app.functions/entrypoints/run_setup.ts')).main,
    get_settings: (await import('../../src/app/app.functions/entrypoints/get_settings.ts')).main,
    save_settings: (await import('../../src/app/app.functions/entrypoints/save_settings.ts')).main,
    list_zoom_users: (await import('../../src/app/app.functions/entrypoints/list_zoom_users.ts')).main,
  };

  return {
    async call<Success extends { readonly ok: true }>(uid: string, parameters: object) {
      const main = mains[uid];
      if (main === undefined) throw new Error(`There is no function ${uid}.`);
      for (const [name, value] of Object.entries({ ...two.environment, ...environment })) vi.stubEnv(name, value);
      // What crosses between HubSpot and a function is JSON.
      const context = { parameters: JSON.parse(JSON.stringify(parameters)) as unknown };
      const answer = JSON.parse(JSON.stringify(await main(context))) as CallAnswer<Success>;
      takeFunctionLog(two);
      expectNothingSecret(JSON.stringify(answer), two);
      return answer;
    },
  };
}

const stackLine = /\bat (?:async )?[\w.<>]* ?\(?(?:file:|\/|node:)/;

function expectNothingSecret(answer: string, two: TwoAccounts): void {
  expect(answer).not.toMatch(stackLine);
  expect(secretsOf(two).filter((secret) => answer.includes(secret))).toEqual([]);
}
