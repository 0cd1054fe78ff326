import type { HttpRequest } from '../../src/app/app.functions/http/http.ts';
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
 * @param counts - which calls are counted; every one if it is not said
 */
export function createGuillotine(
  callNumber: number,
  moment: Moment,
  counts: (request: HttpRequest) => boolean = () => true,
): Guillotine {
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
      const isCounted = counts(request);
      if (isCounted) sentCount += 1;
      const isLast = isCounted && sentCount === callNumber;
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

export type Moment = 'before' | 'after';

const isEveryWanted = process.env['FAULT_EXTENT'] === 'every';

/** Calls at which tests kill that kill at each: all of them in `npm run test:fault`, else those that write. */
export const killedCalls: (request: HttpRequest) => boolean = isEveryWanted
  ? () => true
  : (request) => isWrite(request);

/**
 * Whether the vendor gets the call at which they kill: what is killed before a write has done what it had done after the
 * one before, but for what was under way beside it.
 */
export const killedMoments: readonly Moment[] = isEveryWanted ? ['before', 'after'] : ['after'];

/** Counts the calls of a process at which it could be killed. */
export function createCallCount(): { wrap(inner: Transport): Transport; count(): number } {
  let count = 0;
  return {
    wrap: (inner) => (request, timeoutMs) => {
      if (killedCalls(request)) count += 1;
      return inner(request, timeoutMs);
    },
    count: () => count,
  };
}

/**
 * Whether a call changes something at a vendor. What a process has read dies with it: killed at a call that only reads, it
 * leaves what it leaves when it is killed at the write before or after.
 */
const isWrite = ({ method, url }: HttpRequest): boolean =>
  method !== 'GET' && !/\/(batch\/read|search|oauth\/token)$/.test(new URL(url).pathname);
