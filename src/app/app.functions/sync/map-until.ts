import pMap from 'p-map';

/**
 * Works through items in their order, several at once. After a failure no further item is begun, and what was begun is
 * always ended before this returns or throws.
 *
 * @returns the results in the order of the items
 * @throws the first error
 */
export async function mapUntilFailure<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): Promise<readonly Result[]> {
  const failures: unknown[] = [];
  async function* unlessFailed(): AsyncGenerator<Item> {
    for await (const item of items) {
      if (failures.length > 0) return;
      yield item;
    }
  }
  const results = await pMap(
    unlessFailed(),
    async (item): Promise<readonly Result[]> => {
      try {
        return [await work(item)];
      } catch (error) {
        failures.push(error);
        return [];
      }
    },
    { concurrency: atOnce },
  );
  if (failures.length > 0) throw failures[0];
  return results.flat();
}

/** The same for a list, of which no further item is begun when told to stop. */
export function mapUntil<Item, Result>(
  items: readonly Item[],
  shouldStop: () => boolean,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): Promise<readonly Result[]> {
  async function* unlessStopped(): AsyncGenerator<Item> {
    for (const item of items) {
      if (shouldStop()) return;
      yield item;
    }
  }
  return mapUntilFailure(unlessStopped(), work, atOnce);
}
