type Method = (...parameters: readonly unknown[]) => Promise<unknown>;

/** Makes a value when it is asked for first, and only then. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}

/** Request builders that are loaded when the first request of theirs is built. All their methods are asynchronous. */
export function whenUsed<Builders extends object>(load: () => Promise<Builders>): Builders {
  const buildLater =
    (name: string | symbol): Method =>
    async (...parameters) => {
      const builders = (await load()) as Readonly<Record<string | symbol, Method>>;
      return builders[name]?.(...parameters);
    };
  return new Proxy({} as Builders, { get: (_, name) => buildLater(name) });
}
