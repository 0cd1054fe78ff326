import { describe, expect, it } from 'vitest';
import { defaultSettings, type SaveSettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { RunSetupAnswer } from '../../src/app/extensions/contract/setup.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import { succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import {
  describeFaults,
  extentFor,
  syncUntilFailure,
  type FaultException,
  type FaultScenario,
  type FaultyStep,
} from './fault-matrix.ts';
import { believedThere, readBack } from './fault-exceptions.ts';
import { openSmallWorld } from './fault-worlds.ts';
import { answer } from './faults.ts';

const openUnused = (): Promise<WebinarWorld> => openSmallWorld({ settings: null });

const extent = extentFor('telling');

const switchOn = (process: Pick<WebinarWorld, 'call'>): Promise<CallAnswer<SaveSettingsAnswer>> =>
  process.call('save_settings', { settings: { ...defaultSettings, isSyncOn: true }, version: 0 });

async function finishSync(world: WebinarWorld): Promise<void> {
  const { report } = await world.sync({ webinarId });
  expect(report).toMatchObject({ status: 'complete', eligible: 5 });
}

const firstSettings: FaultScenario = {
  name: 'B1: the first settings are saved, which sets the account up',
  open: openUnused,
  attempt: switchOn,
  async finish(world) {
    // Saved already, perhaps, and the answer was lost.
    succeeded(await switchOn(world));
    await finishSync(world);
  },
};

const savedByOthers: FaultException = {
  faults: ['a conflict'],
  outcome: 'own-test',
  reason: 'somebody else has saved settings: the answer is theirs (tests/contract/settings.test.ts)',
};

const ofFirstSettings: readonly FaultyStep[] = [
  { name: 'which objects there are', operation: 'schemas.list', field: 'results' },
  { name: 'the state object', operation: 'schemas.create', field: 'id' },
  { name: 'which properties there are', operation: 'properties.list', field: 'results' },
  { name: 'the group of properties', operation: 'property-groups.create', field: null },
  {
    name: 'contact properties',
    operation: 'properties.batch-create',
    field: null,
    exceptions: [believedThere('nothing is to be created')],
  },
  { name: 'event definitions', operation: 'event-definitions.create', field: 'fullyQualifiedName' },
  { name: 'the set-up record', operation: 'custom-objects.batch-upsert', field: 'results', isBatch: true },
  { name: 'the settings', operation: 'custom-objects.create', field: null, exceptions: [savedByOthers, readBack] },
].map((step) => ({ ...step, system: 'hubspot' }));

describeFaults(firstSettings, ofFirstSettings, extent);

/** What an admin, or another app with the same rights, removes. */
async function removeAtHubSpot({ two }: WebinarWorld, path: string): Promise<void> {
  const authorization = `Bearer ${two.environment['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}`;
  const { status } = await fetch(`${two.hubspot.url}${path}`, { method: 'DELETE', headers: { authorization } });
  expect(status).toBe(204);
}

/** Set up by a version that knew fewer properties and left no note that the next one understands. */
async function openOutdated(): Promise<WebinarWorld> {
  const world = await openSmallWorld();
  const { schemas, stores, eventDefinitions } = world.two.hubspot.world();
  const [objectTypeId = ''] = [...schemas.values()].map((schema) => schema.objectTypeId);
  const records = [...(stores.get(objectTypeId)?.live.values() ?? [])];
  const [note = ''] = records.filter(({ properties }) => properties['kind'] === 'setup').map(({ id }) => id);
  const [attendance = ''] = [...eventDefinitions.keys()].filter((name) => name.endsWith('_zwh_webinar_attendance'));
  await removeAtHubSpot(world, `/crm/v3/objects/${objectTypeId}/${note}`);
  await removeAtHubSpot(world, '/crm/v3/properties/contacts/zwh_history');
  await removeAtHubSpot(world, `/events/v3/event-definitions/${attendance}/property/webinar_name`);
  world.two.hubspot.requests.clear();
  return world;
}

const outdated: FaultScenario = {
  name: 'a sync in an account that an older version has set up',
  open: openOutdated,
  attempt: syncUntilFailure,
  finish: finishSync,
};

const ofOutdated: readonly FaultyStep[] = [
  { name: 'which objects there are', operation: 'schemas.list', field: 'results' },
  { name: 'which properties there are', operation: 'properties.list', field: 'results' },
  { name: 'event definitions', operation: 'event-definitions.list', field: 'results' },
  {
    name: 'a property of an event definition',
    operation: 'event-definitions.create-property',
    field: null,
    exceptions: [believedThere('nothing is to be created')],
  },
].map((step) => ({ ...step, system: 'hubspot' }));

describeFaults(outdated, ofOutdated, extent);

describe('B1: run_setup in an account that was never set up', () => {
  it.each([
    ['schemas.list', 'fixed'],
    ['schemas.create', 'fixed'],
    ['properties.list', 'fixed'],
    ['property-groups.create', 'fixed'],
    ['properties.batch-create', 'fixed'],
    ['event-definitions.create', 'fixed'],
    // Only the note that everything is there was missing.
    ['custom-objects.batch-upsert', 'ok'],
  ])('says why %s fails, and the next one creates what is missing', async (operation, state) => {
    const world = await openUnused();
    world.two.hubspot.faults.add([{ operation, occurrence: 'every', fault: answer(500, {}) }]);

    const ill = succeeded(await world.call<RunSetupAnswer>('run_setup', {}));
    world.two.hubspot.faults.clear();
    const well = succeeded(await world.call<RunSetupAnswer>('run_setup', {}));
    succeeded(await switchOn(world));

    const definitions = ({ checks }: RunSetupAnswer) => checks.find(({ check }) => check === 'hubspot-definitions');
    expect(ill.isReady).toBe(false);
    expect(definitions(ill)).toMatchObject({ state: 'unknown', failure: { reason: { cause: 'vendor-unavailable' } } });
    expect(definitions(well)).toMatchObject({ state, failure: null });
    await finishSync(world);
  });
});
