import { describe, expect, it } from 'vitest';
import { createContactGateway } from '../../../src/app/app.functions/hubspot/contact-gateway.ts';
import {
  aProblem,
  aRecord,
  batch,
  createFakeHubSpot,
  failureOf,
  inputsOf,
  token,
  type BatchInput,
  type Reply,
} from './fake-hubspot.ts';

const person = (index: number) => ({
  key: `person-${index}`,
  email: `p${index}@x.test`,
  properties: { firstname: `P${index}` },
});
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));
const writtenAs = (input: BatchInput, more: object = {}) =>
  aRecord(`1${/\d+/.exec(input.id)?.[0] ?? ''}`, { email: input.id }, { new: true, ...more });

describe('reading contacts', () => {
  it('asks for all addresses in one call and for the properties that tell primary from secondary', async () => {
    const { api, sent } = createFakeHubSpot(() => batch([]));

    await createContactGateway(api).readByEmail(['a@x.test', 'b@x.test'], ['firstname', 'email']);

    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      target: '/crm/v3/objects/contacts/batch/read',
      isIdempotent: true,
      rateClass: 'hubspot.general',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      json: {
        idProperty: 'email',
        inputs: [{ id: 'a@x.test' }, { id: 'b@x.test' }],
        properties: ['email', 'hs_additional_emails', 'firstname'],
      },
    });
  });

  it('reads by id without an id property', async () => {
    const { api, sent } = createFakeHubSpot(() => batch([]));

    await createContactGateway(api).readById(['1'], []);

    expect(sent[0]?.json).not.toHaveProperty('idProperty');
  });

  it('gives addresses in lower case and a contact once, though two of its addresses were asked for', async () => {
    const record = aRecord('7', {
      email: 'Kim@X.test',
      hs_additional_emails: 'Old@x.test; older@X.test',
      firstname: null,
    });
    const { api } = createFakeHubSpot(() => batch([record, record]));

    const contacts = await createContactGateway(api).readByEmail(['kim@x.test', 'old@x.test'], ['firstname']);

    expect(contacts).toEqual([
      {
        contactId: '7',
        email: 'kim@x.test',
        additionalEmails: ['old@x.test', 'older@x.test'],
        properties: { email: 'Kim@X.test', hs_additional_emails: 'Old@x.test; older@X.test', firstname: null },
      },
    ]);
  });

  it('takes a contact without any address as one', async () => {
    const { api } = createFakeHubSpot(() => batch([aRecord('7', { email: null, hs_additional_emails: '' })]));

    expect(await createContactGateway(api).readById(['7'], [])).toMatchObject([{ email: null, additionalEmails: [] }]);
  });

  it('leaves absent contacts out', async () => {
    const absent = aProblem({ category: 'OBJECT_NOT_FOUND', context: { ids: ['a@x.test', 'b@x.test'] } });
    const { api } = createFakeHubSpot(() => batch([], [absent]));

    expect(await createContactGateway(api).readByEmail(['a@x.test', 'b@x.test'], [])).toEqual([]);
  });

  it('does not take any other error for absence', async () => {
    const { api } = createFakeHubSpot(() => batch([], [aProblem({ message: 'Odd' })]));

    expect(await failureOf(createContactGateway(api).readByEmail(['a@x.test'], []))).toMatchObject({
      kind: 'rejected',
      operation: 'read contacts by address',
      vendorCode: 'VALIDATION_ERROR',
      reason: { cause: 'vendor-refused', problem: 'Odd' },
    });
  });

  it.each([
    ['no list of results', { json: { status: 'COMPLETE' } }],
    ['a result without properties', { json: { results: [{ id: '1' }] } }],
    ['an empty body', {}],
  ])('takes %s for an unexpected shape, not for absence', async (_name, body) => {
    const { api } = createFakeHubSpot(() => ({ status: 200, ...body }));

    expect(await failureOf(createContactGateway(api).readById(['1'], []))).toMatchObject({ kind: 'unexpected-shape' });
  });

  it('sends nothing for nobody, and refuses more than a hundred', async () => {
    const { api, sent } = createFakeHubSpot(() => batch([]));
    const gateway = createContactGateway(api);

    expect(await gateway.readById([], [])).toEqual([]);
    expect(await failureOf(gateway.readById(Array.from({ length: 101 }, String), []))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });
});

describe('writing contacts', () => {
  it('puts the address into the id only, and a trace id that does not say who it is', async () => {
    const { api, sent } = createFakeHubSpot((request) => batch(inputsOf(request).map((input) => writtenAs(input))));

    await createContactGateway(api).upsertByEmail([person(3)]);

    expect(sent[0]).toMatchObject({ target: '/crm/v3/objects/contacts/batch/upsert', isIdempotent: true });
    expect(sent[0]?.json).toEqual({
      inputs: [{ id: 'p3@x.test', idProperty: 'email', objectWriteTraceId: 'row-0', properties: { firstname: 'P3' } }],
    });
  });

  it('updates by id', async () => {
    const { api, sent } = createFakeHubSpot(() => batch([aRecord('7', {})]));

    const outcome = await createContactGateway(api).updateById([{ key: 'k', contactId: '7', properties: { a: 'b' } }]);

    expect(sent[0]).toMatchObject({
      target: '/crm/v3/objects/contacts/batch/update',
      json: { inputs: [{ id: '7', objectWriteTraceId: 'row-0', properties: { a: 'b' } }] },
    });
    expect([...outcome.written]).toEqual([['k', { contactId: '7', isNew: false }]]);
  });

  it('finds everybody again in an answer that is in another order and in other letters', async () => {
    const { api } = createFakeHubSpot((request) =>
      batch(
        inputsOf(request)
          .map((input) => writtenAs(input))
          .reverse(),
      ),
    );

    const { written } = await createContactGateway(api).upsertByEmail(
      people(100).map((input) => ({ ...input, email: input.email.toUpperCase() })),
    );

    expect(written.size).toBe(100);
    expect(written.get('person-42')).toEqual({ contactId: '142', isNew: true });
  });

  it('names the contact that HubSpot answers with, though it is another one', async () => {
    const { api } = createFakeHubSpot(() => batch([aRecord('99', {}, { objectWriteTraceId: 'row-0' })]));

    const { written } = await createContactGateway(api).updateById([{ key: 'k', contactId: '7', properties: {} }]);

    expect(written.get('k')).toEqual({ contactId: '99', isNew: false });
  });

  it('counts a row that the answer leaves out as missing', async () => {
    const { api, sent } = createFakeHubSpot((request) =>
      batch(
        inputsOf(request)
          .slice(1)
          .map((input) => writtenAs(input)),
      ),
    );

    const { written, rejected, missing } = await createContactGateway(api).upsertByEmail(people(3));

    expect([written.size, rejected.size]).toEqual([2, 0]);
    expect(missing).toEqual(['person-0']);
    expect(sent).toHaveLength(1);
  });

  it('lets one bad row of a hundred cost nobody else, without another call', async () => {
    const { api, sent } = createFakeHubSpot((request) => {
      const [bad, ...good] = inputsOf(request);
      const problem = aProblem({
        message: 'Contact p0@x.test: no',
        context: { objectWriteTraceId: [bad?.objectWriteTraceId] },
      });
      return batch(
        good.map((input) => writtenAs(input)),
        [problem],
      );
    });

    const { written, rejected, missing } = await createContactGateway(api).upsertByEmail(people(100));

    expect([written.size, rejected.size, missing.length]).toEqual([99, 1, 0]);
    expect(rejected.get('person-0')).toBe('Contact [redacted]: no');
    expect(sent).toHaveLength(1);
  });

  const refuseWhole = (isBad: (input: BatchInput) => boolean) => {
    return (inputs: readonly BatchInput[]): Reply =>
      inputs.some(isBad)
        ? { status: 400, json: aProblem({ message: 'Bad row' }) }
        : batch(inputs.map((input) => writtenAs(input)));
  };

  it('halves a request that is refused as a whole until the bad row stands alone', async () => {
    const reply = refuseWhole(({ id }) => id === 'p57@x.test');
    const { api, sent } = createFakeHubSpot((request) => reply(inputsOf(request)));

    const { written, rejected, missing } = await createContactGateway(api).upsertByEmail(people(100));

    expect(written.size).toBe(99);
    expect([...rejected]).toEqual([['person-57', 'Bad row']]);
    expect(missing).toEqual([]);
    expect(sent.length).toBeLessThanOrEqual(15);
  });

  it('writes both rows of one address, which HubSpot refuses in one request', async () => {
    const { api } = createFakeHubSpot((request) => {
      const inputs = inputsOf(request);
      const isRepeated = new Set(inputs.map(({ id }) => id)).size < inputs.length;
      return isRepeated ? { status: 400, json: aProblem() } : batch(inputs.map((input) => writtenAs(input)));
    });

    const twice = ['a', 'b'].map((key) => ({ key, email: 'p1@x.test', properties: {} }));
    const { written } = await createContactGateway(api).upsertByEmail(twice);

    expect([...written.keys()]).toEqual(['a', 'b']);
  });

  it('finds the row that an error means but does not name', async () => {
    const { api, sent } = createFakeHubSpot((request) => {
      const inputs = inputsOf(request);
      const good = inputs.filter(({ id }) => id !== 'p2@x.test');
      return batch(
        good.map((input) => writtenAs(input)),
        good.length < inputs.length ? [aProblem({ message: 'Somebody is wrong' })] : undefined,
      );
    });

    const { written, rejected } = await createContactGateway(api).upsertByEmail(people(5));

    expect(written.size).toBe(4);
    expect([...rejected]).toEqual([['person-2', 'Somebody is wrong']]);
    expect(sent).toHaveLength(2);
  });

  it('ends with the failure when the whole account is out of calls', async () => {
    const body = { status: 'error', message: 'daily', policyName: 'DAILY' };
    const { api } = createFakeHubSpot(() => ({ status: 429, json: body }));

    expect(await failureOf(createContactGateway(api).upsertByEmail(people(2)))).toMatchObject({
      kind: 'quota-exhausted',
      reason: { cause: 'limit-reached', limit: 'day' },
    });
  });

  it('sends nothing for nobody, and refuses more than a hundred and repeated keys', async () => {
    const { api, sent } = createFakeHubSpot(() => batch([]));
    const gateway = createContactGateway(api);

    expect(await gateway.updateById([])).toEqual({ written: new Map(), rejected: new Map(), missing: [] });
    expect(await failureOf(gateway.upsertByEmail(people(101)))).toMatchObject({ kind: 'bug' });
    expect(await failureOf(gateway.upsertByEmail([person(1), person(1)]))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });
});
