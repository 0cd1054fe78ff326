import { expect, it, onTestFinished } from 'vitest';
import { createRandom, type Random } from '../../emulators/core/random.ts';
import { startHubSpotEmulator } from '../../emulators/hubspot/index.ts';
import { defaultSettings } from '../../src/app/extensions/contract/settings.ts';
import { toPeopleTable, viewHubSpot } from '../support/hubspot-view.ts';
import { aHubSpotSeed } from '../support/two-accounts.ts';
import {
  minuteMs,
  noon,
  openWorld,
  secondMs,
  succeeded,
  syncToEnd,
  type WebinarWorld,
} from '../support/webinar-world.ts';
import { startAppProcess } from '../support/app-process.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';
import { ofEverybody, runDoomed } from './kill-kit.ts';

const eventId = `zoom-webinar-${webinarId}`;
const acme = (name: string): string => `${name}@acme.example.com`;
const atWebinar = { webinar_id: Number(webinarId) };
const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';
const names = Array.from({ length: 12 }, (_, index) => `person${index + 1}`);

/** One thing that happens; each does nothing where it cannot happen. */
type Act = (world: WebinarWorld, random: Random) => Promise<void> | void;

const isRegistered = ({ two }: WebinarWorld, name: string): boolean =>
  two.zoom.world().webinarsById.get(Number(webinarId))?.roster.byEmail(acme(name)) !== undefined;

const withSomebody =
  (mustBeRegistered: boolean, act: (world: WebinarWorld, email: string, random: Random) => unknown): Act =>
  async (world, random) => {
    const candidates = names.filter((name) => isRegistered(world, name) === mustBeRegistered);
    if (candidates.length > 0) await act(world, acme(random.pick(candidates)), random);
  };

let registrationCount = 0;

const acts: readonly Act[] = [
  withSomebody(false, (world, email, random) => {
    registrationCount += 1;
    const changes = { id: `reg-${registrationCount}`, create_time: atMinute(random.integer(-2_000, 50)) };
    world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(email, changes) });
  }),
  withSomebody(true, (world, email) => world.atZoom('self-cancel', { ...atWebinar, email })),
  withSomebody(true, (world, email) => world.atZoom('change-registrant', { ...atWebinar, email, status: 'denied' })),
  withSomebody(true, (world, email) => world.atZoom('change-registrant', { ...atWebinar, email, status: 'approved' })),
  withSomebody(true, (world, email, random) => {
    const minute = random.integer(0, 40);
    const participants = [aJoin(email, minute, minute + random.integer(1, 20))];
    world.atZoom('add-participants', { uuid, participants });
  }),
  withSomebody(true, (world, email, random) => {
    const fields = { first_name: `Renamed${random.integer(1, 9)}` };
    world.atZoom('change-registrant', { ...atWebinar, email, fields });
  }),
  (world, random) =>
    world.atZoom('change-webinar', { ...atWebinar, change: { topic: `Topic ${random.integer(1, 3)}` } }),
  withSomebody(true, (world, email, random) => {
    // The webinar was opened once more that day.
    const start = 70 + random.integer(0, 60);
    const instance = anInstance([aJoin(email, start, start + 10)], {
      uuid: `again${world.time.now()}==`,
      start_time: atMinute(start),
      end_time: atMinute(start + 20),
    });
    world.atZoom('add-instance', { ...atWebinar, instance });
  }),
  async (world) => {
    await world.sync({ webinarId });
  },
  (world, random) => syncWhileOff(world, random),
  withSomebody(true, (world, email) => world.syncPerson({ webinarId, address: email })),
  (world, random) => syncAndKill(world, random),
  (world, random) => syncAndKill(world, random),
];

/** S2, S8: nothing is written while the sync is off, not even by one that was under way; what was missed is synced later. */
async function syncWhileOff(world: WebinarWorld, random: Random): Promise<void> {
  await runKilled(world, random);
  await world.save({ isSyncOn: false });
  const before = world.view();
  // What the killed run has left half done stays so.
  const answer = succeeded(await world.step({ webinarId }));
  expect(answer.report?.status).toBe('off');
  expect(world.view()).toEqual(before);
  await world.save({ isSyncOn: true });
  await world.sync({ webinarId });
}

async function runKilled(world: WebinarWorld, random: Random): Promise<void> {
  await runDoomed(world, ofEverybody, random.integer(1, 30), random.pick(['before', 'after'] as const));
  world.time.advance(random.integer(13, 60) * secondMs);
}

/**
 * Steps in processes that are killed somewhere, and then one that is not. Nothing changes at Zoom meanwhile: somebody whom
 * only a killed first step has written, and who leaves Zoom before the next one reads, is known to nobody afterwards.
 */
async function syncAndKill(world: WebinarWorld, random: Random): Promise<void> {
  const killCount = random.integer(1, 3);
  for (let killed = 0; killed < killCount; killed += 1) await runKilled(world, random);
  await world.sync({ webinarId });
}

/** How a HubSpot account would look that sees Zoom as it is now for the first time. */
async function viewOfNewAccount(world: WebinarWorld) {
  const hubspot = await startHubSpotEmulator({ startAt: noon, frozen: true, seed: aHubSpotSeed() });
  onTestFinished(() => hubspot.close());
  const two = { ...world.two, hubspot, environment: { ...world.two.environment, HUBSPOT_API_URL: hubspot.url } };
  const process = await startAppProcess(two, world.time);
  const settings = { ...defaultSettings, isSyncOn: true };
  succeeded(await process.call('save_settings', { settings, version: 0 }));
  await syncToEnd({ two, time: world.time }, process, { webinarId });
  return viewHubSpot(hubspot.world());
}

/** State at the event without its length, which HubSpot does not correct, and the contact's own numbers. */
const toStandings = (view: Parameters<typeof toPeopleTable>[0]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(toPeopleTable(view, eventId)).map(([name, [state = '', ...numbers]]) => [
      name,
      [state.split(' ')[0] ?? '', ...numbers],
    ]),
  );

/** `tests/model` draws many more; here what is compared is a new account. */
const seedCount = process.env['FAULT_EXTENT'] === 'every' ? 100 : 8;

it.each(Array.from({ length: seedCount }, (_, index) => index + 1))(
  'after anything that may happen (seed %i), HubSpot holds what a new account would, and whoever is gone from Zoom',
  async (seed) => {
    const random = createRandom(seed);
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('anchor'))],
          instances: [anInstance([aJoin(acme('anchor'), 0, 60)])],
        }),
      ],
    });

    for (let count = 0; count < 25; count += 1) {
      await random.pick(acts)(world, random);
      world.time.advance(random.integer(1, 10) * minuteMs);
    }
    await world.sync({ webinarId });

    const standings = toStandings(world.view());
    const expected = toStandings(await viewOfNewAccount(world));
    const gone = Object.entries(standings).filter(([name]) => !(name in expected));
    expect(standings).toMatchObject(expected);
    expect(
      gone.filter(
        ([, [state, registrations]]) => !(['CANCELLED', 'ATTENDED'].includes(state ?? '') && registrations === '0'),
      ),
    ).toEqual([]);
    // Whether somebody is not in HubSpot is a matter of chance.
    const kinds = Object.keys(world.records()).filter((kind) => kind !== 'skipped');
    expect(kinds).toEqual(['audit', 'facts', 'lease', 'people', 'settings', 'setup', 'webinar', 'writes']);
  },
  60_000,
);
