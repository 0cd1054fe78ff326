import type { RemoteChannel } from '@remote-ui/core';
import type { ActionName, ExtensionContext, PageLocation } from './extension-context.ts';

/** Errors travel as data: an endpoint that throws leaves an unhandled rejection on the side that threw. */
export type Reply<Value = unknown> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

/** An extension's bundle, and the world that it is to find. */
export interface SandboxStart {
  readonly code: string;
  /** Shown in stack traces. */
  readonly sourceUrl: string;
  /** What the extension's clock is ahead of the machine's; 0 unless the accounts behind it live in a time of their own. */
  readonly clockOffsetMs: number;
  readonly context: ExtensionContext;
  readonly pageLocation: PageLocation;
}

/** What the sandbox does for the page around it. */
export interface SandboxApi {
  start(channel: RemoteChannel, start: SandboxStart): Promise<Reply<null>>;
  setContext(context: ExtensionContext): Promise<void>;
  setPageLocation(pageLocation: PageLocation): Promise<void>;
}

export const sandboxMethods = ['start', 'setContext', 'setPageLocation'] as const satisfies (keyof SandboxApi)[];

/** Which CRM data a hook asks for. */
export type CrmRequest =
  | { readonly kind: 'properties'; readonly names: readonly string[] }
  | { readonly kind: 'associations' | 'search' | 'api'; readonly request: object };

/** Options of `hubspot.serverless`. */
export interface ServerlessOptions {
  readonly parameters?: unknown;
  readonly propertiesToSend?: readonly string[];
}

/** What the page does for the sandbox. */
export interface HostApi {
  runAction(name: ActionName, args: readonly unknown[]): Promise<Reply>;
  callServerless(name: string, options: ServerlessOptions): Promise<Reply>;
  fetchUrl(url: string): Promise<Reply>;
  readCrm(request: CrmRequest): Promise<Reply>;
  log(level: LogLevel, data: string | number): Promise<void>;
  reportCrash(message: string): Promise<void>;
}

export const hostMethods = [
  'runAction',
  'callServerless',
  'fetchUrl',
  'readCrm',
  'log',
  'reportCrash',
] as const satisfies (keyof HostApi)[];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
