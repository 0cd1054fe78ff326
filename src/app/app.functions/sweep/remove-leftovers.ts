import type { Instant } from '../domain/instant.ts';
import type { RecordKind, StateStore } from '../sync/ports.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Records that nobody needs after so long, counted from when they were last written. What a run keeps between its steps
 * is removed when it ends, unless it was killed just before; a run may be an hour old. Zoom keeps reports a year at most,
 * and what nobody can read again need not say any more who was left out.
 */
const keptForMs: readonly (readonly [kinds: readonly RecordKind[], keptMs: number])[] = [
  [['rows', 'outcomes', 'lease'], 2 * hourMs],
  [['writes'], 4 * dayMs],
  [['audit', 'skipped'], 400 * dayMs],
];
/** HubSpot's batch size. */
const removedAtOnce = 100;
/** HubSpot's search may go on listing for a while what is gone. */
const looksMax = 10;

/** How often somebody looks. */
export const leftoversEveryMs = dayMs;

/**
 * Removes what was left behind. One call, and one more where there is something; as long as there is more, both again.
 *
 * @param shouldStop - asked before each further look: what is left then is removed the next time
 */
export async function removeLeftovers(
  store: Pick<StateStore, 'listOld' | 'remove'>,
  now: Instant,
  shouldStop: () => boolean,
): Promise<void> {
  const ages = keptForMs.map(([kinds, keptMs]) => ({ kinds, before: now - keptMs }));
  for (let looks = 0; looks < looksMax; looks += 1) {
    const old = await store.listOld(ages, removedAtOnce);
    if (old.length > 0) await store.remove(old.map(({ recordId }) => recordId));
    if (old.length < removedAtOnce || shouldStop()) return;
  }
}
