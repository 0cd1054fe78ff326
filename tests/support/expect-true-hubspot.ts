import { expect } from 'vitest';
import { describeTimelines, type HubSpotWorld, type TimelineEntry } from '../../emulators/hubspot/index.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import type { TwoAccounts } from './two-accounts.ts';
import { viewHubSpot, type HubSpotView } from './hubspot-view.ts';

const toExternalEventId = (webinarId: string, sessionKey: string): string =>
  sessionKey === 'main' ? `zoom-webinar-${webinarId}` : `zoom-webinar-${webinarId}-${sessionKey}`;

/** What must be true of HubSpot after any sync, finished or not begun; everything is counted from HubSpot's own records. */
export function expectTrueHubSpot({ hubspot }: TwoAccounts): HubSpotView {
  const world = hubspot.world();
  const view = viewHubSpot(world);
  for (const [email, lines] of Object.entries(view.timelines)) {
    expect(lines, `the timeline of ${email} has no entry twice`).toEqual([...new Set(lines)]);
  }
  const dropReasons = new Set(world.droppedEvents.map(({ reason }) => reason));
  dropReasons.delete('the uuid was used before');
  expect([...dropReasons], 'custom events are dropped for no other reason').toEqual([]);
  const timelines = describeTimelines(world);
  for (const { id, properties } of contactStore(world).live.values()) {
    if (properties['zwh_history'] === undefined) continue;
    const own = `the counters of ${properties['email'] ?? id} are those of the marketing events`;
    const counted = countFromEvents(world, id, timelines[id] ?? []);
    expect(Number(properties['zwh_attended_webinar_count']), own).toBe(counted.attendedWebinars);
    expect(Number(properties['zwh_attended_session_count']), own).toBe(counted.attendedSessions);
    expect(Number(properties['zwh_registration_count']), own).toBeGreaterThanOrEqual(counted.registrations.least);
    expect(Number(properties['zwh_registration_count']), own).toBeLessThanOrEqual(counted.registrations.most);
  }
  return view;
}

/** Webinars that a contact registered for, also for dates that have no marketing event yet. */
function registeredWebinars(timeline: readonly TimelineEntry[]): readonly string[] {
  return timeline.flatMap((entry) =>
    entry.kind === 'custom-event' && entry.eventName.endsWith('_zwh_webinar_registration')
      ? [`zoom-webinar-${entry.properties['webinar_id'] ?? ''}`]
      : [],
  );
}

/**
 * What a contact's entries add up to. Somebody who attended and cancelled afterwards stays an attendee, so with attendance
 * the events leave open whether the registration stands.
 */
function countFromEvents(world: HubSpotWorld, contactId: string, timeline: readonly TimelineEntry[]) {
  const standing = new Set<string>();
  const attended = new Set<string>();
  const known = new Set<string>();
  let attendedSessions = 0;
  for (const [eventObjectId, byContact] of world.attendance) {
    const externalEventId = world.marketingEvents.get(eventObjectId)?.externalEventId ?? '';
    const webinar = /^zoom-webinar-\d+/.exec(externalEventId)?.[0] ?? '';
    const entries = (byContact.get(contactId) ?? []).toSorted((a, b) => a.interactionAt - b.interactionAt);
    if (entries.length > 0) known.add(webinar);
    if (entries.findLast(({ state }) => state !== 'attend')?.state === 'register') standing.add(webinar);
    if (!entries.some(({ state }) => state === 'attend')) continue;
    attended.add(webinar);
    attendedSessions += 1;
  }
  return {
    registrations: {
      least: [...standing].filter((webinar) => !attended.has(webinar)).length,
      most: new Set([...standing, ...registeredWebinars(timeline).filter((webinar) => !known.has(webinar))]).size,
    },
    attendedWebinars: attended.size,
    attendedSessions,
  };
}

/**
 * A report adds up, and says of each session what HubSpot shows; not so a dry run's, nor one that knows that Zoom's lists
 * cannot be right.
 */
export function expectTrueReport(report: SyncReport | undefined, { events }: HubSpotView): SyncReport {
  if (report === undefined) throw new Error('there is no report');
  const { eligible, synced, unchanged, skipped } = report;
  const skippedCount = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  expect({ eligible }).toEqual({ eligible: synced + unchanged + skippedCount });
  expect(report.warnings.filter(({ cause }) => cause === 'participations-differ')).toEqual([]);
  if (report.isDryRun || report.warnings.some(({ cause }) => cause === 'registrations-vanished')) return report;
  for (const { key, registered, attended, registeredAndAttended, cancelled } of report.sessions) {
    const people = Object.values(events[toExternalEventId(report.id, key)]?.people ?? {});
    const count = (...states: readonly string[]): number =>
      people.filter((state) => states.includes(state.split(' ')[0] ?? '')).length;
    expect({ key, attended, cancelled, absent: registered - registeredAndAttended }).toEqual({
      key,
      attended: count('ATTENDED'),
      cancelled: count('CANCELLED'),
      absent: count('REGISTERED', 'NO_SHOW'),
    });
  }
  return report;
}
