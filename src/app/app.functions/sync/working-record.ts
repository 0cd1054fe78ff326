import type { Instant } from '../domain/instant.ts';
import type { RecordKind, StateRecord } from './ports.ts';

/** A record that only the app reads. */
export function workingRecord(key: string, kind: RecordKind, payload: string, now: Instant): StateRecord {
  const summary =
    kind === 'people' ? 'Who is in HubSpot for this webinar' : 'Working data of a sync; removed at its end';
  return { key, kind, payload, version: 1, status: 'stored', occurredAt: now, summary };
}
