import { describe, expect, it } from 'vitest';
import type { ContactWebinarsAnswer } from '../../src/app/extensions/contract/contact-webinars.ts';
import type {
  RegisterContactAnswer,
  RegisterContactParameters,
  RegistrationRefusal,
} from '../../src/app/extensions/contract/registration.ts';
import { aFan, aPlannedWebinar, inDays } from '../support/planned-webinars.ts';
import { hostEmail, type RegistrantSeed, type WebinarSeed } from '../support/two-accounts.ts';
import {
  dayMs,
  failed,
  minuteMs,
  noon,
  openWorld,
  secondMs,
  succeeded,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const day = (days: number): string => String(noon + days * dayMs);

/** Zoe is a contact whom no webinar knows. */
const zoe = { email: acme('zoe'), firstname: 'Zoe', lastname: 'Zander' };

function open(
  webinar: Partial<WebinarSeed> = {},
  { contact = zoe, ...options }: Partial<WorldOptions> & { readonly contact?: Readonly<Record<string, string>> } = {},
): Promise<WebinarWorld> {
  return openWorld({
    webinars: [aPlannedWebinar(webinar)],
    hubspot: { contacts: [{ id: '101', properties: contact }] },
    ...options,
  });
}

const register = async (
  world: WebinarWorld,
  parameters: Partial<RegisterContactParameters> = {},
): Promise<RegisterContactAnswer> =>
  succeeded(await world.call<RegisterContactAnswer>('register_contact', { contactId: 101, webinarId, ...parameters }));

const rosterOf = ({ two }: WebinarWorld) => two.zoom.world().webinarsById.get(Number(webinarId))?.roster;
const registrantOf = (world: WebinarWorld, email = zoe.email) => rosterOf(world)?.byEmail(email);
const timesTried = ({ two }: WebinarWorld): number => two.zoom.requests.counts()['registrants.add'] ?? 0;

async function refusalOf(
  world: WebinarWorld,
  parameters: Partial<RegisterContactParameters> = {},
): Promise<RegistrationRefusal> {
  const answer = await register(world, parameters);
  return answer.outcome === 'refused' ? answer.refusal : expect.fail(`not refused: ${answer.outcome}`);
}

describe('B16: register_contact', () => {
  it('registers the contact under its own name and address, and shows it at once', async () => {
    const world = await open();

    const answer = await register(world);

    const registrant = registrantOf(world);
    expect(registrant?.fields).toMatchObject({ first_name: 'Zoe', last_name: 'Zander' });
    expect(answer).toEqual({
      ok: true,
      outcome: 'registered',
      registrantId: registrant?.id,
      joinUrl: registrant?.joinUrl,
      isShownInHubSpot: true,
    });
    const card = succeeded(await world.call<ContactWebinarsAnswer>('get_contact_webinars', { contactId: 101 }));
    expect(card.webinars).toMatchObject([
      { webinarId, joinUrl: registrant?.joinUrl, sessions: [{ state: 'registered', isOver: false }] },
    ]);
    expect(world.view().events[`zoom-webinar-${webinarId}`]?.people).toMatchObject({ [zoe.email]: 'REGISTERED' });
  });

  it('trusts nobody with names or an address', async () => {
    const world = await open();

    const answer = await world.call('register_contact', { contactId: 101, webinarId, email: acme('somebody-else') });

    expect(failed(answer).reason).toEqual({ cause: 'parameter-unknown', name: 'email' });
    expect(timesTried(world)).toBe(0);
  });

  it('registers nobody a second time whom HubSpot shows as registered', async () => {
    const world = await open();
    const first = await register(world);

    const second = await register(world);

    expect(second).toEqual({ ...first, outcome: 'already-registered', registrantId: null });
    expect(timesTried(world)).toBe(1);
  });

  it('registers nobody a second time whom Zoom lists as registered, and shows it at once', async () => {
    const world = await open({ registrants: [aFan('zoe')] });

    const answer = await register(world);

    expect(answer).toMatchObject({ outcome: 'already-registered', registrantId: 'reg-zoe', isShownInHubSpot: true });
    expect(timesTried(world)).toBe(0);
  });

  it('says that it awaits approval, again and again, by one try', async () => {
    const world = await open({ settings: { approval_type: 1 } });

    const answers = [await register(world), await register(world)];

    const registrantId = registrantOf(world)?.id;
    const awaiting = { ok: true, outcome: 'awaiting-approval', registrantId, joinUrl: null, isShownInHubSpot: false };
    expect(answers).toEqual([awaiting, awaiting]);
    expect(timesTried(world)).toBe(1);
  });

  it.each([
    ['registered', 0],
    ['awaiting-approval', 1],
  ] as const)('knows that somebody is %s when Zoom does not say it', async (outcome, approval_type) => {
    const world = await open({ settings: { approval_type } }, { switches: { sendRegistrationStatus: false } });

    expect(await register(world)).toMatchObject({ outcome });
  });

  it('S22, S23: counts and shows the registration', async () => {
    const world = await open();

    await register(world);

    expect(world.view().contacts[zoe.email]).toMatchObject({
      registrations: '1',
      lastRegistered: `https://zoom.example.com/webinar/register/${webinarId}`,
    });
  });

  it.each([
    ['S6: of an excluded domain', { settings: { contactExclusions: ['acme.example.com'] } }],
    ['S2: while the sync is off', { settings: null }],
  ])('registers a contact %s, and leaves HubSpot as it was', async (_, options) => {
    const world = await open({}, options);

    const answer = await register(world);

    expect(answer).toMatchObject({ outcome: 'registered', isShownInHubSpot: false });
    expect(registrantOf(world)?.status).toBe('approved');
    expect(world.view().contacts[zoe.email]?.history).toBe('');
  });

  it('S13: registers a user of the account, and leaves the contact as it was', async () => {
    const world = await openWorld({
      webinars: [aPlannedWebinar()],
      hubspot: { contacts: [{ id: '101', properties: zoe }], users: [{ id: '501', email: zoe.email }] },
    });

    expect(await register(world)).toMatchObject({ outcome: 'registered', isShownInHubSpot: false });
  });

  it('leaves the write-back to the page when the vendors are slow', async () => {
    const world = await open();
    world.time.callsTake(900);

    const answer = await register(world);
    world.time.callsTake(0);
    const { report } = await world.syncPerson({ webinarId, contactId: 101 });

    expect(answer).toMatchObject({ outcome: 'registered', isShownInHubSpot: false });
    expect(report.people).toMatchObject([{ outcome: 'update', entries: [{ state: 'register' }] }]);
  });

  it('has registered the contact also when HubSpot fails afterwards', async () => {
    const world = await open();
    world.two.hubspot.faults.add([
      { operation: 'custom-objects.batch-upsert', occurrence: 'every', fault: { kind: 'html', status: 503 } },
    ]);

    expect(await register(world)).toMatchObject({ outcome: 'registered', isShownInHubSpot: false });
  });

  it('takes the connection that is named', async () => {
    const world = await open();

    const answer = await world.call('register_contact', { contactId: 101, webinarId, connection: 'other' });

    expect(failed(answer).reason).toMatchObject({ cause: 'connection-unknown' });
  });
});

describe('B20: questions of the form', () => {
  const questions: WebinarSeed['questions'] = {
    questions: [
      { field_name: 'org', required: true },
      { field_name: 'no_of_employees', required: true },
      { field_name: 'country', required: false },
    ],
    custom_questions: [
      { title: 'Why?', type: 'short', required: true },
      { title: 'Which ones?', type: 'multiple', required: true, answers: ['Red', 'Green', 'Yellow'] },
    ],
  };
  const answers = {
    org: 'Acme',
    no_of_employees: '21-50',
    country: 'no',
    'Why?': ' Soup ',
    'Which ones?': 'Red\nGreen',
  };

  it('are answered', async () => {
    const world = await open({ questions });

    expect(await register(world, { answers })).toMatchObject({ outcome: 'registered' });
    expect(registrantOf(world)?.fields).toMatchObject({
      org: 'Acme',
      no_of_employees: '21-50',
      country: 'NO',
      custom_questions: [
        { title: 'Why?', value: 'Soup' },
        { title: 'Which ones?', value: 'Red,Green' },
      ],
    });
  });

  it('that are required are named before Zoom is asked', async () => {
    const world = await open({ questions });

    const refusal = await refusalOf(world, { answers: { ...answers, org: ' ', 'Which ones?': 'Blue' } });

    expect(refusal).toEqual({ cause: 'answers-missing', questions: ['org', 'Which ones?'] });
    expect(timesTried(world)).toBe(0);
  });

  it('whose answers Zoom does not take are named', async () => {
    const world = await open();
    world.two.zoom.faults.add([
      {
        operation: 'registrants.questions',
        occurrence: 'every',
        fault: {
          kind: 'answer',
          status: 200,
          body: { questions: [{ field_name: 'org', required: false }], custom_questions: [] },
        },
      },
    ]);
    world.atZoom('change-webinar', {
      webinar_id: Number(webinarId),
      change: { questions: { questions: [{ field_name: 'org', required: true }] } },
    });

    expect(await refusalOf(world)).toEqual({ cause: 'answers-missing', questions: ['org'] });
  });
});

describe('B10: a series', () => {
  const occurrences = [3, 10].map((days) => ({ occurrence_id: day(days), start_time: inDays(days) }));
  const aSeries = (registration_type: 1 | 2, registrants: RegistrantSeed[] = []): Partial<WebinarSeed> => ({
    type: 9,
    settings: { approval_type: 0, registration_type },
    occurrences,
    registrants,
  });

  it('is registered for as a whole', async () => {
    const world = await open(aSeries(1));

    expect(await register(world)).toMatchObject({ outcome: 'registered', isShownInHubSpot: true });
    expect([...(registrantOf(world)?.statusByOccurrence ?? [])]).toEqual([]);
  });

  it('is registered for date by date', async () => {
    const world = await open(aSeries(2));

    const first = await register(world, { occurrenceId: day(10) });
    const other = await register(world, { occurrenceId: day(3) });
    const again = await register(world, { occurrenceId: day(10) });

    expect([first, other, again].map(({ outcome }) => outcome)).toEqual([
      'registered',
      'registered',
      'already-registered',
    ]);
    expect([...(registrantOf(world)?.statusByOccurrence.keys() ?? [])].toSorted()).toEqual(
      [day(10), day(3)].toSorted(),
    );
    expect(timesTried(world)).toBe(2);
  });

  it('asks for a date where there are several', async () => {
    expect(await refusalOf(await open(aSeries(2)))).toEqual({ cause: 'occurrence-missing' });
  });

  it('does not know other dates', async () => {
    const refusal = await refusalOf(await open(aSeries(2)), { occurrenceId: day(4) });

    expect(refusal).toEqual({ cause: 'occurrence-unknown' });
  });

  it('needs no choice where one date is left', async () => {
    const world = await open({ ...aSeries(2), occurrences: occurrences.slice(1) });

    expect(await register(world)).toMatchObject({ outcome: 'registered' });
    expect([...(registrantOf(world)?.statusByOccurrence.keys() ?? [])]).toEqual([day(10)]);
  });
});

describe('who is not registered', () => {
  const panelists = [{ name: 'Zoe', email: zoe.email }];
  const denied = [aFan('zoe', { status: 'denied' })];
  const cases: readonly (readonly [
    string,
    Partial<WebinarSeed>,
    Readonly<Record<string, string>>,
    RegistrationRefusal,
    number,
  ])[] = [
    ['where there is no registration', { settings: { approval_type: 2 } }, zoe, { cause: 'registration-off' }, 0],
    ['when it is over', { start_time: inDays(-1) }, zoe, { cause: 'webinar-over' }, 0],
    ['for a Zoom Event', { is_events_webinar: true }, zoe, { cause: 'zoom-event' }, 0],
    ['S40: as its host', {}, { ...zoe, email: hostEmail }, { cause: 'host' }, 0],
    ['without a first name', {}, { email: zoe.email, lastname: 'Zander' }, { cause: 'first-name-missing' }, 0],
    [
      'without a last name that the form requires',
      { questions: { questions: [{ field_name: 'last_name', required: true }] } },
      { email: zoe.email, firstname: 'Zoe' },
      { cause: 'last-name-missing' },
      0,
    ],
    ['who was denied before', { registrants: denied }, zoe, { cause: 'denied-before' }, 0],
    ['as a panelist', { panelists }, zoe, { cause: 'panelist' }, 1],
    ['when it is full', { standIn: { attendeeCapacity: 2 } }, zoe, { cause: 'capacity-reached' }, 1],
    ['where it costs money', { standIn: { isPaidRegistration: true } }, zoe, { cause: 'external-registration' }, 1],
    [
      'with an address that Zoom does not want',
      { standIn: { allowedEmailDomains: ['other.example.com'] } },
      zoe,
      { cause: 'address-refused' },
      1,
    ],
    [
      'with an address that Zoom cannot read',
      {},
      { ...zoe, email: `${'z'.repeat(60)}@${'very-long-domain-'.repeat(4)}.example.com` },
      { cause: 'address-refused' },
      1,
    ],
  ];

  it.each(cases)('%s', async (_, webinar, contact, refusal, tryCount) => {
    const world = await open(webinar, { contact });

    expect(await refusalOf(world)).toEqual(refusal);
    expect(timesTried(world)).toBe(tryCount);
    expect(registrantOf(world, contact['email'])?.status ?? 'absent').not.toBe('approved');
  });

  it('at a webinar that does not exist', async () => {
    expect(await refusalOf(await open(), { webinarId: '80000000001' })).toEqual({ cause: 'webinar-not-found' });
  });

  it('at a webinar whose host has no licence any more', async () => {
    const world = await open();
    world.two.zoom.faults.add([
      {
        operation: 'registrants.add',
        occurrence: 'every',
        fault: {
          kind: 'answer',
          status: 400,
          body: { code: 200, message: 'Webinar plan is missing. You must subscribe to the webinar plan.' },
        },
      },
    ]);

    expect(await refusalOf(world)).toEqual({ cause: 'licence-missing' });
  });

  it('B21: a fourth time on one day, and is told when the next day begins', async () => {
    const world = await open({ standIn: { attendeeCapacity: 2 } });
    const causes = [await refusalOf(world), await refusalOf(world), await refusalOf(world)].map(({ cause }) => cause);

    const fourth = await refusalOf(world);
    world.time.advance(12 * 60 * minuteMs + secondMs);
    const nextDay = await refusalOf(world);

    expect(causes).toEqual(['capacity-reached', 'capacity-reached', 'capacity-reached']);
    expect(fourth).toEqual({ cause: 'daily-limit', opensAt: '2026-11-21T00:00:00.000Z' });
    expect(nextDay).toEqual({ cause: 'capacity-reached' });
  });

  it('without a reason that is known is told Zoom’s own words', async () => {
    const world = await open();
    world.two.zoom.faults.add([
      {
        operation: 'registrants.add',
        occurrence: 'every',
        fault: { kind: 'answer', status: 400, body: { code: 3999, message: 'Not on Fridays.' } },
      },
    ]);

    expect(await refusalOf(world)).toEqual({ cause: 'other', problem: 'Not on Fridays.' });
  });

  it.each([
    ['is not there', { contactId: '999' }, { cause: 'contact-not-found' }],
    ['is named by letters', { contactId: 'zoe' }, { cause: 'parameter-invalid', name: 'contactId' }],
  ])('a contact that %s', async (_, parameters, reason) => {
    const answer = await (await open()).call('register_contact', { webinarId, ...parameters });

    expect(failed(answer).reason).toMatchObject(reason);
  });

  it('a contact without an address', async () => {
    const world = await open({}, { contact: { firstname: 'Zoe' } });

    const answer = await world.call('register_contact', { contactId: 101, webinarId });

    expect(failed(answer).reason).toMatchObject({ cause: 'contact-without-address' });
    expect(timesTried(world)).toBe(0);
  });
});

describe('B21: when an answer is lost', () => {
  const lostAfter = [
    ['is cut off', { kind: 'cut', when: 'after' }],
    ['is a page', { kind: 'html', status: 502, when: 'after' }],
    ['breaks off', { kind: 'truncate' }],
    ['lacks the registrant', { kind: 'omit-field', path: 'registrant_id' }],
  ] as const;
  const lostBefore = [
    ['is cut off', { kind: 'cut', when: 'before' }],
    ['is a page', { kind: 'html', status: 502, when: 'before' }],
  ] as const;
  const losing = (world: WebinarWorld, operation: string, occurrence: 'every' | number, fault: object): void =>
    world.two.zoom.faults.add([{ operation, occurrence, fault }]);

  it.each(lostAfter)(
    'that %s, after Zoom has registered the contact, Zoom is not asked a second time',
    async (_, fault) => {
      const world = await open();
      losing(world, 'registrants.add', 1, fault);

      const answer = await register(world);

      const registrant = registrantOf(world);
      expect(answer).toMatchObject({
        outcome: 'registered',
        registrantId: registrant?.id,
        joinUrl: registrant?.joinUrl,
        isShownInHubSpot: true,
      });
      expect(timesTried(world)).toBe(1);
    },
  );

  it.each(lostBefore)('that %s, before Zoom has done anything, it is asked once more', async (_, fault) => {
    const world = await open();
    losing(world, 'registrants.add', 1, fault);

    expect(await register(world)).toMatchObject({ outcome: 'registered', isShownInHubSpot: true });
    expect(timesTried(world)).toBe(2);
  });

  it('and Zoom cannot say either whether it has the contact, the call fails, and the next one finds out', async () => {
    const world = await open();
    losing(world, 'registrants.add', 1, { kind: 'cut', when: 'after' });
    // The lists of before the try are read; those of after it are not.
    for (const occurrence of [4, 5, 6, 7, 8, 9, 10, 11, 12]) {
      losing(world, 'registrants.list', occurrence, { kind: 'html', status: 503 });
    }

    const first = await world.call('register_contact', { contactId: 101, webinarId });
    world.two.zoom.faults.clear();
    const second = await register(world);

    expect(failed(first)).toMatchObject({ system: 'zoom', operation: 'register for a webinar' });
    expect(second).toMatchObject({ outcome: 'already-registered', isShownInHubSpot: true });
    expect(timesTried(world)).toBe(1);
  });

  it('waits for a second where Zoom wants it, and registers then', async () => {
    const world = await open();
    losing(world, 'registrants.add', 1, {
      kind: 'answer',
      status: 429,
      body: { code: 429, message: 'You have reached the maximum per-second rate limit for this API.' },
    });

    expect(await register(world)).toMatchObject({ outcome: 'registered' });
  });
});
