import type { RunCheckpoint } from './checkpoint.ts';
import type { ReadResult } from './continue-reading.ts';
import { hashPersonKey } from './hashes.ts';
import { normalisePeople } from './normalise.ts';
import { parseMarks, type PersonMark } from './people-marks.ts';
import { excludePerson, type PersonRules } from './exclusions.ts';
import type { StateRecord } from './ports.ts';
import type { AudienceMember } from './recordings/recordings-input.ts';
import { recordsMissing } from './records-missing.ts';
import { selectRows } from './select-rows.ts';
import type { Step } from './step.ts';

/**
 * Brings the people of a part who are in HubSpot: addresses from Zoom's rows, contacts from the marks that this run has
 * made. Whoever may not be synced any more is not among them, although HubSpot has them from before.
 *
 * @param unsaved - records of this step, which are in no store yet
 */
export function createAudienceLoader(
  step: Step,
  run: RunCheckpoint,
  read: ReadResult,
  unsaved: readonly StateRecord[],
  rules: PersonRules,
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
    // Nobody may be left out only because HubSpot does not give a record back yet.
    if (missing.some((key) => !stored.has(key))) throw recordsMissing();
    const payloads = wanted.flatMap((key) => payloadByKey.get(key) ?? stored.get(key)?.payload ?? []);
    return new Map(payloads.flatMap((payload) => parseMarks(payload) ?? []).map((mark) => [mark.keyHash, mark]));
  }

  return async (partition) => {
    const [batches, marks] = await Promise.all([read.rows.load(partition), loadMarks(partition)]);
    const { persons } = normalisePeople(run, selectRows(batches, run.lists), run.sessions);
    return persons.flatMap((person): readonly AudienceMember[] => {
      const { key, email } = person;
      const mark = marks.get(hashPersonKey(parts.accountId, key));
      if (mark === undefined || email === null || excludePerson(person, rules) !== null) return [];
      return [{ contactId: mark.contactId, address: email, sessions: mark.sessions }];
    });
  };
}
