import { createRandom } from '../core/random.ts';
import type { WorldTools } from '../core/server.ts';
import { SeedError } from '../core/operation.ts';
import { standardAssociationDefinitions } from './associations.ts';
import type { App, HubSpotWorld } from './entities.ts';
import { Problem } from './errors.ts';
import { callTypeId, contactTypeId, standardObjectTypes, userTypeId } from './object-types.ts';
import { createStore } from './objects/store.ts';
import { createStandardCatalogues } from './properties/standard.ts';
import { foldEmail } from './properties/values.ts';
import { parseSeed, type ParsedSeed, type SeedRecord } from './seed.ts';
import { fillWorld, seededBeforeMs } from './seeding.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import { dayIn } from './time.ts';
import { byUserId, toSettingsUser } from './users.ts';
import { createWorkflowOffice } from './workflows/office.ts';

/** Object types whose records the stand-in keeps. */
const storedTypeIds = new Set([contactTypeId, callTypeId, userTypeId]);

/**
 * Builds the world from a seed.
 *
 * @throws SeedError saying where and what is wrong
 */
export function createWorld(tools: WorldTools, seed: unknown): HubSpotWorld {
  const parsed = parseSeed(seed);
  const world = emptyWorld(tools, parsed);
  try {
    fillWorld(world, parsed);
  } catch (error) {
    if (error instanceof Problem) throw new SeedError(`The HubSpot seed is wrong: ${error.message}`, { cause: error });
    throw error;
  }
  return world;
}

function toApps({ account, apps }: ParsedSeed): ReadonlyMap<string, App> {
  const all = [
    { appId: account.appId, name: account.appName, token: account.token, scopes: account.scopes },
    ...apps,
  ].map((app) => [app.token, { ...app, scopes: new Set(app.scopes) }] as const);
  const byToken = new Map<string, App>(all);
  if (byToken.size < all.length) throw new SeedError('The HubSpot seed gives one token to two apps.');
  return byToken;
}

function emptyWorld(tools: WorldTools, seed: ParsedSeed): HubSpotWorld {
  const { account, emulator } = seed;
  const largestSeededId = Math.max(
    552_148_000_000,
    ...[seed.contacts, seed.calls, ...Object.values(seed.objects)].flatMap((records) => [largestId(records)]),
  );
  let lastObjectId = largestSeededId;
  // A stream of its own: record ids depend on the records made before, not on how often somebody asked.
  const idSteps = createRandom(tools.random.integer(0, 2 ** 31 - 1));
  let lastSequence = 0;
  return {
    clock: tools.clock,
    random: tools.random,
    publicUrl: () => tools.publicUrl(),
    account: {
      portalId: account.portalId,
      tier: account.tier,
      accountType: account.accountType,
      timeZone: account.timeZone,
      uiDomain: account.uiDomain,
      dataHostingLocation: account.dataHostingLocation,
      companyCurrency: account.companyCurrency,
      additionalCurrencies: account.additionalCurrencies,
    },
    apps: toApps(seed),
    switches: { ...defaultSwitches, ...withoutUndefined(emulator.switches) },
    limits: {
      burst: new Map(),
      associations: new Map(),
      search: [],
      sends: [],
      day: dayIn(account.timeZone, tools.clock.now()),
      dailyCount: emulator.dailyCallsUsed,
    },
    objectTypes: new Map(standardObjectTypes.map((type) => [type.id, type])),
    stores: new Map(
      standardObjectTypes.filter(({ id }) => storedTypeIds.has(id)).map((type) => [type.id, createStore(type)]),
    ),
    catalogues: createStandardCatalogues(),
    schemas: new Map(),
    associationDefinitions: [...standardAssociationDefinitions],
    associations: new Map(),
    blockedEmails: new Set(emulator.blockedEmails.map(foldEmail)),
    requiredByAdmin: new Map(),
    marketingEvents: new Map(),
    attendance: new Map(),
    eventDefinitions: new Map(),
    eventOccurrences: [],
    acceptedEventUuids: new Map(),
    droppedEvents: [],
    owners: seed.owners.map((owner) => ({
      ...owner,
      email: owner.email ?? null,
      userId: owner.userId ?? null,
      userIdIncludingInactive: owner.userIdIncludingInactive ?? owner.userId ?? null,
      createdAt: owner.createdAt ?? tools.clock.now() - seededBeforeMs,
      updatedAt: owner.updatedAt ?? tools.clock.now() - seededBeforeMs,
    })),
    users: seed.users.map(toSettingsUser).sort(byUserId),
    transcripts: new Map(),
    callbackCompletions: [],
    workflows: createWorkflowOffice(),
    nextObjectId() {
      lastObjectId += idSteps.integer(1, 997);
      return String(lastObjectId);
    },
    nextSequence() {
      lastSequence += 1;
      return lastSequence;
    },
  };
}

function withoutUndefined(switches: ParsedSeed['emulator']['switches']): Partial<Switches> {
  return Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined));
}

function largestId(records: readonly SeedRecord[]): number {
  let largest = 0;
  for (const { id } of records) if (id !== undefined && Number(id) > largest) largest = Number(id);
  return largest;
}
