import type { ApprovalStatus, Participation, Registrant } from '../domain/webinar.ts';
import { packItems, unpackText } from './payload.ts';

/** Which list rows come from. */
export type SourceList =
  | { readonly kind: 'registrants'; readonly status: ApprovalStatus; readonly occurrenceId: string | null }
  | { readonly kind: 'participants'; readonly instanceUuid: string };

/** Rows of one list as they were read in one pass through it; a list that moved is read in another pass. */
export interface RowBatch {
  readonly listNumber: number;
  readonly passNumber: number;
  readonly registrants: readonly Registrant[];
  readonly participations: readonly Participation[];
}

type RegistrantTuple = readonly [string, string, string, string, number];
type ParticipationTuple = readonly [
  string,
  string | null,
  string | null,
  string | null,
  string,
  number | null,
  number | null,
  number | null,
  0 | 1,
];
interface TaggedRow {
  readonly listNumber: number;
  readonly passNumber: number;
  readonly row: RegistrantTuple | ParticipationTuple;
}

/** Packs rows into record payloads; what a row has in common with its list is left out. */
export function packRows(batches: readonly RowBatch[]): readonly string[] {
  const tagged = batches.flatMap(({ listNumber, passNumber, registrants, participations }): TaggedRow[] => [
    ...registrants.map((row) => ({ listNumber, passNumber, row: toRegistrantTuple(row) })),
    ...participations.map((row) => ({ listNumber, passNumber, row: toParticipationTuple(row) })),
  ]);
  return packItems(tagged, formatRows);
}

function formatRows(rows: readonly TaggedRow[]): string {
  const groups: [number, number, unknown[]][] = [];
  for (const { listNumber, passNumber, row } of rows) {
    const group = groups.at(-1);
    if (group !== undefined && group[0] === listNumber && group[1] === passNumber) group[2].push(row);
    else groups.push([listNumber, passNumber, [row]]);
  }
  return JSON.stringify(groups);
}

/** The reverse of `packRows`, given the lists by number. */
export function unpackRows(payload: string, lists: readonly SourceList[]): readonly RowBatch[] {
  const groups = JSON.parse(unpackText(payload)) as [number, number, unknown[]][];
  return groups.flatMap(([listNumber, passNumber, rows]): RowBatch[] => {
    const list = lists[listNumber];
    if (list === undefined) return [];
    return list.kind === 'registrants'
      ? [
          {
            listNumber,
            passNumber,
            registrants: (rows as RegistrantTuple[]).map((row) => fromRegistrantTuple(row, list)),
            participations: [],
          },
        ]
      : [
          {
            listNumber,
            passNumber,
            registrants: [],
            participations: (rows as ParticipationTuple[]).map((row) => fromParticipationTuple(row, list)),
          },
        ];
  });
}

const toRegistrantTuple = (row: Registrant): RegistrantTuple => [
  row.registrantId,
  row.email,
  row.firstName,
  row.lastName,
  row.registeredAt,
];

const fromRegistrantTuple = (
  [registrantId, email, firstName, lastName, registeredAt]: RegistrantTuple,
  { status, occurrenceId }: Extract<SourceList, { kind: 'registrants' }>,
): Registrant => ({ registrantId, email, firstName, lastName, registeredAt, status, occurrenceId });

/** A registered person's address and name are known from the registrant. */
const toParticipationTuple = (row: Participation): ParticipationTuple => [
  row.joinId,
  row.registrantId,
  row.email,
  row.userId,
  row.email === null && row.registrantId === null ? row.displayName : '',
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
