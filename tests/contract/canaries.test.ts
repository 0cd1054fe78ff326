import { describe, expect, it } from 'vitest';
import { expectNoCanaries } from '../support/expect-no-canaries.ts';
import { secretsOf, type TwoAccounts } from '../support/two-accounts.ts';
import { openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';

const ann = 'ann@acme.example.com';

const openSynced = async (): Promise<WebinarWorld> => {
  const recording = { password: 'opens-the-recording' };
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        registrants: [aRegistrant(ann)],
        instances: [{ ...anInstance([aJoin(ann, 0, 60)]), recording }],
      }),
    ],
    settings: { recordingUsers: 'all' },
  });
  await world.sync({ webinarId });
  return world;
};

/** Puts a text into a record of the app behind its back, looks, and takes it out again. */
function expectFound(two: TwoAccounts, kind: string, planted: string): void {
  const { schemas, stores } = two.hubspot.world();
  const records = [...schemas.values()].flatMap(({ objectTypeId }) => [
    ...(stores.get(objectTypeId)?.live.values() ?? []),
  ]);
  const properties = records.find((record) => record.properties['kind'] === kind)?.properties;
  if (properties === undefined) throw new Error(`There is no record of kind ${kind}.`);
  const before = properties['summary'] ?? '';
  Object.assign(properties, { summary: planted });
  expect(() => {
    expectNoCanaries(two);
  }).toThrow();
  Object.assign(properties, { summary: before });
}

describe('what must not be anywhere', () => {
  it('is not in a world that was synced', async () => {
    const { two } = await openSynced();

    expect(secretsOf(two).length).toBeGreaterThan(2);
    expectNoCanaries(two);
  });

  it('would be found: secrets, tokens, passcodes and start links in any record, addresses of people where nobody is listed', async () => {
    const { two } = await openSynced();

    for (const secret of [...secretsOf(two), 'opens-the-recording', 'https://zoom.example.com/s/1?zak=abc']) {
      expectFound(two, 'audit', `found ${secret} here`);
    }
    expectFound(two, 'webinar', `last seen: ${ann}`);
    expectNoCanaries(two);
  });
});
