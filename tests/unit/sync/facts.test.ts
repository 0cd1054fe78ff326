import { describe, expect, it } from 'vitest';
import { toExternalEventId, toWebinarFacts } from '../../../src/app/app.functions/sync/facts.ts';
import { aHeldSession, aWebinar } from '../../support/builders.ts';

describe('what a plan needs to know of a webinar', () => {
  it('S22: has the registration address', () => {
    const webinar = aWebinar({ registrationUrl: 'https://register', joinUrl: 'https://join' });

    expect(toWebinarFacts('acc-1', webinar, [aHeldSession()], true)).toEqual({
      accountId: 'acc-1',
      webinarId: '900100200',
      topic: 'Growing tomatoes',
      url: 'https://register',
      sessions: [aHeldSession()],
      mayBelieveAbsence: true,
    });
  });

  it('S22: has the public join address where nobody registers', () => {
    const webinar = aWebinar({ registrationUrl: null, joinUrl: 'https://join' });

    expect(toWebinarFacts('acc-1', webinar, [], false)).toMatchObject({ url: 'https://join' });
  });
});

describe('the name of a marketing event', () => {
  it('is the webinar’s own for the only session', () => {
    expect(toExternalEventId('900100200', 'main')).toBe('zoom-webinar-900100200');
  });

  it('has the session’s name otherwise', () => {
    expect(toExternalEventId('900100200', '1795168800000')).toBe('zoom-webinar-900100200-1795168800000');
  });
});
