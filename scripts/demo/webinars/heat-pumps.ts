import {
  attend,
  chooseAttendees,
  planStays,
  runEndMs,
  stayedToEnd,
  toCrewRow,
  toGuestRow,
  toInstance,
  toPanelists,
  toRows,
  toWalkInRow,
  type DemoRun,
} from '../attendance.ts';
import { minuteMs, toTime } from '../calendar.ts';
import { speakers, staff, toPerson } from '../company.ts';
import type { DemoPerson } from '../people/person.ts';
import { withTag } from '../people/spellings.ts';
import { periodBefore, register } from '../registration.ts';
import type { SeedParticipant, SeedWebinar } from '../seed-types.ts';
import { atTestDomain, drawGuestNames, withTypo, type Stage } from './stage.ts';

/**
 * The big one. The host's connection dropped after 34 minutes; Zoom has a second run from four minutes later. Both panelists
 * filled in the registration form as well, colleagues look in, and addresses are as bad as they are in real lists.
 */
export function createHeatPumps(stage: Stage): SeedWebinar {
  const { calendar, audience, random } = stage;
  const first: DemoRun = { startsAtMs: calendar.at(-6, 14), lengthMinutes: 34 };
  const second: DemoRun = { startsAtMs: runEndMs(first) + 4 * minuteMs, lengthMinutes: 28 };
  const panel = [speakers.ida, speakers.kenji];
  const colleagues = [staff.joana, staff.sabine];
  const odd: readonly DemoPerson[] = [
    ...[0, 1, 2].map((kind) => withTypo(audience.newcomer(), kind)),
    atTestDomain(audience.newcomer()),
    ...panel.map((speaker) => toPerson(speaker, 'Guest speaker')),
  ];
  const crowd = audience.gather({ count: 618, returningShare: 0.22 });
  // The same person, registered a second time under another spelling of the address.
  const twice = crowd.slice(0, 3).map((person) => withTag(person, 'zoom'));
  const period = periodBefore(first.startsAtMs);
  const { registrants, standing } = register([...odd, ...twice, ...crowd], period, random, { denied: 31 });

  const attendees = chooseAttendees(standing.slice(odd.length), 0.62, random);
  const stays = planStays(attendees, first, random);
  const absent = standing.slice(odd.length).filter((person) => !attendees.includes(person));
  const back = [...chooseAttendees(stayedToEnd(stays, first), 0.88, random), ...chooseAttendees(absent, 0.06, random)];
  const crew = (run: DemoRun): SeedParticipant[] => [
    ...panel.map(({ name, email }) => toCrewRow(name, email, run)),
    ...colleagues.map(({ firstName, lastName, email }) => toCrewRow(`${firstName} ${lastName}`, email, run)),
  ];
  return {
    id: 81_234_567_801,
    topic: 'Heat pumps for apartment buildings: what pays off',
    agenda: 'Costs, subsidies and three buildings that we converted.',
    host_email: staff.marit.email,
    start_time: toTime(first.startsAtMs),
    duration: 60,
    timezone: 'Europe/Oslo',
    created_at: toTime(period.opensAtMs),
    settings: { approval_type: 0, alternative_hosts: staff.tom.email },
    registrants: [...registrants],
    panelists: toPanelists(panel),
    instances: [
      toInstance(first, [
        ...toRows(stays, first, random),
        ...crew(first),
        ...drawGuestNames(stage, 7).map((name) => toGuestRow(name, first)),
        toGuestRow('Meeting room 4', first),
        toGuestRow('Meeting room 4', first),
        ...[audience.newcomer(), audience.newcomer()].map((person) => toWalkInRow(person, first)),
      ]),
      toInstance(second, [...attend(back, second, random), ...crew(second)]),
    ],
  };
}
