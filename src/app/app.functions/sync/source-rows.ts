import type { ApprovalStatus, Participation, Registrant } from '../domain/webinar.ts';
import { formatSealed, packItems, readSealed } from './payload.ts';
import { recordsMissing } from './records-missing.ts';

/** Which list rows come from. */
export type SourceList =
  | { readonly kind: 'registrants'; readonly status: ApprovalStatus; readonly occurrenceId: string | null }
  | { readonly kind: 'participants'; readonly instanceUuid: string };

/** Rows of one list as they were read in one pass through it; a list that moved is read in another pass. */
export interface RowBatch {
  readonly listNumber: number;
  readonly passNumber: number;
  /** Whether it has been looked up where the rows' registrants are; see `settle-strays.ts`. */
  readonly isSettled: boolean;
  readonly registrants: readonly Registrant[];
  readonly participations: readonly Participation[];
}

type RegistrantTuple = readonly [
  registrantId: string,
  email: string,
  firstName: string,
  lastName: string,
  registeredAt: number,
  status: ApprovalStatus,
  ...joinUrl: string[],
];
type ParticipationTuple = readonly [
  joinId: string,
  registrantId: string | null,
  email: string | null,
  userId: string | null,
  displayName: string,
  joinedAt: number | null,
  leftAt: number | null,
  durationSeconds: number | null,
  wasInWaitingRoom: 0 | 1,
];

type RowTuple = RegistrantTuple | ParticipationTuple;
type BatchTuple = [listNumber: number, passNumber: number, isSettled: 0 | 1, rows: RowTuple[]];

interface TaggedRow {
  readonly batch: RowBatch;
  readonly row: RowTuple;
}

/** Packs rows into record payloads; what a row has in common with its list is left out. */
export function packRows(batches: readonly RowBatch[]): readonly string[] {
  const tagged = batches.flatMap((batch): TaggedRow[] => [
    ...batch.registrants.map((row) => ({ batch, row: toRegistrantTuple(row) })),
    ...batch.participations.map((row) => ({ batch, row: toParticipationTuple(row) })),
  ]);
  return packItems(tagged, formatRows);
}

function formatRows(tagged: readonly TaggedRow[]): string {
  const batches: BatchTuple[] = [];
  let current: RowBatch | null = null;
  for (const { batch, row } of tagged) {
    if (batch !== current) batches.push([batch.listNumber, batch.passNumber, batch.isSettled ? 1 : 0, []]);
    current = batch;
    batches.at(-1)?.[3].push(row);
  }
  return formatSealed(batches);
}

/**
 * The reverse of `packRows`, given the lists by number.
 *
 * @throws IntegrationError for a payload that was changed or cut: its rows count as not there
 */
export function unpackRows(payload: string, lists: readonly SourceList[]): readonly RowBatch[] {
  const read = readSealed(payload);
  if (!Array.isArray(read)) throw recordsMissing();
  return (read as readonly BatchTuple[]).flatMap(([listNumber, passNumber, isSettled, rows]): readonly RowBatch[] => {
    const list = lists[listNumber];
    if (list === undefined) return [];
    const batch = { listNumber, passNumber, isSettled: isSettled === 1, registrants: [], participations: [] };
    if (list.kind === 'participants') {
      const participations = (rows as ParticipationTuple[]).map((row) => fromParticipationTuple(row, list));
      return [{ ...batch, participations }];
    }
    return [{ ...batch, registrants: (rows as RegistrantTuple[]).map((row) => fromRegistrantTuple(row, list)) }];
  });
}

function toRegistrantTuple(row: Registrant): RegistrantTuple {
  const { registrantId, email, firstName, lastName, registeredAt, status, joinUrl } = row;
  const tuple: RegistrantTuple = [registrantId, email, firstName, lastName, registeredAt, status];
  return joinUrl === null ? tuple : [...tuple, joinUrl];
}

const fromRegistrantTuple = (
  [registrantId, email, firstName, lastName, registeredAt, status, joinUrl]: RegistrantTuple,
  { occurrenceId }: Extract<SourceList, { kind: 'registrants' }>,
): Registrant => ({
  registrantId,
  email,
  firstName,
  lastName,
  registeredAt,
  status,
  joinUrl: joinUrl ?? null,
  occurrenceId,
});

/** Names only matter for people who have nothing else. */
const toParticipationTuple = (row: Participation): ParticipationTuple => [
  row.joinId,
  row.registrantId,
  row.email,
  row.userId,
  row.email === null ? row.displayName : '',
  row.joinedAt,
  row.leftAt,
  row.durationSeconds,
  row.wasInWaitingRoom ? 1 : 0,
];

const fromParticipationTuple = (
  [joinId, registrantId, email, userId, displayName, joinedAt, leftAt, durationSeconds, waiting]: ParticipationTuple,
  { instanceUuid }: Extract<SourceList, { kind: 'participants' }>,
): Participation => ({
  instanceUuid,
  joinId,
  registrantId,
  email,
  userId,
  displayName,
  joinedAt,
  leftAt,
  durationSeconds,
  wasInWaitingRoom: waiting === 1,
});
