import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulators/core/faults.ts';
import type { HubSpotView } from '../support/hubspot-view.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import {
  failed,
  hourMs,
  openWorld,
  secondMs,
  succeeded,
  type FinishedSync,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;

/** One of each kind: came, did not come, cancelled, came without registering, a guest. */
const openSmallWorld = (options: Partial<WorldOptions> = {}): Promise<WebinarWorld> =>
  openWorld({
    webinars: [
      aHeldWebinar({
        registrants: [
          aRegistrant(acme('ann')),
          aRegistrant(acme('ben')),
          aRegistrant(acme('cid'), { status: 'denied' }),
        ],
        instances: [
          anInstance([
            aJoin(acme('ann'), 0, 60),
            aJoin(acme('walt'), 0, 15, { registrant_id: '', standIn: { isEmailFromHost: true } }),
            aJoin('', 0, 30, { name: 'Gaston Guestling' }),
          ]),
        ],
      }),
    ],
    ...options,
  });

let knownView: HubSpotView | null = null;

async function viewUndisturbed(): Promise<HubSpotView> {
  if (knownView !== null) return knownView;
  const world = await openSmallWorld();
  await world.sync({ webinarId });
  knownView = world.view();
  return knownView;
}

type System = 'zoom' | 'hubspot';
type Effect = Fault['fault'];

/** Every operation that a first sync needs, with a field of its answer that the app cannot do without. */
const operations: readonly (readonly [System, string, string | null])[] = [
  ['zoom', 'oauth.token', 'access_token'],
  ['zoom', 'webinars.get', 'host_id'],
  ['zoom', 'webinars.instances', 'webinars'],
  ['zoom', 'panelists.list', 'panelists'],
  ['zoom', 'report.webinar', 'start_time'],
  ['zoom', 'registrants.list', 'registrants'],
  ['zoom', 'report.participants', 'participants'],
  ['hubspot', 'schemas.list', 'results'],
  ['hubspot', 'schemas.create', 'id'],
  ['hubspot', 'properties.list', 'results'],
  ['hubspot', 'property-groups.create', null],
  ['hubspot', 'properties.batch-create', null],
  ['hubspot', 'event-definitions.create', 'fullyQualifiedName'],
  ['hubspot', 'custom-objects.create', null],
  ['hubspot', 'custom-objects.batch-upsert', 'results'],
  ['hubspot', 'contacts.batch-read', 'results'],
  ['hubspot', 'contacts.batch-upsert', 'results'],
  ['hubspot', 'marketing-events.upsert', 'eventName'],
  ['hubspot', 'marketing-events.attendance.by-contact-id', 'results'],
  ['hubspot', 'events.send-batch', null],
  ['hubspot', 'marketing-events.complete', 'eventName'],
  ['hubspot', 'marketing-events.participations.counters', 'registered'],
];

const answer = (status: number, body: unknown, more: Partial<Extract<Effect, { kind: 'answer' }>> = {}): Effect => ({
  kind: 'answer',
  status,
  body,
  ...more,
});
const limited = { code: 429, message: 'You have reached the maximum per-second rate limit.', policyName: 'SECONDLY' };
const spent = {
  code: 429,
  message: 'You have reached the maximum daily rate limit for this API.',
  policyName: 'DAILY',
  category: 'RATE_LIMITS',
};
const broken = { code: 500, message: 'Internal error.', category: 'INTERNAL_ERROR' };

/** What may happen to any call; the causes are those that the app may give for it. */
const faults: readonly (readonly [string, Effect, readonly string[]])[] = [
  ['a page under status 200', { kind: 'html', status: 200 }, ['answer-malformed']],
  ['a page under status 404', { kind: 'html', status: 404 }, ['answer-malformed']],
  ['a page of the edge', { kind: 'html', status: 502 }, ['vendor-unavailable']],
  ['half an answer', { kind: 'truncate' }, ['answer-malformed']],
  ['a connection cut before anything happened', { kind: 'cut', when: 'before' }, ['vendor-unavailable']],
  ['a connection cut after it happened', { kind: 'cut', when: 'after' }, ['vendor-unavailable']],
  ['an error before anything happened', answer(500, broken), ['vendor-unavailable']],
  ['an error after it happened', answer(503, broken, { when: 'after' }), ['vendor-unavailable']],
  ['a rate limit', answer(429, limited), ['limit-reached']],
  ['a rate limit with a time', answer(429, limited, { headers: { 'Retry-After': '2' } }), ['limit-reached']],
  ['a rate limit for long', answer(429, limited, { headers: { 'Retry-After': '600' } }), ['limit-reached']],
  ['a daily limit', answer(429, spent, { headers: { 'x-ratelimit-type': 'Daily-limit' } }), ['limit-reached']],
];

/** The vendors answer 200 with nothing to these, so there is nothing that could be cut in half. */
const answersNothing: ReadonlySet<string> = new Set(['events.send-batch']);

/** What was created is read back when the answer to it is lost, so that no fault of the answer can last. */
const isReadBack: ReadonlySet<string> = new Set(['custom-objects.create']);
const happensFirst = (effect: Effect): boolean =>
  effect.kind === 'truncate' || ('when' in effect && effect.when === 'after');

function standInOf({ two }: WebinarWorld, system: System) {
  return two[system];
}

/** Goes on after the faults are gone, later than any lease or limit lasts. */
async function recover(world: WebinarWorld): Promise<FinishedSync> {
  for (const standIn of [world.two.zoom, world.two.hubspot]) standIn.faults.clear();
  world.time.advance(hourMs / 2);
  return world.sync({ webinarId });
}

describe.each(operations)('%s %s', (system, operation, field) => {
  const applying = faults.filter(([, effect]) => effect.kind !== 'truncate' || !answersNothing.has(operation));
  const lasting = applying.filter(([, effect]) => !(isReadBack.has(operation) && happensFirst(effect)));

  it.each(lasting)(
    'every time %s: the failure says why, and the next run finds nothing to mend',
    async (_, fault, causes) => {
      const world = await openSmallWorld();
      standInOf(world, system).faults.add([{ operation, occurrence: 'every', fault }]);

      const failure = failed(await world.step({ webinarId }));
      const left = world.view();
      const { report } = await recover(world);

      expect(failure.system).toBe(system);
      expect(causes).toContain(failure.reason.cause);
      expect(system === 'zoom' ? left : { contacts: {}, events: {}, timelines: {} }).toEqual({
        contacts: {},
        events: {},
        timelines: {},
      });
      expect(report).toMatchObject({ status: 'complete', eligible: 5 });
      expect(world.view()).toEqual(await viewUndisturbed());
    },
  );

  it.each(applying)('once %s: it is overcome at once, or by the next step', async (_, fault) => {
    const world = await openSmallWorld();
    standInOf(world, system).faults.add([{ operation, occurrence: 1, fault }]);

    await world.step({ webinarId });
    const used = standInOf(world, system).faults.list();
    await recover(world);

    expect(used).toMatchObject([{ usedCount: 1 }]);
    expectTrueHubSpot(world.two);
    expect(world.view()).toEqual(await viewUndisturbed());
  });

  const malformed: readonly (readonly [string, Effect])[] =
    field === null
      ? []
      : [
          ['misses', { kind: 'omit-field', path: field }],
          ['has nothing as', { kind: 'set-field', path: field, value: null }],
          ['has something else as', { kind: 'set-field', path: field, value: { more: 1 } }],
        ];

  it.each(malformed)(
    `an answer that %s ${field ?? ''} is not understood, and never means that there is nothing`,
    async (_, fault) => {
      const world = await openSmallWorld();
      standInOf(world, system).faults.add([{ operation, occurrence: 'every', fault }]);

      const failure = failed(await world.step({ webinarId }));
      await recover(world);

      expect(failure).toMatchObject({ kind: 'unexpected-shape', system, reason: { cause: 'answer-malformed' } });
      expect(world.view()).toEqual(await viewUndisturbed());
    },
  );
});

describe('an answer that drips', () => {
  it('is waited for while there is time', async () => {
    const world = await openSmallWorld();
    const fault: Effect = { kind: 'drip', ms: 200 };
    world.two.zoom.faults.add([{ operation: 'report.participants', fault }]);
    world.two.hubspot.faults.add([{ operation: 'contacts.batch-upsert', fault }]);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', synced: 4 });
  });

  it('longer than a call may take is given up', async () => {
    const world = await openSmallWorld();
    world.two.zoom.faults.add([{ operation: 'webinars.get', occurrence: 'every', fault: { kind: 'drip', ms: 400 } }]);
    const impatient = await world.startProcess({ wrapTransport: (inner) => (request) => inner(request, 80) });

    const failure = failed(await impatient.call('sync_webinar', { webinarId }));
    await recover(world);

    expect(failure).toMatchObject({ kind: 'timeout', system: 'zoom', reason: { cause: 'vendor-unavailable' } });
    expect(world.view()).toEqual(await viewUndisturbed());
  });
});

describe('what HubSpot refuses of single people', () => {
  it('costs nobody else anything, is said with HubSpot’s reason, and is tried again', async () => {
    const world = await openSmallWorld({ hubspot: { emulator: { blockedEmails: [acme('ben')] } } });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });
    world.two.hubspot.world().blockedEmails.clear();
    const later = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'partial', synced: 3, skipped: { 'rejected-by-hubspot': 1 } });
    expect(report.warnings).toContainEqual({
      cause: 'rejected-by-hubspot',
      personCount: 1,
      examples: ['This e-mail address was deleted for privacy reasons and cannot be used.'],
    });
    expect(again.report).toMatchObject({ unchanged: 3, skipped: { 'rejected-by-hubspot': 1 } });
    expect(later.report).toMatchObject({ status: 'complete', synced: 1, unchanged: 3 });
    expect(world.view()).toEqual(await viewUndisturbed());
  });

  it('may be an attendance: the person counts as skipped, and is tried again', async () => {
    const world = await openSmallWorld();
    world.two.hubspot.faults.add([
      {
        operation: 'marketing-events.attendance.by-contact-id',
        occurrence: 'every',
        fault: answer(200, {
          status: 'COMPLETE',
          results: [],
          numErrors: 1,
          errors: [{ category: 'VALIDATION_ERROR', message: 'attendance is not possible' }],
        }),
      },
    ]);

    const { report } = succeeded(await world.step({ webinarId }));
    world.two.hubspot.faults.clear();
    const later = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'partial', synced: 0, skipped: { 'rejected-by-hubspot': 4 } });
    expect(later.report).toMatchObject({ status: 'complete', synced: 4 });
    expect(world.view()).toEqual(await viewUndisturbed());
  });
});

describe('limits', () => {
  it('of HubSpot’s day end the step at once, and it goes on the next day', async () => {
    const world = await openSmallWorld({
      hubspot: { account: { tier: 'enterprise' }, emulator: { dailyCallsUsed: 1_000_000 - 14 } },
    });

    const failure = failed(await world.step({ webinarId }));
    world.time.advance(24 * hourMs);
    await world.sync({ webinarId });

    expect(failure).toMatchObject({
      kind: 'quota-exhausted',
      system: 'hubspot',
      reason: { cause: 'limit-reached', limit: 'day' },
    });
    expect(world.view()).toEqual(await viewUndisturbed());
  });

  it.each(['zoom', 'hubspot'] as const)('of %s that last longer than a step say for how long', async (system) => {
    const world = await openSmallWorld();
    const operation = system === 'zoom' ? 'report.participants' : 'contacts.batch-upsert';
    const fault = answer(429, limited, { headers: { 'Retry-After': '600' } });
    standInOf(world, system).faults.add([{ operation, occurrence: 'every', fault }]);

    const failure = failed(await world.step({ webinarId }));

    expect(failure).toMatchObject({ kind: 'rate-limited', system, retryAfterSeconds: 600 });
    expect(standInOf(world, system).faults.list()).toMatchObject([{ usedCount: 1 }]);
  });

  it('of HubSpot’s ten seconds are kept without a single refusal', async () => {
    const world = await openSmallWorld({ hubspot: { account: { tier: 'enterprise' } }, account: { plan: 'pro' } });

    for (let round = 0; round < 5; round += 1) await world.sync({ webinarId });

    const statuses = world.two.hubspot.requests.list().map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect(world.time.monotonicMs()).toBeGreaterThan(secondMs);
  });
});
