import { describe, expect, it } from 'vitest';
import { toRememberedSource, type KnownWebinar } from '../../../src/app/app.functions/sync/known-webinar.ts';
import type { PastInstance } from '../../../src/app/app.functions/sweep/ports.ts';
import { dayMs, endsAt, startsAt } from '../../support/builders.ts';

const aPastInstance = (changes: Partial<PastInstance> = {}): PastInstance => ({
  webinarId: '900100200',
  uuid: 'uuid-1',
  topic: 'Growing tomatoes',
  hostName: 'Hanna Host',
  hostEmail: 'host@acme.example.com',
  startedAt: startsAt,
  endedAt: endsAt,
  participantCount: 12,
  ...changes,
});

const known = (...instances: readonly PastInstance[]): KnownWebinar => ({
  hostId: 'host-1',
  hostName: 'Hanna Host',
  isZoomEvent: false,
  instances,
});

describe('a webinar that is only known from Zoom’s reports', () => {
  it('is as its newest instance says', () => {
    const older = aPastInstance({ topic: 'Growing onions', startedAt: startsAt - 7 * dayMs });
    const newest = aPastInstance({ uuid: 'uuid-2' });

    expect(toRememberedSource('900100200', known(older, newest))).toMatchObject({
      webinar: {
        webinarId: '900100200',
        uuid: 'uuid-2',
        topic: 'Growing tomatoes',
        hostId: 'host-1',
        hostEmail: 'host@acme.example.com',
        startsAt,
      },
      instances: [older, newest],
      panelists: [],
    });
  });

  it('B10: has no planned dates where it was held several times', () => {
    const twice = known(aPastInstance({ startedAt: startsAt - 7 * dayMs }), aPastInstance({ uuid: 'uuid-2' }));

    expect(toRememberedSource('900100200', known(aPastInstance()))?.webinar.recurrence).toBe('single');
    expect(toRememberedSource('900100200', twice)?.webinar.recurrence).toBe('no-fixed-times');
  });

  it('takes no registrations any more, and has no links', () => {
    expect(toRememberedSource('900100200', known(aPastInstance()))?.webinar).toMatchObject({
      registrationScope: 'none',
      registrationUrl: null,
      joinUrl: '',
      occurrences: [],
      createdAt: null,
    });
  });

  it.each([
    ['nobody knows it', undefined],
    ['it was never held', known()],
  ])('is nothing when %s', (_, given) => {
    expect(toRememberedSource('900100200', given)).toBeNull();
  });
});
