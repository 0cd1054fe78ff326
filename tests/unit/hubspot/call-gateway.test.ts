import { describe, expect, it } from 'vitest';
import { createCallGateway } from '../../../src/app/app.functions/hubspot/call-gateway.ts';
import type { RecordingCall, Utterance } from '../../../src/app/app.functions/sync/recording-ports.ts';
import {
  aProblem,
  aRecord,
  batch,
  createFakeHubSpot,
  failureOf,
  inputsOf,
  lost,
  noon,
  type Reply,
  type SentRequest,
} from './fake-hubspot.ts';

const gatewayOf = (reply: (request: SentRequest, callNumber: number) => Reply) => {
  const { api, sent } = createFakeHubSpot(reply);
  return { gateway: createCallGateway(api), sent };
};

const aCall: RecordingCall = {
  key: 'rec-1',
  title: 'Growing tomatoes',
  startedAt: noon,
  lengthMs: 3_600_000,
  url: 'https://zoom.test/rec/1',
  body: 'Ada said something',
};
const written = batch([aRecord('77', { zwh_recording_key: 'rec-1' }, { objectWriteTraceId: 'call', new: true })]);
const conflict = aProblem({ message: 'Cannot set it on 11. 22 already has that value.' });

describe('S28: the call record of a recording', () => {
  it('is created or updated by its unique key in one call', async () => {
    const { gateway, sent } = gatewayOf(() => written);

    expect(await gateway.upsert(aCall)).toEqual({ kind: 'written', callId: '77' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ target: '/crm/v3/objects/calls/batch/upsert', isIdempotent: true });
    expect(inputsOf(sent[0] as SentRequest)).toEqual([
      {
        id: 'rec-1',
        idProperty: 'zwh_recording_key',
        objectWriteTraceId: 'call',
        properties: {
          hs_timestamp: '2026-11-20T12:00:00.000Z',
          hs_call_title: 'Growing tomatoes',
          hs_call_body: 'Ada said something',
          hs_call_direction: 'OUTBOUND',
          hs_call_status: 'COMPLETED',
          hs_call_duration: '3600000',
          hs_call_source: 'INTEGRATIONS_PLATFORM',
          hs_call_recording_url: 'https://zoom.test/rec/1',
        },
      },
    ]);
  });

  it('loses its link when the recording has none any more', async () => {
    const { gateway, sent } = gatewayOf(() => written);

    await gateway.upsert({ ...aCall, url: null });

    expect(inputsOf(sent[0] as SentRequest)[0]?.properties.hs_call_recording_url).toBe('');
  });

  it('is recognised by its key when HubSpot does not repeat the trace id', async () => {
    const { gateway } = gatewayOf(() => batch([aRecord('77', { zwh_recording_key: 'rec-1' })]));

    expect(await gateway.upsert(aCall)).toEqual({ kind: 'written', callId: '77' });
  });

  it.each([
    ['in its row', batch([], [{ ...conflict, context: { objectWriteTraceId: ['call'] } }])],
    ['without naming a row', batch([], [conflict])],
    ['as a whole', { status: 400, json: conflict }],
    ['as a whole with 409', { status: 409, json: aProblem({ category: 'CONFLICT' }) }],
  ])(
    'is updated when somebody else creates it at the same moment, which HubSpot refuses %s',
    async (_name, refused) => {
      const { gateway, sent } = gatewayOf((_request, callNumber) => (callNumber === 1 ? refused : written));

      expect(await gateway.upsert(aCall)).toEqual({ kind: 'written', callId: '77' });
      expect(sent).toHaveLength(2);
    },
  );

  it.each([
    [
      'properties by name',
      batch(
        [],
        [
          aProblem({
            message:
              'Property values were not valid: [{"isValid":false,"message":"Ada said something is too long","error":"TOO_LONG","name":"hs_call_body"}]',
          }),
        ],
      ),
      'hs_call_body: TOO_LONG',
    ],
    ['the code of a row', batch([], [aProblem({ message: 'What Ada said is not allowed' })]), 'VALIDATION_ERROR'],
    [
      'the code of the request',
      { status: 400, json: aProblem({ message: 'What Ada said' }) },
      'HTTP 400 VALIDATION_ERROR',
    ],
    ['that nothing was said', batch([]), 'neither confirmed nor refused'],
  ])('is refused with %s, never with the words of the recording', async (_name, reply, problem) => {
    const { gateway } = gatewayOf(() => reply);

    expect(await gateway.upsert(aCall)).toEqual({ kind: 'refused', problem });
  });

  it('is unknown, not refused, after any other failure', async () => {
    const { gateway } = gatewayOf(() => ({ status: 403, json: aProblem({ category: 'MISSING_SCOPES' }) }));

    expect(await failureOf(gateway.upsert(aCall))).toMatchObject({ kind: 'missing-scope' });
  });
});

describe('S28: who took part', () => {
  const path = '/crm/v4/associations/calls/contacts/batch';
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
  const associated: Reply = { status: 200, json: { status: 'COMPLETE', results: [] } };
  const pairsOf = ({ json }: SentRequest) =>
    (json as { readonly inputs: readonly { readonly from: object; readonly to: { readonly id: string } }[] }).inputs;

  it('is associated two thousand a call, each once, on the allowance of associations', async () => {
    const { gateway, sent } = gatewayOf(() => associated);

    await gateway.associate('77', []);
    await gateway.associate('77', [...ids(2_001), '1']);

    expect(sent.map((request) => pairsOf(request).length)).toEqual([2_000, 1]);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      target: `${path}/associate/default`,
      isIdempotent: true,
      rateClass: 'hubspot.associations',
    });
    expect(pairsOf(sent[1] as SentRequest)).toEqual([{ from: { id: '77' }, to: { id: '2001' } }]);
  });

  it.each([
    ['200', 200, { subCategory: 'crm.associations.INVALID_IDENTIFIER' }],
    ['207', 207, { category: 'OBJECT_NOT_FOUND' }],
  ])('is left out silently when the contact is gone, which HubSpot says with %s', async (_name, status, problem) => {
    const { gateway, sent } = gatewayOf(() => ({ status, json: { results: [], errors: [aProblem(problem)] } }));

    await gateway.associate('77', ids(3));

    expect(sent).toHaveLength(1);
  });

  it('is associated without the one for whose sake HubSpot refuses the request', async () => {
    const done = new Set<string>();
    const { gateway } = gatewayOf((request) => {
      const pairs = pairsOf(request).map(({ to }) => to.id);
      if (pairs.includes('3')) return { status: 400, json: aProblem({ message: 'No contact 3' }) };
      for (const id of pairs) done.add(id);
      return associated;
    });

    await gateway.associate('77', ids(5));

    expect([...done].sort()).toEqual(['1', '2', '4', '5']);
  });

  it.each([
    ['refuses everybody', { status: 400, json: aProblem({ message: 'Not associated' }) }],
    ['has another reason', { status: 200, json: { results: [], errors: [aProblem({ message: 'Not associated' })] } }],
  ])('is a failure when HubSpot %s', async (_name, reply) => {
    const { gateway } = gatewayOf(() => reply);

    expect(await failureOf(gateway.associate('77', ids(3)))).toMatchObject({
      kind: 'rejected',
      reason: { cause: 'vendor-refused', problem: 'Not associated' },
    });
  });

  it('is not taken as associated when the time ends in the middle', async () => {
    const { gateway } = gatewayOf((_request, callNumber) =>
      callNumber === 1 ? { status: 400, json: aProblem() } : lost('deadline'),
    );

    expect(await failureOf(gateway.associate('77', ids(4)))).toMatchObject({
      kind: 'deadline',
      reason: { cause: 'out-of-time' },
    });
  });

  it('is taken away a hundred a call', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 204 }));

    await gateway.dissociate('77', [...ids(101), '1']);

    expect(sent.map(({ target }) => target)).toEqual([`${path}/archive`, `${path}/archive`]);
    expect(sent[1]).toMatchObject({
      rateClass: 'hubspot.associations',
      json: { inputs: [{ from: { id: '77' }, to: [{ id: '101' }] }] },
    });
  });

  it('is not there to be taken away when the call is gone', async () => {
    const { gateway } = gatewayOf(() => ({ status: 404, json: aProblem() }));

    await expect(gateway.dissociate('77', ['1'])).resolves.toBeUndefined();
  });

  it('is not taken away after a failure', async () => {
    const { gateway } = gatewayOf(() => ({ status: 400, json: aProblem() }));

    expect(await failureOf(gateway.dissociate('77', ['1']))).toMatchObject({ kind: 'rejected' });
  });
});

describe('S28: the transcript', () => {
  const path = '/crm/v3/extensions/calling/transcripts';
  const anUtterance = (changes: Partial<Utterance> = {}): Utterance => ({
    speaker: 'Ada Lovelace',
    text: 'Hello',
    startMs: 1_000,
    endMs: 2_500,
    ...changes,
  });
  interface SentUtterance {
    readonly speaker: { readonly id: string; readonly name: string };
    readonly startTimeMillis: number;
    readonly endTimeMillis: number;
  }
  const utterancesOf = (request: SentRequest | undefined) =>
    (request?.json as { readonly transcriptCreateUtterances: readonly SentUtterance[] }).transcriptCreateUtterances;

  it('is posted to the call, never repeated blindly', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { id: 't-1' } }));

    expect(await gateway.createTranscript('77', [anUtterance()])).toEqual({ kind: 'created', transcriptId: 't-1' });
    expect(sent[0]).toMatchObject({ method: 'POST', target: path, isIdempotent: false });
    expect(sent[0]?.json).toEqual({
      engagementId: 77,
      transcriptCreateUtterances: [
        {
          speaker: { id: expect.stringMatching(/^[0-9a-f]{16}$/), name: 'Ada Lovelace' },
          text: 'Hello',
          startTimeMillis: 1_000,
          endTimeMillis: 2_500,
        },
      ],
    });
  });

  it('knows a speaker again by the name, in any transcript', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { id: 't-1' } }));

    await gateway.createTranscript('77', [
      anUtterance(),
      anUtterance({ speaker: 'Grace' }),
      anUtterance({ speaker: '' }),
    ]);
    await gateway.createTranscript('78', [anUtterance({ speaker: ' ada lovelace' })]);

    const [ada, grace, nobody] = utterancesOf(sent[0]).map(({ speaker }) => speaker.id);
    expect(utterancesOf(sent[1])[0]?.speaker.id).toBe(ada);
    expect(new Set([ada, grace, nobody]).size).toBe(3);
    expect(utterancesOf(sent[0])[2]?.speaker.name).toBe('–');
  });

  it('has whole milliseconds, no negative ones, and no end before its beginning', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { id: 't-1' } }));

    await gateway.createTranscript('77', [
      anUtterance({ startMs: -5, endMs: 10.4 }),
      anUtterance({ startMs: 3_000, endMs: 2_000 }),
    ]);

    expect(utterancesOf(sent[0])).toMatchObject([
      { startTimeMillis: 0, endTimeMillis: 10 },
      { startTimeMillis: 3_000, endTimeMillis: 3_000 },
    ]);
  });

  it('is refused without a call when nothing was said', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { id: 't-1' } }));

    expect(await gateway.createTranscript('77', [anUtterance({ text: ' ' })])).toEqual({
      kind: 'refused',
      problem: 'nothing was said',
    });
    expect(sent).toEqual([]);
  });

  it.each([
    [400, 'HTTP 400 VALIDATION_ERROR'],
    [404, 'HTTP 404 VALIDATION_ERROR'],
    [409, 'HTTP 409 VALIDATION_ERROR'],
    [413, 'HTTP 413 VALIDATION_ERROR'],
  ])('is refused with %i in codes, without names and addresses', async (status, problem) => {
    const { gateway } = gatewayOf(() => ({
      status,
      json: aProblem({ message: 'Ada Lovelace <ada@example.com> said Hello' }),
    }));

    expect(await gateway.createTranscript('77', [anUtterance()])).toEqual({ kind: 'refused', problem });
  });

  it('is refused when something in front of HubSpot finds it too large', async () => {
    const { gateway } = gatewayOf(() => ({ status: 413, text: '<html></html>' }));

    expect(await gateway.createTranscript('77', [anUtterance()])).toEqual({ kind: 'refused', problem: 'HTTP 413' });
  });

  it.each([
    ['a missing scope', { status: 403, json: aProblem({ category: 'MISSING_SCOPES' }) }, 'missing-scope'],
    ['too many calls', { status: 429, json: aProblem({ policyName: 'SECONDLY' }) }, 'rate-limited'],
    ['a lost answer', lost(), 'answer-lost'],
    ['an answer without an id', { status: 200, json: {} }, 'unexpected-shape'],
  ] as const)('is neither created nor refused after %s', async (_name, reply, kind) => {
    const { gateway } = gatewayOf(() => reply);

    expect(await failureOf(gateway.createTranscript('77', [anUtterance()]))).toMatchObject({ kind });
  });

  it('needs a call id that is a number', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { id: 't-1' } }));

    expect(await failureOf(gateway.createTranscript('c7', [anUtterance()]))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });

  it('goes away, also when it is gone already', async () => {
    const { gateway, sent } = gatewayOf((_request, callNumber) =>
      callNumber === 1 ? { status: 204 } : { status: 404, json: aProblem() },
    );

    await gateway.deleteTranscript('t/1');
    await gateway.deleteTranscript('t/1');

    expect(sent[0]).toMatchObject({ method: 'DELETE', target: `${path}/t%2F1`, isIdempotent: true });
  });

  it('is not gone after a failure', async () => {
    const { gateway } = gatewayOf(() => ({ status: 400, json: aProblem() }));

    expect(await failureOf(gateway.deleteTranscript('t-1'))).toMatchObject({ kind: 'rejected' });
  });
});
