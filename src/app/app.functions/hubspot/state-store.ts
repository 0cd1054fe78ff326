import { FilterOperatorEnum, type Filter } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { RecordKind, StateRecord, StateStore, StoredRecord } from '../sync/ports.ts';
import { batchAnswer, hubSpotObject, readFound, settleBatch } from './batch-answer.ts';
import { chunk } from './chunk.ts';
import { createRecord, createRecords } from './create-records.ts';
import { stateObject } from './definitions.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { refusal, type CallFacts } from './hubspot-call.ts';
import { isConflict } from './hubspot-errors.ts';
import { objectBatchSizeMax, searchPageSizeMax, searchResultsMax } from './hubspot-limits.ts';
import { describeProblem, readProblemCode } from './hubspot-problem.ts';
import { paging } from './paging.ts';
import { parseStoredRecord, readRecordKeys, refuseOversized, toRecordProperties, toRequests } from './state-record.ts';

const { keyProperty } = stateObject;
/** The activity is for those who read no payload: there it stands as well. */
const propertyNames = stateObject.properties.map(({ name }) => name).filter((name) => name !== 'activity');

const general = { isIdempotent: true, rateClass: 'hubspot.general' } as const;
const readFacts: CallFacts = { operation: 'read state records', ...general };
const writeFacts: CallFacts = { operation: 'write state records', ...general };
const removeFacts: CallFacts = { operation: 'remove state records', ...general };
const listFacts: CallFacts = { operation: 'list state records', isIdempotent: true, rateClass: 'hubspot.search' };

const searchAnswer = z.object({
  results: z.array(hubSpotObject),
  paging,
});

/**
 * The app's memory in HubSpot: records of its own custom object, found by their unique key.
 *
 * `create` and `createAll` are atomic because the key is unique. When an answer is lost, the record is read back and the
 * payload decides who created it; a payload that is to be a lease must therefore name its holder. What lists records reads HubSpot's
 * search index, which is some seconds behind; everything else sees every write at once.
 *
 * @throws IntegrationError of every kind that a call can have; `rejected` when HubSpot refuses a record, `bug` for a
 *         payload of more than 65,000 characters, `unexpected-shape` for a record whose kind somebody has changed
 * @see https://developers.hubspot.com/docs/api-reference/crm-custom-objects-v3/guide (read 2026-11-20)
 */
export function createStateStore(api: HubSpotApi, objectTypeId: string): StateStore {
  async function read(keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const found = new Map<string, StoredRecord>();
    for (const part of chunk([...new Set(keys)], objectBatchSizeMax)) {
      const answer = await api.call(
        readFacts,
        api.objectBatches.read(objectTypeId, {
          idProperty: keyProperty,
          inputs: part.map((id) => ({ id })),
          properties: propertyNames,
          propertiesWithHistory: [],
        }),
      );
      const results = readFound(readFacts, parseJsonBody({ system: 'hubspot', ...readFacts }, answer, batchAnswer));
      for (const record of results.map((result) => parseStoredRecord(readFacts, result))) found.set(record.key, record);
    }
    return found;
  }

  /** @returns the records that are not written because somebody else created them meanwhile, or without a reason */
  async function writeOnce(records: readonly StateRecord[], ids: Map<string, string>): Promise<readonly StateRecord[]> {
    const inputs = records.map((record, index) => ({ record, traceId: `record-${index}`, identity: record.key }));
    const answer = await api
      .call(
        writeFacts,
        api.objectBatches.upsert(objectTypeId, {
          inputs: inputs.map(({ record, traceId }) => ({
            id: record.key,
            idProperty: keyProperty,
            objectWriteTraceId: traceId,
            properties: toRecordProperties(record),
          })),
        }),
      )
      .catch((error: unknown) => {
        if (isFailureOfKind(error, 'conflict')) return null;
        throw error;
      });
    if (answer === null) return records;
    const batch = parseJsonBody({ system: 'hubspot', ...writeFacts }, answer, batchAnswer);
    const { written, rejected, missing, unattributed } = settleBatch(inputs, batch, readRecordKeys);
    for (const [{ record }, { id }] of written) ids.set(record.key, id);

    const problems = [...[...rejected.values()].map(({ source }) => source), ...unattributed];
    const fatal = problems.find((problem) => !isConflict(problem));
    if (fatal !== undefined) throw refusal(writeFacts, describeProblem(fatal), readProblemCode(fatal));
    return [...rejected.keys(), ...missing].map(({ record }) => record);
  }

  /** @param groups - a record has to pass all filters of one group; HubSpot takes five groups */
  async function search(groups: readonly (readonly Filter[])[], limit: number): Promise<readonly StoredRecord[]> {
    const found: StoredRecord[] = [];
    const wantedCount = Math.min(limit, searchResultsMax);
    for (let after: string | null = '0'; after !== null && found.length < wantedCount;) {
      const answer: Awaited<ReturnType<HubSpotApi['call']>> = await api.call(
        listFacts,
        api.objectSearch.doSearch(objectTypeId, {
          filterGroups: groups.map((filters) => ({ filters: [...filters] })),
          sorts: ['-occurred_at'],
          properties: [...propertyNames],
          limit: Math.min(searchPageSizeMax, wantedCount - found.length),
          after,
        }),
      );
      const page = parseJsonBody({ system: 'hubspot', ...listFacts }, answer, searchAnswer);
      found.push(...page.results.map((result) => parseStoredRecord(listFacts, result)));
      after = page.results.length === 0 ? null : (page.paging?.next?.after ?? null);
    }
    return found.slice(0, wantedCount);
  }

  return {
    read,

    create: (record) => createRecord({ api, objectTypeId, read }, record),

    createAll: (records) => createRecords({ api, objectTypeId, read }, records),

    async write(records) {
      for (const record of records) refuseOversized(record);
      const ids = new Map<string, string>();
      for (const part of toRequests(records)) {
        // A record that somebody else creates at the same moment is refused as a conflict, and updated the next time.
        const again = await writeOnce(part, ids);
        const open = again.length === 0 ? [] : await writeOnce(again, ids);
        if (open.length > 0) {
          throw refusal(writeFacts, `${open.length} of ${part.length} records were not written`, null);
        }
      }
      return ids;
    },

    countWriteCalls: (records) => toRequests(records).length,

    async remove(recordIds) {
      for (const part of chunk([...new Set(recordIds)], objectBatchSizeMax)) {
        await api.call(removeFacts, api.objectBatches.archive(objectTypeId, { inputs: part.map((id) => ({ id })) }));
      }
    },

    listNewest: (kind, limit, before) =>
      search([before === undefined ? [isOfKind([kind])] : [isOfKind([kind]), isBefore(before)]], limit),

    listOld: (ages, limit) =>
      search(
        ages.map(({ kinds, before }) => [isOfKind(kinds), isBefore(before)]),
        limit,
      ),
  };
}

const isOfKind = (kinds: readonly RecordKind[]): Filter => ({
  propertyName: 'kind',
  operator: FilterOperatorEnum.In,
  values: [...kinds],
});

const isBefore = (before: Instant): Filter => ({
  propertyName: 'occurred_at',
  operator: FilterOperatorEnum.Lt,
  value: String(before),
});
