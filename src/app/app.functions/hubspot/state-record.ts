import { parseInstant, toIso } from '../domain/instant.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import type { StateRecord, StoredRecord } from '../sync/ports.ts';
import type { HubSpotObject } from './batch-answer.ts';
import { isRecordKind, stateObject } from './definitions.ts';
import { bug, type CallFacts } from './hubspot-call.ts';
import { objectBatchSizeMax, payloadCharactersMax, stateRequestBytesMax } from './hubspot-limits.ts';

const { keyProperty } = stateObject;

/** Everything of a record but its key, which stands in the place of an id. */
export function toRecordProperties({
  kind,
  payload,
  version,
  status,
  occurredAt,
  summary,
  activity,
}: StateRecord): Record<string, string> {
  return {
    kind,
    payload,
    version: String(version),
    status,
    occurred_at: occurredAt === null ? '' : toIso(occurredAt),
    summary,
    ...(activity === undefined ? {} : { activity }),
  };
}

/**
 * Cleared properties read as null or empty; both mean that the record was written without them.
 *
 * @throws IntegrationError kind `unexpected-shape` for a record without key, or of a kind that the app does not have
 */
export function parseStoredRecord(facts: CallFacts, { id, properties }: HubSpotObject): StoredRecord {
  const key = properties[keyProperty] ?? '';
  const kind = properties.kind ?? '';
  if (key === '' || !isRecordKind(kind)) {
    const problem = `record ${id}: ${key === '' ? keyProperty : 'kind'} is not one of the app's`;
    throw new IntegrationError(
      toFailure({ system: 'hubspot', ...facts }, 'unexpected-shape', { cause: 'answer-malformed', problem }),
    );
  }
  const version = Number(properties.version ?? '0');
  return {
    recordId: id,
    key,
    kind,
    payload: properties.payload ?? '',
    version: Number.isFinite(version) ? version : 0,
    status: properties.status ?? '',
    occurredAt: parseInstant(properties.occurred_at),
    summary: properties.summary ?? '',
  };
}

/** What a record is called in the inputs of a batch. */
export const readRecordKeys = ({ properties }: HubSpotObject): readonly string[] => {
  const key = properties[keyProperty];
  return typeof key === 'string' ? [key] : [];
};

/** @throws IntegrationError kind `bug` for a payload that no property can hold */
export function refuseOversized({ key, payload }: StateRecord): void {
  if (payload.length > payloadCharactersMax) {
    throw bug('write state records', `the payload of ${key} has ${payload.length} characters`);
  }
}

/**
 * The requests that writing these records takes, each small enough for HubSpot. Of two versions of one record in a
 * request HubSpot refuses both; the later one is meant to stay.
 */
export function toRequests(records: readonly StateRecord[]): readonly (readonly StateRecord[])[] {
  const groups: StateRecord[][] = [];
  let groupBytes = 0;
  for (const record of new Map(records.map((version) => [version.key, version])).values()) {
    const bytes = Buffer.byteLength(JSON.stringify(toRecordProperties(record)));
    const last = groups.at(-1);
    if (last === undefined || last.length >= objectBatchSizeMax || groupBytes + bytes > stateRequestBytesMax) {
      groups.push([record]);
      groupBytes = bytes;
    } else {
      last.push(record);
      groupBytes += bytes;
    }
  }
  return groups;
}
