import type { SyncDecision } from './settings.ts';

export type WebinarStatus =
  /** Found, and not synced yet. */
  | 'new'
  /** Synced; nothing is open. */
  | 'complete'
  /** Synced with open ends. */
  | 'partial'
  /** The last sync failed. */
  | 'failed'
  /** The settings keep it from being synced. */
  | 'off'
  /** Belongs to a Zoom Event. */
  | 'not-supported';

export type WebinarSort =
  'startsAt' | 'topic' | 'hostName' | 'status' | 'registeredCount' | 'attendedCount' | 'lastSyncAt';

/** Parameters of the function `list_webinars`. */
export interface ListWebinarsParameters {
  readonly connection?: string;
  /** Part of the topic, the host's name or the ID. */
  readonly query?: string;
  readonly statuses?: readonly WebinarStatus[];
  readonly when?: 'upcoming' | 'past';
  /** Of one host. */
  readonly hostId?: string;
  /** Default: by date, newest first. */
  readonly sort?: WebinarSort;
  readonly direction?: 'ascending' | 'descending';
  /** From the answer before. */
  readonly after?: string;
  /** 1 to 100, default 25. */
  readonly limit?: number;
}

export interface WebinarRow {
  readonly webinarId: string;
  readonly connection: string;
  readonly topic: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly recurrence: 'single' | 'fixed-times' | 'no-fixed-times';
  /** Of the next session, else of the last one; null for a webinar without any date. */
  readonly startsAt: string | null;
  readonly isUpcoming: boolean;
  readonly status: WebinarStatus;
  /** With the settings in force now. */
  readonly decision: SyncDecision;
  /** Over all sessions; null before the first sync. */
  readonly registeredCount: number | null;
  readonly attendedCount: number | null;
  readonly skippedCount: number | null;
  readonly warningCount: number;
  readonly lastSyncAt: string | null;
  /** When the next sweep looks at it again; null when it has settled. */
  readonly nextCheckAt: string | null;
}

export interface WebinarsAnswer {
  readonly ok: true;
  readonly webinars: readonly WebinarRow[];
  /** Of those that match. */
  readonly totalCount: number;
  readonly after: string | null;
  /** When a sweep last ended; null when none has. The list is as old as that. */
  readonly lastSweepAt: string | null;
}
