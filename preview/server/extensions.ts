import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import * as z from 'zod';
import type { ExtensionLocation } from '../protocol/extension-context.ts';

/** One UI entry of the app with the bundle that HubSpot's builder made of it. */
export interface Extension {
  readonly uid: string;
  readonly title: string;
  readonly location: ExtensionLocation;
  readonly bundlePath: string;
}

/** What the app's own metadata says. */
export interface AppMetadata {
  readonly name: string;
  readonly description: string;
  readonly permittedUrls: { readonly fetch: readonly string[]; readonly iframe: readonly string[] };
}

const urls = z.array(z.string()).default([]);
const appSchema = z.object({
  config: z.object({
    name: z.string(),
    description: z.string().default(''),
    permittedUrls: z.object({ fetch: urls, iframe: urls }).prefault({}),
  }),
});

const entrypoint = z.string();
const extensionSchema = z.discriminatedUnion('type', [
  z.object({
    uid: z.string(),
    type: z.literal('card'),
    config: z.object({
      entrypoint,
      name: z.string(),
      location: z.enum(['crm.record.sidebar', 'crm.record.tab']),
    }),
  }),
  z.object({ uid: z.string(), type: z.literal('settings'), config: z.object({ entrypoint }) }),
  z.object({
    uid: z.string(),
    type: z.literal('page'),
    config: z.object({ entrypoint, name: z.string().optional(), location: z.enum(['home', 'pages']).default('home') }),
  }),
]);

const folders = ['cards', 'settings', 'pages'] as const;

/** @throws Error when the metadata is not that of an app */
export function readApp(appDir: string): AppMetadata {
  return appSchema.parse(readJson(join(appDir, 'app-hsmeta.json'))).config;
}

/**
 * Reads the `*-hsmeta.json` files of cards, settings and pages, in this order.
 *
 * @param options.bundlesDir - holds `<uid>/<Entry>.js`
 */
export function readExtensions(options: {
  readonly appDir: string;
  readonly bundlesDir: string;
}): readonly Extension[] {
  return folders
    .map((name) => join(options.appDir, name))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('-hsmeta.json'))
        .sort()
        .map((name) => toExtension(extensionSchema.parse(readJson(join(folder, name))), options.bundlesDir)),
    );
}

function toExtension(metadata: z.infer<typeof extensionSchema>, bundlesDir: string): Extension {
  const { uid, config } = metadata;
  const bundlePath = join(bundlesDir, uid, `${basename(config.entrypoint, extname(config.entrypoint))}.js`);
  switch (metadata.type) {
    case 'card':
      return { uid, bundlePath, title: metadata.config.name, location: metadata.config.location };
    case 'settings':
      return { uid, bundlePath, title: 'Settings', location: 'settings' };
    case 'page':
      return { uid, bundlePath, title: metadata.config.name ?? uid, location: metadata.config.location };
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
