import type { WorldSeed } from '../../../scripts/demo/demo-world.ts';
import { worldStart } from '../../../scripts/preview/demo-worlds.ts';
import { aHubSpotSeed, aZoomSeed, zoomAccountId } from '../../support/two-accounts.ts';
import { dayMs, minuteMs } from '../../support/builders.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, sessionStart } from '../../support/zoom-webinars.ts';

/** Somebody at a company that the tests have on no list. */
export const acme = (name: string): string => `${name}@acme.example.com`;

/** Webinars of the small company, by what they are good for. */
export const smallWebinars = {
  /** Held two days ago: Ann and Ben came, Cid did not, Dora was denied. */
  held: { id: '81234567890', topic: 'Growing tomatoes' },
  /** Held a week before that. */
  earlier: { id: '81234567891', topic: 'Pruning roses' },
  /** Planned in three days; Ann and Cid are registered. */
  planned: { id: '81234567892', topic: 'Winter vegetables' },
} as const;

const weekMinutes = 7 * 24 * 60;
const plannedAt = worldStart + 3 * dayMs;

/** Deterministic to the last id: three webinars, five people, one of whom HubSpot knows. */
export function createSmallCompany(): WorldSeed {
  return {
    zoom: aZoomSeed([held(), earlier(), planned()]),
    hubspot: aHubSpotSeed({
      account: { portalId: 147_000_001, timeZone: 'Europe/Berlin', token: 'pat-test-token', tier: 'unlimited' },
      contacts: [
        {
          id: '101',
          properties: { email: acme('ann'), firstname: 'Ann', lastname: 'Quillfeather', company: 'Acme' },
          createdAt: worldStart - 90 * dayMs,
        },
      ],
      users: [{ id: '11', email: 'admin@acme.example.com', firstName: 'Ada', lastName: 'Admin', superAdmin: true }],
    }),
    connectionNames: new Map([[zoomAccountId, 'main']]),
  };
}

const held = () =>
  aHeldWebinar({
    ...smallWebinars.held,
    registrants: [
      ...['ann', 'ben', 'cid'].map((name) => aRegistrant(acme(name))),
      aRegistrant(acme('dora'), { status: 'denied' }),
    ],
    instances: [
      anInstance([
        aJoin(acme('ann'), 0, 58),
        aJoin(acme('ben'), 10, 25),
        aJoin(acme('ben'), 30, 45),
        aJoin('', 5, 20, { name: 'A guest' }),
      ]),
    ],
  });

const earlier = () =>
  aHeldWebinar({
    ...smallWebinars.earlier,
    uuid: 'earlierEarlierEarlier==',
    start_time: atMinute(-weekMinutes),
    registrants: [acme('ann'), acme('eve')].map((email) =>
      aRegistrant(email, { create_time: atMinute(-weekMinutes - 24 * 60) }),
    ),
    instances: [
      anInstance(
        [aJoin(acme('ann'), -weekMinutes, -weekMinutes + 60), aJoin(acme('eve'), -weekMinutes, -weekMinutes + 20)],
        {
          uuid: 'earlierSession1234567==',
          start_time: atMinute(-weekMinutes),
          end_time: atMinute(-weekMinutes + 60),
        },
      ),
    ],
  });

const planned = () =>
  aHeldWebinar({
    ...smallWebinars.planned,
    uuid: 'winterWinterWinter123==',
    start_time: atMinute((plannedAt - sessionStart) / minuteMs),
    registrants: [acme('ann'), acme('cid')].map((email) =>
      aRegistrant(email, { join_url: `https://zoom.example.com/w/81234567892?tk=${email}` }),
    ),
    instances: [],
  });
