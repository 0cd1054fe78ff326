import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import { openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant } from '../support/zoom-webinars.ts';
import { createInterleaving, seeds, tell } from './interleaving.ts';
import type { HubSpotView } from '../support/hubspot-view.ts';
import { viewWhole, type WholeView } from './whole-view.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const ids = ['81000000001', '81000000002', '81000000003'];

/** Ann attends all of them, Ben is registered for all, everybody else for one. */
const webinars = ids.map((id, index) =>
  aHeldWebinar({
    id,
    topic: `Webinar ${index}`,
    registrants: ['ann', 'ben', `own${index}`].map((name) => aRegistrant(acme(name), { id: `${name}${index}` })),
    instances: [anInstance([aJoin(acme('ann'), index, 50)], { uuid: `uuid${index}==` })],
  }),
);

/** Steps until the sync is done, whatever others do meanwhile. */
async function drive(
  { time }: WebinarWorld,
  process: AppProcess | undefined,
  parameters: { readonly webinarId: string },
): Promise<SyncWebinarAnswer> {
  if (process === undefined) throw new Error('there is no process');
  for (let steps = 0; steps < 60; steps += 1) {
    const answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', parameters));
    if (answer.done) return answer;
    await time.sleep(answer.retryAfterSeconds * secondMs);
  }
  throw new Error('not done after 60 steps');
}

async function sweep({ call }: WebinarWorld): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (succeeded(await call<RunSweepAnswer>('run_sweep', {})).done) return;
  }
  throw new Error('not done after 60 steps');
}

/** HubSpot's search index is behind by so much. */
const searchLagMs = 60_000;

const existing = { id: '101', properties: { email: acme('ann') } };

type Contacts = HubSpotView['contacts'];

/** What two processes that read a contact at the same moment may take from each other's history, until the next sweep. */
const withoutHistory = ({
  contacts,
  ...view
}: WholeView): Omit<WholeView, 'contacts'> & { readonly names: Contacts } => ({
  ...view,
  names: Object.fromEntries(
    Object.entries(contacts).map(([email, { name }]) => [email, { ...emptyContact, name }] as const),
  ),
});
/** Contacts whose history is not as it would be had nobody else been there. */
const countLost = ({ two }: WebinarWorld, expected: WholeView): number =>
  Object.entries(viewWhole(two.hubspot.world()).contacts).filter(
    ([email, { history }]) => history !== expected.contacts[email]?.history,
  ).length;
const emptyContact = {
  registrations: '',
  attendedWebinars: '',
  attendedSessions: '',
  average: '',
  lastRegistered: '',
  history: '',
} as const;

describe('the same people in three webinars that three processes sync at once', () => {
  it.each(seeds(5))(
    'are in HubSpot once, with every entry once; a history that lost a webinar has it again after the next sweep (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const options = { webinars, hubspot: { contacts: random.next() < 0.5 ? [existing] : [] } };
      const undisturbed = await openWorld(options);
      for (const webinarId of ids) await undisturbed.sync({ webinarId });
      const expected = viewWhole(undisturbed.two.hubspot.world());
      const world = await openWorld(options);
      const interleaving = createInterleaving(world, random);
      const processes = await Promise.all(ids.map(() => interleaving.startProcess()));

      const answers = await interleaving.run(
        processes.map((process, index) => () => drive(world, process, { webinarId: ids[index] ?? '' })),
      );

      tell({ lostHistories: countLost(world, expected) });
      expect(answers.map(({ report }) => report?.status)).toEqual(['complete', 'complete', 'complete']);
      expect(withoutHistory(viewWhole(world.two.hubspot.world()))).toEqual(withoutHistory(expected));

      await world.time.sleep(searchLagMs);
      await sweep(world);
      expectTrueHubSpot(world.two);
      expect(viewWhole(world.two.hubspot.world())).toEqual(expected);
      for (const webinarId of ids) expect((await world.sync({ webinarId })).report).toMatchObject({ synced: 0 });
      const { requests } = world.two.hubspot;
      requests.clear();
      await sweep(world);
      expect(requests.list().filter(({ operation }) => operation?.startsWith('contacts.'))).toEqual([]);
    },
    60_000,
  );

  it.each(seeds(5))(
    'have whole histories again after the next sweep, when one sweep and another process were at work at once (seed %i)',
    async (seed) => {
      const options = { webinars, hubspot: { contacts: [existing] } };
      const undisturbed = await openWorld(options);
      await sweep(undisturbed);
      const expected = viewWhole(undisturbed.two.hubspot.world()).contacts;
      const world = await openWorld(options);
      const interleaving = createInterleaving(world, createRandom(seed));
      const [sweeping, syncing] = [await interleaving.startProcess(), await interleaving.startProcess()];

      await interleaving.run([
        () => sweep({ ...world, call: (uid, parameters) => sweeping.call(uid, parameters) }),
        () => drive(world, syncing, { webinarId: ids[seed % 3] ?? '' }),
      ]);
      await world.time.sleep(searchLagMs);
      await sweep(world);

      expect(viewWhole(world.two.hubspot.world()).contacts).toEqual(expected);
    },
    60_000,
  );

  it('lose nothing of their histories where one process syncs them all', async () => {
    const world = await openWorld({ webinars });
    const interleaving = createInterleaving(world, createRandom(1));
    const process = await interleaving.startProcess();

    await interleaving.run(ids.map((webinarId) => () => drive(world, process, { webinarId })));

    const { contacts } = expectTrueHubSpot(world.two);
    expect(contacts[acme('ann')]).toMatchObject({ registrations: '3', attendedWebinars: '3' });
  });
});
