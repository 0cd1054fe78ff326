import { createRandom, type Random } from '../../emulators/core/random.ts';
import type { ZoomSeed } from '../../emulators/zoom/index.ts';
import {
  runEndMs,
  toGuestRow,
  toInstance,
  toParticipantRows,
  toRegistrant,
  toTime,
  type DemoRun,
  type SeedParticipant,
  type SeedRegistrant,
  type SeedWebinar,
} from './attendance.ts';
import { createPeople, type DemoPerson } from './people.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The demo company's two brands, each with a Zoom account and the credentials that the stand-in accepts. */
export const demoConnections = [
  { name: 'Solarix', accountId: 'demo-solarix', clientId: 'demo-solarix-client', clientSecret: 'demo-solarix-secret' },
  {
    name: 'Solarix Academy',
    accountId: 'demo-academy',
    clientId: 'demo-academy-client',
    clientSecret: 'demo-academy-secret',
  },
] as const;

const hosts = {
  solarix: { email: 'marit.solberg@solarix.example.com', first_name: 'Marit', last_name: 'Solberg' },
  engineering: { email: 'tom.reuter@solarix.example.com', first_name: 'Tom', last_name: 'Reuter' },
  academy: { email: 'lucia.prado@academy.solarix.example.com', first_name: 'Lucia', last_name: 'Prado' },
};

/** How many at the end of a list were turned down, and how many before them still wait. */
interface Shares {
  readonly denied?: number;
  readonly pending?: number;
}

/** The zoom half of the demo world. Every past webinar is young enough for Zoom to still know its number. */
export function createZoomDemo(now: number): { readonly seed: ZoomSeed; readonly people: readonly DemoPerson[] } {
  const random = createRandom(20_261_120);
  const people = createPeople(420, random);
  /** A full hour some days before (or after) today. */
  const at = (daysFromNow: number, hour: number): number =>
    Math.floor(now / dayMs) * dayMs + daysFromNow * dayMs + hour * hourMs;
  const account = (connection: (typeof demoConnections)[number]) => ({
    account_id: connection.accountId,
    client_id: connection.clientId,
    client_secret: connection.clientSecret,
    plan: 'business' as const,
  });
  const [solarix, academy] = demoConnections;
  const seed: ZoomSeed = {
    accounts: [
      {
        ...account(solarix),
        users: [hosts.solarix, hosts.engineering],
        webinars: [
          heatPumps(people.slice(0, 180), at, random),
          batteryQuestions(people.slice(120, 210), at, random),
          onboardingSeries(people.slice(200, 290), at, random),
          productUpdate(at),
          upcomingTariffs(people.slice(60, 100), at),
        ],
      },
      {
        ...account(academy),
        users: [hosts.academy],
        webinars: [partnerTraining(people.slice(280, 350), at, random)],
      },
    ],
  };
  return { seed, people };
}

type At = (daysFromNow: number, hour: number) => number;

function register(people: readonly DemoPerson[], firstRunMs: number, shares: Shares): readonly SeedRegistrant[] {
  const deniedFrom = people.length - (shares.denied ?? 0);
  const pendingFrom = deniedFrom - (shares.pending ?? 0);
  return people.map((person, index) => {
    const status = index >= deniedFrom ? 'denied' : index >= pendingFrom ? 'pending' : 'approved';
    return toRegistrant(person, firstRunMs - dayMs - (people.length - index) * hourMs, status);
  });
}

function attend(people: readonly DemoPerson[], run: DemoRun, random: Random): SeedParticipant[] {
  return people.flatMap((person) => toParticipantRows(person, run, random));
}

/** The big one: the host's connection dropped after 34 minutes, two guests without address, one mistyped address, two panelists. */
function heatPumps(people: readonly DemoPerson[], at: At, random: Random): SeedWebinar {
  const first: DemoRun = { startsAtMs: at(-6, 14), lengthMinutes: 34 };
  const second: DemoRun = { startsAtMs: runEndMs(first) + 4 * 60_000, lengthMinutes: 28 };
  const attendees = people.slice(0, 126);
  const panelists = [
    { name: 'Ida Holm', email: 'ida.holm@brightfield-housing.example.com' },
    { name: 'Prof. Kenji Mori', email: 'k.mori@university.example.com' },
  ];
  const panelistRows = (run: DemoRun): SeedParticipant[] =>
    panelists.map(({ name, email }) => ({ ...toGuestRow(name, run), user_email: email, registrant_id: '' }));
  return {
    id: 81_234_567_801,
    topic: 'Heat pumps for apartment buildings: what pays off',
    agenda: 'Costs, subsidies and three buildings that we converted.',
    host_email: hosts.solarix.email,
    start_time: toTime(first.startsAtMs),
    duration: 60,
    timezone: 'Europe/Oslo',
    settings: { approval_type: 0 },
    registrants: [
      ...register(people, first.startsAtMs, { denied: 5 }),
      { email: 'karl.otto@gmail,com', first_name: 'Karl', last_name: 'Otto', create_time: toTime(at(-9, 9)) },
    ],
    panelists,
    instances: [
      toInstance(first, [
        ...attend(attendees, first, random),
        ...panelistRows(first),
        toGuestRow('iPhone von Peter', first),
        toGuestRow('Meeting room 4', first),
      ]),
      toInstance(second, [...attend(attendees.slice(0, 97), second, random), ...panelistRows(second)]),
    ],
  };
}

/** Approved by hand: some still wait, some were turned down. */
function batteryQuestions(people: readonly DemoPerson[], at: At, random: Random): SeedWebinar {
  const run: DemoRun = { startsAtMs: at(-12, 16), lengthMinutes: 47 };
  return {
    id: 81_234_567_802,
    topic: 'Battery storage: ask our engineers',
    host_email: hosts.engineering.email,
    start_time: toTime(run.startsAtMs),
    duration: 45,
    timezone: 'Europe/Berlin',
    settings: { approval_type: 1 },
    registrants: [...register(people, run.startsAtMs, { pending: 4, denied: 3 })],
    instances: [toInstance(run, attend(people.slice(0, 52), run, random))],
  };
}

/** One registration for a weekly series: three sessions are over, one is to come. */
function onboardingSeries(people: readonly DemoPerson[], at: At, random: Random): SeedWebinar {
  const starts = [at(-21, 9), at(-14, 9), at(-7, 9), at(7, 9)];
  const runs = starts.slice(0, 3).map((startsAtMs, index): DemoRun => ({ startsAtMs, lengthMinutes: 40 + index * 3 }));
  return {
    id: 81_234_567_803,
    topic: 'Getting started with Solarix: weekly onboarding',
    host_email: hosts.solarix.email,
    type: 9,
    duration: 45,
    timezone: 'Europe/Oslo',
    settings: { approval_type: 0, registration_type: 1 },
    occurrences: starts.map((startMs) => ({ start_time: toTime(startMs) })),
    registrants: [...register(people, starts[0] ?? 0, {})],
    instances: runs.map((run, index) =>
      toInstance(run, attend(people.slice(index * 12, index * 12 + 34), run, random)),
    ),
  };
}

/** Without registration Zoom shows the addresses of its own account's users only. */
function productUpdate(at: At): SeedWebinar {
  const run: DemoRun = { startsAtMs: at(-18, 13), lengthMinutes: 30 };
  const names = ['Anna', 'Installer team', 'Jo from Nordhavn', 'Helios', 'M. Castro', 'Conference room'];
  return {
    id: 81_234_567_804,
    topic: 'Product update: open house without registration',
    host_email: hosts.engineering.email,
    start_time: toTime(run.startsAtMs),
    duration: 30,
    settings: { approval_type: 2 },
    instances: [
      toInstance(
        run,
        names.map((name) => toGuestRow(name, run)),
      ),
    ],
  };
}

function upcomingTariffs(people: readonly DemoPerson[], at: At): SeedWebinar {
  return {
    id: 81_234_567_805,
    topic: 'Dynamic tariffs explained',
    host_email: hosts.solarix.email,
    start_time: toTime(at(5, 15)),
    duration: 60,
    created_at: toTime(at(-3, 8)),
    settings: { approval_type: 0 },
    registrants: [...register(people, at(0, 0), {})],
  };
}

function partnerTraining(people: readonly DemoPerson[], at: At, random: Random): SeedWebinar {
  const run: DemoRun = { startsAtMs: at(-9, 8), lengthMinutes: 88 };
  return {
    id: 91_234_567_806,
    topic: 'Partner training: installing the home battery',
    host_email: hosts.academy.email,
    start_time: toTime(run.startsAtMs),
    duration: 90,
    timezone: 'Europe/Madrid',
    settings: { approval_type: 0 },
    registrants: [...register(people, run.startsAtMs, {})],
    instances: [toInstance(run, attend(people.slice(0, 58), run, random))],
  };
}
