import { describe, expect, it } from 'vitest';
import { createDeletedContactGateway } from '../../../src/app/app.functions/hubspot/deleted-contact-gateway.ts';
import { aProblem, aRecord, batch, createFakeHubSpot, failureOf, type Reply } from './fake-hubspot.ts';

const gatewayOf = (reply: Reply) => {
  const { api, sent } = createFakeHubSpot(() => reply);
  return { gateway: createDeletedContactGateway(api), sent };
};
const deleted = (id: string, email: string | null, others: string | null = null, more: object = { archived: true }) =>
  aRecord(id, { email, hs_additional_emails: others }, more);

describe('S14: the list of deleted contacts', () => {
  it('has primary and secondary addresses, in lower case and each once', async () => {
    const { gateway, sent } = gatewayOf({
      status: 200,
      json: {
        results: [
          deleted('1', 'Ada@Example.com', 'ada@old.example; Ada@Older.example'),
          deleted('2', null),
          deleted('3', 'ada@old.example'),
          deleted('4', 'living@example.com', null, { archived: false }),
        ],
        paging: { next: { after: '4' } },
      },
    });

    expect(await gateway.listDeletedAddresses(null)).toEqual({
      addresses: ['ada@example.com', 'ada@old.example', 'ada@older.example'],
      after: '4',
    });
    const url = new URL(`http://hubspot.test${sent[0]?.target ?? ''}`);
    expect(url.pathname).toBe('/crm/v3/objects/contacts');
    expect([...url.searchParams]).toEqual([
      ['limit', '100'],
      ['properties', 'email'],
      ['properties', 'hs_additional_emails'],
      ['archived', 'true'],
    ]);
  });

  it('is read on from where the page before ended', async () => {
    const { gateway, sent } = gatewayOf({ status: 200, json: { results: [] } });

    expect(await gateway.listDeletedAddresses('4')).toEqual({ addresses: [], after: null });
    expect(sent[0]?.target).toContain('after=4');
  });

  it('is not read for ever when a page points to itself', async () => {
    const { gateway } = gatewayOf({ status: 200, json: { results: [], paging: { next: { after: '4' } } } });

    expect(await failureOf(gateway.listDeletedAddresses('4'))).toMatchObject({ kind: 'unexpected-shape' });
  });

  it('is unknown, not empty, after a failure', async () => {
    const { gateway } = gatewayOf({ status: 400, json: aProblem() });

    expect(await failureOf(gateway.listDeletedAddresses(null))).toMatchObject({ kind: 'rejected' });
  });
});

describe('S14: looking for deleted contacts by address', () => {
  const asked = ['ada@example.com', 'ada@old.example', 'grace@example.com'];
  const absent = aProblem({ category: 'OBJECT_NOT_FOUND', context: { ids: ['grace@example.com'] } });

  it('says which of the addresses they have, the secondary ones too', async () => {
    const { gateway, sent } = gatewayOf(batch([deleted('1', 'Ada@example.com', 'ada@old.example')], [absent]));

    expect(await gateway.findDeletedAddresses(asked)).toEqual(['ada@example.com', 'ada@old.example']);
    expect(sent[0]).toMatchObject({
      target: '/crm/v3/objects/contacts/batch/read?archived=true',
      isIdempotent: true,
      json: {
        idProperty: 'email',
        inputs: asked.map((id) => ({ id })),
        properties: ['email', 'hs_additional_emails'],
      },
    });
  });

  it.each([
    ['HubSpot finds nothing', batch([], [absent])],
    ['HubSpot does not take the question', { status: 400, json: aProblem({ message: 'Not with archived records' }) }],
    ['HubSpot answers with a living contact', batch([deleted('1', 'ada@example.com', null, { archived: false })])],
    [
      'HubSpot does not say whether a contact lives',
      batch([deleted('1', 'ada@example.com', null, { archived: undefined })]),
    ],
  ])('finds nobody when %s', async (_name, reply) => {
    const { gateway } = gatewayOf(reply);

    expect(await gateway.findDeletedAddresses(asked)).toEqual([]);
  });

  it.each([
    ['another problem of the batch', batch([], [aProblem()]), 'rejected'],
    ['a missing scope', { status: 403, json: aProblem({ category: 'MISSING_SCOPES' }) }, 'missing-scope'],
    ['a conflict', { status: 409, json: aProblem({ category: 'CONFLICT' }) }, 'conflict'],
    ['no such path', { status: 404, json: aProblem() }, 'not-found'],
    ['a server that is down', { status: 502, text: '' }, 'unavailable'],
    ['an answer without results', { status: 200, json: {} }, 'unexpected-shape'],
  ] as const)('does not take %s for nobody', async (_name, reply, kind) => {
    const { gateway } = gatewayOf(reply);

    expect(await failureOf(gateway.findDeletedAddresses(asked))).toMatchObject({ kind });
  });

  it('asks for a hundred at most, and for nobody not at all', async () => {
    const { gateway, sent } = gatewayOf(batch([]));
    const many = Array.from({ length: 101 }, (_, index) => `p${index}@example.com`);

    expect(await gateway.findDeletedAddresses([])).toEqual([]);
    expect(await failureOf(gateway.findDeletedAddresses(many))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });
});
