import { mapUntil } from '../map-until.ts';
import type { RecordedInstance, RecordingsStep } from './recordings-input.ts';
import type { CallVerdict } from './recordings-progress.ts';
import { hasLink } from './seen-recordings.ts';
import { hashCall } from './to-call.ts';
import { toCallFacts, writeCall } from './write-call.ts';

const callsAtOnce = 4;

/**
 * Writes one call for each recording that somebody may see, and what became of recordings that have one.
 *
 * @returns false when time was up first
 */
export async function writeCalls(step: RecordingsStep): Promise<boolean> {
  const { input, ledger, instances } = step;
  const open = instances.filter(({ uuid }) => !(uuid in ledger.progress().calls));
  const written = await mapUntil(
    open,
    () => input.shouldStop(),
    async (instance) => {
      const verdict = await writeCallOf(step, instance);
      if (verdict.kind === 'written') ledger.count('recordings', 1);
      ledger.note('calls', instance.uuid, verdict);
      return verdict;
    },
    callsAtOnce,
  );
  return written.length === open.length;
}

async function writeCallOf(step: RecordingsStep, instance: RecordedInstance): Promise<CallVerdict> {
  const { ledger, input } = step;
  const { uuid, session } = instance;
  const facts = toCallFacts(step, instance);
  const { callId, callHash, transcript } = ledger.state(uuid);
  if (facts === null) {
    // Remembered, so that the next run need not look for attendees again.
    if (callId === null && hasLink(ledger.progress(), uuid)) {
      const { exclusionsHash } = input;
      const audience = { exclusionsHash, attendedCount: session.attendedCount, hasEvents: false };
      ledger.changeState(uuid, { contactCount: 0, audience });
    }
    return { kind: 'no-call' };
  }
  if (transcript?.kind !== 'in-body') return writeCall(step, facts, null);
  if (callHash === hashCall(facts, transcript.hash)) return { kind: 'unchanged' };
  if (!facts.isDeleted) return { kind: 'postponed' };
  const verdict = await writeCall(step, facts, null);
  if (verdict.kind !== 'refused') ledger.changeState(uuid, { transcript: null });
  return verdict;
}
