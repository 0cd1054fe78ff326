import type { WebinarState } from './checkpoint.ts';
import type { StateRecord } from './ports.ts';
import type { Step } from './step.ts';
import { addPeriod, toWritesBell, toWritesRecord } from './write-periods.ts';

/**
 * When this step has written contacts, to be saved with the state: sweeps look for webinars that were written at the
 * same time by different processes. A sweep remembers its own.
 */
export function keepWrites({ parts, keys, state, writeWatch }: Pick<Step, 'parts' | 'keys' | 'state' | 'writeWatch'>): {
  readonly contactWrites: WebinarState['contactWrites'];
  readonly records: readonly StateRecord[];
} {
  const { accountId, onContactsWritten, isDryRun } = parts;
  const periods = writeWatch.periods();
  if (periods.length === 0 || isDryRun || onContactsWritten !== undefined) {
    return { contactWrites: state.contactWrites, records: [] };
  }
  const contactWrites = periods.reduce(addPeriod, state.contactWrites);
  const written = { accountId, webinarId: keys.webinarId, periods: contactWrites };
  return { contactWrites, records: [toWritesRecord(written, parts.now()), toWritesBell(parts.now())] };
}
