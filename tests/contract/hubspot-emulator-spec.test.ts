import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hubSpotOperations, type HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { levers } from '../../emulators/hubspot/levers.ts';
import { startAccount, type TestAccount } from './hubspot-emulator-harness.ts';
import { createSpecChecker, hasSpecs, type Exchange } from './hubspot-emulator-spec.ts';
import { walkEverything, walkSeed, type Ask, type Version } from './hubspot-emulator-walk.ts';

const recording = (account: TestAccount, exchanges: Exchange[]): Ask => {
  return async (method, path, body) => {
    const reply = await account.send(method, path, body);
    exchanges.push({ method, path, requestBody: body, status: reply.status, responseBody: reply.body });
    return reply;
  };
};

const versions = ['v3', '2026-09'] as const satisfies readonly Version[];

test('the walk calls every endpoint, in one version or the other', async () => {
  const account = await startAccount(walkSeed);

  for (const version of versions) await walkEverything((...call) => account.send(...call), version);

  const called = new Set(Object.keys(account.emulator.requests.counts()));
  expect(hubSpotOperations.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
  expect(called).not.toContain('unexpected');
});

describe('FIDELITY.md', () => {
  const folder = new URL('../../emulators/hubspot/', import.meta.url);
  const rows = readFileSync(new URL('FIDELITY.md', folder), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/[|`]/g, '').trim()));

  test('has one row for every endpoint and none for another', () => {
    const ids = hubSpotOperations.map(({ id }) => id);

    expect(rows.map(([id]) => id).sort()).toEqual([...ids].sort());
  });

  test('names tests that exist', () => {
    const named = [...new Set(rows.flatMap((row) => (row.at(-1) ?? '').split(', ')))];

    const missing = named.filter((name) => !existsSync(new URL(`hubspot-emulator-${name}.test.ts`, import.meta.url)));
    expect(named.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });
});

describe('README.md', () => {
  const text = readFileSync(new URL('../../emulators/hubspot/README.md', import.meta.url), 'utf8');

  test('has a seed that starts', async () => {
    const seed = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as HubSpotSeed;

    const account = await startAccount(seed);

    expect((await account.get('/crm/v3/objects/contacts')).body.results).toHaveLength(1);
  });

  test('describes every switch and every lever', async () => {
    const account = await startAccount();
    const switches = Object.keys(await account.pull('switches', {}));

    const described = [...text.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);

    for (const name of [...switches, ...Object.keys(levers)]) expect(described).toContain(name);
  });
});

test('v3 and 2026-09 give the same answers to the same walk, but for the statuses that the vendor changed', async () => {
  const statuses = async (version: Version) => {
    const account = await startAccount(walkSeed);
    await walkEverything((...call) => account.send(...call), version);
    const byOperation = new Map<string, number[]>();
    for (const { operation, status } of account.emulator.requests.list()) {
      byOperation.set(operation ?? '', [...(byOperation.get(operation ?? '') ?? []), status ?? 0]);
    }
    return byOperation;
  };

  const [old, dated] = [await statuses('v3'), await statuses('2026-09')];

  const different = [...dated].filter(([id, seen]) => JSON.stringify(seen) !== JSON.stringify(old.get(id)));
  expect(different.map(([id]) => id).sort()).toEqual([
    'associations.batch-archive',
    'associations.batch-create',
    'associations.batch-read',
    'properties.batch-create',
  ]);
});

describe.skipIf(!hasSpecs)('the vendor’s OpenAPI files (skipped where ../shared/specs is absent)', () => {
  test.each(versions)('%s: every request of the walk and every answer to it is as they say', async (version) => {
    const account = await startAccount(walkSeed);
    const exchanges: Exchange[] = [];
    const checker = createSpecChecker();

    await walkEverything(recording(account, exchanges), version);

    const verdicts = exchanges.map((exchange) => ({
      what: `${exchange.method} ${exchange.path} → ${exchange.status}`,
      wrong: checker.check(exchange),
    }));
    expect(verdicts.filter(({ wrong }) => wrong !== null && wrong.length > 0)).toEqual([]);
    // Reading custom events back has a file of its own, which is not here.
    expect(verdicts.filter(({ wrong }) => wrong === null).length).toBeLessThanOrEqual(2);
    expect(verdicts.length).toBeGreaterThan(150);
  });

  test.each([
    ['a field that is missing', { kind: 'omit-field', path: 'results.*.id' }],
    ['a field of the wrong type', { kind: 'set-field', path: 'results.*.archived', value: 'no' }],
    ['a time that is none', { kind: 'set-field', path: 'completedAt', value: 'yesterday' }],
  ])('the check finds %s', async (_what, fault) => {
    const account = await startAccount(walkSeed);
    const exchanges: Exchange[] = [];
    account.emulator.faults.add([{ operation: 'contacts.batch-read', fault }]);

    await recording(account, exchanges)('POST', '/crm/v3/objects/contacts/batch/read', {
      inputs: [{ id: '101' }],
      properties: [],
      propertiesWithHistory: [],
    });

    const [exchange] = exchanges;
    expect(exchange === undefined ? [] : createSpecChecker().check(exchange)).not.toEqual([]);
  });
});
