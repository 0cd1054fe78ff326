import { takeRefusalCounts } from '../access/refusal-count.ts';
import type { StateRecord, StateStore } from '../sync/ports.ts';
import { createDoorsCount, type DoorsCount } from '../webhooks/doors-count.ts';
import { systemTime } from './system-time.ts';

/** Lives as long as the process. */
const doors = createDoorsCount(systemTime.now, takeRefusalCounts);

export const countAtDoors: DoorsCount['count'] = (accountId, what) => {
  doors.count(accountId, what);
};

/** What was counted, to be written along with something else; whoever cannot write it puts it back. */
export async function readDoorCounts(
  store: StateStore,
): Promise<{ readonly record: StateRecord; readonly putBack: () => void } | null> {
  try {
    const record = await doors.toRecord(store);
    return record === null ? null : { record, putBack: () => doors.putBack() };
  } catch {
    doors.putBack();
    return null;
  }
}

/** What was counted is told when it can be: once a minute at most, and only where there is something to tell. */
export async function writeDoorCounts(find: () => Promise<StateStore | null>): Promise<void> {
  try {
    const store = await find();
    const counts = store === null ? null : await readDoorCounts(store);
    if (store !== null && counts !== null) await store.write([counts.record]);
  } catch {
    doors.putBack();
  }
}
