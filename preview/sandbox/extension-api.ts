import React from 'react';
import type { ActionName, ExtensionContext, PageLocation } from '../protocol/extension-context.ts';
import { actionsAt } from '../protocol/extension-context.ts';
import type { HostApi, ServerlessOptions } from '../protocol/sandbox-protocol.ts';
import { unwrap } from './reply.ts';

type Actions = Readonly<Partial<Record<ActionName, (...args: unknown[]) => Promise<unknown>>>>;

/** What `hubspot.extend` hands to the extension, and the hooks return. */
export interface ExtensionApi {
  readonly context: ExtensionContext;
  readonly actions: Actions;
  readonly runServerlessFunction: (call: { readonly name: string } & ServerlessOptions) => Promise<object>;
}

/** Holds the extension's api and tells React when the page changed something in it. */
export interface ExtensionApiStore {
  useApi(): ExtensionApi;
  usePageLocation(): PageLocation;
  setContext(context: ExtensionContext): void;
  setPageLocation(pageLocation: PageLocation): void;
}

export function createExtensionApiStore(
  host: HostApi,
  start: { readonly context: ExtensionContext; readonly pageLocation: PageLocation },
): ExtensionApiStore {
  let api: ExtensionApi = {
    context: start.context,
    actions: createActions(host, start.context),
    async runServerlessFunction({ name, ...options }) {
      const reply = await host.callServerless(name, options);
      return reply.ok ? { status: 'SUCCESS', response: reply.value } : { status: 'ERROR', message: reply.message };
    },
  };
  let { pageLocation } = start;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    useApi: () => React.useSyncExternalStore(subscribe, () => api),
    usePageLocation: () => React.useSyncExternalStore(subscribe, () => pageLocation),
    setContext(context) {
      api = { ...api, context };
      notify();
    },
    setPageLocation(next) {
      pageLocation = next;
      notify();
    },
  };
}

const createActions = (host: HostApi, { location }: ExtensionContext): Actions =>
  Object.fromEntries(
    actionsAt(location).map((name) => [name, (...args: unknown[]) => unwrap(host.runAction(name, args))]),
  );
