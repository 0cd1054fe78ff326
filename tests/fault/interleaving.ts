import { setImmediate as nextTurn } from 'node:timers/promises';
import { appendFileSync } from 'node:fs';
import type { Random } from '../../emulators/core/random.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import type { AppProcess, AppProcessOptions } from '../support/app-process.ts';
import type { WebinarWorld } from '../support/webinar-world.ts';

/**
 * Lets the calls of several processes reach the vendors one at a time, in an order that a seed draws: whatever runs at
 * once at HubSpot is some such order. The same seed gives the same order.
 */
export interface Interleaving {
  /** A process whose calls wait for their turn while something runs interleaved, and pass freely else. */
  startProcess(options?: AppProcessOptions): Promise<AppProcess>;
  /** Runs all of it at once; ends when all have ended, and fails with the first that fails. */
  run<Results extends readonly unknown[]>(works: {
    readonly [Index in keyof Results]: () => Promise<Results[Index]>;
  }): Promise<Results>;
  /** How often one process was cut in on by another one. */
  switchCount(): number;
}

/** How likely the same process goes on: orders with few switches find other mistakes than those with many. */
const persistences = [0, 0.5, 0.8] as const;
/** So long a call is on its way at most. */
const callMsMax = 50;
/** What a process does between two calls takes microtasks; these turns are more than it needs. */
const turnsToSettle = 4;

interface WaitingCall {
  readonly process: number;
  /** Ends when the vendor has answered. */
  go(): Promise<void>;
}

export function createInterleaving(world: WebinarWorld, random: Random): Interleaving {
  const persistence = random.pick(persistences);
  const waiting: WaitingCall[] = [];
  let isRunning = false;
  let processCount = 0;
  let lastProcess = 0;
  let switches = 0;
  let calls = 0;

  const gate =
    (process: number) =>
    (inner: Transport): Transport =>
    (request, timeoutMs) =>
      isRunning
        ? new Promise((resolve, reject) => {
            const go = (): Promise<void> => inner(request, timeoutMs).then(resolve, reject);
            waiting.push({ process, go });
          })
        : inner(request, timeoutMs);

  const pick = (): WaitingCall | undefined => {
    const processes = [...new Set(waiting.map(({ process }) => process))];
    if (processes.length === 0) return undefined;
    const goesOn = processes.includes(lastProcess) && random.next() < persistence;
    const chosen = goesOn ? lastProcess : random.pick(processes);
    if (chosen !== lastProcess) switches += 1;
    lastProcess = chosen;
    const call = random.pick(waiting.filter(({ process }) => process === chosen));
    waiting.splice(waiting.indexOf(call), 1);
    return call;
  };

  return {
    startProcess(options = {}) {
      processCount += 1;
      const gated = gate(processCount);
      const { wrapTransport = (inner: Transport) => inner } = options;
      // Timed once more on the outside: while a call waits for its turn, nobody's sleep ends.
      return world.startProcess({
        ...options,
        wrapTransport: (inner) => world.time.timed(gated(wrapTransport(inner))),
      });
    },
    async run<Results extends readonly unknown[]>(works: {
      readonly [Index in keyof Results]: () => Promise<Results[Index]>;
    }) {
      isRunning = true;
      let isOver = false;
      const all = Promise.all(works.map((work) => work())).finally(() => {
        isOver = true;
      });
      // Whoever fails ends the wait below; the failure itself is thrown at the end.
      all.catch(() => undefined);
      while (!isOver) {
        for (let turn = 0; turn < turnsToSettle; turn += 1) await nextTurn();
        const call = pick();
        if (call === undefined) continue;
        world.time.advance(random.integer(0, callMsMax));
        calls += 1;
        await call.go();
      }
      isRunning = false;
      tell({ calls, switches });
      for (const call of waiting.splice(0)) void call.go();
      return (await all) as unknown as Results;
    },
    switchCount: () => switches,
  };
}

/** Adds facts to the report that a long run asks for by the environment. */
export function tell(facts: Readonly<Record<string, number>>): void {
  const path = process.env['INTERLEAVINGS_REPORT'];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(facts)}\n`);
}

/** Seeds 1 to `count`, or to what the environment says: for long runs. */
export const seeds = (count: number): readonly number[] =>
  Array.from({ length: Number(process.env['INTERLEAVINGS'] ?? count) }, (_, index) => index + 1);
