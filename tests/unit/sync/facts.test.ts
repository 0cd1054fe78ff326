import { describe, expect, it } from 'vitest';
import { parseExternalEventId, toExternalEventId, toWebinarFacts } from '../../../src/app/app.functions/sync/facts.ts';
import { aHeldSession, aWebinar, weekLater } from '../../support/builders.ts';

const rest = {
  accountId: 'acc-1',
  sessions: [aHeldSession()],
  mayBelieveAbsence: true,
  isWebinarDeleted: false,
  now: weekLater,
};

describe('what a plan needs to know of a webinar', () => {
  it('S22: has the registration address', () => {
    const webinar = aWebinar({ registrationUrl: 'https://register', joinUrl: 'https://join' });

    expect(toWebinarFacts(webinar, rest)).toEqual({
      ...rest,
      webinarId: '900100200',
      topic: 'Growing tomatoes',
      url: 'https://register',
    });
  });

  it('S22: has the public join address where nobody registers', () => {
    const webinar = aWebinar({ registrationUrl: null, joinUrl: 'https://join' });

    expect(toWebinarFacts(webinar, rest)).toMatchObject({ url: 'https://join' });
  });
});

describe('the name of a marketing event', () => {
  it('is the webinar’s own for the only session', () => {
    expect(toExternalEventId('900100200', 'main')).toBe('zoom-webinar-900100200');
  });

  it('has the session’s name otherwise', () => {
    expect(toExternalEventId('900100200', '1795168800000')).toBe('zoom-webinar-900100200-1795168800000');
  });

  it.each(['main', '1795168800000', 'first', 'a-b-c'])('tells webinar and session again: %s', (sessionKey) => {
    expect(parseExternalEventId(toExternalEventId('900100200', sessionKey))).toEqual({
      webinarId: '900100200',
      sessionKey,
    });
  });

  it.each(['', 'zoom-webinar-', 'zoom-webinar-abc', 'zoom-webinar-900100200-', 'event 900100200', 'x zoom-webinar-1'])(
    'is not taken for one of ours: "%s"',
    (id) => {
      expect(parseExternalEventId(id)).toBeNull();
    },
  );
});
