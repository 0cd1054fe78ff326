import { useState } from 'react';
import { callExtension } from './extension-events.ts';
import { isSameValue } from './same-value.ts';

/** The extension's answer to an event arrives before the event's promise settles, and is drawn a moment later. */
const drawnAfterMs = 60;

type ChoiceOptions<T> = {
  readonly given: T | undefined;
  readonly initial: T;
  readonly empty: T;
};

/**
 * The value of a control that commits at once: boxes, switches, lists. It shows the choice immediately, and goes back to
 * the extension's value when the extension does not take the choice, as a controlled input does.
 */
export function useChoice<T>({ given, initial, empty }: ChoiceOptions<T>) {
  const [own, setOwn] = useState(initial);
  const [pending, setPending] = useState<{ readonly value: T } | null>(null);
  const [seen, setSeen] = useState(given);
  if (!isSameValue(seen, given)) {
    setSeen(given);
    setPending(null);
    if (given === undefined) setOwn(empty);
  }

  function choose<Args extends readonly unknown[]>(
    value: T,
    handler: ((...args: Args) => unknown) | undefined,
    ...args: Args
  ) {
    const choice = { value };
    setOwn(value);
    setPending(choice);
    void callExtension(handler, ...args).then(() => {
      setTimeout(() => setPending((current) => (current === choice ? null : current)), drawnAfterMs);
    });
  }

  return { value: pending === null ? (given ?? own) : pending.value, choose, reset: () => setOwn(initial) };
}
