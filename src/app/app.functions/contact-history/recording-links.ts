import * as z from 'zod/mini';

/** What of a report of a sync tells where the recordings of a webinar are. */
const reportSchema = z.object({
  settings: z.object({ recordingExclusions: z.array(z.string()) }),
  sessions: z.array(z.object({ key: z.string(), isHeld: z.boolean(), startedAt: z.string(), endedAt: z.string() })),
  recordings: z.array(z.object({ startedAt: z.string(), url: z.nullable(z.string()) })),
});

/** Where the recordings of one webinar can be watched, as its last sync saw them. */
export interface RecordingLinks {
  readonly urlBySession: ReadonlyMap<string, string>;
  /** Domains of people for whom no recordings are synced. */
  readonly excludedDomains: readonly string[];
}

/**
 * The links of a report, by session. A recording says when it began, and sessions of one webinar never overlap, so it
 * belongs to the session that was held then; of several recordings of one session, the first that can be watched counts.
 *
 * @param report - as it was stored
 * @returns null for one that cannot be read
 */
export function findRecordingLinks(report: unknown): RecordingLinks | null {
  const parsed = z.safeParse(reportSchema, report);
  if (!parsed.success) return null;
  const { settings, sessions, recordings } = parsed.data;
  const held = sessions
    .filter(({ isHeld }) => isHeld)
    .map(({ key, startedAt, endedAt }) => ({ key, start: Date.parse(startedAt), end: Date.parse(endedAt) }));
  const urlBySession = new Map<string, string>();
  for (const { startedAt, url } of recordings.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))) {
    const key = findSession(held, Date.parse(startedAt));
    if (url !== null && key !== null && !urlBySession.has(key)) urlBySession.set(key, url);
  }
  return { urlBySession, excludedDomains: settings.recordingExclusions };
}

interface HeldTimes {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Zoom's clocks for recordings and for reports may differ by a moment: outside of all sessions, the nearest one. */
function findSession(sessions: readonly HeldTimes[], startedAt: number): string | null {
  const distance = ({ start, end }: HeldTimes): number => Math.max(0, start - startedAt, startedAt - end);
  const nearest = sessions.reduce<HeldTimes | null>(
    (best, session) => (best === null || distance(session) < distance(best) ? session : best),
    null,
  );
  return nearest?.key ?? null;
}
