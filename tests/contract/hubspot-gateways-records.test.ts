import { describe, expect, it } from 'vitest';
import { createOverlayStateStore } from '../../src/app/app.functions/hubspot/overlay-state-store.ts';
import { createStateStore } from '../../src/app/app.functions/hubspot/state-store.ts';
import type { StateRecord } from '../../src/app/app.functions/sync/ports.ts';
import { aHubSpot, failureOf, noon } from './hubspot-gateways-kit.ts';

const aLease = (key: string, holder: string): StateRecord => ({
  key,
  kind: 'lease',
  payload: JSON.stringify({ holder }),
  version: 1,
  status: 'running',
  occurredAt: noon,
  summary: '',
});
const leases = (count: number, holder = 'me') =>
  Array.from({ length: count }, (_, index) => aLease(`lease:${index}`, holder));

async function aStore(switches: NonNullable<NonNullable<Parameters<typeof aHubSpot>[0]>['switches']> = {}) {
  const hubspot = await aHubSpot({ switches });
  const { objectTypeId } = await hubspot.setUp();
  hubspot.forgetCalls();
  return {
    hubspot,
    store: createStateStore(hubspot.api, objectTypeId),
    otherStore: createStateStore(hubspot.otherProcess(), objectTypeId),
  };
}

describe('creating records together', () => {
  it.each([
    [0, 0],
    [1, 1],
    [100, 1],
  ])('takes %i records in %i calls', async (count, callCount) => {
    const { hubspot, store } = await aStore();

    const ids = await store.createAll(leases(count));

    expect(hubspot.calls()).toHaveLength(callCount);
    const stored = await store.read([...ids.keys()]);
    expect([...stored.values()].map(({ key, recordId }) => [key, recordId]).sort()).toEqual([...ids].sort());
    expect(ids.size).toBe(count);
  });

  it.each([
    ['two-ids', true],
    ['two-ids', false],
    ['existing-id', true],
    ['existing-id', false],
  ] as const)('leaves out what is taken (%s, errors grouped: %s)', async (uniqueValueConflict, groupRowErrors) => {
    const { store, otherStore } = await aStore({ uniqueValueConflict, groupRowErrors });
    await otherStore.createAll([aLease('lease:1', 'other'), aLease('lease:3', 'other')]);

    const ids = await store.createAll(leases(5));

    expect([...ids.keys()].sort()).toEqual(['lease:0', 'lease:2', 'lease:4']);
    const holders = await store.read(['lease:1', 'lease:2']);
    expect([...holders.values()].map(({ key, payload }) => [key, payload]).sort()).toEqual([
      ['lease:1', '{"holder":"other"}'],
      ['lease:2', '{"holder":"me"}'],
    ]);
  });

  it('gives each record to exactly one of several that come at once', async () => {
    const { store, otherStore } = await aStore();

    const [one, other] = await Promise.all([
      store.createAll(leases(40, 'one')),
      otherStore.createAll(leases(40, 'other')),
    ]);

    expect([...one.keys(), ...other.keys()].sort()).toEqual(
      leases(40)
        .map(({ key }) => key)
        .sort(),
    );
  });

  it.each(['after', 'before'] as const)('knows its own again when the answer is cut %s the effect', async (when) => {
    const { hubspot, store, otherStore } = await aStore();
    await otherStore.create(aLease('lease:1', 'other'));
    hubspot.emulator.faults.add([{ operation: 'custom-objects.batch-create', fault: { kind: 'cut', when } }]);

    expect([...(await store.createAll(leases(3))).keys()].sort()).toEqual(['lease:0', 'lease:2']);
  });

  it('may use the key of a removed record again, or says that it is held', async () => {
    const free = await aStore({ archivedUniqueValue: 'reusable' });
    const held = await aStore({ archivedUniqueValue: 'held' });
    for (const { store } of [free, held]) await store.remove([...(await store.createAll(leases(1))).values()]);

    expect([...(await free.store.createAll(leases(2))).keys()].sort()).toEqual(['lease:0', 'lease:1']);
    expect([...(await held.store.createAll(leases(2))).keys()]).toEqual(['lease:1']);
  });

  it('ends with the failure when HubSpot refuses a record for another reason', async () => {
    const { store } = await aStore();
    const wrong = { ...aLease('lease:9', 'me'), kind: 'mistake' as StateRecord['kind'] };

    expect(await failureOf(store.createAll([wrong]))).toMatchObject({ kind: 'rejected' });
  });

  it('writes nothing below a dry run', async () => {
    const { hubspot, store } = await aStore();
    await store.create(aLease('lease:0', 'other'));
    hubspot.forgetCalls();

    const created = await createOverlayStateStore(store, undefined).createAll(leases(2));

    expect([...created.keys()]).toEqual(['lease:1']);
    expect(hubspot.calls()).toEqual(['POST custom-objects.batch-read']);
  });
});
