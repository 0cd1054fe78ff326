import { describe, expect, it } from 'vitest';
import {
  toRememberedSource,
  withInstances,
  type KnownWebinar,
  type RememberedSource,
} from '../../../src/app/app.functions/sync/known-webinar.ts';
import type { PastInstance } from '../../../src/app/app.functions/sweep/ports.ts';
import { aPanelist, aWebinar, dayMs, endsAt, startsAt } from '../../support/builders.ts';

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

    expect(toRememberedSource('900100200', known(older, newest))).toEqual({
      webinar: {
        webinarId: '900100200',
        uuid: 'uuid-2',
        topic: 'Growing tomatoes',
        description: '',
        recurrence: 'no-fixed-times',
        hostId: 'host-1',
        hostEmail: 'host@acme.example.com',
        alternativeHostEmails: [],
        createdAt: null,
        startsAt,
        lengthMinutes: 0,
        joinUrl: '',
        registrationUrl: null,
        registrationScope: 'none',
        needsApproval: false,
        occurrences: [],
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

  it.each([
    ['nobody knows it', undefined],
    ['it was never held', known()],
  ])('is nothing when %s', (_, given) => {
    expect(toRememberedSource('900100200', given)).toBeNull();
  });
});

const instanceAt = (uuid: string, startedAt: number | null): RememberedSource['instances'][number] => ({
  uuid,
  startedAt,
});
const seen = (...instances: RememberedSource['instances']): RememberedSource => ({
  webinar: aWebinar({ topic: 'As the last sync saw it' }),
  instances,
  panelists: [aPanelist()],
});

describe('a webinar that a sync has seen', () => {
  it('is as that sync saw it, with the instances that a sweep has seen since', () => {
    const lastSeen = seen(instanceAt('uuid-1', startsAt));
    const later = aPastInstance({ uuid: 'uuid-2', startedAt: startsAt + dayMs });

    expect(toRememberedSource('900100200', known(aPastInstance(), later), lastSeen)).toEqual({
      ...lastSeen,
      instances: [instanceAt('uuid-1', startsAt), later],
    });
  });

  it('is as that sync saw it where no sweep knows it', () => {
    const lastSeen = seen(instanceAt('uuid-1', startsAt));

    expect(toRememberedSource('900100200', undefined, lastSeen)).toEqual(lastSeen);
  });
});

describe('further instances', () => {
  it('take their places in time, those without a start first', () => {
    const source = seen(instanceAt('second', startsAt), instanceAt('fourth', startsAt + 2 * dayMs));
    const more = [instanceAt('third', startsAt + dayMs), instanceAt('first', null)];

    expect(withInstances(source, more).instances.map(({ uuid }) => uuid)).toEqual([
      'first',
      'second',
      'third',
      'fourth',
    ]);
  });

  it('change nothing about those that are there', () => {
    const source = seen(instanceAt('uuid-1', startsAt));

    expect(withInstances(source, [instanceAt('uuid-1', startsAt - dayMs)])).toEqual(source);
  });
});
