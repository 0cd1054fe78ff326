import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAttendanceQueue } from '../../src/app/app.functions/sync/attendance-queue.ts';
import type { PlannedAttendance } from '../../src/app/app.functions/sync/plan.ts';
import type { AttendanceState } from '../../src/app/app.functions/sync/ports.ts';
import { settings } from '../support/arbitraries.ts';

interface Sent {
  readonly sessionKey: string;
  readonly state: AttendanceState;
  readonly contactIds: readonly string[];
}

/** What a plan can have for one session: registered or cancelled, then attended. */
const entriesOfSession: fc.Arbitrary<readonly AttendanceState[]> = fc.constantFrom<AttendanceState[][]>(
  [],
  ['register'],
  ['cancel'],
  ['attend'],
  ['register', 'attend'],
);

const entriesOfPerson: fc.Arbitrary<readonly PlannedAttendance[]> = fc
  .tuple(entriesOfSession, entriesOfSession)
  .map((bySession) =>
    bySession.flatMap((states, session) =>
      states.map((state) => ({ sessionKey: `session-${session}`, state, interactionAt: 1 })),
    ),
  );

/** Some hundred people of few kinds, as webinars have them, and when full batches are sent. */
const people = fc
  .array(fc.tuple(entriesOfPerson, fc.integer({ min: 1, max: 130 })), { maxLength: 5 })
  .map((kinds) => kinds.flatMap(([entries, count]) => Array.from({ length: count }, () => entries)));
const pauses = fc.array(fc.nat({ max: 600 }), { maxLength: 4 });

async function send(given: readonly (readonly PlannedAttendance[])[], stops: readonly number[]) {
  const sent: Sent[] = [];
  const queue = createAttendanceQueue(async (sessionKey, state, entries) => {
    sent.push({ sessionKey, state, contactIds: entries.map(({ contactId }) => contactId) });
  });
  for (const [index, entries] of given.entries()) {
    queue.add(String(index), entries);
    if (stops.includes(index)) await queue.sendFull();
  }
  await queue.sendRest();
  return sent;
}

describe('a queue of attendance', () => {
  it('sends every entry exactly once, and those of one person and session in their order', async () => {
    await fc.assert(
      fc.asyncProperty(people, pauses, async (given, stops) => {
        const sent = await send(given, stops);

        for (const [index, entries] of given.entries()) {
          for (const session of ['session-0', 'session-1']) {
            const states = sent.flatMap(({ sessionKey, state, contactIds }) =>
              contactIds.filter((id) => id === String(index) && sessionKey === session).map(() => state),
            );
            const wanted = entries.filter(({ sessionKey }) => sessionKey === session).map(({ state }) => state);
            expect(states).toEqual(wanted);
          }
        }
      }),
      { ...settings, numRuns: 30 },
    );
  });

  it('sends at most a hundred at once, and in as few batches as can be', async () => {
    await fc.assert(
      fc.asyncProperty(people, pauses, async (given, stops) => {
        const sent = await send(given, stops);
        const countByLine = new Map<string, number>();
        for (const { sessionKey, state } of given.flat()) {
          const line = `${sessionKey} ${state}`;
          countByLine.set(line, (countByLine.get(line) ?? 0) + 1);
        }
        const fewest = [...countByLine.values()].reduce((sum, count) => sum + Math.ceil(count / 100), 0);

        expect(Math.max(0, ...sent.map(({ contactIds }) => contactIds.length))).toBeLessThanOrEqual(100);
        expect(sent).toHaveLength(fewest);
      }),
      { ...settings, numRuns: 60 },
    );
  });
});
