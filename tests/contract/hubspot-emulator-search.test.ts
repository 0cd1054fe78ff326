import { describe, expect, test } from 'vitest';
import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { contactsPath, idsOf, startAccount, threeContacts, type TestAccount } from './hubspot-emulator-harness.ts';

const searchPath = `${contactsPath}/search`;

const people = {
  account: { tier: 'unlimited' },
  contacts: [
    { id: '1', properties: { email: 'ann@acme.com', firstname: 'Ann', annualrevenue: '10', lifecyclestage: 'lead' } },
    {
      id: '2',
      properties: { email: 'bob@acme.com', firstname: 'Bob', annualrevenue: '9', lifecyclestage: 'customer' },
    },
    { id: '3', properties: { email: 'cyd@home.net', hs_additional_emails: 'cyd.two@acme.com;cyd3@acme.com' } },
  ],
} satisfies HubSpotSeed;

async function found(account: TestAccount, ...filters: readonly object[]): Promise<readonly string[]> {
  const reply = await account.post(searchPath, { filterGroups: [{ filters }], properties: [], limit: 100 });
  if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.body.message}`);
  return idsOf(reply);
}

describe('filters', () => {
  test.each([
    ['EQ whatever the case', { propertyName: 'firstname', operator: 'EQ', value: 'ANN' }, ['1']],
    ['NEQ, also without a value', { propertyName: 'firstname', operator: 'NEQ', value: 'Ann' }, ['2', '3']],
    ['IN with values in lower case', { propertyName: 'firstname', operator: 'IN', values: ['ann', 'bob'] }, ['1', '2']],
    ['IN finds nothing by upper case', { propertyName: 'firstname', operator: 'IN', values: ['Ann'] }, []],
    ['NOT_IN', { propertyName: 'firstname', operator: 'NOT_IN', values: ['ann'] }, ['2', '3']],
    ['GT compares numbers as numbers', { propertyName: 'annualrevenue', operator: 'GT', value: '9' }, ['1']],
    ['GTE', { propertyName: 'annualrevenue', operator: 'GTE', value: '9' }, ['1', '2']],
    ['LT', { propertyName: 'annualrevenue', operator: 'LT', value: '10' }, ['2']],
    ['LTE', { propertyName: 'annualrevenue', operator: 'LTE', value: '10' }, ['1', '2']],
    ['BETWEEN', { propertyName: 'annualrevenue', operator: 'BETWEEN', value: '9.5', highValue: '11' }, ['1']],
    ['HAS_PROPERTY', { propertyName: 'annualrevenue', operator: 'HAS_PROPERTY' }, ['1', '2']],
    ['NOT_HAS_PROPERTY', { propertyName: 'annualrevenue', operator: 'NOT_HAS_PROPERTY' }, ['3']],
    ['a time in milliseconds', { propertyName: 'createdate', operator: 'LT', value: '1795165200000' }, ['1', '2', '3']],
    ['a time in ISO form', { propertyName: 'createdate', operator: 'GT', value: '2026-11-01' }, []],
    [
      'CONTAINS_TOKEN finds a whole address in a list',
      { propertyName: 'hs_additional_emails', operator: 'CONTAINS_TOKEN', value: 'cyd3@acme.com' },
      ['3'],
    ],
    [
      'CONTAINS_TOKEN with a wildcard',
      { propertyName: 'email', operator: 'CONTAINS_TOKEN', value: '*acme.com' },
      ['1', '2'],
    ],
    ['CONTAINS_TOKEN finds no part of a word', { propertyName: 'email', operator: 'CONTAINS_TOKEN', value: 'acm' }, []],
    ['NOT_CONTAINS_TOKEN', { propertyName: 'email', operator: 'NOT_CONTAINS_TOKEN', value: 'acme.com' }, ['3']],
    ['EQ does not find a secondary address', { propertyName: 'email', operator: 'EQ', value: 'cyd3@acme.com' }, []],
    [
      'EQ finds one value among several',
      { propertyName: 'hs_additional_emails', operator: 'EQ', value: 'cyd3@acme.com' },
      ['3'],
    ],
  ])('%s', async (_what, filter, expected) => {
    const account = await startAccount(people);

    expect(await found(account, filter)).toEqual(expected);
  });

  test('of one group must all hold, of several groups one', async () => {
    const account = await startAccount(people);
    const ann = { propertyName: 'firstname', operator: 'EQ', value: 'ann' };
    const customer = { propertyName: 'lifecyclestage', operator: 'EQ', value: 'customer' };

    const both = await account.post(searchPath, { filterGroups: [{ filters: [ann, customer] }] });
    const either = await account.post(searchPath, { filterGroups: [{ filters: [ann] }, { filters: [customer] }] });

    expect(idsOf(both)).toEqual([]);
    expect(idsOf(either)).toEqual(['1', '2']);
  });

  test.each([
    ['without its value', { propertyName: 'firstname', operator: 'EQ' }],
    ['without its values', { propertyName: 'firstname', operator: 'IN', values: [] }],
    ['without its upper end', { propertyName: 'annualrevenue', operator: 'BETWEEN', value: '1' }],
    ['of an operator that does not exist', { propertyName: 'firstname', operator: 'LIKE', value: 'x' }],
    ['of a property that does not exist', { propertyName: 'shoe_size', operator: 'EQ', value: '44' }],
  ])('%s are refused', async (_what, filter) => {
    const account = await startAccount(people);

    expect((await account.post(searchPath, { filterGroups: [{ filters: [filter] }] })).status).toBe(400);
  });

  test('are limited: five groups, six in a group, eighteen in all', async () => {
    const account = await startAccount(people);
    const filter = { propertyName: 'firstname', operator: 'HAS_PROPERTY' };
    const search = async (...sizes: readonly number[]) => {
      const filterGroups = sizes.map((length) => ({ filters: Array.from({ length }, () => filter) }));
      return (await account.post(searchPath, { filterGroups })).status;
    };

    expect(await search(1, 1, 1, 1, 1)).toBe(200);
    expect(await search(1, 1, 1, 1, 1, 1)).toBe(400);
    expect(await search(6, 6, 6)).toBe(200);
    expect(await search(7)).toBe(400);
    expect(await search(6, 6, 6, 1)).toBe(400);
  });
});

describe('results', () => {
  test('are sorted as asked, values that are missing last', async () => {
    const account = await startAccount(people);
    const search = async (sorts: readonly unknown[]) =>
      ((await account.post(searchPath, { sorts })).body.results ?? []).map(({ id }) => id);

    expect(await search(['annualrevenue'])).toEqual(['2', '1', '3']);
    expect(await search([{ propertyName: 'annualrevenue', direction: 'DESCENDING' }])).toEqual(['1', '2', '3']);
    expect((await account.post(searchPath, { sorts: ['email', 'firstname'] })).status).toBe(400);
  });

  test('come in pages of ten, 200 at most, to the 10,000th', async () => {
    const contacts = Array.from({ length: 12 }, (_, index) => ({ id: String(index + 1), properties: {} }));
    const account = await startAccount({ ...people, contacts });

    const first = await account.post(searchPath, {});
    const second = await account.post(searchPath, { after: first.body.paging?.next?.after });

    expect(first.body).toMatchObject({ total: 12, paging: { next: { after: '10' } } });
    expect(idsOf(second)).toEqual(['11', '12']);
    expect(second.body.paging).toBeUndefined();
    expect((await account.post(searchPath, { limit: 201 })).status).toBe(400);
    expect((await account.post(searchPath, { limit: 200, after: '9800' })).status).toBe(200);
    expect((await account.post(searchPath, { limit: 200, after: '9801' })).status).toBe(400);
  });

  test('match a query in the searchable properties', async () => {
    const account = await startAccount(people);

    expect(idsOf(await account.post(searchPath, { query: 'ACME bob' }))).toEqual(['2']);
    expect((await account.post(searchPath, { query: 'x'.repeat(3_001) })).status).toBe(400);
  });
});

describe('the index', () => {
  test('shows a new contact, and a change, some seconds late', async () => {
    const account = await startAccount({ contacts: threeContacts });
    const byName = { propertyName: 'firstname', operator: 'EQ', value: 'zoe' };
    await account.post(contactsPath, { properties: { email: 'zoe@acme.com', firstname: 'Zoe' } });
    await account.patch(`${contactsPath}/101`, { properties: { firstname: 'Zoe' } });

    const atOnce = await found(account, byName);
    const oldName = await found(account, { ...byName, value: 'ann' });
    account.emulator.clock.advance(4_999);
    const stillNot = await found(account, byName);
    account.emulator.clock.advance(1);
    const now = await found(account, byName);

    expect(atOnce).toEqual([]);
    expect(oldName).toEqual(['101']);
    expect(stillNot).toEqual([]);
    expect(now).toHaveLength(2);
    expect(await found(account, { ...byName, value: 'ann' })).toEqual([]);
  });

  test('never shows an archived contact', async () => {
    const account = await startAccount({ contacts: threeContacts });

    await account.del(`${contactsPath}/101`);

    expect(await found(account, { propertyName: 'email', operator: 'HAS_PROPERTY' })).toEqual(['102', '103']);
  });

  test('is as late as the switch says', async () => {
    const account = await startAccount({ emulator: { switches: { searchIndexLagMs: 0 } } });
    await account.post(contactsPath, { properties: { email: 'zoe@acme.com' } });

    expect(await found(account, { propertyName: 'email', operator: 'EQ', value: 'zoe@acme.com' })).toHaveLength(1);
  });
});
