import type { Instant } from '../domain/instant.ts';
import { groupByWebinar } from './group-by-webinar.ts';
import type { WebinarIndex } from './index-entry.ts';
import type { ListedRecording } from './ports.ts';

/**
 * Takes over the recordings of one host.
 *
 * @param from - first day that was looked at; older instances keep what is known of them
 */
export function mergeRecordings(
  index: WebinarIndex,
  hostId: string,
  from: Instant,
  rows: readonly ListedRecording[],
): WebinarIndex {
  const merged = new Map(index);
  const rowsById = groupByWebinar(rows);
  for (const entry of index.values()) {
    if (entry.hostId !== hostId) continue;
    const found = rowsById.get(entry.webinarId) ?? [];
    const lookedAt = new Set(entry.instances.filter(({ startedAt }) => startedAt >= from).map(({ uuid }) => uuid));
    const kept = Object.entries(entry.recordings).filter(([uuid]) => !lookedAt.has(uuid));
    const read = found.map((recording) => [recording.instanceUuid, describe(recording)] as const);
    const sorted = [...new Map([...kept, ...read])].sort(([a], [b]) => (a < b ? -1 : 1));
    merged.set(entry.webinarId, { ...entry, recordings: Object.fromEntries(sorted) });
  }
  return merged;
}

const describe = ({ hasTranscript, isProcessing }: ListedRecording): string =>
  isProcessing ? 'processing' : hasTranscript ? 'transcript' : 'recording';
