import type { WorldOptions } from '../support/webinar-world.ts';
import { dayMs, hourMs, noon, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';

export const acme = (name: string): string => `${name}@acme.example.com`;
const walt = 'walt@globex.example.com';
const atWebinar = { webinar_id: Number(webinarId) };
const otherWebinarId = '89999999999';
const otherUuid = 'otherOther==';
export const recordedUuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';

type InstanceChanges = NonNullable<Parameters<typeof anInstance>[1]>;

/** One of each kind: came, did not come, cancelled, came without registering, a guest. */
export const openSmallWorld = (
  options: Partial<WorldOptions> = {},
  instance: InstanceChanges = {},
): Promise<WebinarWorld> =>
  openWorld({
    webinars: [
      aHeldWebinar({
        registrants: [
          aRegistrant(acme('ann')),
          aRegistrant(acme('ben')),
          aRegistrant(acme('cid'), { status: 'denied' }),
        ],
        instances: [
          anInstance(
            [
              aJoin(acme('ann'), 0, 60),
              aJoin(walt, 0, 15, { registrant_id: '', standIn: { isEmailFromHost: true } }),
              aJoin('', 0, 30, { name: 'Gaston Guestling' }),
            ],
            instance,
          ),
        ],
      }),
    ],
    ...options,
  });

/** The same, recorded, in an account that syncs everybody's recordings. */
export const openRecordedWorld = (
  transcript: NonNullable<InstanceChanges['transcript']>,
  options: Partial<WorldOptions> = {},
): Promise<WebinarWorld> =>
  openSmallWorld({ settings: { recordingUsers: 'all' }, ...options }, { recording: {}, transcript });

/** The recording was synced; since then it got a transcript of its own, and one who attended is excluded. */
export async function openWorldWithNewTranscript(): Promise<WebinarWorld> {
  const world = await openRecordedWorld({ source: 'ai-companion' });
  await world.sync({ webinarId });
  world.time.advance(hourMs);
  const cues = [{ speaker: 'Hanna Host', text: 'Corrected.', startMs: 0, endMs: 900 }];
  world.atZoom('add-transcript', { uuid: recordedUuid, transcript: { source: 'recording', cues } });
  await world.save({ recordingExclusions: ['globex.example.com'] });
  return world;
}

const inDays = (days: number): string => new Date(noon + days * dayMs).toISOString().replace('.000', '');

/** To be held in three days. */
export const openPlannedWorld = (): Promise<WebinarWorld> =>
  openWorld({
    webinars: [
      aHeldWebinar({
        start_time: inDays(3),
        registrants: [
          aRegistrant(acme('ann')),
          aRegistrant(acme('ben')),
          aRegistrant(acme('cid'), { status: 'denied' }),
        ],
        instances: [],
      }),
    ],
  });

/** Planned, synced, and then deleted in Zoom. */
export async function openDeletedWorld(): Promise<WebinarWorld> {
  const world = await openPlannedWorld();
  await world.sync({ webinarId });
  world.time.advance(hourMs);
  world.atZoom('delete-webinar', atWebinar);
  return world;
}

/** Ann took over Bea, who had a part in another webinar, and something about Ann is new. */
export async function openMergedWorld(): Promise<WebinarWorld> {
  const world = await openWorld({
    webinars: [
      aHeldWebinar({ registrants: [aRegistrant(acme('ann'))], instances: [anInstance([aJoin(acme('ann'), 0, 60)])] }),
      aHeldWebinar({
        id: otherWebinarId,
        uuid: 'plannedOther==',
        registrants: [aRegistrant(acme('bea'))],
        instances: [anInstance([aJoin(acme('bea'), 0, 30)], { uuid: otherUuid })],
      }),
    ],
  });
  await world.sync({ webinarId });
  await world.sync({ webinarId: otherWebinarId });
  world.time.advance(hourMs);
  world.atHubSpot('merge-contacts', { primary: { email: acme('ann') }, merged: { email: acme('bea') } });
  world.atZoom('change-registrant', { ...atWebinar, email: acme('ann'), fields: { last_name: 'New' } });
  return world;
}

/** So many deleted contacts that HubSpot is asked for single addresses; one of them is on Zoom's list. */
export const openWorldWithManyDeleted = (): Promise<WebinarWorld> =>
  openSmallWorld({
    hubspot: {
      emulator: { switches: { archivedLookupByEmail: 'found' } },
      contacts: Array.from({ length: 600 }, (_, index) => ({
        id: String(1_000 + index),
        properties: { email: index === 599 ? acme('ben') : acme(`gone${index}`) },
        archived: true,
      })),
    },
  });

/** As the small one, in pages of one row. */
export const openPagedWorld = (): Promise<WebinarWorld> => openSmallWorld({ switches: { pageRowsMax: 1 } });

/** As the small one, with vendors so slow that it takes several steps. */
export async function openSlowWorld(): Promise<WebinarWorld> {
  const world = await openSmallWorld();
  world.time.callsTake(700);
  return world;
}
