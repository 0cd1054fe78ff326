import { describe, expect, test } from 'vitest';
import { hubSpotOperations } from '../../emulators/hubspot/index.ts';
import { knownScopes } from '../../emulators/hubspot/scopes.ts';
import { contactsPath, portalId, startAccount, threeContacts, type TestAccount } from './hubspot-emulator-harness.ts';

const isRead = (id: string): boolean => /[.-](read|search|list|get)(-|$)/.test(id);
const isWriteScope = (scope: string): boolean => /(\.write|\.read_write|\.send|automation)$/.test(scope);

/** Every call that changes something, under each of its paths; the path's places hold what makes the call well-formed. */
const writes = hubSpotOperations
  .filter(({ id, method }) => method !== 'GET' && !isRead(id) && !id.includes('app-settings'))
  .flatMap(({ id, method, paths }) => paths.map((pattern) => ({ id, method, path: fill(pattern) })));

function fill(pattern: string): string {
  const values: Readonly<Record<string, string>> = {
    fromObjectType: 'calls',
    toObjectType: 'contacts',
    objectType: pattern.includes('/properties/') ? 'contacts' : `p${portalId}_locker`,
    subscriberState: 'register',
    callbackId: 'ap-1',
  };
  return pattern.replaceAll(/:(\w+)/g, (_place, name: string) => values[name] ?? '101');
}

const schemas = [
  {
    name: 'locker',
    labels: { singular: 'Locker', plural: 'Lockers' },
    primaryDisplayProperty: 'locker_key',
    requiredProperties: ['locker_key'],
    properties: [{ name: 'locker_key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true }],
  },
];
const start = (scopes: readonly string[]): Promise<TestAccount> =>
  startAccount({ contacts: threeContacts, schemas, account: { tier: 'unlimited', scopes: [...scopes] } });

describe('B1: the scope of a write', () => {
  test('is looked at before the body: a token that may only read gets 403, whatever it sends', async () => {
    const account = await start(knownScopes.filter((scope) => !isWriteScope(scope)));

    const letIn: unknown[] = [];
    for (const { id, method, path } of writes) {
      for (const body of [{}, { inputs: [] }, '{"broken":']) {
        const { status, body: answer } = await account.send(method, path, body);
        letIn.push(...(answer.category === 'MISSING_SCOPES' && status === 403 ? [] : [{ id, path, status }]));
      }
    }

    expect(writes.length).toBeGreaterThan(100);
    expect(letIn).toEqual([]);
    expect((await account.get(contactsPath)).body.results).toHaveLength(3);
  });

  test('is named in the refusal, and only write scopes are', async () => {
    const account = await start([]);

    const named = new Set<string>();
    for (const { method, path } of writes) {
      const { body } = await account.send(method, path, {});
      for (const scope of body.context?.['requiredGranularScopes'] ?? []) named.add(scope);
    }

    expect([...named].filter((scope) => !isWriteScope(scope))).toEqual([]);
    expect(named).toContain('crm.extensions_calling_transcripts.write');
  });

  test('is there: an empty body is 400 then, and nothing has happened', async () => {
    const account = await start(knownScopes);
    const batches = writes.filter(({ method, path }) => method === 'POST' && /\/(batch|send)\b/.test(path));

    const statuses: number[] = [];
    for (const { path } of batches) statuses.push((await account.send('POST', path, {})).status);

    expect(batches.length).toBeGreaterThan(30);
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect((await account.get(contactsPath)).body.results).toHaveLength(3);
  });

  test('of associations is a read scope only when the switch follows the specification', async () => {
    const account = await start(['crm.objects.contacts.read']);
    const create = () =>
      account.post('/crm/associations/2026-09/calls/contacts/batch/associate/default', { inputs: [] });

    const strict = await create();
    await account.pull('switches', { associationWriteScope: 'any-listed' });
    const listed = await create();

    expect(strict.body.context).toEqual({ requiredGranularScopes: ['crm.objects.contacts.write'] });
    expect(listed.status).toBe(400);
  });
});
