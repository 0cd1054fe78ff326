import * as z from 'zod/mini';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { StateRecord, StateStore } from '../sync/ports.ts';
import { batchAnswer, settleBatch } from './batch-answer.ts';
import { stateObject } from './definitions.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { bug, refusal, type CallFacts } from './hubspot-call.ts';
import { isConflict } from './hubspot-errors.ts';
import { objectBatchSizeMax } from './hubspot-limits.ts';
import { describeProblem, readProblemCode } from './hubspot-problem.ts';
import { readRecordKeys, refuseOversized, toRecordProperties, toRequests } from './state-record.ts';

const general = { isIdempotent: false, rateClass: 'hubspot.general' } as const;
const oneFacts: CallFacts = { operation: 'create state record', ...general };
const allFacts: CallFacts = { operation: 'create state records', ...general };

const createdRecord = z.object({ id: z.string() });

interface Place {
  readonly api: HubSpotApi;
  readonly objectTypeId: string;
  readonly read: StateStore['read'];
}

const toCreate = (record: StateRecord) => ({
  properties: { [stateObject.keyProperty]: record.key, ...toRecordProperties(record) },
  associations: [],
});

/** {@link StateStore.create} */
export async function createRecord(place: Place, record: StateRecord): Promise<string | null> {
  refuseOversized(record);
  for (const isLastTry of [false, true]) {
    try {
      return await createOnce(place, record);
    } catch (error) {
      // The first answer says it all: the key is taken. After a lost answer the one who took it may be us.
      if (isFailureOfKind(error, 'conflict') && !isLastTry) return null;
      if (!isFailureOfKind(error, 'conflict') && !mayHaveWorked(error)) throw error;
      const holder = (await place.read([record.key])).get(record.key);
      if (holder !== undefined) return holder.payload === record.payload ? holder.recordId : null;
      if (isLastTry) throw error;
    }
  }
  throw bug(oneFacts.operation, 'no try was the last');
}

async function createOnce({ api, objectTypeId }: Place, record: StateRecord): Promise<string> {
  const answer = await api.call(oneFacts, api.objects.create(objectTypeId, toCreate(record)));
  return parseJsonBody({ system: 'hubspot', ...oneFacts }, answer, createdRecord).id;
}

interface Group {
  readonly records: readonly StateRecord[];
  /** An earlier try may have created some of them. */
  readonly isRepeat: boolean;
}

/**
 * {@link StateStore.createAll}. Rows are judged one by one because each has a trace id. Where HubSpot refuses the request
 * as a whole for the sake of a key that is taken, the taken ones are looked up and the rest is sent again.
 *
 * @throws IntegrationError kind `bug` for more than 100 records or repeated keys, `rejected` when HubSpot refuses a record
 *         for another reason than its key; some of the others may have been created then
 */
export async function createRecords(
  place: Place,
  records: readonly StateRecord[],
): Promise<ReadonlyMap<string, string>> {
  if (records.length > objectBatchSizeMax) throw bug(allFacts.operation, `${records.length} records`);
  if (new Set(records.map(({ key }) => key)).size < records.length) throw bug(allFacts.operation, 'repeated keys');
  for (const record of records) refuseOversized(record);
  const ids = new Map<string, string>();
  const waiting: Group[] = toRequests(records).map((part) => ({ records: part, isRepeat: false }));
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    waiting.push(...(await settleGroup(place, group, ids)));
  }
  return ids;
}

type Attempt =
  /** Everything is settled but these: HubSpot left them out, or the key is taken and an earlier try of ours may hold it. */
  | { readonly kind: 'answered'; readonly left: readonly StateRecord[]; readonly contested: readonly StateRecord[] }
  /** Nothing was created. */
  | { readonly kind: 'key-taken' }
  | { readonly kind: 'lost'; readonly error: unknown };

/** @returns what has to be sent again */
async function settleGroup(place: Place, group: Group, ids: Map<string, string>): Promise<readonly Group[]> {
  const { records, isRepeat } = group;
  const attempt = await createTogether(place, group, ids);
  const doubtful = attempt.kind === 'answered' ? [...attempt.left, ...attempt.contested] : records;
  if (doubtful.length === 0) return [];

  const holders = await place.read(doubtful.map(({ key }) => key));
  const mayBeOurs = isRepeat || attempt.kind !== 'key-taken';
  for (const { key, payload } of doubtful) {
    const holder = holders.get(key);
    if (mayBeOurs && holder?.payload === payload) ids.set(key, holder.recordId);
  }

  const open = (attempt.kind === 'answered' ? attempt.left : records).filter(({ key }) => !holders.has(key));
  if (open.length === 0) return [];
  if (attempt.kind === 'key-taken') return splitRefused(group, open);
  if (!isRepeat) return [{ records: open, isRepeat: true }];
  if (attempt.kind === 'lost') throw attempt.error;
  throw refusal(allFacts, `${open.length} of ${records.length} records were neither created nor refused`, null);
}

/** A key that is taken though no record shows it is found by halving; alone, its record counts as somebody else's. */
function splitRefused({ records, isRepeat }: Group, open: readonly StateRecord[]): readonly Group[] {
  if (open.length < records.length) return [{ records: open, isRepeat }];
  if (open.length === 1) return [];
  const middle = Math.ceil(open.length / 2);
  return [open.slice(0, middle), open.slice(middle)].map((half) => ({ records: half, isRepeat }));
}

async function createTogether(
  { api, objectTypeId }: Place,
  { records, isRepeat }: Group,
  ids: Map<string, string>,
): Promise<Attempt> {
  const inputs = records.map((record, index) => ({ record, traceId: `record-${index}`, identity: record.key }));
  try {
    const answer = await api.call(
      allFacts,
      api.objectBatches.create(objectTypeId, {
        inputs: inputs.map(({ record, traceId }) => ({ ...toCreate(record), objectWriteTraceId: traceId })),
      }),
    );
    const batch = parseJsonBody({ system: 'hubspot', ...allFacts }, answer, batchAnswer);
    const { written, rejected, missing, unattributed } = settleBatch(inputs, batch, readRecordKeys);
    for (const [{ record }, { id }] of written) ids.set(record.key, id);

    const problems = [...[...rejected.values()].map(({ source }) => source), ...unattributed];
    const fatal = problems.find((problem) => !isConflict(problem));
    if (fatal !== undefined) throw refusal(allFacts, describeProblem(fatal), readProblemCode(fatal));
    const toRecords = (rows: Iterable<{ readonly record: StateRecord }>) => [...rows].map(({ record }) => record);
    return { kind: 'answered', left: toRecords(missing), contested: isRepeat ? toRecords(rejected.keys()) : [] };
  } catch (error) {
    if (isFailureOfKind(error, 'conflict')) return { kind: 'key-taken' };
    if (mayHaveWorked(error)) return { kind: 'lost', error };
    throw error;
  }
}

/** Whether a failed create may have created the record all the same. */
function mayHaveWorked(error: unknown): boolean {
  if (isFailureOfKind(error, 'answer-lost', 'timeout', 'unexpected-shape')) return true;
  return isFailureOfKind(error, 'unavailable') && error.failure.httpStatus !== null;
}
