import { describe, expect, it } from 'vitest';
import type { RegistrationRefusal } from '../../../src/app/extensions/contract/registration.ts';
import { createZoomClassifier } from '../../../src/app/app.functions/zoom/zoom-errors.ts';
import { explainRefusal } from '../../../src/app/app.functions/zoom/registration-refusals.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { aRequest } from '../http/http-kit.ts';
import { answering } from './zoom-kit.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const classify = createZoomClassifier({ time: createVirtualTime({ startAt: now }), connection: 'Brand' });
const request = aRequest({ url: 'https://api.zoom.us/v2/webinars/97871060099/registrants', method: 'POST' });
const questionNames = ['org', 'Your email', 'Why: in short?'];

const explain = (status: number, code: number, message: string, fields: readonly string[] = []) =>
  explainRefusal(
    classify(
      request,
      answering(
        {
          code,
          message,
          ...(fields.length === 0 ? {} : { errors: fields.map((field) => ({ field, message: 'Invalid field.' })) }),
        },
        { status },
      ),
    ),
    { now, questionNames },
  );

describe('why Zoom registers nobody', () => {
  // The words of Zoom's specification, and of threads of its forum where the specification has none.
  it.each<[number, number, string, RegistrationRefusal]>([
    [400, 3000, 'This webinar does not have registration as required: 97871060099.', { cause: 'registration-off' }],
    [400, 3000, 'Registration has not been enabled for this webinar: 97871060099.', { cause: 'registration-off' }],
    [400, 3000, 'Registration for this webinar is closed.', { cause: 'registration-closed' }],
    [400, 3027, 'Host cannot register.', { cause: 'host' }],
    [
      400,
      3000,
      'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
      { cause: 'panelist' },
    ],
    [400, 3034, 'If you have been invited, please input your work email address.', { cause: 'address-refused' }],
    [
      400,
      3038,
      'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.',
      { cause: 'webinar-over' },
    ],
    [
      400,
      3000,
      'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
      { cause: 'capacity-reached' },
    ],
    [400, 3035, 'Webinar has reached maximum attendee capacity.', { cause: 'capacity-reached' }],
    [400, 3043, 'Webinar has reached maximum attendee capacity.', { cause: 'capacity-reached' }],
    [400, 3000, 'The Zoom REST API does not support paid registration.', { cause: 'external-registration' }],
    [400, 300, 'Invalid webinar ID.', { cause: 'webinar-not-found' }],
    [404, 3001, 'Webinar does not exist: 97871060099.', { cause: 'webinar-not-found' }],
    [
      400,
      300,
      'The request could not be completed because you have provided an invalid occurrence ID: 1648194360000.',
      { cause: 'occurrence-unknown' },
    ],
    [
      400,
      200,
      'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.',
      { cause: 'licence-missing' },
    ],
    [
      429,
      429,
      'You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the registrant (ada@example.com). You can resume these API requests at GMT 00:00:00.',
      { cause: 'daily-limit', opensAt: '2026-11-21T00:00:00.000Z' },
    ],
    [
      429,
      429,
      'You have exceeded the daily rate limit (3) of Webinar Batch Registration API requests permitted for (ada@example.com) this particular registrant.',
      { cause: 'daily-limit', opensAt: '2026-11-21T00:00:00.000Z' },
    ],
    [400, 3999, 'Not on Fridays.', { cause: 'other', problem: 'Not on Fridays.' }],
    [400, 3000, 'The registration was denied.', { cause: 'other', problem: 'The registration was denied.' }],
  ])('%i/%i %s', (status, code, message, refusal) => {
    expect(explain(status, code, message)).toEqual(refusal);
  });

  it.each<[readonly string[], RegistrationRefusal]>([
    [['email'], { cause: 'address-refused' }],
    [['org', 'email'], { cause: 'address-refused' }],
    [['first_name'], { cause: 'first-name-missing' }],
    [['last_name'], { cause: 'last-name-missing' }],
    [['org', 'Why: in short?'], { cause: 'answers-missing', questions: ['org', 'Why: in short?'] }],
    [['Your email'], { cause: 'answers-missing', questions: ['Your email'] }],
    [['secret'], { cause: 'other', problem: 'Validation Failed. secret: Invalid field.' }],
    [[], { cause: 'other', problem: 'Validation Failed.' }],
  ])('the fields %j', (fields, refusal) => {
    expect(explain(400, 300, 'Validation Failed.', fields)).toEqual(refusal);
  });

  it.each([
    [401, 124, 'Invalid access token.'],
    [400, 4711, 'Invalid access token, does not contain scopes:[webinar:write:registrant:admin].'],
    [400, 200, 'No permission.'],
    [429, 429, 'You have reached the maximum per-second rate limit for this API.'],
    [429, 429, 'You have reached the maximum daily rate limit for this API.'],
    [503, 0, 'Try again.'],
  ])('%i/%i %s is a failure, no refusal', (status, code, message) => {
    expect(explain(status, code, message)).toBeNull();
  });
});
