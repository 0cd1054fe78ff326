/** How much there is to move in one first sync of one webinar. */
export interface SyncVolume {
  /** Registrants by the status under which Zoom lists them; each status is a list of its own. */
  readonly registrantCounts: { readonly approved: number; readonly pending: number; readonly denied: number };
  /** Rows of the attendance report: one per join. */
  readonly participantRowCount: number;
  /** Distinct people with an address, each of whom becomes a contact. */
  readonly contactCount: number;
  readonly registeredCount: number;
  readonly attendedCount: number;
  readonly cancelledCount: number;
  /** Custom events: one per registration, one per attendance. */
  readonly eventCount: number;
}

const zoomPageSize = 300;
const contactsPerCall = 100;
const participantsPerCall = 100;
const eventsPerCall = 500;
/** Setting up the account, the marketing event, the lease, the audit record. */
const hubSpotCallsPerRun = 15;
/** Checkpoint read, checkpoint write, and one more. */
const hubSpotCallsPerStep = 3;

const pages = (count: number, pageSize: number): number => Math.ceil(count / pageSize);

/** The fewest Zoom calls that can read everything: token, webinar, instances, report, and full pages; an empty list is a page too. */
export function zoomFloor({ registrantCounts, participantRowCount }: SyncVolume): number {
  const registrantPages = Object.values(registrantCounts).map((count) => Math.max(1, pages(count, zoomPageSize)));
  return (
    4 + registrantPages.reduce((sum, each) => sum + each, 0) + Math.max(1, pages(participantRowCount, zoomPageSize))
  );
}

/** The fewest HubSpot calls that can write everything in full batches, with an allowance per run and per step. */
export function hubSpotFloor(volume: SyncVolume, stepCount: number): number {
  return (
    2 * pages(volume.contactCount, contactsPerCall) +
    pages(volume.registeredCount, participantsPerCall) +
    pages(volume.attendedCount, participantsPerCall) +
    pages(volume.cancelledCount, participantsPerCall) +
    pages(volume.eventCount, eventsPerCall) +
    hubSpotCallsPerRun +
    hubSpotCallsPerStep * stepCount
  );
}

/** What a sync after a small change has to do: read everything, and write those who have changed. */
export interface ChangedVolume {
  readonly changedCount: number;
  readonly participantRowCount: number;
}

/** Contacts read and written, attendance, custom events; the token is still good. */
export function changedFloors(
  volume: SyncVolume,
  { changedCount, participantRowCount }: ChangedVolume,
  stepCount: number,
): { readonly zoom: number; readonly hubspot: number } {
  return {
    zoom: zoomFloor({ ...volume, participantRowCount }),
    hubspot:
      2 * pages(changedCount, contactsPerCall) +
      pages(changedCount, participantsPerCall) +
      pages(changedCount, eventsPerCall) +
      hubSpotCallsPerRun +
      hubSpotCallsPerStep * stepCount,
  };
}

/** Of the list that takes longest to read, because its pages come one after the other. */
export const longestListPages = ({ registrantCounts, participantRowCount }: SyncVolume): number =>
  Math.max(1, ...[...Object.values(registrantCounts), participantRowCount].map((count) => pages(count, zoomPageSize)));

/** How much there is to move in the first sweep over webinars that have all settled. */
export interface SweepVolume {
  readonly webinarCount: number;
  readonly hostCount: number;
  readonly instanceCount: number;
  /** Up to a hundred: one batch. */
  readonly peopleEach: number;
  readonly eventCount: number;
}

/** Webinar, instances, report, panelists, registrants by three statuses, participants. */
const zoomCallsPerWebinar = 8;
/** Contacts read, contacts written, event created, registered, attended, event completed, participations read back. */
const hubSpotCallsPerWebinar = 7;
/** State, marks and audit log. */
const recordsPerWebinar = 3;
const recordsPerCall = 100;

/** Without the lists nothing is found, without the calls for each webinar a rule could not be kept. */
export const sweepZoomFloor = ({ webinarCount, hostCount, instanceCount }: SweepVolume): number =>
  1 +
  1 +
  hostCount * pages(webinarCount / hostCount, zoomPageSize) +
  pages(instanceCount, zoomPageSize) +
  zoomCallsPerWebinar * webinarCount;

/** What is not about one webinar alone is shared in full batches: events, leases, and the app's records read and written. */
export const sweepHubSpotFloor = ({ webinarCount, eventCount }: SweepVolume): number =>
  hubSpotCallsPerWebinar * webinarCount +
  pages(eventCount, eventsPerCall) +
  2 * pages(webinarCount, recordsPerCall) +
  pages(recordsPerWebinar * webinarCount, recordsPerCall);
