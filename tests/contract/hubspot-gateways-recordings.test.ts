import { describe, expect, it } from 'vitest';
import { associatedWith } from '../../emulators/hubspot/associations.ts';
import { callTypeId, contactTypeId } from '../../emulators/hubspot/object-types.ts';
import { knownScopes } from '../../emulators/hubspot/scopes.ts';
import { createCallGateway } from '../../src/app/app.functions/hubspot/call-gateway.ts';
import type { RecordingCall } from '../../src/app/app.functions/sync/recording-ports.ts';
import { aHubSpot, failureOf, noon, type HubSpotUnderTest } from './hubspot-gateways-kit.ts';

const aCall = (changes: Partial<RecordingCall> = {}): RecordingCall => ({
  key: 'recording-1',
  title: 'Growing tomatoes',
  startedAt: noon,
  lengthMs: 3_600_000,
  url: 'https://zoom.test/rec/share/1?pwd=x',
  body: 'The recording of 20 November',
  ...changes,
});
const contacts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(1_001 + index),
    properties: { email: `p${index}@guests.com` },
  }));
const idsOf = (count: number) => contacts(count).map(({ id }) => id);

async function aReadyHubSpot(seed: NonNullable<Parameters<typeof aHubSpot>[0]> = {}) {
  const hubspot = await aHubSpot(seed);
  await hubspot.setUp();
  hubspot.forgetCalls();
  return { hubspot, calls: createCallGateway(hubspot.api) };
}

/** A call that is there. */
async function aWrittenCall(seed: NonNullable<Parameters<typeof aHubSpot>[0]> = {}) {
  const world = await aReadyHubSpot(seed);
  await world.calls.upsert(aCall());
  const [callId = ''] = storedCalls(world.hubspot).map(({ id }) => id);
  world.hubspot.forgetCalls();
  return { ...world, callId };
}

const storedCalls = ({ emulator }: HubSpotUnderTest) => [
  ...(emulator.world().stores.get(callTypeId)?.live.values() ?? []),
];
const associatedIds = ({ emulator }: HubSpotUnderTest, callId: string) =>
  associatedWith(emulator.world(), callTypeId, contactTypeId, callId).map(({ toObjectId }) => toObjectId);

describe('S28: recordings as call records', () => {
  it('exist once, however often they are written, with what HubSpot shows of a call', async () => {
    const { hubspot, calls } = await aReadyHubSpot();

    const first = await calls.upsert(aCall());
    const second = await calls.upsert(aCall({ title: 'Growing more tomatoes' }));

    expect(second).toEqual(first);
    expect(storedCalls(hubspot)).toMatchObject([
      {
        properties: {
          zwh_recording_key: 'recording-1',
          hs_call_title: 'Growing more tomatoes',
          hs_call_duration: '3600000',
          hs_call_status: 'COMPLETED',
          hs_call_recording_url: 'https://zoom.test/rec/share/1?pwd=x',
        },
      },
    ]);
    expect(hubspot.calls()).toHaveLength(2);
  });

  it('lose the link of a recording that is gone', async () => {
    const { hubspot, calls } = await aWrittenCall();

    await calls.upsert(aCall({ url: null }));

    expect(storedCalls(hubspot)[0]?.properties.hs_call_recording_url ?? '').toBe('');
  });

  it('exist once when the first answer was lost', async () => {
    const { hubspot, calls } = await aReadyHubSpot();
    hubspot.emulator.faults.add([{ operation: 'calls.batch-upsert', fault: { kind: 'cut', when: 'after' } }]);

    expect(await calls.upsert(aCall())).toMatchObject({ kind: 'written' });
    expect(storedCalls(hubspot)).toHaveLength(1);
  });

  it('exist once when two processes write them at the same moment', async () => {
    const { hubspot, calls } = await aReadyHubSpot();

    const [one, other] = await Promise.all([
      calls.upsert(aCall()),
      createCallGateway(hubspot.otherProcess()).upsert(aCall()),
    ]);

    expect(one).toMatchObject({ kind: 'written' });
    expect(other).toEqual(one);
    expect(storedCalls(hubspot)).toHaveLength(1);
  });

  it('are refused with the property by name, not with what it says', async () => {
    const { calls } = await aReadyHubSpot();

    const refused = await calls.upsert(aCall({ url: 'http://zoom.test/rec/secret' }));

    expect(refused).toMatchObject({ kind: 'refused', problem: expect.stringContaining('hs_call_recording_url') });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });

  it('are not bound by what an admin requires of new calls, on the paths in use', async () => {
    const { hubspot, calls } = await aReadyHubSpot();
    await hubspot.lever('require-property', { objectType: 'calls', property: 'hs_call_disposition' });

    expect(await calls.upsert(aCall())).toMatchObject({ kind: 'written' });
  });

  it('need set-up first', async () => {
    const calls = createCallGateway((await aHubSpot()).api);

    expect(await calls.upsert(aCall())).toMatchObject({ kind: 'refused' });
  });
});

describe('S28: contacts of a recording', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2_000, 1],
    [2_001, 2],
  ])('are %i, associated in %i calls, and again without effect', async (count, callCount) => {
    const { hubspot, calls, callId } = await aWrittenCall({ contacts: contacts(count) });

    await calls.associate(callId, idsOf(count));
    const callsOnce = hubspot.calls();
    await calls.associate(callId, idsOf(count));

    expect(callsOnce).toHaveLength(callCount);
    expect(associatedIds(hubspot, callId)).toHaveLength(count);
  });

  it.each(['status-200', 'status-207'] as const)(
    'are associated without those who are gone (%s)',
    async (defaultAssociationErrors) => {
      const { hubspot, calls, callId } = await aWrittenCall({
        contacts: contacts(3),
        switches: { defaultAssociationErrors },
      });
      await hubspot.lever('archive-contact', { id: '1002' });

      await calls.associate(callId, [...idsOf(3), '99']);

      expect([...associatedIds(hubspot, callId)].map(String).sort()).toEqual(['1001', '1003']);
    },
  );

  it('are taken away, a hundred a call, and again without effect', async () => {
    const { hubspot, calls, callId } = await aWrittenCall({ contacts: contacts(102) });
    await calls.associate(callId, idsOf(102));
    hubspot.forgetCalls();

    await calls.dissociate(callId, idsOf(102).slice(0, 101));
    await calls.dissociate(callId, ['1001', '99']);

    expect(associatedIds(hubspot, callId).map(String)).toEqual(['1102']);
    expect(hubspot.calls()).toEqual(Array.from({ length: 3 }, () => 'POST associations.batch-archive'));
  });
});

describe('S28: transcripts of a recording', () => {
  const utterances = [
    { speaker: 'Ada', text: 'Welcome', startMs: 0, endMs: 1_500.4 },
    { speaker: '', text: 'Thank you', startMs: 1_600, endMs: 1_600 },
  ];
  const stored = ({ emulator }: HubSpotUnderTest) => [...emulator.world().transcripts.values()];

  it('are posted and removed, and removing them again is fine', async () => {
    const { hubspot, calls, callId } = await aWrittenCall();

    const created = await calls.createTranscript(callId, utterances);
    const transcripts = stored(hubspot);
    const transcriptId = transcripts[0]?.id ?? '';
    await calls.deleteTranscript(transcriptId);
    await calls.deleteTranscript(transcriptId);

    expect(created).toEqual({ kind: 'created', transcriptId });
    expect(transcripts).toMatchObject([
      {
        engagementId: Number(callId),
        utterances: [
          { speaker: { name: 'Ada' }, text: 'Welcome', endTimeMillis: 1_500 },
          { speaker: { name: '–' }, text: 'Thank you' },
        ],
      },
    ]);
    expect(stored(hubspot)).toEqual([]);
  });

  it('are not posted twice when the answer is lost: that is a failure', async () => {
    const { hubspot, calls, callId } = await aWrittenCall();
    hubspot.emulator.faults.add([{ operation: 'transcripts.create', fault: { kind: 'cut', when: 'after' } }]);

    expect(await failureOf(calls.createTranscript(callId, utterances))).toMatchObject({ kind: 'answer-lost' });
    expect(stored(hubspot)).toHaveLength(1);
  });

  it.each([
    ['refuses transcripts', { transcripts: 'refuse' }],
    ['finds them too large', { transcripts: 'refuse-over-1mb' }],
  ] as const)('are refused in codes when HubSpot %s', async (_name, switches) => {
    const { calls, callId } = await aWrittenCall({ switches });
    const long = [{ speaker: 'Ada', text: 'x'.repeat(1_100_000), startMs: 0, endMs: 1 }];

    expect(await calls.createTranscript(callId, long)).toMatchObject({
      kind: 'refused',
      problem: expect.stringMatching(/^HTTP 4\d\d/),
    });
  });

  it.each([
    ['another', 2],
    ['replaces', 1],
  ] as const)('may be two for one call, where HubSpot %s', async (secondTranscript, count) => {
    const { hubspot, calls, callId } = await aWrittenCall({ switches: { secondTranscript } });

    await calls.createTranscript(callId, utterances);

    expect(await calls.createTranscript(callId, utterances)).toMatchObject({ kind: 'created' });
    expect(stored(hubspot)).toHaveLength(count);
  });

  it('are refused where a call may have only one', async () => {
    const { hubspot, calls, callId } = await aWrittenCall({ switches: { secondTranscript: 'refused' } });
    await calls.createTranscript(callId, utterances);

    expect(await calls.createTranscript(callId, utterances)).toMatchObject({ kind: 'refused' });
    expect(stored(hubspot)).toHaveLength(1);
  });

  it('are refused when the call is gone', async () => {
    const { hubspot, calls, callId } = await aWrittenCall();
    await hubspot.lever('archive-record', { objectType: 'calls', id: callId });

    expect(await calls.createTranscript(callId, utterances)).toMatchObject({ kind: 'refused' });
  });

  it('need a scope, which is named', async () => {
    const scope = 'crm.extensions_calling_transcripts.write';
    const { calls, callId } = await aWrittenCall({ account: { scopes: knownScopes.filter((name) => name !== scope) } });

    expect(await failureOf(calls.createTranscript(callId, utterances))).toMatchObject({
      kind: 'missing-scope',
      reason: { cause: 'scopes-missing', scopes: [scope] },
    });
  });
});
