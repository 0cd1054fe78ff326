import type { Instant } from '../../../src/app/app.functions/domain/instant.ts';
import {
  hashKnown,
  type IndexEntry,
  type KnownInstance,
  type LastSync,
} from '../../../src/app/app.functions/sweep/index-entry.ts';
import type { ListedWebinar, PastInstance } from '../../../src/app/app.functions/sweep/ports.ts';

/* Valid values that name only what a test is about. Unless a test says otherwise it is noon on the 20th of November 2026. */

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const noon = Date.parse('2026-11-20T12:00:00Z');
export const rulesHash = 'rules-1';

/** A webinar that its host's list shows without any date. */
export const anEntry = (changes: Partial<IndexEntry> = {}): IndexEntry => ({
  webinarId: '900100200',
  topic: 'Growing tomatoes',
  hostId: 'host-1',
  hostName: 'Hanna Host',
  hostEmail: null,
  recurrence: 'single',
  createdAt: noon - 30 * dayMs,
  isZoomEvent: false,
  isListed: true,
  isGone: false,
  dates: [],
  instances: [],
  recordings: {},
  sync: null,
  off: null,
  due: null,
  ...changes,
});

export const aKnownInstance = (startedAt: Instant, changes: Partial<KnownInstance> = {}): KnownInstance => ({
  uuid: `held-${startedAt}`,
  startedAt,
  endedAt: startedAt + hourMs,
  participantCount: 20,
  ...changes,
});

/** Held for an hour. */
export const aHeldEntry = (endedAt: Instant, changes: Partial<IndexEntry> = {}): IndexEntry =>
  anEntry({ instances: [aKnownInstance(endedAt - hourMs)], ...changes });

/** Planned for an hour. */
export const aPlannedEntry = (startsAt: Instant, changes: Partial<IndexEntry> = {}): IndexEntry =>
  anEntry({ dates: [{ startsAt, lengthMinutes: 60 }], ...changes });

/** The same webinar after a sync that found nothing open. */
export function syncedAt(entry: IndexEntry, at: Instant, changes: Partial<LastSync> = {}): IndexEntry {
  const sync: LastSync = {
    at,
    status: 'complete',
    knownHash: hashKnown(entry),
    dates: entry.dates.filter(({ startsAt }) => startsAt > at),
    peopleRulesHash: rulesHash,
    openSince: null,
    failureCount: 0,
    counts: { registered: 10, attended: 5, skipped: 1, warnings: 0 },
    ...changes,
  };
  return { ...entry, sync };
}

export const aListedWebinar = (changes: Partial<ListedWebinar> = {}): ListedWebinar => ({
  webinarId: '900100200',
  uuid: 'uuid-1',
  hostId: 'host-1',
  topic: 'Growing tomatoes',
  recurrence: 'single',
  startsAt: noon + dayMs,
  lengthMinutes: 60,
  createdAt: noon - dayMs,
  isZoomEvent: false,
  ...changes,
});

export const aPastInstance = (changes: Partial<PastInstance> = {}): PastInstance => ({
  webinarId: '900100200',
  uuid: 'held==',
  topic: 'Growing tomatoes',
  hostName: 'Hanna Host',
  hostEmail: 'host@acme.example.com',
  startedAt: noon - 2 * dayMs,
  endedAt: noon - 2 * dayMs + hourMs,
  participantCount: 20,
  ...changes,
});
