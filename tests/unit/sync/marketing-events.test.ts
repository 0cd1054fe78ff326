import { describe, expect, it } from 'vitest';
import type { SessionReport } from '../../../src/app/extensions/contract/sync.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import {
  cancelMarketingEvents,
  completeMarketingEvents,
  toParticipationCounts,
  verifyParticipations,
  writeMarketingEvents,
} from '../../../src/app/app.functions/sync/marketing-events.ts';
import type { MarketingEventFacts, MarketingEventGateway } from '../../../src/app/app.functions/sync/ports.ts';
import {
  aHeldSession,
  aPlannedSession,
  aWebinar,
  dayMs,
  endsAt,
  minuteMs,
  someFacts,
  startsAt,
  twoSessions,
} from '../../support/builders.ts';

const never = (): boolean => false;
const noCounts = { registered: 0, attended: 0, cancelled: 0, noShow: 0 };

function aGateway(
  shown: Readonly<Record<string, Partial<typeof noCounts>>> = {},
  errors: Readonly<Record<string, Error>> = {},
) {
  const written: MarketingEventFacts[] = [];
  const completed: (readonly [string, number, number])[] = [];
  const cancelled: string[] = [];
  const gateway: MarketingEventGateway = {
    async upsert(event) {
      const error = errors[event.externalEventId];
      if (error !== undefined) throw error;
      written.push(event);
    },
    async complete(...event) {
      completed.push(event);
    },
    async cancel(eventId) {
      cancelled.push(eventId);
    },
    record: () => Promise.reject(new Error('nobody should have asked')),
    readParticipations: async (eventId) => ({ ...noCounts, ...shown[eventId] }),
  };
  return { gateway, written, completed, cancelled };
}

describe('S19: marketing events', () => {
  it('are written with what HubSpot shows of a webinar', async () => {
    const { gateway, written } = aGateway();

    const result = await writeMarketingEvents(gateway, aWebinar(), someFacts(), {}, never);

    expect(written).toEqual([
      {
        externalEventId: 'zoom-webinar-900100200',
        name: 'Growing tomatoes',
        organiser: 'host@acme.example.com',
        description: 'From seed to salad',
        url: 'https://zoom.example.com/webinar/register/900100200',
        startsAt,
        endsAt,
        isCompleted: false,
      },
    ]);
    expect(result).toMatchObject({ writtenCount: 1, isComplete: true, states: { main: { isCompleted: false } } });
  });

  it('have no end before it is known who came: HubSpot would take everybody for a no-show', async () => {
    const { gateway, written } = aGateway();
    const facts = someFacts({ sessions: [aHeldSession({ isFinal: false })] });

    await writeMarketingEvents(gateway, aWebinar(), facts, {}, never);

    expect(written).toMatchObject([{ endsAt: null }]);
  });

  it('make do without a host, a link and a short description', async () => {
    const { gateway, written } = aGateway();
    const webinar = aWebinar({ hostEmail: null, description: 'x'.repeat(5_000) });

    await writeMarketingEvents(gateway, webinar, someFacts({ url: '' }), {}, never);

    expect(written).toMatchObject([{ organiser: 'Zoom', url: null, description: 'x'.repeat(2_000) }]);
  });

  it('B13: are left alone when they are as they were', async () => {
    const { gateway, written } = aGateway();
    const { states } = await writeMarketingEvents(gateway, aWebinar(), someFacts(), {}, never);

    expect(await writeMarketingEvents(gateway, aWebinar(), someFacts(), states, never)).toEqual({
      states,
      refused: {},
      writtenCount: 0,
      isComplete: true,
    });
    expect(written).toHaveLength(1);
  });

  it('B10: are written each for itself', async () => {
    const { gateway, written } = aGateway();
    const { states } = await writeMarketingEvents(gateway, aWebinar(), someFacts({ sessions: twoSessions }), {}, never);
    const longer = twoSessions.map((session) =>
      session.key === 'second' ? { ...session, endedAt: session.endedAt + minuteMs } : session,
    );

    const again = await writeMarketingEvents(gateway, aWebinar(), someFacts({ sessions: longer }), states, never);

    expect(again.writtenCount).toBe(1);
    expect(written.at(-1)?.externalEventId).toBe('zoom-webinar-900100200-second');
  });

  it('are not complete when time was up', async () => {
    const { gateway } = aGateway();

    expect(await writeMarketingEvents(gateway, aWebinar(), someFacts(), {}, () => true)).toEqual({
      states: {},
      refused: {},
      writtenCount: 0,
      isComplete: false,
    });
  });
});

describe('S35: a marketing event that HubSpot refuses', () => {
  const upserting = { system: 'hubspot', operation: 'write a marketing event' } as const;
  const refusal = new IntegrationError(
    toFailure(upserting, 'rejected', { cause: 'vendor-refused', problem: 'the name is too long' }, { httpStatus: 400 }),
  );
  const facts = someFacts({ sessions: twoSessions });

  it('does not stop the others, and says what HubSpot said', async () => {
    const { gateway, written } = aGateway({}, { 'zoom-webinar-900100200-first': refusal });

    const result = await writeMarketingEvents(gateway, aWebinar(), facts, {}, never);

    expect(written.map(({ externalEventId }) => externalEventId)).toEqual(['zoom-webinar-900100200-second']);
    expect(result).toMatchObject({
      states: { second: { isCompleted: false } },
      refused: { first: 'the name is too long' },
      writtenCount: 1,
      isComplete: true,
    });
    expect(result.states).not.toHaveProperty('first');
  });

  it('keeps what was written of it before, and is tried again', async () => {
    const known = { first: { hash: 'before', isCompleted: true } };
    const refusing = aGateway({}, { 'zoom-webinar-900100200-first': refusal });
    const { states } = await writeMarketingEvents(refusing.gateway, aWebinar(), facts, known, never);
    const { gateway, written } = aGateway();

    await writeMarketingEvents(gateway, aWebinar(), facts, states, never);

    expect(states).toMatchObject(known);
    expect(written.map(({ externalEventId }) => externalEventId)).toEqual(['zoom-webinar-900100200-first']);
  });

  it('is not marked as over when it was never written', async () => {
    const { gateway, completed } = aGateway({}, { 'zoom-webinar-900100200-first': refusal });
    const { states } = await writeMarketingEvents(gateway, aWebinar(), facts, {}, never);

    await completeMarketingEvents(gateway, facts, states, never);

    expect(completed.map(([eventId]) => eventId)).toEqual(['zoom-webinar-900100200-second']);
  });

  it('is told from a failure that may pass: that one stops the step', async () => {
    const unavailable = new IntegrationError(toFailure(upserting, 'unavailable', { cause: 'vendor-unavailable' }));
    const { gateway } = aGateway({}, { 'zoom-webinar-900100200-first': unavailable });

    await expect(writeMarketingEvents(gateway, aWebinar(), facts, {}, never)).rejects.toBe(unavailable);
  });
});

describe('S19: the marketing event of a webinar to come', () => {
  const planned = someFacts({ sessions: [aPlannedSession()] });

  it('is written with its planned begin and without an end', async () => {
    const { gateway, written } = aGateway();

    await writeMarketingEvents(gateway, aWebinar(), planned, {}, never);

    expect(written).toMatchObject([{ startsAt: startsAt + 7 * dayMs, endsAt: null, isCompleted: false }]);
  });

  it('is written anew when it is moved, and when it was held', async () => {
    const { gateway, written } = aGateway();
    const moved = someFacts({ sessions: [aPlannedSession({ startedAt: startsAt + 8 * dayMs })] });
    const first = await writeMarketingEvents(gateway, aWebinar(), planned, {}, never);
    const second = await writeMarketingEvents(gateway, aWebinar(), moved, first.states, never);

    await writeMarketingEvents(gateway, aWebinar(), someFacts(), second.states, never);

    expect(written.map((event) => [event.startsAt, event.endsAt])).toEqual([
      [startsAt + 7 * dayMs, null],
      [startsAt + 8 * dayMs, null],
      [startsAt, endsAt],
    ]);
  });

  it('B13: is left alone when its time has passed and nothing else is new', async () => {
    const { gateway } = aGateway();
    const { states } = await writeMarketingEvents(gateway, aWebinar(), planned, {}, never);
    const past = someFacts({ sessions: [aPlannedSession({ isPast: true })] });

    expect(await writeMarketingEvents(gateway, aWebinar(), past, states, never)).toMatchObject({ writtenCount: 0 });
  });
});

describe('marketing events whose session will not be held', () => {
  const open = { hash: 'abc', isCompleted: false };
  const over = { hash: 'def', isCompleted: true };
  const gone = { hash: '', isCompleted: false };

  it('are cancelled, and known as cancelled', async () => {
    const { gateway, cancelled } = aGateway();

    const result = await cancelMarketingEvents(gateway, someFacts(), { main: open, second: open });

    expect(cancelled).toEqual(['zoom-webinar-900100200-second']);
    expect(result).toMatchObject({ states: { main: open, second: gone }, writtenCount: 1, isComplete: true });
  });

  it.each([
    ['they were held: Zoom’s reports expire', { second: over }],
    ['they are cancelled already', { second: gone }],
    ['nothing was written of them', {}],
    ['the session is there', { main: open }],
  ])('are left alone when %s', async (_, known) => {
    const { gateway, cancelled } = aGateway();

    expect(await cancelMarketingEvents(gateway, someFacts(), known)).toMatchObject({ states: known, writtenCount: 0 });
    expect(cancelled).toEqual([]);
  });

  it('are all that are not over when the webinar was deleted, which writes none anew', async () => {
    const { gateway, cancelled, written } = aGateway();
    const facts = someFacts({ sessions: twoSessions, isWebinarDeleted: true });
    const known = { first: over, second: open };

    const { states } = await writeMarketingEvents(gateway, aWebinar(), facts, known, never);
    const result = await cancelMarketingEvents(gateway, facts, states);

    expect(written).toEqual([]);
    expect(cancelled).toEqual(['zoom-webinar-900100200-second']);
    expect(result.states).toEqual({ first: over, second: gone });
  });

  it('come back to life when the session does', async () => {
    const { gateway, written } = aGateway();

    const { states } = await writeMarketingEvents(gateway, aWebinar(), someFacts(), { main: gone }, never);

    expect(written).toHaveLength(1);
    expect(states['main']?.hash).not.toBe('');
  });
});

describe('B8: marketing events that are over', () => {
  const open = { main: { hash: 'abc', isCompleted: false } };

  it('are marked so with their true times', async () => {
    const { gateway, completed } = aGateway();

    const result = await completeMarketingEvents(gateway, someFacts(), open, never);

    expect(completed).toEqual([['zoom-webinar-900100200', startsAt, endsAt]]);
    expect(result).toEqual({
      states: { main: { hash: 'abc', isCompleted: true } },
      refused: {},
      writtenCount: 1,
      isComplete: true,
    });
  });

  it.each([
    ['before the attendance is final', someFacts({ sessions: [aHeldSession({ isFinal: false })] }), open],
    ['twice', someFacts(), { main: { hash: 'abc', isCompleted: true } }],
    ['before they are written', someFacts(), {}],
    ['when they were cancelled', someFacts(), { main: { hash: '', isCompleted: false } }],
    ['while they are only planned', someFacts({ sessions: [aPlannedSession()] }), open],
  ])('are not marked %s', async (_, facts, known) => {
    const { gateway, completed } = aGateway();

    expect(await completeMarketingEvents(gateway, facts, known, never)).toMatchObject({
      states: known,
      writtenCount: 0,
    });
    expect(completed).toEqual([]);
  });

  it('are written and marked anew when their times change', async () => {
    const { gateway, written } = aGateway();
    const first = await writeMarketingEvents(gateway, aWebinar(), someFacts(), {}, never);
    const over = await completeMarketingEvents(gateway, someFacts(), first.states, never);
    const longer = someFacts({ sessions: [aHeldSession({ endedAt: endsAt + minuteMs })] });

    const again = await writeMarketingEvents(gateway, aWebinar(), longer, over.states, never);

    expect(written.at(-1)).toMatchObject({ isCompleted: true, endsAt: endsAt + minuteMs });
    expect(again.states).toMatchObject({ main: { isCompleted: false } });
  });
});

describe('HubSpot’s own count', () => {
  const session: SessionReport = {
    key: 'main',
    isHeld: true,
    startedAt: '2026-11-20T10:00:00.000Z',
    endedAt: '2026-11-20T11:00:00.000Z',
    lengthSeconds: 3600,
    registered: 5,
    attended: 4,
    registeredAndAttended: 3,
    noShow: 2,
    cancelled: 1,
  };
  const verify = (shown: Partial<typeof noCounts>, verified = {}, shouldStop = never) =>
    verifyParticipations(
      aGateway({ 'zoom-webinar-900100200': shown }).gateway,
      '900100200',
      [session],
      verified,
      shouldStop,
    );

  it('is of people by their current state', () => {
    expect(toParticipationCounts(session)).toEqual({ registered: 0, attended: 4, cancelled: 1, noShow: 2 });
  });

  it('agrees when everybody is where they should be', async () => {
    expect(await verify({ attended: 4, cancelled: 1, noShow: 2 })).toEqual({ main: null });
  });

  it('agrees while HubSpot has not turned everybody registered into a no-show', async () => {
    expect(await verify({ attended: 4, cancelled: 1, registered: 1, noShow: 1 })).toEqual({ main: null });
  });

  it.each([
    ['attended', { attended: 3, cancelled: 1, noShow: 2 }],
    ['cancelled', { attended: 4, cancelled: 0, noShow: 2 }],
    ['absent', { attended: 4, cancelled: 1, noShow: 1 }],
  ])('is kept when it differs: %s', async (_, shown) => {
    expect(await verify(shown)).toEqual({ main: { ...noCounts, ...shown } });
  });

  it('is asked for once', async () => {
    expect(await verify({}, { main: null })).toEqual({ main: null });
  });

  it('waits for the next step when time is up', async () => {
    expect(await verify({}, {}, () => true)).toEqual({});
  });
});
