import { createEndpoint } from '@remote-ui/rpc';
import type { RemoteReceiver } from '@remote-ui/core';
import type { ExtensionContext, PageLocation } from '../../protocol/extension-context.ts';
import type { PreviewExtension } from '../../protocol/preview-api.ts';
import { sandboxMethods, type HostApi, type SandboxApi } from '../../protocol/sandbox-protocol.ts';

/** A worker in which an extension runs. */
export interface Sandbox {
  setContext(context: ExtensionContext): void;
  setPageLocation(pageLocation: PageLocation): void;
  close(): void;
}

export interface SandboxOptions {
  readonly extension: PreviewExtension;
  readonly receiver: RemoteReceiver;
  readonly host: HostApi;
  readonly context: ExtensionContext;
  readonly pageLocation: PageLocation;
  readonly clockOffsetMs: number;
  /** The bundle could not be loaded or evaluated. */
  onFailure(message: string): void;
}

/** Opens a sandbox and starts the extension's bundle in it, as HubSpot's builder made it. */
export function openSandbox(options: SandboxOptions): Sandbox {
  const { extension, receiver, host, context, pageLocation, clockOffsetMs } = options;
  const worker = new Worker(new URL('../../sandbox/worker.ts', import.meta.url), {
    type: 'module',
    name: extension.uid,
  });
  const endpoint = createEndpoint<SandboxApi>(worker, { callable: [...sandboxMethods] });
  const sandbox: SandboxApi = endpoint.call;
  let isOpen = true;
  const fail = (message: string): void => {
    if (isOpen) options.onFailure(message);
  };
  endpoint.expose({ ...host });
  worker.addEventListener('error', ({ message }) => fail(message));

  async function start(): Promise<void> {
    const response = await fetch(extension.bundleUrl);
    if (!response.ok) throw new Error(`There is no bundle of ${extension.uid}; build it with: npm run build`);
    const started = await sandbox.start(receiver.receive, {
      code: await response.text(),
      sourceUrl: `hubspot-extension/${extension.uid}.js`,
      clockOffsetMs,
      context,
      pageLocation,
    });
    if (!started.ok) fail(started.message);
  }
  start().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));

  return {
    setContext: (next) => void sandbox.setContext(next),
    setPageLocation: (next) => void sandbox.setPageLocation(next),
    close() {
      isOpen = false;
      worker.terminate();
    },
  };
}
