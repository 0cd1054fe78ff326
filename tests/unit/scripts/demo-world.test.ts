import { describe, expect, it } from 'vitest';
import { createDemoWorld } from '../../../scripts/demo/demo-world.ts';
import { allStaff } from '../../../scripts/demo/company.ts';
import type { SeedInstance, SeedParticipant, SeedWebinar } from '../../../scripts/demo/seed-types.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const dayMs = 86_400_000;

const world = createDemoWorld(now);
const webinars = webinarsOf(world);
const held = webinars.filter(({ instances = [] }) => instances.length > 0);
const registrants = webinars.flatMap((webinar) => webinar.registrants ?? []);
const instances = webinars.flatMap((webinar) => webinar.instances ?? []);
const rows = instances.flatMap((instance) => instance.participants ?? []);
const contacts = world.hubspot.contacts ?? [];

function webinarsOf({ zoom }: ReturnType<typeof createDemoWorld>): readonly SeedWebinar[] {
  return (zoom.accounts ?? []).flatMap((account) => account.webinars ?? []);
}

const fold = (email: string): string => email.toLowerCase();
const withoutTag = (email: string): string => fold(email).replace(/\+[^@]*/u, '');
const startOf = ({ start_time }: SeedInstance): number => Date.parse(start_time);
const endOf = ({ end_time = '' }: SeedInstance): number => Date.parse(end_time);
const isBackwards = ({ join_time = '', leave_time = '' }: SeedParticipant): boolean => leave_time < join_time;

describe('the demo company', () => {
  it('has many Zoom users without a webinar licence', () => {
    const users = (world.zoom.accounts ?? []).flatMap((account) => account.users ?? []);

    expect(users.filter(({ type }) => type === 1).length).toBeGreaterThanOrEqual(20);
    expect(new Set(users.map(({ email }) => email)).size).toBe(users.length);
  });

  it('is the same for the same time', () => {
    expect(createDemoWorld(now)).toEqual(world);
  });

  it('has two brands, a handful of hosts, twenty-two past webinars and three to come', () => {
    expect(world.zoom.accounts).toHaveLength(2);
    expect(new Set(held.map(({ host_email }) => host_email)).size).toBeGreaterThanOrEqual(5);
    expect(held).toHaveLength(22);
    const upcoming = webinars.filter(({ start_time = '' }) => Date.parse(start_time) > now);
    expect(upcoming).toHaveLength(3);
  });

  it('holds webinars that Zoom still knows by their number, but for one, whenever it is started', () => {
    for (const startedAt of [now, Date.parse('2027-01-01T00:00:00Z'), Date.parse('2026-06-30T23:59:59Z')]) {
      const all = webinarsOf(createDemoWorld(startedAt)).flatMap((webinar) => webinar.instances ?? []);

      expect(all.length).toBeGreaterThan(22);
      expect(Math.max(...all.map(endOf))).toBeLessThan(startedAt);
      const [oldest = 0, ...others] = all.map(startOf).sort((a, b) => a - b);
      expect(oldest).toBeLessThan(startedAt - 31 * dayMs);
      expect(Math.min(...others)).toBeGreaterThan(startedAt - 26 * dayMs);
    }
  });

  it('has nobody register in the future', () => {
    const latest = Math.max(...registrants.map(({ create_time = '' }) => Date.parse(create_time)));

    expect(latest).toBeLessThanOrEqual(now);
  });
});

describe('the people of the demo', () => {
  it('are about two thousand', () => {
    const people = new Set(registrants.map(({ email }) => withoutTag(email)));

    expect(people.size).toBeGreaterThan(1_800);
    expect(people.size).toBeLessThan(2_200);
  });

  it('have names from many languages and addresses that belong to nobody', () => {
    const names = registrants.map(({ first_name = '', last_name }) => `${first_name} ${String(last_name)}`);

    for (const script of [/[äöüß]/u, /[øåæ]/u, /[łżś]/u, /[ñãç]/u, /[ışğ]/u, /\p{Script=Han}/u, /\p{Script=Hangul}/u]) {
      expect(names.some((name) => script.test(name))).toBe(true);
    }
    expect(names.filter((name) => name.trim().split(/[ -]/u).length > 2).length).toBeGreaterThan(100);
    const real = registrants.filter(
      ({ email }) => /^[^@]+@[^@,]+$/u.test(email) && email.includes('.', email.indexOf('@')),
    );
    const foreign = real.filter(({ email }) => !/(^|[@.])example\.(com|org|net)$/u.test(fold(email)));
    expect(foreign.map(({ email }) => email.split('@')[1])).toEqual(['intern.test']);
    expect(new Set(real.map(({ email }) => fold(email).split('@')[1])).size).toBeGreaterThan(150);
  });

  it('come back: many attend several webinars, some five or more', () => {
    const attended = new Map<string, number>();
    for (const { instances: runs = [] } of held) {
      const emails = runs.flatMap(({ participants = [] }) => participants.map(({ user_email = '' }) => user_email));
      for (const email of new Set(emails.filter((each) => each !== '').map(withoutTag))) {
        attended.set(email, (attended.get(email) ?? 0) + 1);
      }
    }
    const staffAddresses = new Set(allStaff.map(({ email }) => email));
    const counts = [...attended].filter(([email]) => !staffAddresses.has(email)).map(([, count]) => count);

    expect(counts.filter((count) => count >= 2).length).toBeGreaterThan(150);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(5);
  });

  it('type addresses in capitals, with tags, and wrongly', () => {
    const emails = registrants.map(({ email }) => email);

    expect(emails.filter((email) => email !== fold(email)).length).toBeGreaterThan(50);
    expect(emails.filter((email) => email.includes('+')).length).toBeGreaterThan(20);
    expect(emails.filter((email) => /@@|,|@[^.]*$/u.test(email)).length).toBeGreaterThanOrEqual(3);
  });

  it('register under two spellings of one address', () => {
    const doubled = held.filter(({ registrants: list = [] }) => {
      const people = list.map(({ email }) => withoutTag(email));
      return new Set(people).size < people.length;
    });

    expect(doubled.length).toBeGreaterThan(0);
  });
});

describe('the webinars of the demo', () => {
  it('are of every kind and size', () => {
    const sizes = held.map(({ registrants: list = [] }) => list.length);

    expect(sizes).toContain(12);
    expect(Math.max(...sizes)).toBeGreaterThan(600);
    expect(new Set(held.map(({ type = 5 }) => type))).toEqual(new Set([5, 6, 9]));
    const series = held.filter(({ type }) => type === 9).map(({ settings }) => settings?.registration_type);
    expect(series.sort()).toEqual([1, 2]);
    expect(new Set(held.map(({ settings }) => settings?.approval_type))).toEqual(new Set([0, 1, 2]));
  });

  it('have registrations that were cancelled, that wait and that were turned down', () => {
    const statuses = (approval: number) =>
      new Set(
        held
          .filter(({ settings }) => settings?.approval_type === approval)
          .flatMap(({ registrants: list = [] }) => list.map(({ status }) => status)),
      );

    expect(statuses(0)).toEqual(new Set(['approved', 'denied']));
    expect(statuses(1)).toEqual(new Set(['approved', 'pending', 'denied']));
  });

  it('include a date that was called off and a webinar that was never started', () => {
    const dates = webinars.flatMap(({ occurrences = [] }) => occurrences);
    const missed = webinars.filter(
      ({ start_time = '', instances: runs = [] }) => Date.parse(start_time) < now && runs.length === 0,
    );

    expect(dates.some(({ status, start_time }) => status === 'deleted' && Date.parse(start_time) < now)).toBe(true);
    expect(missed).toHaveLength(1);
  });

  it('include a host drop after which people come back', () => {
    const [first, second] = webinars.find(({ id }) => id === 81_234_567_801)?.instances ?? [];
    const emails = (instance: SeedInstance | undefined) =>
      new Set((instance?.participants ?? []).map(({ user_email = '' }) => user_email).filter((email) => email !== ''));

    expect(first === undefined || second === undefined ? 0 : startOf(second) - endOf(first)).toBe(4 * 60_000);
    expect([...emails(second)].filter((email) => emails(first).has(email)).length).toBeGreaterThan(150);
    expect([...emails(second)].filter((email) => !emails(first).has(email)).length).toBeGreaterThan(0);
  });

  it('include a rehearsal the day before with nobody but staff', () => {
    const rehearsals = held.flatMap(({ panelists = [], instances: runs = [] }) =>
      runs.filter(
        ({ participants = [] }) =>
          participants.length > 0 &&
          participants.every(({ user_email }) => panelists.some(({ email }) => email === user_email)),
      ),
    );

    expect(rehearsals).toHaveLength(1);
  });

  it('include one that nobody tracked and one of a Zoom Event', () => {
    const untracked = instances.filter(
      ({ participants = [], standIn }) => participants.length === 0 && standIn?.hostRow === false,
    );

    expect(untracked).toHaveLength(1);
    expect(webinars.filter((webinar) => webinar.is_events_webinar === true)).toHaveLength(1);
  });

  it('include dates to come of which one was moved and one called off', () => {
    const toCome = webinars
      .flatMap(({ occurrences = [] }) => occurrences)
      .filter(({ start_time }) => Date.parse(start_time) > now);
    const isMoved = ({ occurrence_id = '', start_time }: (typeof toCome)[number]) =>
      occurrence_id !== '' && Number(occurrence_id) !== Date.parse(start_time);

    expect(toCome.filter(isMoved)).toHaveLength(1);
    expect(toCome.filter(({ status }) => status === 'deleted')).toHaveLength(1);
  });

  it('have recordings in every state, and most have none', () => {
    const recorded = instances.filter(({ recording }) => recording !== undefined);

    expect(recorded.length).toBeLessThan(instances.length / 2 + 2);
    expect(recorded.filter(({ recording }) => recording?.share_url === null)).toHaveLength(1);
    expect(recorded.filter(({ recording }) => recording?.standIn?.state === 'trashed')).toHaveLength(1);
    expect(recorded.filter(({ recording }) => recording?.standIn?.processingMs === null)).toHaveLength(1);
    expect(recorded.filter(({ transcript }) => transcript?.availableAfterMs === null)).toHaveLength(1);
    expect(recorded.some(({ transcript }) => transcript?.damage === 'html')).toBe(true);
    expect(recorded.some(({ transcript }) => transcript === undefined)).toBe(true);
  });

  it('include panelists and colleagues who filled in the form', () => {
    const emails = new Set(registrants.map(({ email }) => email));
    const panelists = held.flatMap(({ panelists: list = [] }) => list.map(({ email }) => email));

    expect(panelists.filter((email) => emails.has(email)).length).toBeGreaterThanOrEqual(2);
    expect(allStaff.filter(({ email }) => emails.has(email)).length).toBeGreaterThanOrEqual(1);
  });

  it('have runs whose ids must be encoded twice', () => {
    const uuids = instances.map(({ uuid = '' }) => uuid);

    expect(uuids.filter((uuid) => uuid.startsWith('/'))).toHaveLength(1);
    expect(uuids.filter((uuid) => uuid.includes('//')).length).toBeGreaterThanOrEqual(1);
    expect(uuids.filter((uuid) => uuid !== '').every((uuid) => Buffer.from(uuid, 'base64').length === 16)).toBe(true);
  });
});

describe('attendance in the demo', () => {
  it('lets everybody leave after they came and before the end, but for one row that Zoom got wrong', () => {
    for (const instance of instances) {
      for (const row of (instance.participants ?? []).filter((each) => !isBackwards(each))) {
        expect(Date.parse(row.join_time ?? '')).toBeGreaterThanOrEqual(startOf(instance));
        expect(Date.parse(row.leave_time ?? '')).toBeGreaterThan(Date.parse(row.join_time ?? ''));
        expect(Date.parse(row.leave_time ?? '')).toBeLessThanOrEqual(endOf(instance));
      }
    }
    expect(rows.filter(isBackwards)).toHaveLength(1);
  });

  it('fills within minutes, thins out slowly, and most stay to the end', () => {
    const [first] = webinars.find(({ id }) => id === 81_234_567_807)?.instances?.slice(1) ?? [];
    const people = (first?.participants ?? []).filter((row) => !isBackwards(row));
    const presentAfter = (minutes: number): number => {
      const at = Date.parse(first?.start_time ?? '') + minutes * 60_000;
      return new Set(
        people
          .filter(({ join_time = '', leave_time = '' }) => Date.parse(join_time) <= at && Date.parse(leave_time) > at)
          .map(({ name, user_email }) => user_email ?? name),
      ).size;
    };

    expect(presentAfter(1)).toBeLessThan(presentAfter(8));
    expect(presentAfter(30)).toBeGreaterThan(presentAfter(62));
    expect(presentAfter(62)).toBeGreaterThan(presentAfter(10) * 0.5);
  });

  it('has rejoins, second devices, guests without address, walk-ins and somebody who was not let in', () => {
    const joinsOfOnePerson = instances.map(({ participants = [] }) => {
      const joinsByEmail = new Map<string, SeedParticipant[]>();
      for (const row of participants) {
        const email = row.user_email ?? '';
        if (email !== '') joinsByEmail.set(email, [...(joinsByEmail.get(email) ?? []), row]);
      }
      return [...joinsByEmail.values()].filter((joins) => joins.length > 1);
    });
    const doubled = joinsOfOnePerson.flat();
    const isOverlapping = ([first, second]: readonly SeedParticipant[]): boolean =>
      (second?.join_time ?? '') < (first?.leave_time ?? '');

    expect(doubled.filter(isOverlapping).length).toBeGreaterThan(20);
    expect(doubled.filter((joins) => !isOverlapping(joins)).length).toBeGreaterThan(80);
    expect(rows.filter(({ user_email }) => user_email === '').length).toBeGreaterThan(30);
    expect(rows.filter(({ standIn }) => standIn?.isEmailFromHost === true).length).toBeGreaterThan(3);
    expect(rows.filter(({ status }) => status === 'in_waiting_room')).toHaveLength(1);
  });
});

describe('the HubSpot account of the demo', () => {
  it('is an enterprise account with users and owners, who work at the company', () => {
    const staffAddresses = new Set(allStaff.map(({ email }) => email));

    expect(world.hubspot.account?.tier).toBe('enterprise');
    expect(world.hubspot.users?.length).toBeGreaterThanOrEqual(4);
    expect(world.hubspot.users?.every(({ email }) => staffAddresses.has(email))).toBe(true);
    expect(world.hubspot.owners?.map(({ email }) => email)).toEqual(world.hubspot.users?.map(({ email }) => email));
  });

  it('knows a good third of the people, some renamed, merged, deleted, forgotten or under another address', () => {
    const having = (name: string) => contacts.filter(({ properties }) => properties[name] !== undefined).length;

    expect(contacts.length).toBeGreaterThan(600);
    expect(contacts.length).toBeLessThan(1_000);
    expect(
      contacts.filter(({ properties }) => String(properties['firstname']).startsWith('Dr. ')).length,
    ).toBeGreaterThan(20);
    expect(having('hs_additional_emails')).toBeGreaterThan(8);
    expect(having('hs_merged_object_ids')).toBeGreaterThanOrEqual(2);
    expect(contacts.filter(({ archived }) => archived === true).length).toBeGreaterThan(5);
    expect(world.hubspot.emulator?.blockedEmails?.length).toBeGreaterThan(0);
  });
});
