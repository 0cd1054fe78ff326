import * as RemoteUI from '@remote-ui/react';
import React from 'react';
import type { HostApi, LogLevel, ServerlessOptions } from '../protocol/sandbox-protocol.ts';
import { createCrmData } from './crm-data.ts';
import type { ExtensionApi, ExtensionApiStore } from './extension-api.ts';
import { unwrap } from './reply.ts';

export type RenderExtension = (api: ExtensionApi) => React.ReactElement;

/**
 * Every global that a bundle reads: React and RemoteUI when it is evaluated, the marker, `extend_V2` and `logger` too, the
 * others when they are called.
 */
export function createWorkerGlobals(
  host: HostApi,
  store: ExtensionApiStore,
  onExtend: (render: RenderExtension) => void,
): Readonly<Record<string, unknown>> {
  const log = (level: LogLevel) => (data: string | number) => void host.log(level, data);
  return {
    React,
    RemoteUI,
    __HUBSPOT_EXTENSION_WORKER__: true,
    extend_V2: onExtend,
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    serverless: (name: string, options: ServerlessOptions = {}) => unwrap(host.callServerless(name, options)),
    hsFetch: (url: string | URL) => unwrap(host.fetchUrl(String(url))),
    hsWorkerAPI: {
      useExtensionContext: () => store.useApi().context,
      useExtensionActions: () => store.useApi().actions,
      useExtensionApi: () => store.useApi(),
      useAppPageLocation: () => store.usePageLocation(),
      ...createCrmData(host),
    },
  };
}
