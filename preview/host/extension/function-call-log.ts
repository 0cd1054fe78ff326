import { createStore } from '../data/store.ts';

/** One call of `hubspot.serverless`. */
export interface FunctionCall {
  readonly id: number;
  readonly name: string;
  readonly state: 'running' | 'answered' | 'failed';
  readonly elapsedMs: number | null;
  readonly answerBytes: number | null;
  /** Why it failed, empty otherwise. */
  readonly message: string;
}

const callsKept = 100;

/** Newest first. */
export const functionCalls = createStore<readonly FunctionCall[]>([]);
/** How many calls have ended: what they changed may be shown somewhere. */
export const finishedCallCount = createStore(0);

let lastId = 0;

/** @returns says how the call ended */
export function noteCall(name: string): (end: Pick<FunctionCall, 'state' | 'answerBytes' | 'message'>) => void {
  lastId += 1;
  const id = lastId;
  const startedAt = performance.now();
  const started: FunctionCall = { id, name, state: 'running', elapsedMs: null, answerBytes: null, message: '' };
  functionCalls.update((calls) => [started, ...calls].slice(0, callsKept));
  return (end) => {
    const ended: FunctionCall = { ...started, ...end, elapsedMs: performance.now() - startedAt };
    functionCalls.update((calls) => calls.map((call) => (call.id === id ? ended : call)));
    finishedCallCount.update((count) => count + 1);
  };
}
