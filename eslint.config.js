import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { config as hubspotConfig } from '@hubspot/eslint-config-ui-extensions';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import unusedImports from 'eslint-plugin-unused-imports';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const server = 'src/app/app.functions';
const uiFolders = '{extensions,cards,settings,pages}';
const uiFiles = `src/app/${uiFolders}/**/*.{ts,tsx}`;
/** Where components and hooks are: the rules for them compile every file that they are given. */
const uiReactFiles = [`src/app/${uiFolders}/**/*.tsx`, `src/app/${uiFolders}/**/use-*.ts`];
const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

/** Folders of the server, and the contract that it shares with the pages. */
const areas = [
  ...readdirSync(server, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name),
  'contract',
];

/** Packages that only compute. */
const purePackages = [
  'validator/',
  'zod/mini$',
  'p-map$',
  'csv-stringify/',
  'tldts-icann$',
  'node:crypto$',
  'node:url$',
  'node:zlib$',
];
const effectFilesOfSync = [
  'checkpoint',
  'lease',
  'marketing-events',
  'open-run',
  'people-writer',
  'read-source',
  'record-failure',
  'records-missing',
  'run-sync',
  'save-progress',
  'write-people',
].map((name) => `${server}/sync/${name}.ts`);

const outsideOfServer = [
  { regex: '(^|/)(emulators|tests|scripts|bench|preview)/', message: 'Only src/ is uploaded.' },
  { regex: '/extensions/(?!contract/)', message: 'The server shares only the contract with the pages.' },
];

const outsideWorld = [
  ...['axios', 'undici', 'node:http', 'node:https', 'node:net', 'node:timers', 'node:timers/promises'].map((name) => ({
    name,
    message: 'Requests and waiting go through http/.',
  })),
  ...['node:process', 'node:fs', 'node:fs/promises', 'node:child_process', 'node:os'].map((name) => ({
    name,
    message: 'The machine belongs to runtime/.',
  })),
  {
    name: 'node:crypto',
    importNames: ['randomBytes', 'randomInt', 'randomUUID'],
    message: 'Chance is injected: see http/time.ts.',
  },
];

const outsideWorldGlobals = [
  'process',
  'console',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
].map((name) => ({ name, message: 'Only runtime/ and http/ touch the outside world.' }));

/**
 * A border of the architecture: what the files of one area may import. Specifiers are matched by the folder that they
 * name, so the rule holds at any depth.
 *
 * @param own - the area that the files belong to
 * @param values - areas of which everything may be imported; `*` = all
 * @param types - areas of which only types may be imported; `*` = all the others
 * @param packages - null = any package
 */
function border({
  own,
  files = [`${server}/${own}/**/*.ts`],
  ignores = [],
  values = [],
  types = [],
  packages,
  isEdge = false,
}) {
  const may = (list, area) => list.includes('*') || list.includes(area);
  const foreign = areas.filter((area) => area !== own && !may(values, area));
  const leadingTo = (area) => (area === 'contract' ? '**/extensions/contract/**' : `**/${area}/**`);
  const typeOnly = foreign.filter((area) => may(types, area)).map(leadingTo);
  const closed = foreign.filter((area) => !may(types, area)).map(leadingTo);
  if (types.includes('sync/ports')) {
    closed.push('!**/sync/*ports.ts', '!**/sweep/ports.ts', '!**/registration/ports.ts');
  }
  const patterns = [...outsideOfServer];
  if (typeOnly.length > 0) {
    patterns.push({
      group: typeOnly,
      allowTypeImports: true,
      message: `${own}/ may import types from there, nothing else.`,
    });
  }
  if (types.includes('sync/ports')) {
    patterns.push({
      group: ['**/sync/*ports.ts', '**/sweep/ports.ts', '**/registration/ports.ts'],
      allowTypeImports: true,
      message: 'Ports are types.',
    });
  }
  if (own === 'contract') patterns.push({ regex: '^\\.\\./', message: 'The contract stands alone.' });
  if (closed.length > 0) patterns.push({ group: closed, message: `${own}/ must not know that area.` });
  if (packages !== null) {
    patterns.push({ regex: `^(?!${['\\.', ...packages].join('|')})`, message: `${own}/ does without that package.` });
  }
  return {
    files,
    ignores,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: isEdge ? [] : outsideWorld, patterns }],
    },
  };
}

const borders = [
  border({ own: 'contract', files: ['src/app/extensions/contract/**/*.ts'], packages: [] }),
  border({ own: 'domain', types: ['contract'], packages: ['validator/'] }),
  border({ own: 'contact-history', values: ['domain'], types: ['contract'], packages: purePackages }),
  border({
    own: 'sync',
    ignores: effectFilesOfSync,
    values: ['domain', 'contact-history', 'settings', 'audit'],
    types: ['*'],
    packages: purePackages,
  }),
  border({
    own: 'sync',
    files: effectFilesOfSync,
    values: ['domain', 'contact-history', 'audit', 'http', 'settings'],
    types: ['contract'],
    packages: purePackages,
  }),
  border({ own: 'http', values: ['domain'], types: ['contract'], packages: null, isEdge: true }),
  ...['zoom', 'hubspot'].map((own) =>
    border({ own, values: ['domain', 'http'], types: ['contract', 'sync/ports'], packages: null }),
  ),
  border({ own: 'setup', values: ['domain', 'http', 'hubspot'], types: ['*'], packages: purePackages }),
  border({
    own: 'sweep',
    values: ['domain', 'http', 'settings', 'sync', 'audit'],
    types: ['*'],
    packages: purePackages,
  }),
  ...['access', 'audit', 'settings', 'registration'].map((own) =>
    border({ own, values: ['domain', 'http', 'contact-history'], types: ['*'], packages: purePackages }),
  ),
  border({ own: 'webhooks', values: ['domain', 'http', 'settings', 'sync'], types: ['*'], packages: purePackages }),
  border({ own: 'runtime', values: ['*'], packages: null, isEdge: true }),
  border({ own: 'entrypoints', values: ['runtime'], types: ['contract'], packages: [] }),
];

/** The preview shows the product as HubSpot would: from outside. */
const previewKnowsNeither = {
  regex: '(^|/)(src|emulators|tests|bench)/',
  message: 'The preview knows bundles and HubSpot’s public API, not what is behind them.',
};
const onlyRunnerOfScripts = {
  regex: '/scripts/(?!function-runner/|project/)',
  message: 'Of the scripts, the preview knows how functions are run and where things are.',
};
const leadsTo = (other) => ({
  regex: `(^|/)${other}/`,
  message: 'The page and its sandbox share only the protocol: they run in different places.',
});

export default defineConfig([
  globalIgnores(['**/node_modules/', 'src/app/functions/dist/', '**/dist/', 'build/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'unused-imports': unusedImports },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })],
    },
    rules: {
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-function': 'off',
      // There are no enums: `erasableSyntaxOnly` forbids them.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A string is spread into its code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Its advice is the non-null assertion.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An empty text often stands for none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Ports are objects of functions: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // Wrong about values that change while something is awaited.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // HubSpot's SDK declares its request bodies as classes and takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A port is asynchronous even where one of its implementations has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': 'off',
      'unused-imports/no-unused-imports': 'error',
      'unused-imports/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'import-x/no-default-export': 'error',
      'import-x/no-mutable-exports': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  { files: ['**/*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: nodeGlobals } },
  { files: ['**/*.cjs'], languageOptions: { globals: { ...nodeGlobals, module: 'writable', require: 'readonly' } } },

  {
    files: uiReactFiles,
    extends: [
      react.configs.flat.recommended,
      react.configs.flat['jsx-runtime'],
      reactHooks.configs.flat['recommended-latest'],
    ],
    settings: { react: { version: '18.3' } },
    rules: {
      // Types say it.
      'react/prop-types': 'off',
    },
  },
  {
    files: [uiFiles],
    extends: [hubspotConfig.filter((entry) => entry.plugins !== undefined)],
    rules: {
      '@hubspot/ui-extensions/no-console': 'error',
      '@hubspot/ui-extensions/no-experimental-imports': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '/app\\.functions/', message: 'The pages know the server by its contract.' },
            {
              regex:
                '^(?!\\.|react$|@hubspot/ui-extensions(/crm|/pages)?$|intl-messageformat$|@schummar/icu-type-parser$|@zoom-webinars/extensions/)',
              message: 'The pages are built on React, the SDK and the message format alone.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [`${server}/**/*.ts`],
    ignores: [`${server}/{runtime,http}/**`],
    rules: {
      'no-restricted-globals': ['error', ...outsideWorldGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is injected: see http/time.ts.' },
        { object: 'Math', property: 'random', message: 'Chance is injected: see http/time.ts.' },
        { object: 'globalThis', message: 'Only runtime/ and http/ touch the outside world.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time is injected: see http/time.ts.',
        },
      ],
    },
  },
  borders,
  {
    files: ['emulators/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '(^|/)src/', message: 'A stand-in that shares code with the product shares its mistakes.' },
          ],
        },
      ],
    },
  },
  {
    files: ['preview/server/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [previewKnowsNeither, onlyRunnerOfScripts] }],
    },
  },
  {
    files: ['preview/{host,sandbox,protocol}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            previewKnowsNeither,
            { regex: '(^|/)(scripts|server)/', message: 'What runs in the browser knows the server by the protocol.' },
            {
              regex:
                '^(?!\\.|react(-dom)?(/client)?$|@remote-ui/|@hubspot/ui-extensions|@fontsource/|radix-ui$|recharts$)',
              message: 'The page is built on React, remote-ui and the packages for its components.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['preview/host/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [leadsTo('sandbox')] }] },
  },
  {
    files: ['preview/sandbox/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [leadsTo('host')] }] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Matchers such as `expect.any` are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },

  prettier,
]);
