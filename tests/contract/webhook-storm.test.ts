import { describe, expect, it } from 'vitest';
import type { AuditedRun } from '../../src/app/extensions/contract/overview.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import type { RegistrantSeed, WebinarSeed } from '../support/two-accounts.ts';
import { minuteMs, noon, openWorld, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { anEvent, doorEnvironment, runAction, sendEvent, type SentEvent } from '../support/zoom-doors.ts';
import { aHeldWebinar, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';

/** Numbers in [0, 1) that are the same in every run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const lengthMinutes = 60;
/** Zoom gives up sending an event after so long. */
const latestMinutes = lengthMinutes + 85;
const iso = (minutes: number): string => `${new Date(noon + minutes * minuteMs).toISOString().slice(0, 19)}Z`;
const guests = Array.from({ length: 500 }, (_, index) => `guest${index + 1}@acme.example.com`);
const latecomers = Array.from({ length: 40 }, (_, index) => ({
  minute: index,
  registrant: aRegistrant(`late${index + 1}@acme.example.com`, { create_time: iso(index) }),
}));
/** Everybody comes, leaves, comes back and leaves. */
const stays = guests.flatMap((email, index) => [
  { email, from: index % 10, to: 20 + (index % 7) },
  { email, from: 30 + (index % 5), to: 45 + (index % 15) },
]);

const theWebinar: WebinarSeed = aHeldWebinar({
  start_time: iso(0),
  duration: lengthMinutes,
  registrants: guests.map((email) => aRegistrant(email)),
  instances: [
    anInstance(
      stays.map(({ email, from, to }) => ({
        name: `${email.slice(0, email.indexOf('@'))} Quillfeather`,
        user_email: email,
        join_time: iso(from),
        leave_time: iso(to),
      })),
      { start_time: iso(0), end_time: iso(lengthMinutes) },
    ),
  ],
});

/** As Zoom's samples show them: the number is a text in events of a session that runs, and a number else. */
const session = {
  id: webinarId,
  uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==',
  host_id: 'host-1',
  topic: 'Growing tomatoes',
  type: 5,
  start_time: iso(0),
  duration: lengthMinutes,
  timezone: 'Europe/Berlin',
};
const aStayEvent = (kind: 'joined' | 'left', email: string, at: string): SentEvent =>
  anEvent(`webinar.participant_${kind}`, {
    ...session,
    participant: {
      user_id: '1234567890',
      user_name: `${email.slice(0, email.indexOf('@'))} Quillfeather`,
      id: '',
      email,
      ...(kind === 'joined' ? { join_time: at } : { leave_time: at, leave_reason: 'left the webinar' }),
    },
  });
const aRegistrationEvent = (registrant: RegistrantSeed): SentEvent =>
  anEvent('webinar.registration_created', { ...session, id: Number(webinarId), registrant });

interface Delivery {
  readonly minute: number;
  readonly event: SentEvent;
}

const happened: readonly Delivery[] = [
  { minute: 0, event: anEvent('webinar.started', session) },
  ...stays.flatMap(({ email, from, to }) => [
    { minute: from, event: aStayEvent('joined', email, iso(from)) },
    { minute: to, event: aStayEvent('left', email, iso(to)) },
  ]),
  ...latecomers.map(({ minute, registrant }) => ({ minute, event: aRegistrationEvent(registrant) })),
  {
    minute: lengthMinutes,
    event: anEvent('webinar.ended', { ...session, end_time: iso(lengthMinutes), practice_session: false }),
  },
];

/** Three of ten are lost, two of ten come twice, and each comes any time between what it tells and Zoom's last try. */
function deliver(chance: () => number): readonly Delivery[] {
  const late = ({ minute, event }: Delivery): Delivery => ({
    minute: minute + chance() * (latestMinutes - minute),
    event,
  });
  return happened
    .flatMap((delivery) => {
      if (chance() < 0.3) return [];
      return chance() < 0.2 ? [late(delivery), late(delivery)] : [late(delivery)];
    })
    .toSorted((a, b) => a.minute - b.minute);
}

/** Lets time pass until a minute after noon; whoever registers until then has done so. */
function createCalendar(world: WebinarWorld): (untilMinute: number) => void {
  const toCome = [...latecomers];
  return (untilMinute) => {
    while (toCome[0] !== undefined && toCome[0].minute <= untilMinute) {
      world.atZoom('add-registrant', { webinar_id: Number(webinarId), registrant: toCome.shift()?.registrant });
    }
    world.time.advance(Math.max(0, noon + untilMinute * minuteMs - world.time.now()));
  };
}

async function sweep(world: WebinarWorld): Promise<void> {
  let sweepId: string | undefined;
  for (;;) {
    const answer = succeeded(
      await world.call<{ ok: true; done: boolean; sweepId: string }>('run_sweep', {
        ...(sweepId === undefined ? {} : { sweepId }),
      }),
    );
    if (answer.done) return;
    sweepId = answer.sweepId;
  }
}

/** What only one sync, long after the end, would have written. */
async function expectedView(): Promise<ReturnType<WebinarWorld['view']>> {
  const world = await openWorld({ webinars: [theWebinar] });
  createCalendar(world)(latestMinutes + 60);
  await world.sync({ webinarId });
  return world.view();
}

describe('B25: two thousand joins and leaves', () => {
  it('of which three of ten are lost and two of ten come twice, in any order, end as what Zoom says, with a handful of syncs', async () => {
    const world = await openWorld({ webinars: [theWebinar] });
    await world.call('run_setup', {});
    const passTime = createCalendar(world);
    const process = await world.startProcess({ environment: doorEnvironment() });
    const deliveries = deliver(createChance(20_261_120));
    expect(happened.length).toBeGreaterThan(2_000);
    expect(deliveries.length).toBeGreaterThan(1_500);

    // A workflow calls the action three times an hour, as the documentation advises.
    let nextRun = 20;
    for (const { minute, event } of deliveries) {
      for (; nextRun <= minute; nextRun += 20) {
        passTime(nextRun);
        await runAction(process);
      }
      passTime(minute);
      expect((await sendEvent(process, event, world.time.now())).statusCode).toBe(200);
    }
    passTime(latestMinutes + 60);
    await sweep(world);

    const { runs } = succeeded(
      await world.call<{ readonly ok: true; readonly runs: readonly AuditedRun[] }>('get_audit_log', { webinarId }),
    );
    expect(runs.length).toBeLessThanOrEqual(12);
    expect(expectTrueHubSpot(world.two)).toEqual(await expectedView());
    expect(world.records()).not.toHaveProperty('doorbell');
    const { report } = await world.sync({ webinarId });
    expect(report).toMatchObject({ status: 'complete', synced: 0, eligible: guests.length + latecomers.length });
  }, 120_000);

  it('all of which are lost are found by the next sweep', async () => {
    const world = await openWorld({ webinars: [theWebinar] });
    const passTime = createCalendar(world);
    await sweep(world);
    passTime(latestMinutes + 60);
    await sweep(world);

    expect(expectTrueHubSpot(world.two)).toEqual(await expectedView());
  }, 60_000);
});
