import type { RunCheckpoint } from './checkpoint.ts';
import type { ReadResult } from './continue-reading.ts';
import { hashPersonKey } from './hashes.ts';
import { normalisePeople } from './normalise.ts';
import { parseMarks, type PersonMark } from './people-marks.ts';
import type { StateRecord } from './ports.ts';
import type { AudienceMember } from './recordings/recordings-input.ts';
import { selectRows } from './select-rows.ts';
import type { Step } from './step.ts';

/**
 * Brings the people of a part who are in HubSpot: addresses from Zoom's rows, contacts from the marks that this run has
 * made.
 *
 * @param unsaved - records of this step, which are in no store yet
 */
export function createAudienceLoader(
  step: Step,
  run: RunCheckpoint,
  read: ReadResult,
  unsaved: readonly StateRecord[],
): (partition: number) => Promise<readonly AudienceMember[]> {
  const { keys, prepared, parts } = step;
  const payloadByKey = new Map(unsaved.map(({ key, payload }) => [key, payload]));

  async function loadMarks(partition: number): Promise<ReadonlyMap<string, PersonMark>> {
    const part = run.newMarks[partition];
    const wanted = Array.from({ length: part?.recordCount ?? 0 }, (_, index) =>
      keys.marks(part?.runNumber ?? 0, partition, index),
    );
    const missing = wanted.filter((key) => !payloadByKey.has(key));
    const stored = missing.length === 0 ? new Map<string, StateRecord>() : await prepared.store.read(missing);
    const payloads = wanted.flatMap((key) => payloadByKey.get(key) ?? stored.get(key)?.payload ?? []);
    return new Map(payloads.flatMap((payload) => parseMarks(payload) ?? []).map((mark) => [mark.keyHash, mark]));
  }

  return async (partition) => {
    const [batches, marks] = await Promise.all([read.rows.load(partition), loadMarks(partition)]);
    const { persons } = normalisePeople(run, selectRows(batches, run.lists), run.sessions);
    return persons.flatMap(({ key, email }): readonly AudienceMember[] => {
      const mark = marks.get(hashPersonKey(parts.accountId, key));
      if (mark === undefined || email === null) return [];
      return [{ contactId: mark.contactId, address: email, sessions: mark.sessions }];
    });
  };
}
