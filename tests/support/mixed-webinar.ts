import { minuteMs, openWorld, type WebinarWorld, type WorldOptions } from './webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from './zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const atWebinar = { webinar_id: Number(webinarId) };
const weekMinutes = 7 * 24 * 60;

/** Two dates, the second one with a host drop, and people of every kind. */
export const openMixedWorld = (options: Pick<WorldOptions, 'switches' | 'hubspot'> = {}): Promise<WebinarWorld> =>
  openWorld({
    ...options,
    hubspot: {
      ...options.hubspot,
      contacts: [
        { id: '101', properties: { email: acme('prim'), hs_additional_emails: acme('second') } },
        { id: '102', properties: { email: acme('mo'), firstname: 'Maurice', lastname: 'Chosen' } },
      ],
    },
    webinars: [
      aHeldWebinar({
        type: 9,
        settings: { approval_type: 0, registration_type: 1 },
        occurrences: [
          { occurrence_id: '1794405600000', start_time: atMinute(-weekMinutes) },
          { occurrence_id: '1795010400000', start_time: atMinute(0) },
        ],
        registrants: [
          ...['ann', 'ben', 'mo', 'second'].map((name) =>
            aRegistrant(acme(name), { create_time: atMinute(-2 * weekMinutes) }),
          ),
          aRegistrant(acme('cid'), { status: 'denied' }),
          aRegistrant('karl@gmail,com'),
        ],
        instances: [
          anInstance([aJoin(acme('ann'), -weekMinutes, -weekMinutes + 30)], {
            uuid: 'one==',
            start_time: atMinute(-weekMinutes),
            end_time: atMinute(-weekMinutes + 60),
          }),
          anInstance([aJoin(acme('ann'), 0, 30), aJoin(acme('mo'), 5, 30), aJoin('', 0, 30, { name: 'Gaston' })], {
            uuid: '/two//==',
            end_time: atMinute(30),
          }),
          anInstance(
            [
              aJoin(acme('ann'), 35, 65),
              aJoin(acme('walt'), 40, 65, { registrant_id: '', standIn: { isEmailFromHost: true } }),
            ],
            { uuid: 'three==', start_time: atMinute(35), end_time: atMinute(65) },
          ),
        ],
      }),
    ],
  });

/** A first sync and everything that may have changed by the second one. */
export async function openMixedWorldWithChanges(
  options: Parameters<typeof openMixedWorld>[0] = {},
): Promise<WebinarWorld> {
  const world = await openMixedWorld(options);
  await world.sync({ webinarId });
  world.time.advance(10 * minuteMs);
  world.atZoom('self-cancel', { ...atWebinar, email: acme('ben') });
  world.atZoom('change-registrant', { ...atWebinar, email: acme('cid'), status: 'approved' });
  world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(acme('eve')) });
  world.atZoom('add-participants', { uuid: 'three==', participants: [aJoin(acme('mo'), 40, 60)] });
  world.atZoom('change-webinar', { ...atWebinar, change: { topic: 'Growing cucumbers' } });
  return world;
}
