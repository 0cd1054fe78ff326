import { translate } from '@hubspot/project-parsing-lib/translate';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import vm from 'node:vm';
import React from 'react';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { startPreviewServer } from '../../preview/server/preview-server.ts';
import { bundleUi, readUiEntries, type BuiltUiEntry } from '../../scripts/bundling/bundle-ui.ts';
import { ensureProjectBundles } from '../../scripts/bundling/project-bundles.ts';
import { createFunctionRunner } from '../../scripts/function-runner/function-runner.ts';
import { exampleProfile } from '../../scripts/project/hubspot-profiles.ts';
import { appDir, functionsDir, functionsDistDir, repositoryRoot } from '../../scripts/project/paths.ts';
import { executeBundle } from './upload-shape/hubspot-executor.ts';
import {
  installPackages,
  listPackedEntries,
  type PackedEntries,
  unpack,
  type UnpackedProject,
} from './upload-shape/packed-source.ts';

const projectSchema = z.object({ name: z.string(), srcDir: z.literal('src'), platformVersion: z.string() });
const nodeSchema = z.object({
  uid: z.string(),
  componentType: z.string(),
  metaFilePath: z.string(),
  config: z.looseObject({
    entrypoint: z.string().optional(),
    secretKeys: z.array(z.string()).optional(),
    endpoint: z.object({ path: z.string(), methods: z.array(z.string()) }).optional(),
    actionUrl: z.string().optional(),
  }),
});

const functionUids = [
  'add_registrant',
  'get_activity',
  'get_audit_log',
  'get_contact_webinars',
  'get_overview',
  'get_registration_form',
  'get_settings',
  'list_webinars',
  'list_zoom_users',
  'preview_settings',
  'register_contact',
  'remove_registrant',
  'run_setup',
  'run_sweep',
  'run_zoom_sync',
  'save_settings',
  'sync_person',
  'sync_webinar',
  'webinar_options',
  'zoom_events',
];

/** Those that anybody on the internet can call, with their paths. */
const endpoints: Readonly<Record<string, string>> = {
  add_registrant: 'add-registrant',
  remove_registrant: 'remove-registrant',
  run_zoom_sync: 'run-zoom-sync',
  webinar_options: 'webinar-options',
  zoom_events: 'zoom-events',
};

const actionUids = ['add_contact_to_zoom_webinar', 'remove_contact_from_zoom_webinar', 'run_zoom_webinar_sync'];

let packed: PackedEntries;
let project: UnpackedProject;

beforeAll(async () => {
  await ensureProjectBundles();
  packed = await listPackedEntries();
  project = unpack(packed.files);
  await installPackages(project.appDir);
}, 180_000);

afterAll(() => project.remove());

describe('the archive', () => {
  it('holds the bundle of every function and nothing else in their folder', () => {
    expect(packed.files.filter((path) => path.startsWith('app/functions/dist/'))).toEqual(
      functionUids.map((uid) => `app/functions/dist/${uid}.js`),
    );
  });

  it('holds nothing of the server’s source, of tests, or of what others generate', () => {
    expect(packed.files.filter((path) => /(^|\/)(app\.functions|node_modules|tests?)\//.test(path))).toEqual([]);
    expect(packed.files.filter((path) => /\.test\.|\.(map|md|log)$|(^|\/)\./.test(path))).toEqual([]);
    expect(packed.files.filter((path) => /(^|\/)dist\//.test(path) && !path.startsWith('app/functions/'))).toEqual([]);
  });

  it('holds the folders that the platform or our pages need, and no others', () => {
    // How an area of the pages divides itself is its own affair.
    const [areas, others] = [/^(app\/extensions\/[^/]+)/, /^(?!app\/extensions\/)(.+)/].map((pattern) => [
      ...new Set(packed.folders.flatMap((folder) => pattern.exec(folder)?.[1] ?? [])),
    ]);

    expect(areas).toEqual([
      'app/extensions/contact-card',
      'app/extensions/contract',
      'app/extensions/settings-page',
      'app/extensions/shared',
    ]);
    expect(others).toEqual([
      'app',
      'app/cards',
      'app/extensions',
      'app/functions',
      'app/functions/dist',
      'app/settings',
      'app/workflow-actions',
    ]);
  });
});

describe('the project as HubSpot’s parser reads it', () => {
  async function readNodes({ sourceDir = project.sourceDir, profile }: { sourceDir?: string; profile?: string } = {}) {
    const { platformVersion } = projectSchema.parse(
      JSON.parse(readFileSync(join(repositoryRoot, 'hsproject.json'), 'utf8')),
    );
    // Its validation asks HubSpot for the current schemas.
    const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
      { projectSourceDir: sourceDir, platformVersion, accountId: 12345 },
      { skipValidation: true, ...(profile === undefined ? {} : { profile }) },
    );
    const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
    return { nodes: nodes.map((node) => nodeSchema.parse(node)), skippedHsMetaFiles };
  }

  it('has all components, each found in its place', async () => {
    const { nodes, skippedHsMetaFiles } = await readNodes();

    expect(nodes.map(({ uid, componentType }) => `${componentType} ${uid}`).sort()).toEqual([
      'APPLICATION zoom_webinars',
      ...functionUids.map((uid) => `APP_FUNCTION ${uid}`),
      'CARD contact_card',
      'SERVERLESS_PACKAGE hubspot-serverless-package-uid',
      'SETTINGS settings_page',
      ...actionUids.map((uid) => `WORKFLOW_ACTION ${uid}`),
    ]);
    expect(skippedHsMetaFiles).toEqual([]);
  });

  it('names every metadata file after its uid, so that no uid can be there twice', async () => {
    const { nodes } = await readNodes();
    const named = nodes.filter(({ metaFilePath }) => metaFilePath.endsWith('-hsmeta.json'));
    const metaFiles = packed.files.filter((path) => path.endsWith('-hsmeta.json'));

    expect(named.map(({ metaFilePath }) => basename(metaFilePath)).sort()).toEqual(
      metaFiles.map((path) => basename(path)).sort(),
    );
    for (const { uid, metaFilePath, componentType } of named) {
      const expected = componentType === 'APPLICATION' ? 'app' : uid.replaceAll('_', '-');
      expect(basename(metaFilePath)).toBe(`${expected}-hsmeta.json`);
    }
  });

  it('leads every component that has an entry to a file in the archive', async () => {
    const { nodes } = await readNodes();
    const entrypoints = nodes.flatMap(({ config }) => config.entrypoint ?? []);

    expect(entrypoints).toHaveLength(functionUids.length + 2);
    expect(entrypoints.filter((entrypoint) => !packed.files.includes(entrypoint.slice(1)))).toEqual([]);
  });

  it('opens exactly the functions that workflows and Zoom call, for what they send', async () => {
    const { nodes } = await readNodes();
    const open = nodes.flatMap(({ uid, config }) => (config.endpoint === undefined ? [] : [[uid, config.endpoint]]));

    expect(Object.fromEntries(open)).toEqual(
      Object.fromEntries(Object.entries(endpoints).map(([uid, path]) => [uid, { path, methods: ['POST'] }])),
    );
  });

  it('leads every workflow action to one of them, by the URL and the token of a profile', async () => {
    const { nodes } = await readNodes({ sourceDir: join(repositoryRoot, 'src'), profile: exampleProfile });
    const urls = nodes.flatMap(({ config }) => config.actionUrl ?? []);

    expect(urls).toHaveLength(actionUids.length);
    for (const url of urls) {
      const { origin, pathname, searchParams } = new URL(url);
      expect(origin).toBe('https://12345.hs-sites.com');
      expect(Object.values(endpoints)).toContain(pathname.replace('/hs/serverless/', ''));
      expect(searchParams.get('t')?.length).toBeGreaterThan(31);
    }
  });

  it('hands the Zoom credentials to exactly the functions that call Zoom', async () => {
    const { nodes } = await readNodes();
    const functions = nodes.filter(({ componentType }) => componentType === 'APP_FUNCTION');

    const ofEndpoints = ['ENDPOINT_ACCESS', 'HS_ACCESS_TOKEN', 'ZOOM_CONNECTIONS'];
    expect(Object.fromEntries(functions.map(({ uid, config }) => [uid, config.secretKeys]))).toEqual({
      ...Object.fromEntries(Object.keys(endpoints).map((uid) => [uid, ofEndpoints])),
      get_activity: [],
      get_audit_log: ['ZOOM_CONNECTIONS'],
      get_contact_webinars: ['ZOOM_CONNECTIONS'],
      get_overview: ['ZOOM_CONNECTIONS'],
      get_registration_form: ['ZOOM_CONNECTIONS'],
      get_settings: ['ZOOM_CONNECTIONS'],
      list_webinars: ['ZOOM_CONNECTIONS'],
      list_zoom_users: ['ZOOM_CONNECTIONS'],
      preview_settings: ['ZOOM_CONNECTIONS'],
      register_contact: ['ZOOM_CONNECTIONS'],
      run_setup: ['ZOOM_CONNECTIONS'],
      run_sweep: ['ZOOM_CONNECTIONS'],
      save_settings: ['ZOOM_CONNECTIONS'],
      sync_person: ['ZOOM_CONNECTIONS'],
      sync_webinar: ['ZOOM_CONNECTIONS'],
    });
  });
});

describe('the packages', () => {
  it('of the pages are those of the lock file, and the functions need none', () => {
    const functionsPackage: unknown = JSON.parse(
      readFileSync(join(project.appDir, 'functions', 'package.json'), 'utf8'),
    );

    expect(existsSync(join(project.appDir, 'node_modules', '@hubspot', 'ui-extensions'))).toBe(true);
    expect(functionsPackage).toEqual({ name: 'zoom-webinars-functions', version: '0.1.0', private: true });
  });
});

describe('the pages, built by HubSpot’s builder from the archive alone', () => {
  let built: readonly BuiltUiEntry[];

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    built = await bundleUi(readUiEntries(project.appDir), join(project.appDir, '..', '..', 'built'));
  }, 60_000);

  it('pass its code checks and register themselves once', () => {
    expect(built.map(({ uid }) => uid)).toEqual(['contact_card', 'settings_page']);
    for (const { path } of built) {
      expect(loadLikeHost(readFileSync(path, 'utf8'))).toHaveLength(1);
    }
  });

  it('are byte for byte what the preview shows of this repository', async () => {
    const bundlesDir = join(project.appDir, '..', '..', 'shown');
    await bundleUi(readUiEntries(appDir), bundlesDir);
    const preview = await startPreviewServer({
      port: 0,
      appDir,
      bundlesDir,
      hostDir: bundlesDir,
      runner: createFunctionRunner({ distDir: functionsDistDir, functionsDir }),
      // Nothing of the account is read for a bundle.
      hubSpot: { baseUrl: 'http://127.0.0.1:9', accessToken: 'none' },
    });
    onTestFinished(() => preview.close());

    for (const { uid, path } of built) {
      const shown = await fetch(`${preview.url}/preview/bundles/${uid}.js`);
      expect(Buffer.from(await shown.arrayBuffer()).equals(readFileSync(path))).toBe(true);
    }
  }, 60_000);
});

/** Evaluates a bundle as a classic script with the globals that HubSpot's worker has. Returns what it registered. */
function loadLikeHost(code: string): readonly unknown[] {
  const registered: unknown[] = [];
  const silent = () => {};
  const global: Record<string, unknown> = {
    React,
    RemoteUI: { createRemoteReactComponent: (name: string) => name },
    __HUBSPOT_EXTENSION_WORKER__: true,
    extend_V2: (render: unknown) => registered.push(render),
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  };
  global['self'] = global;
  vm.runInNewContext(code, global);
  return registered;
}

const bundleOf = (uid: string): string => join(project.appDir, 'functions', 'dist', `${uid}.js`);

async function executeWithNothing(uid: string) {
  const { answer, notices, log } = await executeBundle(uid, bundleOf(uid), {});
  expect(notices).toEqual([]);
  return { answer, messages: log.map((line) => z.looseObject({ msg: z.string() }).parse(JSON.parse(line)).msg) };
}

describe.each(functionUids)('the bundle of %s', (uid) => {
  it('needs nothing that Node does not bring', () => {
    const code = readFileSync(bundleOf(uid), 'utf8');
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name.replace(/^node:/, ''));

    expect(required.filter((name) => !builtinModules.includes(name))).toEqual([]);
  });
});

describe.each(functionUids.filter((uid) => !(uid in endpoints)))('the bundle of %s in HubSpot’s executor', (uid) => {
  it('says what is missing when nothing is set up', async () => {
    const { answer, messages } = await executeWithNothing(uid);

    expect(answer).toMatchObject({ ok: false, failure: { reason: { cause: 'hubspot-token-missing' } } });
    expect(messages).toEqual(['call.started', 'call.failed']);
  });
});

describe.each(Object.keys(endpoints))('the bundle of %s in HubSpot’s executor', (uid) => {
  it('refuses what is no request', async () => {
    const { answer, messages } = await executeWithNothing(uid);

    expect(answer).toMatchObject({ statusCode: 400, body: '{}' });
    expect(messages).toEqual(['request.refused']);
  });
});
