import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/app/app.functions/', import.meta.url));

it('costs a function less than 520 kB, all of the SDK that is in use included', async () => {
  const modules = [
    'hubspot/contact-gateway.ts',
    'hubspot/marketing-event-gateway.ts',
    'hubspot/behavioural-event-gateway.ts',
    'hubspot/account-user-gateway.ts',
    'hubspot/deleted-contact-gateway.ts',
    'hubspot/contact-participation-gateway.ts',
    'hubspot/call-gateway.ts',
    'hubspot/overlay-state-store.ts',
    'hubspot/hubspot-api.ts',
    'setup/ensure-account.ts',
  ];

  const { outputFiles, metafile } = await build({
    stdin: { contents: modules.map((path) => `export * from './${path}';`).join('\n'), resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
  });

  expect(outputFiles[0]?.contents.length).toBeLessThan(520_000);
  const [bundle] = Object.values(metafile.outputs);
  const included = Object.entries(bundle?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [path] : [],
  );
  expect(included.filter((path) => /node_modules\/zod\/v4\/(classic|locales\/(?!en\.))/.test(path))).toEqual([]);
  expect(included.filter((path) => /api-client\/(index|lib\/src\/(client|discovery))/.test(path))).toEqual([]);
});
