import { describe, expect, test } from 'vitest';
import { onlyResult, startAccount, threeContacts, type Reply, type TestAccount } from './hubspot-emulator-harness.ts';

const callsPath = '/crm/objects/2026-09/calls';
const propertiesPath = '/crm/properties/2026-09/calls';
const timestamp = '2026-11-19T10:00:00Z';
const keyProperty = {
  name: 'zw_recording_key',
  label: 'Recording key',
  type: 'string',
  fieldType: 'text',
  groupName: 'zoom_webinars',
  hasUniqueValue: true,
};
const seed = {
  contacts: threeContacts,
  calls: [{ id: '500', properties: { hs_timestamp: timestamp } }],
  properties: { calls: [keyProperty] },
};

const upsert = (key: string, properties: object, trace = key) => ({
  id: key,
  idProperty: 'zw_recording_key',
  properties: { hs_timestamp: timestamp, ...properties },
  objectWriteTraceId: trace,
});
const upsertAll = (account: TestAccount, ...inputs: readonly object[]) =>
  account.post(`${callsPath}/batch/upsert`, { inputs });
const tracesOf = (reply: Reply) => (reply.body.results ?? []).map((row) => row['objectWriteTraceId']).sort();

describe('S28: call records', () => {
  test('may have a unique property of the app’s own, in a group of its own, unique from the start or never', async () => {
    const account = await startAccount();

    const early = await account.post(propertiesPath, keyProperty);
    const group = await account.post(`${propertiesPath}/groups`, {
      name: 'zoom_webinars',
      label: 'Zoom',
      displayOrder: 1,
    });
    const created = await account.post(propertiesPath, keyProperty);
    await account.post(propertiesPath, { ...keyProperty, name: 'zw_plain', hasUniqueValue: false });
    const changed = await account.patch(`${propertiesPath}/zw_plain`, { label: 'Plain', hasUniqueValue: true });

    expect([early.status, group.status, created.status, changed.status]).toEqual([400, 201, 201, 200]);
    expect(created.body['hasUniqueValue']).toBe(true);
    expect(changed.body).toMatchObject({ label: 'Plain', hasUniqueValue: false });
    expect((await account.post(propertiesPath, keyProperty)).status).toBe(409);
  });

  test('have at most ten unique properties, whatever contacts have', async () => {
    const account = await startAccount({ properties: { contacts: [{ ...keyProperty, name: 'other_key' }] } });
    const create = (index: number) =>
      account.post(propertiesPath, { ...keyProperty, name: `zw_key_${index}`, groupName: 'call' });

    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1) statuses.push((await create(index)).status);

    expect(statuses).toEqual([...Array<number>(10).fill(201), 400]);
  });

  test('are made once and changed afterwards under their key, without associations', async () => {
    const account = await startAccount(seed);
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];

    const first = await upsertAll(account, {
      ...upsert('rec-1', { hs_call_title: 'One' }),
      associations: [{ to: { id: '101' }, types }],
    });
    const second = await upsertAll(account, upsert('rec-1', { hs_call_title: 'Two' }));

    expect([onlyResult(first)['new'], onlyResult(second)['new']]).toEqual([true, false]);
    expect(onlyResult(second).id).toBe(onlyResult(first).id);
    expect((await account.state())['associations']).toEqual([]);
  });

  test.each([
    ['a recording that is not https', { hs_call_recording_url: 'http://zoom.us/rec/a.mp4' }],
    ['another source', { hs_call_source: 'ZOOM' }],
    ['a length that is no number', { hs_call_duration: 'an hour' }],
    ['a text of 65,537 characters', { hs_call_body: 'x'.repeat(65_537) }],
    ['a property nobody defined', { zw_nothing: 'x' }],
    ['a time that is none', { hs_timestamp: 'yesterday' }],
    ['no time', { hs_timestamp: '' }],
  ])('with %s are refused by their row only', async (_what, wrong) => {
    const account = await startAccount(seed);

    const reply = await upsertAll(account, upsert('good', {}), upsert('bad', wrong));

    expect(reply.status).toBe(207);
    expect(tracesOf(reply)).toEqual(['good']);
    expect(reply.body.errors).toMatchObject([
      { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['bad'] } },
    ]);
  });

  test('take milliseconds, an https address, their one source, and 65,536 characters; an empty text clears', async () => {
    const account = await startAccount(seed);

    const written = await upsertAll(
      account,
      upsert('rec-1', {
        hs_call_duration: '2700000',
        hs_call_recording_url: 'https://zoom.us/rec/share/a?pwd=b',
        hs_call_source: 'INTEGRATIONS_PLATFORM',
        hs_call_status: 'COMPLETED',
        hs_call_body: 'x'.repeat(65_536),
      }),
    );
    const cleared = await upsertAll(account, upsert('rec-1', { hs_call_recording_url: '' }));

    expect(written.status).toBe(200);
    expect(onlyResult(written).properties).toMatchObject({ hs_call_duration: '2700000' });
    expect(onlyResult(cleared).properties?.['hs_call_recording_url']).toBe('');
  });

  test('vanish from their contacts when somebody deletes them', async () => {
    const account = await startAccount({
      ...seed,
      associations: [{ from: { objectType: 'calls', id: '500' }, to: { objectType: 'contacts', id: '101' } }],
    });
    const read = () => account.post('/crm/associations/2026-09/contacts/calls/batch/read', { inputs: [{ id: '101' }] });

    const before = await read();
    await account.pull('archive-record', { objectType: 'calls', id: '500' });

    expect(onlyResult(before)['to']).toMatchObject([{ toObjectId: '500' }]);
    expect((await read()).body.results).toEqual([]);
    await expect(account.pull('archive-record', { objectType: 'calls', id: '500' })).rejects.toThrow('500');
  });
});

describe('S28: calls and the contacts who took part', () => {
  const batch = '/crm/associations/2026-09/calls/contacts/batch';
  const pair = (contactId: string, callId = '500') => ({ from: { id: callId }, to: { id: contactId } });
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];

  test('are connected as far as they exist; the others are errors by name', async () => {
    const account = await startAccount(seed);
    await account.pull('archive-contact', { id: '103' });

    const reply = await account.post(`${batch}/create`, {
      inputs: ['101', '103', '9'].map((id) => ({ ...pair(id), types })),
    });

    expect(reply.status).toBe(207);
    expect(reply.body.results).toHaveLength(1);
    expect((reply.body.errors ?? []).map(({ subCategory, context }) => [subCategory, context?.['toObjectId']])).toEqual(
      [
        ['crm.associations.INVALID_IDENTIFIER', ['103']],
        ['crm.associations.INVALID_IDENTIFIER', ['9']],
      ],
    );
  });

  test('by default come with errors in 200, or 207, as the switch says; both write the good ones', async () => {
    const account = await startAccount(seed);
    const associate = (id: string) => account.post(`${batch}/associate/default`, { inputs: [pair(id), pair('9')] });

    const ok = await associate('101');
    await account.pull('switches', { defaultAssociationErrors: 'status-207' });
    const multiStatus = await associate('102');
    const read = await account.post(`${batch}/read`, { inputs: [{ id: '500' }] });

    expect([ok.status, multiStatus.status]).toEqual([200, 207]);
    expect([ok.body.numErrors, multiStatus.body.numErrors]).toEqual([1, 1]);
    expect(onlyResult(read)['to']).toMatchObject([{ toObjectId: '101' }, { toObjectId: '102' }]);
  });

  test('take 2,000 pairs by default at once, and no more', async () => {
    const account = await startAccount(seed);
    const associate = (length: number) =>
      account.post(`${batch}/associate/default`, { inputs: Array.from({ length }, () => pair('101')) });

    expect((await associate(2_000)).status).toBe(200);
    expect((await associate(2_001)).status).toBe(400);
    expect((await associate(0)).status).toBe(400);
  });

  test('are parted without a word about those that are not there', async () => {
    const account = await startAccount(seed);
    await account.post(`${batch}/associate/default`, { inputs: [pair('101'), pair('102')] });

    const reply = await account.post(`${batch}/archive`, {
      inputs: [{ from: { id: '500' }, to: [{ id: '101' }, { id: '9' }] }],
    });

    expect(reply.status).toBe(200);
    const left = await account.post(`${batch}/read`, { inputs: [{ id: '500' }] });
    expect(onlyResult(left)['to']).toMatchObject([{ toObjectId: '102' }]);
  });

  test('writing uses up a budget of its own', async () => {
    const account = await startAccount(seed);
    const associate = () => account.post(`${batch}/associate/default`, { inputs: [pair('101')] });

    const statuses = new Set<number>();
    for (let index = 0; index < 150; index += 1) statuses.add((await associate()).status);
    const beyond = await associate();

    expect(statuses).toEqual(new Set([200]));
    expect(beyond).toMatchObject({ status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } });
    expect((await account.get(`${callsPath}/500`)).headers.get('x-hubspot-ratelimit-remaining')).toBe('189');
  });
});

describe('S28: transcripts of calls', () => {
  const path = '/crm/extensions/calling/2026-09/transcripts';
  const utterance = { speaker: { id: 's1', name: 'Ann' }, text: 'Hello', startTimeMillis: 0, endTimeMillis: 900 };
  const create = (account: TestAccount, change: object = {}, engagementId = 500) =>
    account.post(path, { engagementId, transcriptCreateUtterances: [{ ...utterance, ...change }] });
  const kept = async (account: TestAccount) =>
    ((await account.state())['transcripts'] as readonly { id: string }[]).map(({ id }) => id);

  test('need their own scopes, to read and to write', async () => {
    const readOnly = await startAccount({ ...seed, account: { scopes: ['crm.extensions_calling_transcripts.read'] } });
    const writeOnly = await startAccount({
      ...seed,
      account: { scopes: ['crm.extensions_calling_transcripts.write'] },
    });

    expect((await create(readOnly)).body.context).toEqual({
      requiredGranularScopes: ['crm.extensions_calling_transcripts.write'],
    });
    expect((await readOnly.del(`${path}/x`)).status).toBe(403);
    expect((await readOnly.get(`${path}/x`)).status).toBe(404);
    expect((await create(writeOnly)).status).toBe(200);
    expect((await writeOnly.get(`${path}/x`)).status).toBe(403);
  });

  test.each([
    ['times beyond 32 bits', { endTimeMillis: 2_147_483_648 }],
    ['times with a fraction', { startTimeMillis: 0.5 }],
    ['a speaker without a name', { speaker: { id: 's1' } }],
    ['a speaker without an id', { speaker: { name: 'Ann' } }],
    ['no speaker', { speaker: undefined }],
  ])('with %s are refused', async (_what, change) => {
    const account = await startAccount(seed);

    expect((await create(account, change)).status).toBe(400);
    expect(await kept(account)).toEqual([]);
  });

  test('take the largest time of 32 bits', async () => {
    const account = await startAccount(seed);

    expect((await create(account, { endTimeMillis: 2_147_483_647 })).status).toBe(200);
  });

  test('without a sentence, or of a call that is gone, are refused', async () => {
    const account = await startAccount(seed);

    const empty = await account.post(path, { engagementId: 500, transcriptCreateUtterances: [] });
    await account.pull('archive-record', { objectType: 'calls', id: '500' });

    expect(empty.status).toBe(400);
    expect((await create(account)).status).toBe(404);
  });

  test('are deleted once: 204, then 404', async () => {
    const account = await startAccount(seed);
    const { body } = await create(account);

    expect((await account.del(`${path}/${body.id}`)).status).toBe(204);
    expect((await account.del(`${path}/${body.id}`)).status).toBe(404);
  });

  test.each([
    ['another', 200, 2],
    ['replaces', 200, 1],
    ['refused', 409, 1],
  ] as const)('of a call that has one: %s', async (secondTranscript, status, count) => {
    const account = await startAccount({ ...seed, emulator: { switches: { secondTranscript } } });
    await create(account);

    const second = await create(account);

    expect(second.status).toBe(status);
    expect(await kept(account)).toHaveLength(count);
  });

  test('are taken, refused, or refused beyond a megabyte, as the switch says', async () => {
    const account = await startAccount(seed);
    const long = { text: 'x'.repeat(1_048_577) };

    const accepted = await create(account, long);
    await account.pull('switches', { transcripts: 'refuse-over-1mb' });
    const [tooLong, short] = [await create(account, long), await create(account)];
    await account.pull('switches', { transcripts: 'refuse' });
    const refused = await create(account);

    expect([accepted.status, tooLong.status, short.status, refused.status]).toEqual([200, 413, 200, 400]);
  });

  test('may be seeded', async () => {
    const account = await startAccount({
      ...seed,
      transcripts: [{ engagementId: 500, transcriptCreateUtterances: [utterance] }],
    });
    const [id] = await kept(account);

    expect((await account.get(`${path}/${id}`)).body).toMatchObject({
      engagementId: 500,
      transcriptUtterances: [utterance],
    });
  });
});
