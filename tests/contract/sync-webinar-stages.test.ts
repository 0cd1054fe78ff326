import { describe, expect, it, vi } from 'vitest';
import { toPeopleTable } from '../support/hubspot-view.ts';
import type { RegistrantSeed } from '../support/two-accounts.ts';
import { dayMs, hourMs, minuteMs, noon, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const eventId = `zoom-webinar-${webinarId}`;
const acme = (name: string): string => `${name}@acme.example.com`;
const atWebinar = { webinar_id: Number(webinarId) };

describe('Zoom’s report becomes ready in stages', () => {
  /** It ended five minutes ago. */
  const start = noon - 65 * minuteMs;
  const readiness = { notFoundMs: 15 * minuteMs, emptyMs: 30 * minuteMs, zeroDurationsMs: 30 * minuteMs };
  const join = (name: string, fromMinute: number, toMinute: number) =>
    aJoin(acme(name), 0, 0, { join_time: atMinute(fromMinute, start), leave_time: atMinute(toMinute, start) });
  const registrant = (name: string, changes: Partial<RegistrantSeed> = {}) =>
    aRegistrant(acme(name), { create_time: atMinute(-600, start), ...changes });
  const aFreshWebinar = () =>
    aHeldWebinar({
      start_time: atMinute(0, start),
      registrants: [
        registrant('ann'),
        registrant('ben'),
        registrant('cid', { status: 'denied' }),
        // Registered while it ran, and joined before Zoom had written that down.
        registrant('late', { create_time: atMinute(20, start) }),
      ],
      instances: [
        anInstance([join('ann', 0, 60), join('late', 20, 60), join('late', 10, 12)], {
          start_time: atMinute(0, start),
          end_time: atMinute(60, start),
          standIn: { hostRow: true, readiness },
        }),
      ],
    });

  it('registrations come first, attendance later, and no timeline gets an entry twice', async () => {
    const world = await openWorld({ webinars: [aFreshWebinar()] });
    const stages: unknown[] = [];
    for (const waitMs of [0, 15 * minuteMs, 30 * minuteMs, 30 * minuteMs]) {
      world.time.advance(waitMs);
      const { report } = await world.sync({ webinarId });
      const people = toPeopleTable(world.view(), eventId);
      stages.push([report.status, report.sessions[0]?.noShow, people['ann']?.[0], people['ben']?.[0]]);
    }
    const { report } = await world.sync({ webinarId });

    expect(stages).toEqual([
      ['partial', 0, 'REGISTERED', 'REGISTERED'],
      ['partial', 0, 'REGISTERED', 'REGISTERED'],
      ['partial', 0, 'REGISTERED', 'REGISTERED'],
      ['complete', 1, 'ATTENDED 3600', 'NO_SHOW'],
    ]);
    expect(report).toMatchObject({ status: 'complete', synced: 0, unchanged: 4 });
    const view = world.view();
    expect(toPeopleTable(view, eventId)).toEqual({
      ann: ['ATTENDED 3600', '1', '1', '1', '100'],
      ben: ['NO_SHOW', '1', '0', '0', ''],
      cid: ['CANCELLED', '0', '0', '0', ''],
      late: ['ATTENDED 3000', '1', '1', '1', '70'],
    });
    expect(view.timelines[acme('ann')]).toHaveLength(4);
    expect(view.timelines[acme('late')]).toHaveLength(4);
  });

  it('says that attendance is not ready, and counts walk-ins as not ready', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          start_time: atMinute(0, start),
          registrants: [registrant('ann')],
          instances: [
            anInstance([join('ann', 0, 60)], {
              start_time: atMinute(0, start),
              end_time: atMinute(60, start),
              standIn: { hostRow: true, readiness },
            }),
          ],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'partial',
      eligible: 1,
      synced: 1,
      warnings: [{ cause: 'attendance-not-ready', sessionStartsAt: new Date(start).toISOString() }],
      sessions: [{ registered: 1, attended: 0, noShow: 0 }],
    });
  });

  it('what is late after a day is not waited for any longer', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          start_time: atMinute(0, start),
          registrants: [registrant('ann')],
          instances: [
            anInstance([join('ann', 0, 60)], { start_time: atMinute(0, start), end_time: atMinute(60, start) }),
            // The host opened it again by mistake; Zoom never makes a report of that.
            anInstance([], {
              uuid: 'mistake==',
              start_time: atMinute(61, start),
              end_time: atMinute(62, start),
              standIn: { hostRow: false, readiness: { notFoundMs: 10 * dayMs, emptyMs: 0, zeroDurationsMs: 0 } },
            }),
          ],
        }),
      ],
    });

    const early = await world.sync({ webinarId });
    world.time.advance(25 * hourMs);
    const late = await world.sync({ webinarId });

    expect(early.report).toMatchObject({ status: 'partial', sessions: [{ attended: 0, noShow: 0 }] });
    expect(late.report).toMatchObject({ status: 'complete', sessions: [{ lengthSeconds: 3600, attended: 1 }] });
  });
});

/** Does something at Zoom between the pages of the list of approved registrants. */
function afterEachPage({ two }: WebinarWorld, act: (pageNumber: number) => void): void {
  const { requests } = two.zoom;
  const add = requests.add.bind(requests);
  let pageNumber = 0;
  vi.spyOn(requests, 'add').mockImplementation((request) => {
    add(request);
    if (request.operation !== 'registrants.list' || !request.target.includes('status=approved')) return;
    pageNumber += 1;
    act(pageNumber);
  });
}

describe('lists that move while they are read', () => {
  it('newcomers that shift the pages cost nobody their place', async () => {
    const { registrants } = aCrowd(650);
    const world = await openWorld({
      switches: { registrantOrder: 'newest-first' },
      webinars: [aHeldWebinar({ registrants, instances: [anInstance([aJoin(acme('crowd1'), 0, 60)])] })],
    });
    const newcomers = ['nora', 'nils'];
    afterEachPage(world, () => {
      const name = newcomers.pop();
      if (name !== undefined) world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(acme(name)) });
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', eligible: 652, synced: 652, warnings: [] });
  });

  it.each([1, 2])(
    'a cancellation after page %i moves rows over a page border, and costs nobody their place',
    async (page) => {
      const { registrants } = aCrowd(601);
      const world = await openWorld({
        webinars: [aHeldWebinar({ registrants, instances: [anInstance([aJoin(acme('crowd1'), 0, 60)])] })],
      });
      afterEachPage(world, (pageNumber) => {
        if (pageNumber === page) world.atZoom('self-cancel', { ...atWebinar, email: acme('crowd5') });
      });

      const { report } = await world.sync({ webinarId });

      expect(report).toMatchObject({ status: 'complete', warnings: [] });
      const { contacts } = world.view();
      const missing = registrants.map(({ email }) => email).filter((email) => !(email in contacts));
      expect(missing).toEqual([acme('crowd5')]);
    },
  );

  it('a list that never holds still is used as far as it was read, and said so; nobody is cancelled because of it', async () => {
    const { registrants } = aCrowd(20);
    const world = await openWorld({
      webinars: [aHeldWebinar({ registrants, instances: [anInstance([aJoin(acme('crowd1'), 0, 60)])] })],
    });
    await world.sync({ webinarId });
    world.atZoom('self-cancel', { ...atWebinar, email: acme('crowd7') });
    const before = world.view();
    world.two.zoom.faults.add([
      {
        operation: 'registrants.list',
        occurrence: 'every',
        fault: { kind: 'set-field', path: 'total_records', value: 1_000 },
      },
    ]);

    const { report } = await world.sync({ webinarId });

    expect(report.status).toBe('partial');
    expect(report.warnings).toContainEqual({ cause: 'list-unstable', source: 'registrants' });
    expect(world.view()).toEqual(before);
  });

  it('rows that cannot be read are counted, and nobody is cancelled because of them', async () => {
    const { registrants } = aCrowd(5);
    const world = await openWorld({
      webinars: [aHeldWebinar({ registrants, instances: [anInstance([aJoin(acme('crowd1'), 0, 60)])] })],
    });
    await world.sync({ webinarId });
    const before = world.view();
    world.two.zoom.faults.add([
      { operation: 'registrants.list', occurrence: 'every', fault: { kind: 'omit-field', path: 'registrants.2.id' } },
    ]);

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toContainEqual({ cause: 'rows-quarantined', source: 'registrants', rowCount: 1 });
    expect(world.view()).toEqual(before);
  });
});
