/** Lets work that touches the same things happen one after the other, within one process. */
export interface KeyLock {
  /** Waits until nobody works on any of the keys. */
  run<Result>(keys: readonly string[], work: () => Promise<Result>): Promise<Result>;
}

export function createKeyLock(): KeyLock {
  /** By key: ends when the last one in the queue is done. */
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(keys, work) {
      const before = keys.flatMap((key) => tails.get(key) ?? []);
      // All keys are queued for in one go, so that two who need the same ones never wait for each other.
      const result = Promise.all(before).then(work);
      const tail = result.catch(() => undefined);
      for (const key of keys) tails.set(key, tail);
      try {
        return await result;
      } finally {
        for (const key of keys) if (tails.get(key) === tail) tails.delete(key);
      }
    },
  };
}
