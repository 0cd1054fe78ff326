import { describeTimelines, type HubSpotWorld, type TimelineEntry } from '../../emulators/hubspot/index.ts';
import type { AttendanceEntry, CrmRecord, MarketingEvent } from '../../emulators/hubspot/entities.ts';
import { participationsAt } from '../../emulators/hubspot/marketing/participation.ts';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import type { LoggedRequest } from '../../emulators/core/request-log.ts';
import type { NotSyncedPerson } from '../../src/app/extensions/contract/audit-log.ts';
import type { ContactWebinarsAnswer } from '../../src/app/extensions/contract/contact-webinars.ts';
import type { SessionReport, SkipReason, SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { cast, contactsBefore, excludedDomain, fold } from './cast.ts';
import type { Memory } from './memory.ts';
import { toKey, type TruePerson, type TrueSession, type TrueWebinar } from './truth.ts';

/** One promise that was broken, in words: `G1: …`. */
export type Finding = string;

/** What a world looks like from outside, after everything is well again or after a sync that says that it is. */
export interface Evidence {
  readonly truths: readonly TrueWebinar[];
  readonly hubspot: HubSpotWorld;
  readonly memory: Memory;
  readonly isDomainExcluded: boolean;
  readonly isUpdateOnly: boolean;
  /** By webinar: the newest report about everybody. */
  readonly reports: ReadonlyMap<string, SyncReport>;
  /** By webinar: the app's own list; absent where nobody asked for it. */
  readonly notSynced?: ReadonlyMap<string, readonly NotSyncedPerson[]>;
  /** By contact id: what the card shows; absent where nobody asked for it. */
  readonly cards?: ReadonlyMap<string, ContactWebinarsAnswer>;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** Everything that can be wrong with a world, by what Zoom's stand-in holds and HubSpot's shows. */
export const checkWorld = (evidence: Evidence): readonly Finding[] => [
  ...checkContacts(evidence),
  ...evidence.truths.flatMap((truth) => [
    ...checkEvents(evidence, truth),
    ...checkPeople(evidence, truth),
    ...checkStrangers(evidence, truth),
    ...checkList(evidence, truth),
    ...checkReportAgainstTruth(evidence, truth),
  ]),
  ...checkEntries(evidence),
  ...checkNumbers(evidence),
  ...checkRecords(evidence),
];

/** Working records of a run end with it, also those of runs that were killed. */
function checkRecords({ hubspot, cards }: Evidence): readonly Finding[] {
  if (cards === undefined) return [];
  const records = [...hubspot.schemas.values()].flatMap(({ objectTypeId }) => [
    ...(hubspot.stores.get(objectTypeId)?.live.values() ?? []),
  ]);
  const kinds = records.map(({ properties }) => properties['kind'] ?? '');
  return ['rows', 'outcomes'].flatMap((kind) =>
    kinds.includes(kind) ? [`G4: records of the kind ${kind} are left over`] : [],
  );
}

/** By address, contacts that are there; a secondary address is its owner's. */
function indexContacts(hubspot: HubSpotWorld): ReadonlyMap<string, CrmRecord> {
  return new Map(
    [...contactStore(hubspot).live.values()].map((contact) => [contact.properties['email'] ?? '', contact]),
  );
}

const neverBecause = new Map(
  cast.flatMap(({ address, neverBecause: reason }) => (reason === undefined ? [] : [[fold(address), reason]])),
);

/** Whom the settings or the address keep out, whatever Zoom says. */
function exclusionOf({ isDomainExcluded }: Evidence, address: string): SkipReason | null {
  const reason = neverBecause.get(address);
  if (reason !== undefined && reason !== 'secondary-address' && reason !== 'deleted-contact') return reason;
  return isDomainExcluded && address.endsWith(`.${excludedDomain}`) ? 'excluded-domain' : null;
}

const hasAttendance = ({ parts }: TruePerson): boolean =>
  [...parts.values()].some(({ attendance }) => attendance !== null);

/** Why an undisturbed person must be on the list; null for one who must be in HubSpot. */
function reasonFor(evidence: Evidence, person: TruePerson): SkipReason | null {
  const excluded = exclusionOf(evidence, person.address);
  if (excluded !== null) return excluded;
  if (!hasAttendance(person)) {
    if (person.standing === null) return 'unusable-times';
    if (person.standing === 'withheld') return person.status === 'pending' ? 'awaiting-approval' : 'denied';
  }
  const reason = neverBecause.get(person.address);
  if (reason !== undefined) return reason;
  return evidence.isUpdateOnly && !indexContacts(evidence.hubspot).has(person.address) ? 'contact-unknown' : null;
}

/** Who was registered and is withheld by now counts as cancelled, not as refused. */
const mayBeRecalled = ({ memory }: Evidence, { webinarId }: TrueWebinar, { address, standing }: TruePerson): boolean =>
  standing === 'withheld' && memory.wasRegistered(webinarId, address);

function checkContacts({ hubspot, memory }: Evidence): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const before = new Set<string>(contactsBefore.map(({ id }) => id));
  for (const { id, createdAt, properties } of contactStore(hubspot).live.values()) {
    const address = properties['email'] ?? '';
    if (seen.has(address)) findings.push(`G2: two contacts have the address ${address}`);
    seen.add(address);
    if (neverBecause.has(address) && !before.has(id) && !memory.isDisturbed(address)) {
      findings.push(`G1: there is a contact for ${address}, who must not be in HubSpot`);
    }
    const deleted = memory.disturbances.findLast((each) => each.address === address && each.kind === 'archived');
    const remade = memory.disturbances.some(
      (each) => each.address === address && each.kind === 'created' && each.at >= (deleted?.at ?? 0),
    );
    // The list of deleted contacts is read every five minutes.
    if (deleted !== undefined && !remade && createdAt > deleted.at + 6 * minuteMs && address === fold(address)) {
      findings.push(`G1: the deleted contact of ${address} was created again`);
    }
  }
  return findings;
}

const eventsOf = ({ hubspot }: Evidence, { webinarId }: TrueWebinar): readonly MarketingEvent[] =>
  [...hubspot.marketingEvents.values()].filter(({ externalEventId }) =>
    externalEventId.startsWith(`zoom-webinar-${webinarId}`),
  );

/** By its start; one that stands before one that was cancelled. */
function eventOf(evidence: Evidence, truth: TrueWebinar, key: string): MarketingEvent | undefined {
  const events = eventsOf(evidence, truth).filter((event) => keyOfEvent(event) === key);
  return events.find(({ eventCancelled }) => !eventCancelled) ?? events[0];
}

const keyOfEvent = ({ startDateTime }: MarketingEvent): string => (startDateTime === null ? '' : toKey(startDateTime));

function checkEvents(evidence: Evidence, truth: TrueWebinar): readonly Finding[] {
  const findings: Finding[] = [];
  const standing = eventsOf(evidence, truth).filter(({ eventCancelled }) => !eventCancelled);
  const keys = standing.map(keyOfEvent);
  for (const key of new Set(keys)) {
    const isWanted = truth.sessions.some((session) => session.key === key);
    if (!isWanted) findings.push(`G3: a marketing event of ${truth.webinarId} on ${key} stands for no session`);
    const count = keys.filter((each) => each === key).length;
    if (count > 1) findings.push(`G2: ${truth.webinarId} has ${count} marketing events on ${key}`);
  }
  for (const { key, isHeld } of truth.sessions) {
    const event = standing.find((each) => keyOfEvent(each) === key);
    const session = `session ${key} of ${truth.webinarId}`;
    if (event === undefined) {
      findings.push(`G1: ${session} has no marketing event`);
      continue;
    }
    if (event.eventName !== truth.topic)
      findings.push(`G3: the marketing event of ${truth.webinarId} has an old topic`);
    if (isHeld !== event.eventCompleted) findings.push(`G3: ${session} is completed: ${String(event.eventCompleted)}`);
  }
  return findings;
}

type ShownState = 'REGISTERED' | 'NO_SHOW' | 'CANCELLED' | 'ATTENDED' | 'nothing';

/** What may be shown of somebody in a session; the first is what a new account would show. */
function allowedStates(
  evidence: Evidence,
  truth: TrueWebinar,
  person: TruePerson | undefined,
  address: string,
  session: TrueSession,
): readonly ShownState[] {
  const { memory } = evidence;
  const part = person?.parts.get(session.key);
  if (part?.attendance !== null && part?.attendance !== undefined) return ['ATTENDED'];
  // What HubSpot was told of somebody's attendance cannot be taken back.
  const before: readonly ShownState[] = memory.hasAttended(address, session) ? ['ATTENDED'] : [];
  if (part?.standing === 'registered') return [session.isHeld ? 'NO_SHOW' : 'REGISTERED', ...before];
  if (part?.standing === 'cancelled') return ['CANCELLED', ...before];
  return ['nothing', ...(memory.wasKnown(truth.webinarId, address) ? (['CANCELLED'] as const) : []), ...before];
}

function stateIn(evidence: Evidence, truth: TrueWebinar, key: string, contactId: string): ShownState {
  const event = eventOf(evidence, truth, key);
  if (event === undefined) return 'nothing';
  return participationsAt(evidence.hubspot, event).find((each) => each.contactId === contactId)?.state ?? 'nothing';
}

function checkPeople(evidence: Evidence, truth: TrueWebinar): readonly Finding[] {
  const contacts = indexContacts(evidence.hubspot);
  return [...truth.people.values()].flatMap((person): readonly Finding[] => {
    const { address } = person;
    const isUnsettled = evidence.memory.leftUnseen(truth.webinarId, address);
    if (evidence.memory.isDisturbed(address) || isUnsettled) return [];
    const reason = reasonFor(evidence, person);
    const contact = contacts.get(address);
    if (reason !== null && !mayBeRecalled(evidence, truth, person)) return [];
    if (contact === undefined) {
      return reason === null ? [`G1: ${address} of ${truth.webinarId} is not in HubSpot`] : [];
    }
    return truth.sessions.flatMap((session) => {
      const shown = stateIn(evidence, truth, session.key, contact.id);
      const allowed = allowedStates(evidence, truth, person, address, session);
      return allowed.includes(shown)
        ? []
        : [`G3: ${address} is ${shown} in session ${session.key} of ${truth.webinarId}, not ${allowed.join(' or ')}`];
    });
  });
}

/** An empty list of registrants is not believed: nobody is cancelled because of it, and the report says so. */
export const isDeserted = ({ people }: TrueWebinar): boolean =>
  [...people.values()].every(({ standing }) => standing === null);

/** People whom Zoom does not list any more, or never did. */
function checkStrangers(evidence: Evidence, truth: TrueWebinar): readonly Finding[] {
  const { hubspot, memory } = evidence;
  const { live } = contactStore(hubspot);
  if (isDeserted(truth)) return [];
  return truth.sessions.flatMap((session) => {
    const event = eventOf(evidence, truth, session.key);
    if (event === undefined) return [];
    return participationsAt(hubspot, event).flatMap(({ contactId, state }): readonly Finding[] => {
      const address = live.get(contactId)?.properties['email'] ?? '';
      const isSettled = address === '' || truth.people.has(address) || memory.isDisturbed(address);
      if (isSettled || memory.leftUnseen(truth.webinarId, address)) return [];
      if (exclusionOf(evidence, address) !== null) return [];
      const allowed = allowedStates(evidence, truth, undefined, address, session);
      return allowed.includes(state)
        ? []
        : [`G3: ${address}, whom Zoom does not list, is ${state} in session ${session.key} of ${truth.webinarId}`];
    });
  });
}

function checkList(evidence: Evidence, truth: TrueWebinar): readonly Finding[] {
  const list = evidence.notSynced?.get(truth.webinarId);
  if (list === undefined) return [];
  const findings: Finding[] = [];
  const of = `on the list of ${truth.webinarId}`;
  const addresses = list.flatMap(({ address }) => (address === null ? [] : [address]));
  for (const address of new Set(addresses)) {
    if (addresses.filter((each) => each === address).length > 1) findings.push(`G1: ${address} is twice ${of}`);
    if (!truth.people.has(address)) findings.push(`G1: ${address} is ${of}, and Zoom does not know them`);
  }
  for (const person of truth.people.values()) {
    if (evidence.memory.isDisturbed(person.address)) continue;
    const listed = list.find(({ address }) => address === person.address)?.reason ?? null;
    const reason = reasonFor(evidence, person);
    const isRight = listed === reason || (listed === null && mayBeRecalled(evidence, truth, person));
    if (!isRight) findings.push(`G1: ${person.address} is ${of} as ${String(listed)}, not ${String(reason)}`);
  }
  const guests = list.filter(({ reason }) => reason === 'guest-without-address').length;
  if (guests !== truth.guestCount) findings.push(`G1: ${guests} guests are ${of}, not ${truth.guestCount}`);
  return findings;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What must hold of any report, whatever happened meanwhile. */
export function checkReport(report: SyncReport): readonly Finding[] {
  const { id, eligible, synced, unchanged, skipped, sessions, warnings, status } = report;
  const findings: Finding[] = [];
  const skippedCount = sum(Object.values(skipped));
  if (eligible !== synced + unchanged + skippedCount) {
    findings.push(
      `G1: a report of ${id} counts ${eligible} people, of whom ${synced + unchanged + skippedCount} are accounted for`,
    );
  }
  const unfinished = [
    'attendance-not-ready',
    'list-unstable',
    'registrations-unavailable',
    'rejected-by-hubspot',
    'marketing-event-refused',
    'timeline-events-refused',
    'registrations-vanished',
  ];
  const { contacts, attendance, events, marketingEvents } = report.writes;
  if (status === 'off' && contacts + attendance + events + marketingEvents > 0) {
    findings.push(`G3: a sync of ${id} that is off has written`);
  }
  const open = warnings.find(({ cause }) => unfinished.includes(cause));
  if (status === 'complete' && open !== undefined)
    findings.push(`G7: a report of ${id} is complete and warns of ${open.cause}`);
  for (const { key, registered, attended, registeredAndAttended, noShow, lengthSeconds } of sessions) {
    const isPossible =
      registeredAndAttended <= Math.min(registered, attended) && noShow <= registered - registeredAndAttended;
    if (!isPossible || lengthSeconds < 0) findings.push(`G1: a report of ${id} cannot be true of session ${key}`);
  }
  return findings;
}

function checkReportAgainstTruth(evidence: Evidence, truth: TrueWebinar): readonly Finding[] {
  const report = evidence.reports.get(truth.webinarId);
  if (report === undefined) return [];
  const findings: Finding[] = [...checkReport(report)];
  const listed = truth.people.size + truth.guestCount;
  if (report.eligible < listed)
    findings.push(`G1: a report of ${truth.webinarId} counts ${report.eligible} of ${listed} people`);
  const list = evidence.notSynced?.get(truth.webinarId);
  if (list !== undefined) {
    for (const reason of new Set([
      ...list.map((each) => each.reason),
      ...(Object.keys(report.skipped) as SkipReason[]),
    ])) {
      const count = list.filter((each) => each.reason === reason).length;
      if (count !== (report.skipped[reason] ?? 0))
        findings.push(
          `G1: a report of ${truth.webinarId} counts ${report.skipped[reason] ?? 0} as ${reason}, the list ${count}`,
        );
    }
  }
  const keyOf = ({ startedAt }: SessionReport): string => toKey(Date.parse(startedAt));
  const keys = report.sessions.map(keyOf).toSorted().join();
  const wanted = truth.sessions
    .map(({ key }) => key)
    .toSorted()
    .join();
  if (keys !== wanted) findings.push(`G3: a report of ${truth.webinarId} has the sessions ${keys}, not ${wanted}`);
  for (const reported of report.sessions) {
    const { lengthSeconds } = reported;
    const key = keyOf(reported);
    const session = truth.sessions.find((each) => each.key === key);
    if (session !== undefined && session.lengthSeconds !== lengthSeconds)
      findings.push(
        `G8: session ${key} of ${truth.webinarId} is ${lengthSeconds} seconds long, not ${session.lengthSeconds}`,
      );
  }
  if (evidence.memory.disturbances.length > 0) return findings;
  for (const reported of report.sessions) {
    const { attended, cancelled, registered, registeredAndAttended } = reported;
    const key = keyOf(reported);
    const event = eventOf(evidence, truth, key);
    const states = event === undefined ? [] : participationsAt(evidence.hubspot, event).map(({ state }) => state);
    const count = (...wantedStates: readonly string[]): number =>
      states.filter((state) => wantedStates.includes(state)).length;
    const said = `${attended} attended, ${registered - registeredAndAttended} absent, ${cancelled} cancelled`;
    const shown = `${count('ATTENDED')} attended, ${count('REGISTERED', 'NO_SHOW')} absent, ${count('CANCELLED')} cancelled`;
    const hasUnseen = [...contactStore(evidence.hubspot).live.values()].some(({ properties }) =>
      evidence.memory.leftUnseen(truth.webinarId, properties['email'] ?? ''),
    );
    if (said !== shown && !hasUnseen)
      findings.push(`G1: a report of ${truth.webinarId} says of session ${key} ${said}; HubSpot shows ${shown}`);
  }
  return findings;
}

/** Entries that HubSpot shows for good: each change once, each attendance once, none longer than the session. */
function checkEntries(evidence: Evidence): readonly Finding[] {
  const { hubspot, memory, truths } = evidence;
  const findings: Finding[] = [];
  const { live } = contactStore(hubspot);
  const isJudged = (contactId: string): boolean => {
    const address = live.get(contactId)?.properties['email'];
    return address !== undefined && !memory.isDisturbed(address);
  };
  for (const [eventId, byContact] of hubspot.attendance) {
    const name = hubspot.marketingEvents.get(eventId)?.externalEventId ?? eventId;
    for (const [contactId, entries] of byContact) {
      if (!isJudged(contactId)) continue;
      const address = live.get(contactId)?.properties['email'] ?? contactId;
      const attends = entries.filter(({ state }) => state === 'attend');
      if (attends.length > 1) findings.push(`G2: ${address} attended ${name} ${attends.length} times`);
      if (hasRepeat(entries)) findings.push(`G2: ${address} has the same entry of ${name} twice in a row`);
    }
  }
  const timelines = describeTimelines(hubspot);
  for (const [contactId, timeline] of Object.entries(timelines)) {
    if (!isJudged(contactId)) continue;
    const address = live.get(contactId)?.properties['email'] ?? contactId;
    const keys = timeline.flatMap((entry) => (entry.kind === 'custom-event' ? [describeCustom(entry)] : []));
    for (const key of new Set(keys))
      if (keys.filter((each) => each === key).length > 1)
        findings.push(`G2: ${address} has the timeline event ${key} more than once`);
    for (const entry of timeline) findings.push(...checkLength(truths, entry, address));
  }
  return findings;
}

type CustomEntry = Extract<TimelineEntry, { kind: 'custom-event' }>;

const describeCustom = ({ eventName, properties }: CustomEntry): string =>
  `${eventName.replace(/^.*_zwh_/, '')} ${properties['webinar_id'] ?? ''} ${properties['session_started_at'] ?? ''}`;

const hasRepeat = (entries: readonly AttendanceEntry[]): boolean => {
  const changes = entries
    .filter(({ state }) => state !== 'attend')
    .toSorted((a, b) => a.interactionAt - b.interactionAt);
  return changes.some(({ state }, index) => state === changes[index - 1]?.state);
};

function checkLength(truths: readonly TrueWebinar[], entry: TimelineEntry, address: string): readonly Finding[] {
  if (entry.kind !== 'custom-event' || entry.properties['duration_minutes'] === undefined) return [];
  const truth = truths.find(({ webinarId }) => webinarId === entry.properties['webinar_id']);
  const startsAt = Date.parse(entry.properties['session_started_at'] ?? '');
  const session = truth?.sessions.find((each) => each.isHeld && each.startsAt === startsAt);
  const minutes = Number(entry.properties['duration_minutes']);
  const percentage = Number(entry.properties['duration_percentage']);
  if (session === undefined) return [];
  const isPossible = minutes <= Math.round(session.lengthSeconds / 60) && percentage >= 0 && percentage <= 100;
  return isPossible
    ? []
    : [`G8: ${address} attended ${minutes} minutes (${percentage} %) of ${session.lengthSeconds} seconds`];
}

/** The numbers on a contact, and what the card shows, against the truth of all webinars. */
function checkNumbers(evidence: Evidence): readonly Finding[] {
  const { hubspot, memory, truths, cards } = evidence;
  if (cards === undefined) return [];
  return [...indexContacts(hubspot)].flatMap(([address, contact]): readonly Finding[] => {
    const card = cards.get(contact.id);
    if (card === undefined || memory.isDisturbed(address) || exclusionOf(evidence, address) !== null) return [];
    const isUnsettled = (truth: TrueWebinar): boolean =>
      isDeserted(truth) || memory.leftUnseen(truth.webinarId, address);
    if (truths.some(isUnsettled)) return [];
    return [
      ...truths.flatMap((truth) => checkCard(evidence, truth, address, card)),
      ...checkCounters(evidence, address, contact),
    ];
  });
}

function checkCard(
  evidence: Evidence,
  truth: TrueWebinar,
  address: string,
  card: ContactWebinarsAnswer,
): readonly Finding[] {
  const shown = card.webinars.find(({ webinarId }) => webinarId === truth.webinarId);
  const person = truth.people.get(address);
  if (person === undefined) return [];
  return truth.sessions.flatMap((session): readonly Finding[] => {
    const attendance = person.parts.get(session.key)?.attendance ?? null;
    if (attendance === null) return [];
    const own = shown?.sessions.find(({ startedAt }) => toKey(Date.parse(startedAt)) === session.key);
    const wanted = `${attendance.seconds} s, ${attendance.percentage} %, ${attendance.firstJoinAt} to ${attendance.lastLeaveAt}`;
    const said = `${own?.attendedSeconds ?? 0} s, ${own?.percentage ?? 0} %, ${Date.parse(own?.joinedAt ?? '')} to ${Date.parse(own?.leftAt ?? '')}`;
    return said === wanted
      ? []
      : [`G8: ${address} attended session ${session.key} of ${truth.webinarId} for ${said}, not ${wanted}`];
  });
}

function checkCounters({ memory, truths }: Evidence, address: string, { properties }: CrmRecord): readonly Finding[] {
  const parts = truths.flatMap((truth) =>
    truth.sessions.map((session) => ({
      webinarId: truth.webinarId,
      isNow: (truth.people.get(address)?.parts.get(session.key)?.attendance ?? null) !== null,
      percentage: truth.people.get(address)?.parts.get(session.key)?.attendance?.percentage ?? 0,
      wasEver: memory.hasAttended(address, session),
    })),
  );
  const sessions = {
    least: parts.filter(({ isNow }) => isNow).length,
    most: parts.filter(({ wasEver }) => wasEver).length,
  };
  const webinars = {
    least: new Set(parts.filter(({ isNow }) => isNow).map(({ webinarId }) => webinarId)).size,
    most: new Set(parts.filter(({ wasEver }) => wasEver).map(({ webinarId }) => webinarId)).size,
  };
  const attendedNow = parts.filter(({ isNow }) => isNow);
  const means = truths.flatMap(({ webinarId }) => {
    const own = attendedNow.filter((each) => each.webinarId === webinarId).map(({ percentage }) => percentage);
    return own.length === 0 ? [] : [sum(own) / own.length];
  });
  const average = means.length === 0 ? '' : String(Math.round((sum(means) / means.length) * 10) / 10);
  const registrations = truths.filter(({ people }) => people.get(address)?.standing === 'registered').length;
  const isOutside = (name: string, { least, most }: { least: number; most: number }): boolean => {
    const value = Number(properties[name] ?? '0');
    return value < least || value > most;
  };
  const findings: Finding[] = [];
  if (isOutside('zwh_attended_session_count', sessions))
    findings.push(
      `G8: ${address} attended ${properties['zwh_attended_session_count'] ?? 'no'} sessions, not ${sessions.least} to ${sessions.most}`,
    );
  if (isOutside('zwh_attended_webinar_count', webinars))
    findings.push(
      `G8: ${address} attended ${properties['zwh_attended_webinar_count'] ?? 'no'} webinars, not ${webinars.least} to ${webinars.most}`,
    );
  if (isOutside('zwh_registration_count', { least: registrations, most: registrations }))
    findings.push(
      `G3: ${address} has ${properties['zwh_registration_count'] ?? 'no'} registrations, not ${registrations}`,
    );
  const shownAverage = properties['zwh_average_attendance_percentage'] ?? '';
  if (sessions.least === sessions.most && shownAverage !== average) {
    findings.push(`G8: ${address} attended ${shownAverage || 'nothing'} % on average, not ${average || 'nothing'}`);
  }
  return findings;
}

/** G10: a vendor refused a call because there were too many, and no fault of ours made it do so. */
export const checkLimits = (vendor: string, requests: readonly LoggedRequest[]): readonly Finding[] =>
  requests
    .filter(({ status, faults }) => status === 429 && faults.length === 0)
    .map(({ operation }) => `G10: ${vendor} refused ${operation ?? 'a call'} because there were too many`)
    .slice(0, 1);

/** The app's own records may change; everything else that is not read is something that people see. */
const isWriting = ({ operation, method }: LoggedRequest): boolean =>
  method !== 'GET' && !/^custom-objects\.|batch-read$|search$/.test(operation ?? '');

/** While the sync is off, nobody's data changes. */
export const checkOff = (requests: readonly LoggedRequest[]): readonly Finding[] =>
  requests
    .filter(isWriting)
    .map(({ operation }) => `G3: ${operation ?? 'something'} was called while the sync was off`)
    .slice(0, 1);

/** G5: calls that change what people see in HubSpot. */
export const checkQuiet = (requests: readonly LoggedRequest[], report: SyncReport): readonly Finding[] => {
  const written = requests.filter(isWriting).map(({ operation }) => operation);
  const { contacts, attendance, events, marketingEvents } = report.writes;
  const counted = contacts + attendance + events + marketingEvents + report.synced;
  return written.length === 0 && counted === 0
    ? []
    : [`G5: a sync of ${report.id} without changes wrote ${counted} rows with ${written.join(', ') || 'no call'}`];
};
