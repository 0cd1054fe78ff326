import pMap from 'p-map';

/**
 * Works through items in their order, several at once, and begins no further one when told to stop. What was begun is
 * always ended before this returns or throws.
 *
 * @returns the results of the items that were begun, in their order
 * @throws the first error of the items, after which none is begun
 */
export async function mapUntil<Item, Result>(
  items: readonly Item[],
  shouldStop: () => boolean,
  work: (item: Item, index: number) => Promise<Result>,
  atOnce: number,
): Promise<readonly Result[]> {
  let failure: { readonly error: unknown } | null = null;
  function* unlessStopped(): Generator<Item> {
    for (const item of items) {
      if (failure !== null || shouldStop()) return;
      yield item;
    }
  }
  const guarded = async (item: Item, index: number): Promise<Result | null> => {
    try {
      return await work(item, index);
    } catch (error) {
      failure ??= { error };
      return null;
    }
  };
  const results = await pMap(unlessStopped(), guarded, { concurrency: atOnce });
  const failed = failure as { readonly error: unknown } | null;
  if (failed !== null) throw failed.error;
  return results as readonly Result[];
}
