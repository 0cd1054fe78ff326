import pMap from 'p-map';
import type { PlannedAttendance } from './plan.ts';
import type { AttendanceEntry, AttendanceState } from './ports.ts';

/** Sends entries of one kind to one session's marketing event; at most 100 at once. */
export type RecordAttendance = (
  sessionKey: string,
  state: AttendanceState,
  entries: readonly AttendanceEntry[],
) => Promise<void>;

/** Collects entries of many people into batches and keeps each person's own order. */
export interface AttendanceQueue {
  /** Entries of one contact, in the order in which they must be sent. */
  add(contactId: string, entries: readonly PlannedAttendance[]): void;
  /** Sends what fills a batch. */
  sendFull(): Promise<void>;
  /** Sends everything. */
  sendRest(): Promise<void>;
}

interface Waiting {
  readonly contactId: string;
  readonly entry: PlannedAttendance;
  /** Joins the queue when `entry` has been sent. */
  readonly next: readonly PlannedAttendance[];
}

interface Batch {
  readonly sessionKey: string;
  readonly state: AttendanceState;
  readonly waiting: readonly Waiting[];
}

const batchSize = 100;
const batchesAtOnce = 4;

export function createAttendanceQueue(record: RecordAttendance): AttendanceQueue {
  const lines = new Map<string, { readonly sessionKey: string; readonly state: AttendanceState; waiting: Waiting[] }>();

  const enqueue = (contactId: string, [entry, ...next]: readonly PlannedAttendance[]): void => {
    if (entry === undefined) return;
    const { sessionKey, state } = entry;
    const lineKey = `${state} ${sessionKey}`;
    const line = lines.get(lineKey) ?? { sessionKey, state, waiting: [] };
    lines.set(lineKey, line);
    line.waiting.push({ contactId, entry, next });
  };

  const takeFull = (): readonly Batch[] =>
    [...lines.values()].flatMap((line) => {
      const batches: Batch[] = [];
      while (line.waiting.length >= batchSize) batches.push({ ...line, waiting: line.waiting.splice(0, batchSize) });
      return batches;
    });

  /** Attendance goes last: registrations that are still on their way may bring more of it. */
  const takeRest = (): readonly Batch[] => {
    const filled = [...lines.values()].filter(({ waiting }) => waiting.length > 0);
    const earlier = filled.filter(({ state }) => state !== 'attend');
    return (earlier.length > 0 ? earlier : filled).map((line) => ({
      ...line,
      waiting: line.waiting.splice(0, batchSize),
    }));
  };

  const send = async (batches: readonly Batch[]): Promise<void> => {
    await pMap(
      batches,
      async ({ sessionKey, state, waiting }) => {
        await record(sessionKey, state, waiting.map(toEntry));
        for (const { contactId, next } of waiting) enqueue(contactId, next);
      },
      { concurrency: batchesAtOnce },
    );
  };

  return {
    add(contactId, entries) {
      for (const sessionKey of new Set(entries.map((entry) => entry.sessionKey))) {
        enqueue(
          contactId,
          entries.filter((entry) => entry.sessionKey === sessionKey),
        );
      }
    },
    async sendFull() {
      for (let batches = takeFull(); batches.length > 0; batches = takeFull()) await send(batches);
    },
    async sendRest() {
      for (let batches = takeRest(); batches.length > 0; batches = takeRest()) await send(batches);
    },
  };
}

function toEntry({ contactId, entry }: Waiting): AttendanceEntry {
  const { interactionAt, joinedAt, leftAt } = entry;
  return joinedAt === undefined || leftAt === undefined
    ? { contactId, interactionAt }
    : { contactId, interactionAt, joinedAt, leftAt };
}
