import { describe, expect, it } from 'vitest';
import type { CrmRecord } from '../../emulators/hubspot/entities.ts';
import { resolveObjectType, storeOf } from '../../emulators/hubspot/object-types.ts';
import type { ContactWebinarsAnswer } from '../../src/app/extensions/contract/contact-webinars.ts';
import type { WebinarSeed } from '../support/two-accounts.ts';
import { failed, openWorld, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;

async function callIn<Success extends { readonly ok: true }>(
  world: WebinarWorld,
  uid: string,
  parameters: object,
  environment: Readonly<Record<string, string | undefined>> = {},
) {
  const process = await world.startProcess({ environment });
  const callsBefore = world.two.hubspot.requests.list().length;
  const answer = await process.call<Success>(uid, parameters);
  const calls = world.two.hubspot.requests.list().slice(callsBefore);
  return { answer, hubspotCalls: calls.map(({ operation }) => operation) };
}

describe('S29: get_contact_webinars', () => {
  const seriesId = '82222222222';
  const weekMinutes = 7 * 24 * 60;
  const webinars: readonly WebinarSeed[] = [
    aHeldWebinar({
      registrants: [aRegistrant(acme('ann')), aRegistrant(acme('cid'), { status: 'denied' })],
      instances: [anInstance([aJoin(acme('ann'), 5, 35)])],
    }),
    aHeldWebinar({
      id: seriesId,
      topic: 'Growing cucumbers',
      type: 6,
      registrants: [aRegistrant(acme('ann'), { create_time: atMinute(-3 * weekMinutes) })],
      instances: [
        anInstance(
          [aJoin(acme('bo'), -2 * weekMinutes, -2 * weekMinutes + 60, { standIn: { isEmailFromHost: true } })],
          {
            uuid: 'one==',
            start_time: atMinute(-2 * weekMinutes),
            end_time: atMinute(-2 * weekMinutes + 60),
          },
        ),
        anInstance([aJoin(acme('ann'), -weekMinutes, -weekMinutes + 60)], {
          uuid: 'two==',
          start_time: atMinute(-weekMinutes),
          end_time: atMinute(-weekMinutes + 60),
        }),
      ],
    }),
  ];

  async function openSynced(): Promise<WebinarWorld> {
    const world = await openWorld({
      hubspot: {
        contacts: [
          { id: '101', properties: { email: acme('ann') } },
          { id: '102', properties: {} },
        ],
      },
      webinars,
    });
    for (const id of [webinarId, seriesId]) await world.sync({ webinarId: id });
    return world;
  }

  it('B16: sums up a contact and shows each webinar, newest first, by two calls', async () => {
    const world = await openSynced();

    const { answer, hubspotCalls } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', {
      contactId: 101,
    });

    expect(hubspotCalls).toEqual(['contacts.batch-read', 'custom-objects.batch-read']);
    expect(answer).toEqual({
      ok: true,
      summary: {
        registrationCount: 2,
        attendedWebinarCount: 2,
        attendedSessionCount: 2,
        averagePercentage: 75,
        lastAttendedAt: '2026-11-18T14:05:00.000Z',
      },
      webinars: [
        {
          webinarId,
          connection: 'main',
          topic: 'Growing tomatoes',
          url: `https://zoom.example.com/webinar/register/${webinarId}`,
          joinUrl: null,
          registeredAt: '2026-11-16T14:00:00.000Z',
          sessions: [
            {
              key: 'main',
              startedAt: '2026-11-18T14:00:00.000Z',
              lengthSeconds: 3600,
              state: 'attended',
              attendedSeconds: 1800,
              percentage: 50,
              joinedAt: '2026-11-18T14:05:00.000Z',
              leftAt: '2026-11-18T14:35:00.000Z',
              isOver: true,
              recordingUrl: null,
            },
          ],
        },
        {
          webinarId: seriesId,
          connection: 'main',
          topic: 'Growing cucumbers',
          url: `https://zoom.example.com/webinar/register/${seriesId}`,
          joinUrl: null,
          registeredAt: '2026-10-28T14:00:00.000Z',
          sessions: [
            {
              key: '1794405600000',
              startedAt: '2026-11-11T14:00:00.000Z',
              lengthSeconds: 3600,
              state: 'attended',
              attendedSeconds: 3600,
              percentage: 100,
              joinedAt: '2026-11-11T14:00:00.000Z',
              leftAt: '2026-11-11T15:00:00.000Z',
              isOver: true,
              recordingUrl: null,
            },
            {
              key: '1793800800000',
              startedAt: '2026-11-04T14:00:00.000Z',
              lengthSeconds: 3600,
              state: 'no-show',
              attendedSeconds: null,
              percentage: null,
              joinedAt: null,
              leftAt: null,
              isOver: true,
              recordingUrl: null,
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['a contact without webinars', {}],
    ['a contact whose history somebody has spoilt', { zwh_history: 'not a history' }],
  ])('%s has none', async (_, properties) => {
    const world = await openSynced();
    world.atHubSpot('edit-contact', { contact: { id: '102' }, properties: { firstname: 'Nobody', ...properties } });

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: '102' });

    expect(answer).toEqual({
      ok: true,
      summary: {
        registrationCount: 0,
        attendedWebinarCount: 0,
        attendedSessionCount: 0,
        averagePercentage: null,
        lastAttendedAt: null,
      },
      webinars: [],
    });
  });

  it('a contact who has only cancelled has no registration, and one webinar', async () => {
    const world = await openSynced();
    const contacts = [...(world.two.hubspot.world().stores.get('0-1')?.live.values() ?? [])];
    const cid = contacts.find(({ properties }) => properties['email'] === acme('cid'));

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: cid?.id });

    expect(succeeded(answer)).toMatchObject({
      summary: { registrationCount: 0 },
      webinars: [{ webinarId, sessions: [{ state: 'cancelled', attendedSeconds: null }] }],
    });
  });

  it.each([
    ['is not there', { contactId: '999' }, { cause: 'contact-not-found', contactId: '999' }],
    ['is named by letters', { contactId: 'ann' }, { cause: 'parameter-invalid', name: 'contactId' }],
    ['is not named', {}, { cause: 'parameter-invalid', name: 'contactId' }],
    ['comes with more', { contactId: '101', email: 'x' }, { cause: 'parameter-unknown', name: 'email' }],
  ])('a contact that %s is refused', async (_, parameters, reason) => {
    const world = await openSynced();

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', parameters);

    expect(failed(answer).reason).toMatchObject(reason);
  });

  it('a contact that was deleted is not found', async () => {
    const world = await openSynced();
    world.atHubSpot('archive-contact', { id: '101' });

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: '101' });

    expect(failed(answer)).toMatchObject({ kind: 'not-found', system: 'hubspot' });
  });

  it.each([
    ['no', undefined],
    ['a spoilt', 'not a list'],
  ])('needs nothing of Zoom: with %s secret the connection has no name', async (_, secret) => {
    const world = await openSynced();
    const zoomCallsBefore = world.two.zoom.requests.list().length;

    const { answer } = await callIn<ContactWebinarsAnswer>(
      world,
      'get_contact_webinars',
      { contactId: '101' },
      { ZOOM_CONNECTIONS: secret },
    );

    expect(succeeded(answer).webinars.map(({ connection }) => connection)).toEqual([null, null]);
    expect(world.two.zoom.requests.list()).toHaveLength(zoomCallsBefore);
  });

  describe('recordings', () => {
    const firstUrl = 'https://zoom.example.com/rec/first';
    const secondUrl = 'https://zoom.example.com/rec/second';
    const emails = [acme('ann'), 'rita@rival.example.com'];
    const aRun = (uuid: string, fromMinute: number, share_url: string) =>
      anInstance(
        emails.map((email) => aJoin(email, fromMinute, fromMinute + 30)),
        {
          uuid,
          start_time: atMinute(fromMinute),
          end_time: atMinute(fromMinute + 60),
          recording: { share_url },
        },
      );

    async function openRecorded(): Promise<WebinarWorld> {
      const world = await openWorld({
        hubspot: {
          contacts: [
            { id: '101', properties: { email: acme('ann') } },
            { id: '103', properties: { email: 'rita@rival.example.com' } },
          ],
        },
        webinars: [
          aHeldWebinar({
            type: 6,
            registrants: emails.map((email) => aRegistrant(email, { create_time: atMinute(-3 * weekMinutes) })),
            instances: [aRun('one==', -weekMinutes, firstUrl), aRun('two==', 0, secondUrl)],
          }),
        ],
        settings: { recordingUsers: 'all', recordingExclusions: ['rival.example.com'] },
      });
      await world.sync({ webinarId });
      return world;
    }

    async function recordingsOf(world: WebinarWorld, contactId: string): Promise<readonly (string | null)[]> {
      const { answer, hubspotCalls } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', {
        contactId,
      });
      expect(hubspotCalls.length).toBeLessThanOrEqual(2);
      return succeeded(answer).webinars.flatMap(({ sessions }) => sessions.map(({ recordingUrl }) => recordingUrl));
    }

    it('are those of each session', async () => {
      const world = await openRecorded();

      expect(await recordingsOf(world, '101')).toEqual([secondUrl, firstUrl]);
    });

    it('are still there after a sync of one person', async () => {
      const world = await openRecorded();
      await world.syncPerson({ webinarId, contactId: '101' });

      expect(await recordingsOf(world, '101')).toEqual([secondUrl, firstUrl]);
    });

    it('S5: are not offered for somebody from whom they are kept', async () => {
      const world = await openRecorded();

      expect(await recordingsOf(world, '103')).toEqual([null, null]);
    });

    const recordOfWebinar = ({ two }: WebinarWorld): CrmRecord => {
      const hubspot = two.hubspot.world();
      const store = storeOf(hubspot, resolveObjectType(hubspot, 'p_zoom_integration_record'));
      const found = [...store.live.values()].find(({ properties }) => properties['kind'] === 'webinar');
      return found ?? expect.fail('there is no record of the webinar');
    };
    const writeRecord = (world: WebinarWorld, changes: Readonly<Record<string, string>>): void => {
      const record = recordOfWebinar(world);
      record.properties = { ...record.properties, ...changes };
    };

    it.each<[string, (world: WebinarWorld) => void]>([
      [
        'is gone',
        (world) =>
          world.atHubSpot('archive-record', {
            objectType: 'p_zoom_integration_record',
            id: recordOfWebinar(world).id,
          }),
      ],
      ['is damaged', (world) => writeRecord(world, { payload: '{"v":1' })],
      ['is somebody else’s', (world) => writeRecord(world, { kind: 'mine' })],
      [
        'cannot be read',
        ({ two }) =>
          two.hubspot.faults.add([
            { operation: 'custom-objects.batch-read', occurrence: 'every', fault: { kind: 'html', status: 404 } },
          ]),
      ],
    ])('are missing, and nothing else, when the record of the webinar %s', async (_, spoil) => {
      const world = await openRecorded();
      spoil(world);

      expect(await recordingsOf(world, '101')).toEqual([null, null]);
    });
  });

  it('says that HubSpot is not there', async () => {
    const world = await openSynced();
    world.two.hubspot.faults.add([
      { operation: 'contacts.batch-read', occurrence: 'every', fault: { kind: 'html', status: 503 } },
    ]);

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: '101' });

    expect(failed(answer)).toMatchObject({
      kind: 'unavailable',
      system: 'hubspot',
      reason: { cause: 'vendor-unavailable' },
    });
  });
});
