import { describe, expect, it } from 'vitest';
import { aFan, aPlannedWebinar, inDays } from '../support/planned-webinars.ts';
import type { WebinarSeed } from '../support/two-accounts.ts';
import { dayMs, noon, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import type { AppProcess } from '../support/app-process.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { callAction, type ActionCall, type ActionResult } from './workflow-action-kit.ts';

const ann = { email: 'ann@acme.example.com', firstname: 'Ann', lastname: 'Quillfeather' };
const day = (days: number): string => String(noon + days * dayMs);

interface Opened extends WebinarWorld {
  readonly process: AppProcess;
}

async function open(
  webinar: Partial<WebinarSeed> = {},
  contact: Readonly<Record<string, string>> = ann,
): Promise<Opened> {
  const world = await openWorld({
    webinars: [aPlannedWebinar(webinar)],
    hubspot: { contacts: [{ id: '101', properties: contact }] },
  });
  return { ...world, process: await world.startProcess() };
}

const remove = ({ process }: Opened, call: ActionCall = {}): Promise<ActionResult> =>
  callAction(process, 'remove_registrant', call);
const registrantOf = ({ two }: WebinarWorld) =>
  two.zoom.world().webinarsById.get(Number(webinarId))?.roster.byEmail(ann.email);
const timesChanged = ({ two }: WebinarWorld): number => two.zoom.requests.counts()['registrants.status'] ?? 0;

describe('B22: the action “Remove contact from Zoom webinar”', () => {
  it('cancels the registration, and shows it on the contact', async () => {
    const world = await open();
    await world.sync({ webinarId });
    expect(world.view().events[`zoom-webinar-${webinarId}`]?.people[ann.email]).toBe('REGISTERED');

    const { status, outputs } = await remove(world);

    expect(status).toBe(200);
    expect(outputs).toEqual({ hs_execution_state: 'SUCCESS', status: 'removed', webinarId });
    expect(registrantOf(world)?.status).toBe('denied');
    expect(world.view().events[`zoom-webinar-${webinarId}`]?.people[ann.email]).toBe('CANCELLED');
  });

  it('has nothing to do a second time, nor for somebody who is not registered', async () => {
    const world = await open();
    const stranger = await open({}, { ...ann, email: 'nobody@acme.example.com' });

    const answers = [await remove(world), await remove(world), await remove(stranger)];

    expect(answers.map(({ outputs }) => outputs['status'])).toEqual(['removed', 'already-removed', 'already-removed']);
    expect([timesChanged(world), timesChanged(stranger)]).toEqual([1, 0]);
  });

  it('withdraws a registration that awaits approval', async () => {
    const world = await open({ settings: { approval_type: 1 }, registrants: [aFan('ann', { status: 'pending' })] });

    expect((await remove(world)).outputs).toMatchObject({ status: 'removed' });
    expect(registrantOf(world)?.status).toBe('denied');
  });

  it('removes from the date that is chosen', async () => {
    const occurrences = [3, 10].map((days) => ({ occurrence_id: day(days), start_time: inDays(days) }));
    const settings = { approval_type: 0 as const, registration_type: 2 as const };
    const world = await open({ type: 9, settings, occurrences, registrants: [] });
    for (const occurrence of [day(3), day(10)]) {
      await callAction(world.process, 'add_registrant', { inputs: { webinar_id: webinarId, occurrence } });
    }

    const unknown = await remove(world, { inputs: { webinar_id: webinarId, occurrence: day(4) } });
    const chosen = await remove(world, { inputs: { webinar_id: webinarId, occurrence: day(3) } });

    expect(unknown.outputs).toMatchObject({ errorCode: 'OCCURRENCE_UNKNOWN' });
    expect(chosen.outputs).toMatchObject({ status: 'removed' });
    expect(registrantOf(world)?.statusByOccurrence.get(day(10))).toBe('approved');
  });

  it('finds nobody where there is no registration', async () => {
    const world = await open({ settings: { approval_type: 2 } });

    expect((await remove(world)).outputs).toMatchObject({ status: 'already-removed' });
  });

  it('has removed the person also when the answer was lost', async () => {
    const world = await open();
    const fault = { kind: 'cut', when: 'after' };
    world.two.zoom.faults.add([{ operation: 'registrants.status', occurrence: 1, fault }]);

    expect((await remove(world)).outputs['hs_execution_state']).toBe('SUCCESS');
    expect(registrantOf(world)?.status).toBe('denied');
  });
});

describe('a refusal ends the action with its own code', () => {
  it.each([
    [
      'the host lost the licence',
      400,
      { code: 200, message: 'Webinar plan is missing. You must …' },
      'LICENCE_MISSING',
    ],
    [
      'it was changed ten times today',
      429,
      { code: 429, message: 'You have exceeded the daily rate limit of (10) for webinar Update registrant’s status.' },
      'DAILY_LIMIT',
    ],
    ['Zoom has a reason of its own', 400, { code: 3999, message: 'Not on Fridays.' }, 'ZOOM_REFUSED'],
    ['Zoom has a reason against registering', 400, { code: 3027, message: 'Host cannot register.' }, 'ZOOM_REFUSED'],
    [
      'the app lacks a permission',
      400,
      { code: 4711, message: 'Invalid access token, does not contain scopes:[x:y].' },
      'ZOOM_ACCESS_REFUSED',
    ],
    ['the webinar is gone', 404, { code: 3001, message: 'Webinar does not exist: 81234567890.' }, 'WEBINAR_NOT_FOUND'],
  ])('when %s', async (_, status, body, errorCode) => {
    const world = await open();
    const fault = { kind: 'answer', status, body };
    world.two.zoom.faults.add([{ operation: 'registrants.status', occurrence: 'every', fault }]);

    expect((await remove(world)).outputs).toMatchObject({ hs_execution_state: 'FAIL_CONTINUE', errorCode });
    expect(registrantOf(world)?.status).toBe('approved');
  });

  it('when somebody is not listed any more whom its lists had a moment ago, all is well', async () => {
    const world = await open();
    const body = { code: 3079, message: 'This registrant does not exist: x.' };
    world.two.zoom.faults.add([
      { operation: 'registrants.status', occurrence: 'every', fault: { kind: 'answer', status: 400, body } },
    ]);

    expect((await remove(world)).outputs).toMatchObject({ status: 'already-removed' });
  });

  it.each([
    ['no webinar is given', { inputs: {} }, 'WEBINAR_MISSING'],
    ['the webinar is not there', { inputs: { webinar_id: '80000000001' } }, 'WEBINAR_NOT_FOUND'],
    ['the contact is not there', { contactId: 999 }, 'CONTACT_NOT_FOUND'],
    ['the call lacks everything', { body: {} }, 'INPUT_INVALID'],
  ])('when %s', async (_, call, errorCode) => {
    expect((await remove(await open(), call)).outputs).toMatchObject({
      hs_execution_state: 'FAIL_CONTINUE',
      errorCode,
    });
  });

  it('when the contact has no address', async () => {
    const world = await open({}, { firstname: 'Ann', lastname: 'Quillfeather' });

    expect((await remove(world)).outputs).toMatchObject({ errorCode: 'CONTACT_WITHOUT_ADDRESS' });
  });

  it('when Zoom is away HubSpot tries again', async () => {
    const world = await open();
    world.two.zoom.faults.add([
      { operation: 'registrants.list', occurrence: 'every', fault: { kind: 'html', status: 503 } },
    ]);

    expect((await remove(world)).status).toBe(503);
  });
});
