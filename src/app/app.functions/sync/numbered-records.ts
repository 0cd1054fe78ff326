import type { StateStore, StoredRecord } from './ports.ts';

/** Reads records whose keys are numbered from 0, in their order; one call per hundred, none for none. */
export async function readNumbered(
  store: StateStore,
  count: number,
  keyOf: (index: number) => string,
): Promise<readonly StoredRecord[]> {
  if (count === 0) return [];
  const keys = Array.from({ length: count }, (_, index) => keyOf(index));
  const records = await store.read(keys);
  return keys.flatMap((key) => records.get(key) ?? []);
}
