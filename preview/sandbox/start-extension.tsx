import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import { createRoot } from '@remote-ui/react';
import type { HostApi, SandboxStart } from '../protocol/sandbox-protocol.ts';
import { blockGlobals } from './blocked-globals.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { createExtensionApiStore, type ExtensionApiStore } from './extension-api.ts';
import { shiftClock } from './shift-clock.ts';
import { createWorkerGlobals, type RenderExtension } from './worker-globals.ts';

/**
 * Evaluates a bundle as HubSpot's worker does and renders what it registers into the channel.
 *
 * @throws whatever the bundle throws while it is evaluated; Error when it registers nothing
 */
export function startExtension(
  host: HostApi,
  channel: RemoteChannel,
  { code, sourceUrl, clockOffsetMs, context, pageLocation }: SandboxStart,
): ExtensionApiStore {
  const store = createExtensionApiStore(host, { context, pageLocation });
  let registered: RenderExtension | null = null;
  const globals = createWorkerGlobals(host, store, (render) => {
    registered = render;
  });
  Object.assign(globalThis, globals);
  if (clockOffsetMs !== 0) shiftClock(globalThis, clockOffsetMs);
  blockGlobals(globalThis);
  evaluate(`${code}\n//# sourceURL=${sourceUrl}`);
  if (registered === null) throw new Error('The bundle does not call hubspot.extend().');

  const render: RenderExtension = registered;
  const Extension = () => render(store.useApi());
  const root = createRemoteRoot(channel);
  createRoot(root).render(
    <ErrorBoundary onCrash={(message) => void host.reportCrash(message)}>
      <Extension />
    </ErrorBoundary>,
  );
  // The first rendering is complete by now, so that the whole tree crosses in one message.
  void root.mount();
  return store;
}

/** As a classic script: `this` is the global object, on which the bundle's first line relies. */
const evaluate = globalThis.eval;
