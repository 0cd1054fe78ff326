import { describe, expect, it } from 'vitest';
import { defaultSettings, type SaveSettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { RunSetupAnswer } from '../../src/app/extensions/contract/setup.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import { succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { answer, describeFaults, syncUntilFailure, type FaultScenario, type FaultyOperation } from './fault-matrix.ts';
import { openSmallWorld } from './fault-worlds.ts';

const openUnused = (): Promise<WebinarWorld> => openSmallWorld({ settings: null });

const switchOn = (world: WebinarWorld): Promise<CallAnswer<SaveSettingsAnswer>> =>
  world.call('save_settings', { settings: { ...defaultSettings, isSyncOn: true }, version: 0 });

async function finishSync(world: WebinarWorld): Promise<void> {
  const { report } = await world.sync({ webinarId });
  expect(report).toMatchObject({ status: 'complete', eligible: 5 });
}

describe('B1: the first settings are saved, which sets the account up', () => {
  const scenario: FaultScenario = {
    open: openUnused,
    attempt: switchOn,
    async finish(world) {
      // Saved already, perhaps, and the answer was lost.
      succeeded(await switchOn(world));
      await finishSync(world);
    },
  };
  const operations: readonly FaultyOperation[] = [
    { system: 'hubspot', operation: 'schemas.list', field: 'results' },
    { system: 'hubspot', operation: 'schemas.create', field: 'id' },
    { system: 'hubspot', operation: 'properties.list', field: 'results' },
    { system: 'hubspot', operation: 'property-groups.create', field: null },
    { system: 'hubspot', operation: 'properties.batch-create', field: null },
    { system: 'hubspot', operation: 'event-definitions.create', field: 'fullyQualifiedName' },
    { system: 'hubspot', operation: 'custom-objects.batch-upsert', field: 'results' },
    { system: 'hubspot', operation: 'custom-objects.create', field: null },
  ];

  describeFaults(scenario, operations);
});

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

describe('a sync in an account that an older version has set up', () => {
  const scenario: FaultScenario = { open: openOutdated, attempt: syncUntilFailure, finish: finishSync };
  const operations: readonly FaultyOperation[] = [
    { system: 'hubspot', operation: 'schemas.list', field: 'results' },
    { system: 'hubspot', operation: 'properties.list', field: 'results' },
    { system: 'hubspot', operation: 'event-definitions.list', field: 'results' },
    { system: 'hubspot', operation: 'event-definitions.create-property', field: null },
  ];

  describeFaults(scenario, operations);
});

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
