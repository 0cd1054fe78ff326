import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/app/app.functions/http/http.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { failed, hourMs, secondMs, succeeded } from '../support/webinar-world.ts';
import { recover, syncUntilFailure } from './fault-matrix.ts';
import { acme, openSmallWorld } from './fault-worlds.ts';
import { answer, limited, type Effect } from './faults.ts';
import { expectUndisturbed, firstSync, viewUndisturbed } from './first-sync.ts';
import { unansweredMs } from './watched-process.ts';
import { webinarId } from '../support/zoom-webinars.ts';

/** Everybody is read before anybody is written. */
const readFirst = [
  { system: 'zoom', operation: 'oauth.token' },
  { system: 'zoom', operation: 'webinars.get' },
  { system: 'zoom', operation: 'webinars.instances' },
  { system: 'zoom', operation: 'panelists.list' },
  { system: 'zoom', operation: 'report.webinar' },
  { system: 'zoom', operation: 'webinars.list' },
  { system: 'zoom', operation: 'registrants.list' },
  { system: 'zoom', operation: 'report.participants' },
  { system: 'hubspot', operation: 'settings-users.list' },
  { system: 'hubspot', operation: 'contacts.list' },
] as const;

describe('nothing is in HubSpot before everything is read', () => {
  it.each(readFirst)('$operation', async ({ system, operation }) => {
    const world = await openSmallWorld();
    const fault = answer(500, {});
    world.two[system].faults.add([{ operation, occurrence: 'every', fault }]);

    failed(await syncUntilFailure(await world.startProcess(), world));

    expect(world.view()).toEqual({ contacts: {}, events: {}, timelines: {} });
  });
});

describe('a lease that cannot be taken', () => {
  it('because somebody else has it makes the step wait, and say so', async () => {
    const world = await openSmallWorld();
    const conflict = answer(409, { status: 'error', category: 'CONFLICT', message: 'Not like this.' });
    world.two.hubspot.faults.add([{ operation: 'custom-objects.create', occurrence: 'every', fault: conflict }]);

    const waiting = succeeded(await world.step({ webinarId }));
    await recover(firstSync, world);

    expect(waiting).toMatchObject({ done: false, progress: { phase: 'waiting' }, retryAfterSeconds: 2 });
    await expectUndisturbed(world);
  });

  it('before most of the step is over leaves the work to the next one', async () => {
    const world = await openSmallWorld();
    const lease = { operation: 'custom-objects.create', fault: { kind: 'silence', when: 'after' } } as const;
    world.two.hubspot.faults.add([{ ...lease, occurrence: 'every' }]);
    const isLease = ({ method, url }: HttpRequest): boolean => method === 'POST' && /\/objects\/2-\d+$/.test(url);
    const process = await world.startProcess({
      wrapTransport: (inner) => async (request, timeoutMs) => {
        if (!isLease(request)) return inner(request, timeoutMs);
        return inner(request, unansweredMs).catch((error: unknown) => {
          world.time.advance(timeoutMs);
          throw error;
        });
      },
    });

    const answered = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', { webinarId }));
    const view = world.view();
    await recover(firstSync, world);

    expect(answered).toMatchObject({ done: false, retryAfterSeconds: 0 });
    expect(view).toEqual({ contacts: {}, events: {}, timelines: {} });
    await expectUndisturbed(world);
  });
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
    const impatient = await world.startProcess({ wrapTransport: (inner) => (request) => inner(request, unansweredMs) });

    const failure = failed(await impatient.call('sync_webinar', { webinarId }));
    await recover(firstSync, world);

    expect(failure).toMatchObject({ kind: 'timeout', system: 'zoom', reason: { cause: 'vendor-unavailable' } });
    await expectUndisturbed(world);
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
    await expectUndisturbed(world);
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
    await expectUndisturbed(world);
  });
});

describe('what HubSpot refuses of a whole webinar', () => {
  const refused = answer(400, { status: 'error', category: 'VALIDATION_ERROR', message: 'Not like this.' });

  it.each([
    ['marketing-events.upsert', 'marketing-event-refused'],
    ['events.send-batch', 'timeline-events-refused'],
  ])(
    'S35, S37: (%s) is a warning, costs nobody the contact, and is sent by the next sync',
    async (operation, cause) => {
      const world = await openSmallWorld();
      world.two.hubspot.faults.add([{ operation, occurrence: 'every', fault: refused }]);

      const { report } = succeeded(await world.step({ webinarId }));
      const { contacts } = world.view();
      world.two.hubspot.faults.clear();
      const later = await world.sync({ webinarId });
      const again = await world.sync({ webinarId });

      expect(report).toMatchObject({ status: 'partial', synced: 4, skipped: { 'guest-without-address': 1 } });
      expect(report?.warnings).toContainEqual(expect.objectContaining({ cause, problem: 'Not like this.' }));
      expect(contacts).toEqual((await viewUndisturbed()).contacts);
      expect(later.report).toMatchObject({ status: 'complete', changes: { contactsCreated: 0, contactsUpdated: 0 } });
      expect(again.report).toMatchObject({ status: 'complete', synced: 0, unchanged: 4 });
      await expectUndisturbed(world);
    },
  );
});

describe('any single call', () => {
  const faults: readonly (readonly [string, Effect])[] = [
    ['lost on the way back', { kind: 'cut', when: 'after' }],
    ['answered with an error', answer(500, {})],
    ['answered with a limit for long', answer(429, limited, { headers: { 'Retry-After': '600' } })],
  ];

  it.each(faults.flatMap(([name, fault]) => [['zoom', name, fault] as const, ['hubspot', name, fault] as const]))(
    'of %s that is %s is overcome at once, or by the next step',
    async (system, _, fault) => {
      const undisturbed = await openSmallWorld();
      const { zoomCalls, hubspotCalls } = await undisturbed.sync({ webinarId });
      const callCount = { zoom: zoomCalls, hubspot: hubspotCalls }[system].length;
      expect(callCount).toBeGreaterThan(8);

      for (let callNumber = 1; callNumber <= callCount; callNumber += 1) {
        const world = await openSmallWorld();
        world.two[system].faults.add([{ operation: '*', occurrence: callNumber, fault }]);
        await syncUntilFailure(await world.startProcess(), world);
        expect(world.two[system].faults.list(), `call ${callNumber}`).toMatchObject([{ usedCount: 1 }]);
        await recover(firstSync, world);
        await expectUndisturbed(world);
        await world.close();
      }
    },
    60_000,
  );
});

describe('limits', () => {
  it('of HubSpot’s day end the step at once, and it goes on the next day', async () => {
    const world = await openSmallWorld({
      hubspot: { account: { tier: 'enterprise' } },
    });
    world.atHubSpot('daily-usage', { callsUsed: 1_000_000 - 10 });

    const failure = failed(await world.step({ webinarId }));
    world.time.advance(24 * hourMs);
    await world.sync({ webinarId });

    expect(failure).toMatchObject({
      kind: 'quota-exhausted',
      system: 'hubspot',
      reason: { cause: 'limit-reached', limit: 'day' },
    });
    await expectUndisturbed(world);
  });

  it.each(['zoom', 'hubspot'] as const)('of %s that last longer than a step say for how long', async (system) => {
    const world = await openSmallWorld();
    const operation = system === 'zoom' ? 'report.participants' : 'contacts.batch-upsert';
    const fault = answer(429, limited, { headers: { 'Retry-After': '600' } });
    world.two[system].faults.add([{ operation, occurrence: 'every', fault }]);

    const failure = failed(await world.step({ webinarId }));

    expect(failure).toMatchObject({ kind: 'rate-limited', system, retryAfterSeconds: 600 });
    expect(world.two[system].faults.list()).toMatchObject([{ usedCount: 1 }]);
  });

  it('of HubSpot’s ten seconds are kept without a single refusal', async () => {
    const world = await openSmallWorld({ hubspot: { account: { tier: 'enterprise' } }, account: { plan: 'pro' } });

    for (let round = 0; round < 5; round += 1) await world.sync({ webinarId });

    const statuses = world.two.hubspot.requests.list().map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect(world.time.monotonicMs()).toBeGreaterThan(secondMs);
  });
});
