import type { Instance, ParticipantRow, Webinar } from '../../emulators/zoom/entities.ts';
import type { Registrant, RegistrantStatus } from '../../emulators/zoom/registrant.ts';
import { fold } from './cast.ts';

/** How a registration stands by Zoom's lists alone; `withheld` is pending or denied where the host decides. */
export type Standing = 'registered' | 'cancelled' | 'withheld';

export interface TrueAttendance {
  readonly seconds: number;
  readonly percentage: number;
  readonly firstJoinAt: number;
  readonly lastLeaveAt: number;
}

export interface TruePart {
  readonly standing: Standing | null;
  readonly attendance: TrueAttendance | null;
}

export interface TruePerson {
  /** In lower case. */
  readonly address: string;
  readonly standing: Standing | null;
  /** Of a registration that is withheld. */
  readonly status: RegistrantStatus | null;
  /** By start of the session; only sessions in which the person has a part. */
  readonly parts: ReadonlyMap<string, TruePart>;
}

export interface TrueSession {
  /** When it starts: what it is called at HubSpot depends on what was known first, when it was does not. */
  readonly key: string;
  /** The date of a series that it is; null for any other. */
  readonly occurrenceId: string | null;
  readonly runs: readonly string[];
  readonly isHeld: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly lengthSeconds: number;
}

/** What Zoom knows of a webinar, as a careful reader would write it down. */
export interface TrueWebinar {
  readonly webinarId: string;
  readonly accountId: string;
  readonly topic: string;
  readonly sessions: readonly TrueSession[];
  readonly people: ReadonlyMap<string, TruePerson>;
  /** People of whom Zoom gives no address. */
  readonly guestCount: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = ({ startTime, endTime }: Instance): Span => ({ from: Date.parse(startTime), to: Date.parse(endTime) });
const spanOfJoin = ({ joinTime, leaveTime }: ParticipantRow): Span => ({
  from: Date.parse(joinTime),
  to: Date.parse(leaveTime),
});

/** How long at least one of the first and at least one of the second kind are open, counted from border to border. */
export function sharedMs(stays: readonly Span[], open: readonly Span[]): number {
  const borders = [...stays, ...open].flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b);
  const covers = (spans: readonly Span[], from: number, to: number): boolean =>
    spans.some((span) => span.from <= from && span.to >= to);
  return borders.reduce((sum, to, index) => {
    const from = borders[index - 1] ?? to;
    return covers(stays, from, to) && covers(open, from, to) ? sum + (to - from) : sum;
  }, 0);
}

/** The address that Zoom's report shows, by its rules for who may see whose. */
function shownAddress({ roster, account }: Webinar, row: ParticipantRow): string {
  const registrant = roster.byId(row.registrantId);
  if (registrant !== undefined) return fold(registrant.email);
  const isOfAccount = account.usersByEmail.has(fold(row.email));
  return isOfAccount || row.isEmailFromHost || roster.byEmail(row.email) !== undefined ? fold(row.email) : '';
}

/** Somebody who came in with the host's registration or account. */
function isStaffRow(webinar: Webinar, row: ParticipantRow): boolean {
  const registrant = webinar.roster.byId(row.registrantId);
  if (registrant !== undefined) return fold(registrant.email) === fold(webinar.host.email);
  return fold(row.email) === fold(webinar.host.email) || row.participantUserId === webinar.host.id;
}

interface HeldSession extends TrueSession {
  readonly instances: readonly Instance[];
}

/** Runs with an audience; runs of one day are one session, those of a webinar without dates only within a quarter of an hour. */
function heldSessions(webinar: Webinar, now: number): readonly HeldSession[] {
  const runs = webinar.instances
    .filter((run) => spanOf(run).to <= now && run.participants.some((row) => !isStaffRow(webinar, row)))
    .toSorted((a, b) => spanOf(a).from - spanOf(b).from);
  const gapMs = webinar.type === 6 ? 15 * minuteMs : 6 * hourMs;
  const groups: Instance[][] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (groups.length > 0 && spanOf(run).from - lastEnd <= gapMs) groups.at(-1)?.push(run);
    else groups.push([run]);
    lastEnd = Math.max(lastEnd, spanOf(run).to);
  }
  return groups.map((instances) => {
    const spans = instances.map(spanOf);
    const startsAt = Math.min(...spans.map(({ from }) => from));
    return {
      key: toKey(startsAt),
      occurrenceId: dateOf(webinar, startsAt),
      runs: instances.map(({ uuid }) => uuid),
      isHeld: true,
      startsAt,
      endsAt: Math.max(...spans.map(({ to }) => to)),
      lengthSeconds: Math.round(sharedMs(spans, spans) / 1000),
      instances,
    };
  });
}

export const toKey = (startsAt: number): string => new Date(startsAt).toISOString().slice(0, 16);

/** Dates of a series are hours apart here, so a run belongs to the date on which it began. */
const dateOf = ({ occurrences }: Webinar, startsAt: number): string | null =>
  occurrences.find(({ start_time }) => Math.abs(Date.parse(start_time) - startsAt) <= hourMs)?.occurrence_id ?? null;

/** Dates that are to come, or passed less than a day ago; where a registration counts for all of them, only the next. */
function plannedSessions(webinar: Webinar, held: readonly HeldSession[], now: number): readonly TrueSession[] {
  const single = { occurrence_id: 'main', start_time: webinar.startTime ?? '', duration: webinar.durationMinutes };
  const dates = webinar.type === 9 ? webinar.occurrences : webinar.type === 5 && held.length === 0 ? [single] : [];
  const planned = dates
    .map(({ occurrence_id, start_time, duration }) => ({
      key: toKey(Date.parse(start_time)),
      occurrenceId: occurrence_id,
      runs: [],
      isHeld: false,
      startsAt: Date.parse(start_time),
      endsAt: Date.parse(start_time) + duration * minuteMs,
      lengthSeconds: duration * 60,
    }))
    .filter(
      ({ occurrenceId, endsAt }) =>
        endsAt + dayMs > now && held.every((session) => session.occurrenceId !== occurrenceId),
    )
    .toSorted((a, b) => a.startsAt - b.startsAt);
  if (webinar.type !== 9 || webinar.settings.registration_type !== 1) return planned;
  const next = planned.findIndex(({ endsAt }) => endsAt > now);
  return next < 0 ? planned : planned.slice(0, next + 1);
}

function standingOf({ settings }: Webinar, status: RegistrantStatus | undefined): Standing | null {
  if (status === undefined) return null;
  if (status === 'approved') return 'registered';
  return status === 'denied' && settings.approval_type === 0 ? 'cancelled' : 'withheld';
}

const withoutInstances = ({ instances: _instances, ...session }: TrueSession & Partial<HeldSession>): TrueSession =>
  session;

/** Reads the stand-in's own records, never through the API. */
export function readTruth(webinar: Webinar, now: number): TrueWebinar {
  const held = heldSessions(webinar, now);
  const sessions = [...held, ...plannedSessions(webinar, held, now)]
    .map(withoutInstances)
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const rows = held.flatMap(({ key, instances }) =>
    instances.flatMap(({ participants }) =>
      participants
        .filter((row) => !isStaffRow(webinar, row))
        .map((row) => ({ key, row, address: shownAddress(webinar, row) })),
    ),
  );
  const registrants = [...webinar.roster.all()].filter(({ email }) => fold(email) !== fold(webinar.host.email));
  const addresses = new Set([
    ...registrants.map(({ email }) => fold(email)),
    ...rows.map(({ address }) => address).filter((address) => address !== ''),
  ]);
  addresses.delete(fold(webinar.host.email));

  const isLast = (session: TrueSession): boolean =>
    sessions.at(-1) === session &&
    webinar.type !== 6 &&
    !webinar.occurrences.some(({ start_time }) => Date.parse(start_time) > session.endsAt);
  const standingIn = (session: TrueSession, registrant: Registrant | undefined): Standing | null => {
    if (registrant === undefined) return null;
    if (registrant.statusByOccurrence.size > 0) {
      return standingOf(webinar, registrant.statusByOccurrence.get(session.occurrenceId ?? ''));
    }
    const counts = isLast(session) || Date.parse(registrant.createTime) <= session.endsAt;
    return counts ? standingOf(webinar, registrant.status) : null;
  };
  /** Somebody who was there for an instant was there. */
  const attendanceIn = (session: TrueSession, address: string): TrueAttendance | null => {
    const own = held.find(({ key }) => key === session.key);
    if (own === undefined) return null;
    const open = own.instances.map(spanOf);
    const stays = rows
      .filter((each) => each.address === address && each.key === session.key)
      .map(({ row }) => spanOfJoin(row))
      .filter((stay) => open.some((span) => stay.from <= span.to && stay.to >= span.from));
    if (stays.length === 0) return null;
    const ms = sharedMs(stays, open);
    return {
      seconds: Math.round(ms / 1000),
      percentage: Math.min(100, Math.round((ms / 1000 / session.lengthSeconds) * 1000) / 10),
      firstJoinAt: Math.min(...stays.map(({ from }) => from)),
      lastLeaveAt: Math.max(...stays.map(({ to }) => to)),
    };
  };

  const people = [...addresses].map((address): [string, TruePerson] => {
    const registrant = registrants.find(({ email }) => fold(email) === address);
    const parts = sessions.map((session): [string, TruePart] => [
      session.key,
      { standing: standingIn(session, registrant), attendance: attendanceIn(session, address) },
    ]);
    return [
      address,
      {
        address,
        standing: standingOf(webinar, registrant?.status),
        status: registrant?.status ?? null,
        parts: new Map(parts.filter(([, { standing, attendance }]) => standing !== null || attendance !== null)),
      },
    ];
  });
  return {
    webinarId: String(webinar.id),
    accountId: webinar.account.accountId,
    topic: webinar.topic,
    sessions,
    people: new Map(people),
    guestCount: countGuests(rows.filter(({ address }) => address === '').map(({ row }) => row)),
  };
}

/** By registration or account; where there is only a name, as many as were there under it at the same time. */
function countGuests(rows: readonly ParticipantRow[]): number {
  const known = new Set(rows.map(({ registrantId, participantUserId }) => registrantId || participantUserId));
  known.delete('');
  const nameless = rows.filter(
    ({ registrantId, participantUserId }) => registrantId === '' && participantUserId === '',
  );
  const names = new Set(nameless.map(({ name }) => name.trim().toLowerCase()));
  const byName = [...names].map((name) => {
    const spans = nameless.filter((row) => row.name.trim().toLowerCase() === name).map(spanOfJoin);
    return Math.max(1, ...spans.map(({ from }) => spans.filter((span) => span.from <= from && span.to > from).length));
  });
  return known.size + byName.reduce((sum, count) => sum + count, 0);
}
