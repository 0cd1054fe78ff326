import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { createGate } from './gate.ts';

/** Ends a process at one of its calls: from then on it sends nothing and hears nothing. */
export interface Guillotine {
  wrap(inner: Transport): Transport;
  /** When the process is dead and what it had sent has been dealt with. */
  readonly fallen: Promise<void>;
}

/**
 * @param callNumber - counted over both vendors from 1, in the order of sending
 * @param moment - whether the vendor gets that call
 */
export function createGuillotine(callNumber: number, moment: 'before' | 'after'): Guillotine {
  const gate = createGate();
  const never = new Promise<never>(() => {});
  let sentCount = 0;
  let onTheirWayCount = 0;
  let isDead = false;

  const die = (): Promise<never> => {
    isDead = true;
    if (onTheirWayCount === 0) gate.open();
    return never;
  };
  return {
    fallen: gate.passed,
    wrap: (inner) => async (request, timeoutMs) => {
      if (isDead) return die();
      sentCount += 1;
      const isLast = sentCount === callNumber;
      if (isLast && moment === 'before') return die();
      onTheirWayCount += 1;
      try {
        const answer = await inner(request, timeoutMs);
        onTheirWayCount -= 1;
        return isLast || isDead ? await die() : answer;
      } catch (error) {
        onTheirWayCount -= 1;
        if (isLast || isDead) return die();
        throw error;
      }
    },
  };
}
