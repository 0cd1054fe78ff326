import { describe, expect, it } from 'vitest';
import type { ContactWebinarsAnswer } from '../../src/app/extensions/contract/contact-webinars.ts';
import { aFan, aPlannedWebinar, inDays } from '../support/planned-webinars.ts';
import { hostEmail, type AccountSeed, type WebinarSeed } from '../support/two-accounts.ts';
import type { AppProcess } from '../support/app-process.ts';
import {
  dayMs,
  minuteMs,
  noon,
  openWorld,
  secondMs,
  succeeded,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { callAction, type ActionCall, type ActionResult, type Inputs } from './workflow-action-kit.ts';

const zoe = { email: 'zoe@acme.example.com', firstname: 'Zoe', lastname: 'Zander' };
const day = (days: number): string => String(noon + days * dayMs);

interface Opened extends WebinarWorld {
  readonly process: AppProcess;
}

async function open(
  webinar: Partial<WebinarSeed> = {},
  {
    contact = zoe,
    environment = {},
    ...options
  }: Partial<WorldOptions> & {
    readonly contact?: Readonly<Record<string, string>>;
    readonly environment?: Readonly<Record<string, string | undefined>>;
  } = {},
): Promise<Opened> {
  const world = await openWorld({
    webinars: [aPlannedWebinar(webinar)],
    hubspot: { contacts: [{ id: '101', properties: contact }] },
    ...options,
  });
  return { ...world, process: await world.startProcess({ environment }) };
}

const add = ({ process }: Opened, call: ActionCall = {}): Promise<ActionResult> =>
  callAction(process, 'add_registrant', call);
const addWith = (world: Opened, inputs: Inputs): Promise<ActionResult> => add(world, { inputs });

const rosterOf = ({ two }: WebinarWorld, id = webinarId) => two.zoom.world().webinarsById.get(Number(id))?.roster;
const registrantOf = (world: WebinarWorld, email = zoe.email) => rosterOf(world)?.byEmail(email);
const timesTried = ({ two }: WebinarWorld): number => two.zoom.requests.counts()['registrants.add'] ?? 0;
const losing = (world: WebinarWorld, operation: string, occurrence: 'every' | number, fault: object): void =>
  world.two.zoom.faults.add([{ operation, occurrence, fault }]);
const answering = (status: number, body: object) => ({ kind: 'answer', status, body });

describe('S38: the action “Add contact to Zoom webinar”', () => {
  it('registers the contact under its own name and address, and returns link, ID and status', async () => {
    const world = await open();

    const { status, outputs } = await add(world);

    const registrant = registrantOf(world);
    expect(registrant?.fields).toMatchObject({ first_name: 'Zoe', last_name: 'Zander' });
    expect(registrantOf(world, 'made-up@acme.example.com')).toBeUndefined();
    expect(status).toBe(200);
    expect(outputs).toEqual({
      hs_execution_state: 'SUCCESS',
      status: 'registered',
      joinUrl: registrant?.joinUrl,
      registrantId: registrant?.id,
      webinarId,
    });
  });

  it('shows the registration on the contact at once where nobody would do it soon', async () => {
    const world = await open();

    await add(world);

    const card = succeeded(await world.call<ContactWebinarsAnswer>('get_contact_webinars', { contactId: 101 }));
    expect(card.webinars).toMatchObject([{ webinarId, sessions: [{ state: 'registered' }] }]);
  });

  it('leaves it to one sync for all where that is about to run', async () => {
    const access = { tokens: ['endpoint-token-of-the-tests-0123456789'], baseUrl: 'https://functions.invalid' };
    const world = await open({}, { environment: { ENDPOINT_ACCESS: JSON.stringify(access) } });

    await add(world);

    expect(world.two.zoom.requests.counts()['registrants.list'] ?? 0).toBe(0);
    expect(world.records()).toMatchObject({ doorbell: 1, registration: 1 });
  });

  it.each([
    ['as Zoom shows it', '812 3456 7890'],
    ['with dashes', '812-3456-7890'],
    ['with dashes and blanks that do not break', '812\u20113456\u00a07890'],
    ['with blanks around', ' 81234567890\n'],
  ])('B20: takes a webinar ID %s', async (_, typed) => {
    const world = await open();

    expect((await addWith(world, { webinar_id: typed })).outputs).toMatchObject({ status: 'registered', webinarId });
  });

  it('takes the webinar that is picked, else the ID that is typed, else that of a property', async () => {
    const world = await open();
    const nowhere = { webinar_id_property: '80000000009' };

    const picked = await addWith(world, { webinar: `acc-main:${webinarId}`, webinar_id: '80000000001', ...nowhere });
    const typed = await addWith(world, { webinar: '', webinar_id: '80000000001', webinar_id_property: webinarId });
    const ofProperty = await addWith(world, { webinar: '', webinar_id: ' ', webinar_id_property: webinarId });

    expect(picked.outputs).toMatchObject({ status: 'registered' });
    expect(typed.outputs).toMatchObject({ errorCode: 'WEBINAR_NOT_FOUND', webinarId: '80000000001' });
    expect(ofProperty.outputs).toMatchObject({ status: 'registered' });
  });

  it('says that a registration awaits approval', async () => {
    const world = await open({ settings: { approval_type: 1 } });

    const { outputs } = await add(world);

    expect(outputs).toMatchObject({ hs_execution_state: 'SUCCESS', status: 'awaiting-approval' });
    expect(outputs).not.toHaveProperty('joinUrl');
  });

  it.each([
    ['in an account that was never set up', { settings: null }],
    ['S6: of an excluded domain', { settings: { contactExclusions: ['acme.example.com'] } }],
  ])('registers a contact %s', async (_, options) => {
    const world = await open({}, options);

    expect((await add(world)).outputs).toMatchObject({ status: 'registered' });
    expect(registrantOf(world)?.status).toBe('approved');
  });
});

describe('B10: a series', () => {
  const occurrences = [3, 10].map((days) => ({ occurrence_id: day(days), start_time: inDays(days) }));
  const series = { type: 9 as const, settings: { approval_type: 0 as const, registration_type: 2 as const } };

  it('is registered for by the date that is chosen', async () => {
    const world = await open({ ...series, occurrences, registrants: [] });

    const { outputs } = await addWith(world, { webinar_id: webinarId, occurrence: day(10) });

    expect(outputs).toMatchObject({ status: 'registered' });
    expect([...(registrantOf(world)?.statusByOccurrence.keys() ?? [])]).toEqual([day(10)]);
  });

  it.each([
    ['OCCURRENCE_MISSING', undefined],
    ['OCCURRENCE_UNKNOWN', day(4)],
  ])('ends with %s for the date %s', async (errorCode, occurrence) => {
    const world = await open({ ...series, occurrences, registrants: [] });

    const inputs = { webinar_id: webinarId, ...(occurrence === undefined ? {} : { occurrence }) };
    expect((await addWith(world, inputs)).outputs).toMatchObject({ hs_execution_state: 'FAIL_CONTINUE', errorCode });
    expect(timesTried(world)).toBe(0);
  });
});

describe('S39, B20: questions of the form', () => {
  const questions: WebinarSeed['questions'] = {
    questions: ['org', 'job_title', 'phone', 'country', 'no_of_employees', 'city'].map((field_name) => ({
      field_name: field_name as 'org',
      required: true,
    })),
    custom_questions: [{ title: 'Why?', type: 'short', required: false }],
  };
  const properties = {
    ...zoe,
    company: 'Acme',
    jobtitle: 'Gardener',
    mobilephone: '+47 22 22 22 22',
    country: 'Norge',
    numemployees: '25-50',
    city: 'Oslo',
  };

  it('are answered from the contact’s properties', async () => {
    const world = await open({ questions }, { contact: properties });

    expect((await add(world)).outputs).toMatchObject({ status: 'registered' });
    expect(registrantOf(world)?.fields).toMatchObject({
      org: 'Acme',
      job_title: 'Gardener',
      phone: '+47 22 22 22 22',
      country: 'NO',
      no_of_employees: '21-50',
      city: 'Oslo',
    });
  });

  it('that are required and stay open are named before Zoom is asked', async () => {
    const required = { ...questions, custom_questions: [{ title: 'Why?', type: 'short' as const, required: true }] };
    const world = await open({ questions: required }, { contact: { ...properties, city: ' ', country: 'Atlantis' } });

    expect((await add(world)).outputs).toMatchObject({
      hs_execution_state: 'FAIL_CONTINUE',
      status: 'not-registered',
      errorCode: 'ANSWERS_MISSING',
      missingQuestions: 'country, city, Why?',
    });
    expect(timesTried(world)).toBe(0);
  });

  it('that nobody has to answer are left out where the property is none of Zoom’s choices', async () => {
    const world = await open(
      { questions: { questions: [{ field_name: 'no_of_employees', required: false }], custom_questions: [] } },
      { contact: { ...zoe, numemployees: '5-25' } },
    );

    expect((await add(world)).outputs).toMatchObject({ status: 'registered' });
  });
});

describe('a refusal ends the action with its own code', () => {
  const cases: readonly (readonly [string, Partial<WebinarSeed>, Readonly<Record<string, string>>, string])[] = [
    ['S40: of the host', {}, { ...zoe, email: hostEmail }, 'HOST'],
    ['of a panelist', { panelists: [{ name: 'Zoe', email: zoe.email }] }, zoe, 'PANELIST'],
    ['when it is full', { standIn: { attendeeCapacity: 2 } }, zoe, 'CAPACITY_REACHED'],
    ['where there is no registration', { settings: { approval_type: 2 } }, zoe, 'REGISTRATION_OFF'],
    ['when it is over', { start_time: inDays(-1) }, zoe, 'WEBINAR_OVER'],
    ['for a Zoom Event', { is_events_webinar: true }, zoe, 'ZOOM_EVENT'],
    ['where it costs money', { standIn: { isPaidRegistration: true } }, zoe, 'EXTERNAL_REGISTRATION'],
    ['of somebody denied before', { registrants: [aFan('zoe', { status: 'denied' })] }, zoe, 'DENIED_BEFORE'],
    [
      'of an address that Zoom does not want',
      { standIn: { allowedEmailDomains: ['other.example.com'] } },
      zoe,
      'ADDRESS_REFUSED',
    ],
    ['without a first name', {}, { email: zoe.email, lastname: 'Zander' }, 'FIRST_NAME_MISSING'],
    [
      'without a last name that is required',
      { questions: { questions: [{ field_name: 'last_name', required: true }] } },
      { email: zoe.email, firstname: 'Zoe' },
      'LAST_NAME_MISSING',
    ],
    ['without an address', {}, { firstname: 'Zoe' }, 'CONTACT_WITHOUT_ADDRESS'],
  ];

  it.each(cases)('%s', async (_, webinar, contact, errorCode) => {
    const world = await open(webinar, { contact });

    const { status, outputs } = await add(world);

    expect(status).toBe(200);
    expect(outputs).toMatchObject({ hs_execution_state: 'FAIL_CONTINUE', status: 'not-registered', errorCode });
    expect(registrantOf(world, contact['email'])?.status ?? 'absent').not.toBe('approved');
  });

  it.each([
    [
      'registration is closed',
      { code: 3000, message: 'Registration for this webinar is closed.' },
      'REGISTRATION_CLOSED',
    ],
    ['the host lost the licence', { code: 200, message: 'Webinar plan is missing. You must …' }, 'LICENCE_MISSING'],
    [
      'the app lacks a permission',
      { code: 4711, message: 'Invalid access token, does not contain scopes:[x:y].' },
      'ZOOM_ACCESS_REFUSED',
    ],
  ])('when %s', async (_, body, errorCode) => {
    const world = await open();
    losing(world, 'registrants.add', 'every', answering(400, body));

    expect((await add(world)).outputs).toMatchObject({ hs_execution_state: 'FAIL_CONTINUE', errorCode });
  });

  it('in Zoom’s own words where the reason is not known', async () => {
    const world = await open();
    losing(world, 'registrants.add', 'every', answering(400, { code: 3999, message: 'Not on Fridays.' }));

    expect((await add(world)).outputs).toMatchObject({ errorCode: 'ZOOM_REFUSED', zoomMessage: 'Not on Fridays.' });
  });

  it.each([
    ['no webinar is given', { inputs: { webinar: '', webinar_id: ' ' } }, 'WEBINAR_MISSING'],
    ['the webinar ID is none', { inputs: { webinar_id: 'tomorrow' } }, 'WEBINAR_ID_INVALID'],
    ['the webinar is not there', { inputs: { webinar_id: '80000000001' } }, 'WEBINAR_NOT_FOUND'],
    ['the account is not connected', { inputs: { webinar_id: webinarId, zoom_account: 'gone' } }, 'ACCOUNT_UNKNOWN'],
    ['the picked webinar’s account is not connected', { inputs: { webinar: `gone:${webinarId}` } }, 'ACCOUNT_UNKNOWN'],
    ['the contact is not there', { contactId: 999 }, 'CONTACT_NOT_FOUND'],
    ['it is not about a contact', { objectType: 'COMPANY' }, 'INPUT_INVALID'],
    ['the call lacks everything', { body: {} }, 'INPUT_INVALID'],
    ['the contact has no number', { contactId: 'zoe' }, 'INPUT_INVALID'],
  ])('when %s', async (_, call, errorCode) => {
    const world = await open();

    const { status, outputs } = await add(world, call);

    expect(status).toBe(200);
    expect(outputs).toMatchObject({ hs_execution_state: 'FAIL_CONTINUE', errorCode });
    expect(timesTried(world)).toBe(0);
  });

  it.each([[undefined], ['[]']])('when the connections are %s', async (secret) => {
    const world = await open({}, { environment: { ZOOM_CONNECTIONS: secret } });

    expect((await add(world)).outputs).toMatchObject({ errorCode: 'ZOOM_NOT_CONNECTED' });
  });

  it('when Zoom refuses the credentials', async () => {
    const connection = { name: 'main', accountId: 'acc-main', clientId: 'client-main', clientSecret: 'wrong' };
    const world = await open({}, { environment: { ZOOM_CONNECTIONS: JSON.stringify([connection]) } });

    expect((await add(world)).outputs).toMatchObject({ errorCode: 'ZOOM_ACCESS_REFUSED' });
  });

  it('B21: a fourth time on one day, and says when the next day begins', async () => {
    const world = await open({ standIn: { attendeeCapacity: 2 } });
    for (const callbackId of ['one', 'two', 'three']) await add(world, { callbackId });

    const fourth = await add(world, { callbackId: 'four' });
    world.time.advance(12 * 60 * minuteMs + secondMs);
    const nextDay = await add(world, { callbackId: 'five' });

    expect(fourth.outputs).toMatchObject({ errorCode: 'DAILY_LIMIT', retryAt: '2026-11-21T00:00:00.000Z' });
    expect(nextDay.outputs).toMatchObject({ errorCode: 'CAPACITY_REACHED' });
  });
});

describe('S41, B21: several Zoom accounts', () => {
  const otherId = '82222222222';
  const other: AccountSeed = {
    account_id: 'acc-other',
    client_id: 'client-other',
    client_secret: 'secret-other',
    plan: 'unlimited',
    users: [{ id: 'host-2', email: 'host@other.example.com' }],
    webinars: [{ ...aPlannedWebinar({ id: otherId, uuid: 'otherOtherOtherOther==' }), host_id: 'host-2' }],
  };
  const connections = JSON.stringify([
    { name: 'main', accountId: 'acc-main', clientId: 'client-main', clientSecret: 'secret-main' },
    { name: 'Other brand', accountId: 'acc-other', clientId: 'client-other', clientSecret: 'secret-other' },
  ]);
  const openBoth = () => open({}, { otherAccounts: [other], environment: { ZOOM_CONNECTIONS: connections } });

  it('registers at the primary one; for a webinar of another it says whose it is', async () => {
    const world = await openBoth();

    const own = await addWith(world, { webinar_id: webinarId });
    const foreign = await addWith(world, { webinar_id: otherId });

    expect(own.outputs).toMatchObject({ status: 'registered' });
    expect(foreign.outputs).toMatchObject({
      hs_execution_state: 'FAIL_CONTINUE',
      errorCode: 'WEBINAR_OF_OTHER_ACCOUNT',
      webinarAccount: 'Other brand',
    });
    expect(rosterOf(world, otherId)?.byEmail(zoe.email)).toBeUndefined();
  });

  it('does not know a webinar that no account can show', async () => {
    const world = await openBoth();
    losing(world, 'webinars.get', 2, { kind: 'html', status: 503, when: 'before' });

    expect((await addWith(world, { webinar_id: '80000000001' })).outputs.errorCode).toBe('WEBINAR_NOT_FOUND');
  });

  it.each([
    ['by its ID', { webinar_id: otherId, zoom_account: 'acc-other' }],
    ['by its name', { webinar_id: otherId, zoom_account: 'Other brand' }],
    ['with the webinar', { webinar: `acc-other:${otherId}`, zoom_account: 'acc-main' }],
  ])('registers at the other one where it is chosen %s', async (_, inputs) => {
    const world = await openBoth();

    expect((await addWith(world, inputs)).outputs).toMatchObject({ status: 'registered' });
    expect(rosterOf(world, otherId)?.byEmail(zoe.email)?.status).toBe('approved');
  });
});

describe('B21: never twice', () => {
  it('when HubSpot repeats a call whose answer was lost: the answer is the same', async () => {
    const world = await open();

    const answers = [await add(world), await add(world)];

    expect(answers[1]?.outputs).toEqual(answers[0]?.outputs);
    expect(timesTried(world)).toBe(1);
  });

  it('also when it has not reached the contact yet, and in another process', async () => {
    const world = await open({}, { settings: { contactExclusions: ['acme.example.com'] } });
    const elsewhere = await world.startProcess();

    const first = await add(world);
    const second = await callAction(elsewhere, 'add_registrant');

    expect(second.outputs).toEqual(first.outputs);
    expect(timesTried(world)).toBe(1);
  });

  it('when another workflow asks for the same', async () => {
    const world = await open({}, { settings: { contactExclusions: ['acme.example.com'] } });

    const first = await add(world, { callbackId: 'one' });
    const second = await add(world, { callbackId: 'two' });

    expect(second.outputs).toEqual({ ...first.outputs, status: 'already-registered' });
    expect(timesTried(world)).toBe(1);
  });

  it('when two calls run at once: one is asked to come back, and gets the answer', async () => {
    const world = await open();
    const elsewhere = await world.startProcess();
    world.time.callsTake(50);

    const both = await Promise.all([add(world), callAction(elsewhere, 'add_registrant')]);
    const later = await add(world);

    const statuses = both.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 429]);
    const retryAfterMs = Number(both.find(({ status }) => status === 429)?.headers['retry-after']);
    expect(retryAfterMs).toBeGreaterThan(secondMs);
    expect(retryAfterMs).toBeLessThanOrEqual(12 * secondMs);
    expect(later.outputs).toMatchObject({ status: 'registered' });
    expect(timesTried(world)).toBe(1);
  });

  it('when an attempt was killed after Zoom had registered the contact: its lists tell', async () => {
    const world = await open({}, { settings: { contactExclusions: ['acme.example.com'] } });
    losing(world, 'registrants.add', 1, { kind: 'cut', when: 'after' });
    losing(world, 'registrants.list', 'every', { kind: 'html', status: 503 });

    const killed = await add(world);
    world.two.zoom.faults.clear();
    const early = await add(world);
    world.time.advance(12 * secondMs);
    const late = await add(world);

    expect([killed.status, early.status, late.status]).toEqual([503, 429, 200]);
    expect(late.outputs).toMatchObject({ status: 'already-registered', registrantId: registrantOf(world)?.id });
    expect(timesTried(world)).toBe(1);
  });
});

describe('what gets better is tried again by HubSpot', () => {
  it('after the milliseconds that Zoom’s limit needs', async () => {
    const world = await open();
    const limit = answering(429, {
      code: 429,
      message: 'You have reached the maximum per-second rate limit for this API.',
    });
    losing(world, 'webinars.get', 'every', limit);

    const { status, headers } = await add(world);

    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(secondMs);
  });

  it.each([
    ['zoom', 'webinars.get'],
    ['hubspot', 'contacts.batch-read'],
    ['hubspot', 'custom-objects.create'],
  ] as const)('when %s is away at %s', async (vendor, operation) => {
    const world = await open();
    world.two[vendor].faults.add([{ operation, occurrence: 'every', fault: { kind: 'html', status: 503 } }]);

    expect((await add(world)).status).toBe(503);
    expect(timesTried(world)).toBe(0);
  });

  it('when Zoom’s daily limit of the account is used up', async () => {
    const world = await open();
    const limit = { code: 429, message: 'You have reached the maximum daily rate limit for this API.' };
    losing(world, 'registrants.add', 'every', answering(429, limit));

    expect((await add(world)).status).toBe(503);
  });
});

describe('1,000 contacts', () => {
  it('cost three HubSpot calls and one Zoom call each in a warm process, and no look into Zoom’s lists', async () => {
    const contacts = Array.from({ length: 20 }, (_, index) => ({
      id: String(1_000 + index),
      properties: { email: `fan${index}@acme.example.com`, firstname: 'Fanny', lastname: 'Quillfeather' },
    }));
    const access = { tokens: ['endpoint-token-of-the-tests-0123456789'], baseUrl: 'https://functions.invalid' };
    const world = await open({}, { hubspot: { contacts }, environment: { ENDPOINT_ACCESS: JSON.stringify(access) } });
    await add(world, { contactId: 1_000, callbackId: 'warm' });
    world.two.zoom.requests.clear();
    world.two.hubspot.requests.clear();

    for (let id = 1_001; id < 1_020; id += 1) await add(world, { contactId: id, callbackId: `cb-${id}` });

    expect(world.two.zoom.requests.counts()).toEqual({ 'registrants.add': 19 });
    const { 'contacts.batch-read': reads, 'custom-objects.create': claims } = world.two.hubspot.requests.counts();
    expect([reads, claims]).toEqual([19, 19]);
    expect(world.two.hubspot.requests.list().length).toBeLessThan(19 * 3 + 4);
  });

  it('are answered within two seconds where Zoom takes 250 ms and HubSpot 120 ms', async () => {
    const access = { tokens: ['endpoint-token-of-the-tests-0123456789'], baseUrl: 'https://functions.invalid' };
    const world = await open();
    const slow = { zoom: 250, hubspot: 120, app: 0 };
    const process = await world.startProcess({
      environment: { ENDPOINT_ACCESS: JSON.stringify(access) },
      wrapTransport: (inner) => async (request, timeoutMs) => {
        await world.time.sleep(slow[request.system]);
        return inner(request, timeoutMs);
      },
    });
    await callAction(process, 'add_registrant', { contactId: 999 });
    const startedMs = world.time.monotonicMs();

    await callAction(process, 'add_registrant');

    expect(world.time.monotonicMs() - startedMs).toBeLessThan(2 * secondMs);
  });
});
