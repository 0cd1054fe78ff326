import { useEffect, useState } from 'react';
import { finishedCallCount } from '../extension/function-call-log.ts';
import { fetchJson } from './fetch-json.ts';
import { useStore } from './store.ts';

export type Data<Answer> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'loaded'; readonly answer: Answer };

type Known<Answer> = { readonly path: string; readonly data: Data<Answer> };

/**
 * What the server says, read again from time to time and whenever a function has run, so that changes show by themselves.
 * What is shown stays until something newer has arrived.
 */
export function useData<Answer>(path: string, { refreshSeconds = 15 } = {}): Data<Answer> {
  const [known, setKnown] = useState<Known<Answer> | null>(null);
  const calls = useStore(finishedCallCount);

  useEffect(() => {
    const controller = new AbortController();
    const load = async (): Promise<void> => {
      try {
        const answer = await fetchJson<Answer>(path, controller.signal);
        if (!controller.signal.aborted) setKnown({ path, data: { kind: 'loaded', answer } });
      } catch (error) {
        if (controller.signal.aborted) return;
        const failed = { kind: 'failed', message: error instanceof Error ? error.message : String(error) } as const;
        setKnown((before) =>
          before?.path === path && before.data.kind === 'loaded' ? before : { path, data: failed },
        );
      }
    };
    void load();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load();
    }, refreshSeconds * 1000);
    return () => {
      controller.abort();
      clearInterval(timer);
    };
  }, [path, refreshSeconds, calls]);

  return known?.path === path ? known.data : { kind: 'loading' };
}
