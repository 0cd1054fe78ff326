import { describe, expect, it } from 'vitest';
import type { RegistrationFormAnswer } from '../../src/app/extensions/contract/registration.ts';
import { aPlannedWebinar, inDays, openPlanned } from '../support/planned-webinars.ts';
import type { WebinarSeed } from '../support/two-accounts.ts';
import { dayMs, failed, noon, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

const readForm = async (world: WebinarWorld): Promise<RegistrationFormAnswer> =>
  succeeded(await world.call<RegistrationFormAnswer>('get_registration_form', { webinarId }));
const readFormOf = async (changes: Partial<WebinarSeed>): Promise<RegistrationFormAnswer> =>
  readForm(await openPlanned(changes));

const day = (days: number): string => String(noon + days * dayMs);

describe('get_registration_form', () => {
  it('says what registering takes, by three calls of Zoom and none of HubSpot', async () => {
    const world = await openPlanned({
      questions: {
        questions: [
          { field_name: 'last_name', required: true },
          { field_name: 'org', required: true },
          { field_name: 'purchasing_time_frame', required: false },
        ],
        custom_questions: [
          { title: 'Why?', type: 'short', required: true },
          { title: 'When?', type: 'single_dropdown', answers: ['Now', 'Later'] },
          { title: 'Which ones?', type: 'multiple', answers: ['Red', 'Green'] },
        ],
      },
    });
    world.two.hubspot.requests.clear();

    const answer = await readForm(world);

    expect(answer).toEqual({
      ok: true,
      webinarId,
      connection: 'main',
      topic: 'Growing tomatoes',
      startsAt: new Date(noon + 3 * dayMs).toISOString(),
      obstacle: null,
      approval: 'automatic',
      questions: [
        { name: 'org', kind: 'standard', isRequired: true, answer: 'text', options: [] },
        {
          name: 'purchasing_time_frame',
          kind: 'standard',
          isRequired: false,
          answer: 'choice',
          options: ['Within a month', '1-3 months', '4-6 months', 'More than 6 months', 'No timeframe'],
        },
        { name: 'Why?', kind: 'custom', isRequired: true, answer: 'text', options: [] },
        { name: 'When?', kind: 'custom', isRequired: false, answer: 'choice', options: ['Now', 'Later'] },
        { name: 'Which ones?', kind: 'custom', isRequired: false, answer: 'choices', options: ['Red', 'Green'] },
      ],
      occurrences: [],
    });
    expect(world.two.hubspot.requests.list()).toEqual([]);
    expect(world.two.zoom.requests.counts()).toEqual({
      'oauth.token': 1,
      'webinars.get': 1,
      'registrants.questions': 1,
      'webinars.list': 1,
    });
  });

  it('takes a country as Zoom writes it', async () => {
    const { questions } = await readFormOf({ questions: { questions: [{ field_name: 'country', required: true }] } });

    expect(questions).toMatchObject([{ name: 'country', answer: 'choice' }]);
    expect(questions[0]?.options).toEqual(expect.arrayContaining(['DE', 'NO', 'US']));
  });

  it.each<[string, Partial<WebinarSeed>, Partial<RegistrationFormAnswer>]>([
    ['is off', { settings: { approval_type: 2 } }, { obstacle: 'registration-off', questions: [] }],
    ['is over', { start_time: inDays(-1) }, { obstacle: 'webinar-over' }],
    ['belongs to a Zoom Event', { is_events_webinar: true }, { obstacle: 'zoom-event' }],
    ['is approved by hand', { settings: { approval_type: 1 } }, { obstacle: null, approval: 'manual' }],
  ])('tells a webinar whose registration %s', async (_, changes, expected) => {
    expect(await readFormOf(changes)).toMatchObject(expected);
  });

  it('has no date for a webinar without fixed times', async () => {
    expect(await readFormOf({ type: 6 })).toMatchObject({ startsAt: null, obstacle: null, occurrences: [] });
  });

  describe('of a series', () => {
    const occurrences = [-4, 3, 10, 17].map((days) => ({
      occurrence_id: day(days),
      start_time: inDays(days),
      status: days === 10 ? ('deleted' as const) : ('available' as const),
    }));

    it('offers the dates that are left where each is registered for apart', async () => {
      const form = await readFormOf({ type: 9, settings: { approval_type: 0, registration_type: 2 }, occurrences });

      expect(form.startsAt).toBe(new Date(noon + 3 * dayMs).toISOString());
      expect(form.occurrences).toEqual(
        [3, 17].map((days) => ({
          occurrenceId: day(days),
          startsAt: new Date(noon + days * dayMs).toISOString(),
          lengthMinutes: 60,
        })),
      );
    });

    it.each([
      ['one registration is for all', { registration_type: 1 as const }, occurrences],
      ['one date is left', { registration_type: 2 as const }, occurrences.slice(0, 2)],
    ])('offers none where %s', async (_, settings, dates) => {
      const form = await readFormOf({ type: 9, settings: { approval_type: 0, ...settings }, occurrences: dates });

      expect(form).toMatchObject({ obstacle: null, occurrences: [] });
    });

    it('is over with its last date', async () => {
      const settings = { approval_type: 0, registration_type: 2 } as const;

      expect(await readFormOf({ type: 9, settings, occurrences: occurrences.slice(0, 1) })).toMatchObject({
        obstacle: 'webinar-over',
        startsAt: new Date(noon - 4 * dayMs).toISOString(),
      });
    });
  });

  it('says that there is no such webinar', async () => {
    const world = await openPlanned();

    const answer = await world.call('get_registration_form', { webinarId: '80000000001' });

    expect(failed(answer).reason).toEqual({ cause: 'webinar-not-found', webinarId: '80000000001' });
  });

  it.each([
    ['webinarId', { webinarId: {} }, 'parameter-invalid'],
    ['connection', { webinarId, connection: 7 }, 'parameter-invalid'],
    ['answers', { webinarId, answers: {} }, 'parameter-unknown'],
  ])('refuses what it does not take: %s', async (name, parameters, cause) => {
    const world = await openPlanned(aPlannedWebinar());

    expect(failed(await world.call('get_registration_form', parameters)).reason).toMatchObject({ cause, name });
  });
});
