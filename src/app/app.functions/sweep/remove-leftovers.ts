import type { Instant } from '../domain/instant.ts';
import type { RecordKind, StateStore } from '../sync/ports.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Records that nobody needs after so long, counted from when they were last written. What a run keeps between its steps
 * is removed when it ends, unless it was killed just before; a run may be an hour old. Zoom keeps reports a year at most,
 * and what nobody can read again need not say any more who was left out.
 */
const keptForMs: readonly (readonly [RecordKind, number])[] = [
  ['rows', 2 * hourMs],
  ['outcomes', 2 * hourMs],
  ['lease', 2 * hourMs],
  ['audit', 400 * dayMs],
  ['skipped', 400 * dayMs],
];
/** Of one kind; what is left is removed the next time. */
const removedAtOnce = 100;

/** How often somebody looks. */
export const leftoversEveryMs = dayMs;

/**
 * Removes what was left behind. A call per kind, and one more where there is something.
 *
 * @param shouldStop - asked before each kind
 * @returns false when time was up first
 */
export async function removeLeftovers(
  store: Pick<StateStore, 'listNewest' | 'remove'>,
  now: Instant,
  shouldStop: () => boolean,
): Promise<boolean> {
  for (const [kind, keptMs] of keptForMs) {
    if (shouldStop()) return false;
    const old = await store.listNewest(kind, removedAtOnce, now - keptMs);
    if (old.length > 0) await store.remove(old.map(({ recordId }) => recordId));
  }
  return true;
}
