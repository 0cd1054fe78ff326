import { createEndpoint, retain, type MessageEndpoint } from '@remote-ui/rpc';
import { hostMethods, type HostApi, type SandboxApi } from '../protocol/sandbox-protocol.ts';
import type { ExtensionApiStore } from './extension-api.ts';
import { startExtension } from './start-extension.tsx';

/*
 * The inside of one sandbox: a worker that runs one extension. The page around it supplies the bundle and everything that
 * leaves the worker.
 */
const page: MessageEndpoint = {
  postMessage: (message: unknown, transfer = []) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
  removeEventListener: (type, listener) => self.removeEventListener(type, listener),
};
const endpoint = createEndpoint<HostApi>(page, { callable: [...hostMethods] });
const host: HostApi = endpoint.call;
let store: ExtensionApiStore | null = null;

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const sandbox: SandboxApi = {
  async start(channel, start) {
    // A function that came as an argument lives only as long as the call, unless it is retained.
    retain(channel);
    try {
      store = startExtension(host, channel, start);
      return { ok: true, value: null };
    } catch (error) {
      return { ok: false, message: describe(error) };
    }
  },
  async setContext(context) {
    store?.setContext(context);
  },
  async setPageLocation(pageLocation) {
    store?.setPageLocation(pageLocation);
  },
};

self.addEventListener('unhandledrejection', ({ reason }) => void host.log('error', describe(reason)));
endpoint.expose({ ...sandbox });
