import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/project/paths.ts';

/** Only the rules that draw borders: they are what is tested. They need no types, and to know the types takes long. */
const eslint = new ESLint({
  cwd: repositoryRoot,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => /no-restricted-|no-default-export|ui-extensions\//.test(ruleId),
});

async function findingsIn(path: string, code: string): Promise<readonly string[]> {
  const results = await eslint.lintText(code, { filePath: join(repositoryRoot, path) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}

const server = 'src/app/app.functions';
const imports = '@typescript-eslint/no-restricted-imports';

const forbidden: readonly (readonly [string, string, string, string])[] = [
  ['domain', `${server}/domain/instant.ts`, `import { send } from '../http/send.ts';`, imports],
  ['domain', `${server}/domain/instant.ts`, `import type { Send } from '../http/http.ts';`, imports],
  ['domain', `${server}/domain/instant.ts`, `import { x } from '../../extensions/contract/sync.ts';`, imports],
  ['domain', `${server}/domain/instant.ts`, `import { readFile } from 'node:fs/promises';`, imports],
  ['domain', `${server}/domain/instant.ts`, `export const now = () => Date.now();`, 'no-restricted-properties'],
  ['domain', `${server}/domain/instant.ts`, `export const now = () => new Date();`, 'no-restricted-syntax'],
  ['domain', `${server}/domain/instant.ts`, `export default 1;`, 'import-x/no-default-export'],
  ['pure sync', `${server}/sync/normalise.ts`, `import { zoom } from '../zoom/zoom-client.ts';`, imports],
  ['pure sync', `${server}/sync/normalise.ts`, `import { deadline } from '../http/deadline.ts';`, imports],
  ['pure sync', `${server}/sync/normalise.ts`, `import axios from 'axios';`, imports],
  ['pure sync', `${server}/sync/normalise.ts`, `import { randomUUID } from 'node:crypto';`, imports],
  ['pure sync', `${server}/sync/normalise.ts`, `export const chance = Math.random();`, 'no-restricted-properties'],
  ['sync with effects', `${server}/sync/read-source.ts`, `import { zoom } from '../zoom/zoom-client.ts';`, imports],
  ['sync with effects', `${server}/sync/read-source.ts`, `setTimeout(() => {}, 1);`, 'no-restricted-globals'],
  ['sync with effects', `${server}/sync/read-source.ts`, `import type { Z } from '../zoom/zoom-client.ts';`, imports],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import { plan } from '../sync/plan.ts';`, imports],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import { anything } from '../sync/ports.ts';`, imports],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import { register } from '../registration/register.ts';`, imports],
  ['registration', `${server}/registration/register.ts`, `import { zoom } from '../zoom/zoom-client.ts';`, imports],
  ['registration', `${server}/registration/register.ts`, `import { runSyncStep } from '../sync/run-sync.ts';`, imports],
  ['webhooks', `${server}/webhooks/ring.ts`, `import { zoom } from '../zoom/zoom-client.ts';`, imports],
  ['webhooks', `${server}/webhooks/ring.ts`, `import { open } from '../runtime/vendors.ts';`, imports],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import { gateway } from '../hubspot/contact-gateway.ts';`, imports],
  ['zoom', `${server}/zoom/zoom-client.ts`, `void fetch('https://zoom.example');`, 'no-restricted-globals'],
  ['hubspot', `${server}/hubspot/contact-gateway.ts`, `import { x } from '../zoom/zoom-client.ts';`, imports],
  ['hubspot', `${server}/hubspot/contact-gateway.ts`, `console.log(process.env);`, 'no-restricted-globals'],
  ['http', `${server}/http/send.ts`, `import { plan } from '../sync/plan.ts';`, imports],
  ['http', `${server}/http/send.ts`, `import { createStandIn } from '../../../../emulators/core/server.ts';`, imports],
  ['the contract', 'src/app/extensions/contract/sync.ts', `import { z } from 'zod/mini';`, imports],
  ['the contract', 'src/app/extensions/contract/sync.ts', `import { load } from '../shared/load.ts';`, imports],
  ['pages', 'src/app/extensions/shared/load.ts', `import { z } from 'zod';`, imports],
  ['pages', 'src/app/extensions/shared/load.ts', `import { x } from '../../app.functions/domain/instant.ts';`, imports],
  ['pages', 'src/app/extensions/shared/load.ts', `void fetch('/x');`, '@hubspot/ui-extensions/no-native-http'],
  ['pages', 'src/app/extensions/shared/load.ts', `console.info('x');`, '@hubspot/ui-extensions/no-console'],
  [
    'entries',
    'src/app/cards/ContactCard.tsx',
    `import { x } from '../extensions/shared/load.ts';`,
    '@hubspot/ui-extensions/no-parent-imports',
  ],
  [
    'the preview',
    'preview/server/account.ts',
    `import { x } from '../../src/app/app.functions/domain/instant.ts';`,
    imports,
  ],
  ['the preview', 'preview/server/account.ts', `import { x } from '../../emulators/core/clock.ts';`, imports],
  ['the preview', 'preview/server/account.ts', `import { x } from '../../scripts/demo/company.ts';`, imports],
  ['the preview’s page', 'preview/host/App.tsx', `import { x } from '../server/account.ts';`, imports],
  ['the preview’s page', 'preview/host/App.tsx', `import { readFileSync } from 'node:fs';`, imports],
  ['the preview’s page', 'preview/host/App.tsx', `import { x } from '../sandbox/reply.ts';`, 'no-restricted-imports'],
  [
    'the preview’s sandbox',
    'preview/sandbox/reply.ts',
    `import { x } from '../host/App.tsx';`,
    'no-restricted-imports',
  ],
  [
    'stand-ins',
    'emulators/core/clock.ts',
    `import { x } from '../../src/app/app.functions/domain/instant.ts';`,
    imports,
  ],
];

const allowed: readonly (readonly [string, string, string])[] = [
  ['domain', `${server}/domain/instant.ts`, `import type { SyncReport } from '../../extensions/contract/sync.ts';`],
  ['pure sync', `${server}/sync/normalise.ts`, `import { parseInstant } from '../domain/instant.ts';`],
  ['pure sync', `${server}/sync/normalise.ts`, `import type { Send } from '../http/http.ts';`],
  ['pure sync', `${server}/sync/normalise.ts`, `import { createHash } from 'node:crypto';`],
  [
    'sync with effects',
    `${server}/sync/read-source.ts`,
    `import { IntegrationError } from '../http/integration-error.ts';`,
  ],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import type { ZoomSource } from '../sync/ports.ts';`],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import type { NewRegistrant } from '../registration/ports.ts';`],
  ['registration', `${server}/registration/register.ts`, `import type { ZoomSource } from '../sync/ports.ts';`],
  ['zoom', `${server}/zoom/zoom-client.ts`, `import { IntegrationError } from '../http/integration-error.ts';`],
  ['hubspot', `${server}/hubspot/contact-gateway.ts`, `import { Client } from '@hubspot/api-client/lib/x.js';`],
  [
    'http',
    `${server}/http/send.ts`,
    `import axios from 'axios'; setTimeout(() => {}, 1); export const t = Date.now();`,
  ],
  ['pages', 'src/app/extensions/shared/load.ts', `import { Text } from '@hubspot/ui-extensions';`],
  ['pages', 'src/app/extensions/shared/load.ts', `import type { SyncReport } from '../contract/sync.ts';`],
  ['entries', 'src/app/cards/ContactCard.tsx', `import { ContactCard } from '@zoom-webinars/extensions/contact-card';`],
];

describe('a border of the architecture', () => {
  it.each(forbidden)('keeps %s (%s) from: %s', async (_area, path, code, rule) => {
    expect(await findingsIn(path, code)).toContain(rule);
  });

  it.each(allowed)('lets %s (%s) have: %s', async (_area, path, code) => {
    expect(await findingsIn(path, code)).toEqual([]);
  });
});
