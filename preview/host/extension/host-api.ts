import type { ExtensionContext } from '../../protocol/extension-context.ts';
import type { CrmRequest, HostApi, Reply } from '../../protocol/sandbox-protocol.ts';
import { createActions, type ActionTools } from './actions.ts';
import { callFunction } from './call-function.ts';

export interface HostApiTools extends ActionTools {
  context(): ExtensionContext;
  onCrash(message: string): void;
}

async function replyOf(run: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await run()) ?? null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** The page's side of one sandbox. */
export function createHostApi(tools: HostApiTools): HostApi {
  const actions = createActions(tools);

  async function readCrm(request: CrmRequest): Promise<unknown> {
    if (request.kind !== 'properties') {
      throw new Error(`The preview does not emulate HubSpot's ${request.kind} data for extensions.`);
    }
    if (tools.record === null) throw new Error('There is no CRM record here.');
    return tools.record.read(request.names);
  }

  return {
    runAction: (name, args) => replyOf(() => actions[name](...args)),
    callServerless: (name, options) => replyOf(() => callFunction(tools.context(), name, options)),
    fetchUrl: (url) =>
      replyOf(() => {
        throw new Error(`Request to ${url} was blocked: the app's permittedUrls.fetch does not allow it.`);
      }),
    readCrm: (request) => replyOf(() => readCrm(request)),
    // HubSpot keeps these lines for the app's developer; the browser's console is where developers look here.
    log: async (level, data) => console[level === 'error' ? 'warn' : level]('[extension]', data),
    reportCrash: async (message) => tools.onCrash(message),
  };
}
