import { describe, expect, it } from 'vitest';
import { findKnownRegistration } from '../../../src/app/app.functions/registration/known-registration.ts';
import { accountId, aHistory, aHistorySession, aHistoryWebinar } from '../../support/builders.ts';

const joinUrl = 'https://zoom.example.com/w/900100200?tk=ada';
const wanted = { accountId, webinarId: '900100200', occurrenceId: null };

describe('a contact’s own history', () => {
  it('knows a registration that stands, with its link', () => {
    const history = aHistory({ webinars: [aHistoryWebinar({ joinUrl })] });

    expect(findKnownRegistration(history, wanted)).toEqual({ joinUrl });
  });

  it.each([
    ['is empty', aHistory({ webinars: [] }), wanted],
    ['knows another webinar', aHistory(), { ...wanted, webinarId: '900100201' }],
    ['knows the webinar of another account', aHistory(), { ...wanted, accountId: 'acc-2' }],
    ['knows that it was cancelled', aHistory({ webinars: [aHistoryWebinar({ registration: 'cancelled' })] }), wanted],
    [
      'knows that the contact walked in',
      aHistory({ webinars: [aHistoryWebinar({ registration: null, registeredAt: null })] }),
      wanted,
    ],
    ['knows another date', aHistory(), { ...wanted, occurrenceId: '1794405600000' }],
    [
      'knows that the date was cancelled',
      aHistory({
        webinars: [aHistoryWebinar({ sessions: [aHistorySession({ key: '1', registration: 'cancelled' })] })],
      }),
      { ...wanted, occurrenceId: '1' },
    ],
  ])('says nothing when it %s', (_, history, registration) => {
    expect(findKnownRegistration(history, registration)).toBeNull();
  });

  it('knows a date that is registered for', () => {
    const history = aHistory({ webinars: [aHistoryWebinar({ sessions: [aHistorySession({ key: '1' })] })] });

    expect(findKnownRegistration(history, { ...wanted, occurrenceId: '1' })).toEqual({ joinUrl: null });
  });
});
