import { attend, chooseAttendees, toGuestRow, toInstance, type DemoRun } from '../attendance.ts';
import { toTime } from '../calendar.ts';
import type { StaffMember } from '../company.ts';
import type { DemoPerson } from '../people/person.ts';
import type { RegionShares } from '../people/regions.ts';
import { periodBefore, register } from '../registration.ts';
import type { SeedParticipant, SeedWebinar } from '../seed-types.ts';
import { drawGuestNames, type Stage } from './stage.ts';

/** A webinar of one date that was held as planned. */
export interface SinglePlan {
  readonly id: number;
  readonly topic: string;
  readonly agenda: string;
  readonly host: StaffMember;
  readonly alternativeHost?: StaffMember;
  readonly timezone: string;
  readonly run: DemoRun;
  readonly plannedMinutes: number;
  readonly registrantCount: number;
  readonly returningShare: number;
  readonly shares?: RegionShares;
  readonly attendedShare: number;
  readonly cancelledCount?: number;
  readonly guestCount?: number;
  /** People who register with what they typed, whatever it is. */
  readonly oddRegistrants?: readonly DemoPerson[];
  readonly moreRows?: readonly SeedParticipant[];
  /** Zoom's id of the run. */
  readonly uuid?: string;
}

export function createSingle(stage: Stage, plan: SinglePlan): SeedWebinar {
  const { run } = plan;
  const people = stage.audience.gather({
    count: plan.registrantCount,
    returningShare: plan.returningShare,
    ...(plan.shares === undefined ? {} : { shares: plan.shares }),
  });
  const period = periodBefore(run.startsAtMs);
  const { registrants, standing } = register([...(plan.oddRegistrants ?? []), ...people], period, stage.random, {
    denied: plan.cancelledCount ?? 0,
  });
  const attendees = chooseAttendees(standing, plan.attendedShare, stage.random);
  return {
    id: plan.id,
    topic: plan.topic,
    agenda: plan.agenda,
    host_email: plan.host.email,
    start_time: toTime(run.startsAtMs),
    duration: plan.plannedMinutes,
    timezone: plan.timezone,
    created_at: toTime(period.opensAtMs),
    settings: {
      approval_type: 0,
      ...(plan.alternativeHost === undefined ? {} : { alternative_hosts: plan.alternativeHost.email }),
    },
    registrants: [...registrants],
    instances: [
      toInstance(
        run,
        [
          ...attend(attendees, run, stage.random),
          ...drawGuestNames(stage, plan.guestCount ?? 0).map((name) => toGuestRow(name, run)),
          ...(plan.moreRows ?? []),
        ],
        plan.uuid === undefined ? {} : { uuid: plan.uuid },
      ),
    ],
  };
}
