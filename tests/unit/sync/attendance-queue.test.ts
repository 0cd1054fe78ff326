import { describe, expect, it } from 'vitest';
import { createAttendanceQueue } from '../../../src/app/app.functions/sync/attendance-queue.ts';
import type { PlannedAttendance } from '../../../src/app/app.functions/sync/plan.ts';
import type { AttendanceEntry } from '../../../src/app/app.functions/sync/ports.ts';

interface Sent {
  readonly sessionKey: string;
  readonly state: string;
  readonly entries: readonly AttendanceEntry[];
}

function aQueue() {
  const sent: Sent[] = [];
  const queue = createAttendanceQueue(async (sessionKey, state, entries) => {
    sent.push({ sessionKey, state, entries });
  });
  return { queue, sent };
}

const register = (sessionKey = 'main'): PlannedAttendance => ({ sessionKey, state: 'register', interactionAt: 1 });
const cancel = (sessionKey = 'main'): PlannedAttendance => ({ sessionKey, state: 'cancel', interactionAt: 2 });
const attend = (sessionKey = 'main'): PlannedAttendance => ({
  sessionKey,
  state: 'attend',
  interactionAt: 3,
  joinedAt: 3,
  leftAt: 4,
});

const contactIds = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index));
const summary = (sent: readonly Sent[]) =>
  sent.map(({ sessionKey, state, entries }) => `${state} ${sessionKey} ${entries.length}`);

describe('entries of attendance', () => {
  it('wait until there are a hundred of one kind for one session', async () => {
    const { queue, sent } = aQueue();
    for (const id of contactIds(99)) queue.add(id, [register()]);

    await queue.sendFull();
    expect(sent).toEqual([]);

    queue.add('99', [register()]);
    await queue.sendFull();
    expect(summary(sent)).toEqual(['register main 100']);
  });

  it('are sent with the contact and their times only', async () => {
    const { queue, sent } = aQueue();
    queue.add('101', [register(), attend()]);

    await queue.sendRest();

    expect(sent.map(({ entries }) => entries)).toEqual([
      [{ contactId: '101', interactionAt: 1 }],
      [{ contactId: '101', interactionAt: 3, joinedAt: 3, leftAt: 4 }],
    ]);
  });

  it('of one person are sent one after the other', async () => {
    const { queue, sent } = aQueue();
    for (const id of contactIds(100)) queue.add(id, [register(), attend()]);

    await queue.sendFull();

    expect(summary(sent)).toEqual(['register main 100', 'attend main 100']);
  });

  it('of different sessions do not wait for each other', async () => {
    const { queue, sent } = aQueue();
    queue.add('101', [register('first'), register('second'), attend('first')]);

    await queue.sendRest();

    expect(summary(sent)).toEqual(['register first 1', 'register second 1', 'attend first 1']);
  });

  it('of attendance wait for registrations that may bring more of it', async () => {
    const { queue, sent } = aQueue();
    for (const id of contactIds(60)) queue.add(id, [attend()]);
    for (const id of contactIds(30)) queue.add(`r${id}`, [register(), attend()]);
    for (const id of contactIds(10)) queue.add(`c${id}`, [cancel(), attend()]);

    await queue.sendRest();

    expect(summary(sent)).toEqual(['register main 30', 'cancel main 10', 'attend main 100']);
  });

  it('are sent without waiting for a full batch first', async () => {
    const { queue, sent } = aQueue();
    for (const id of contactIds(250)) queue.add(id, [register()]);

    await queue.sendRest();

    expect(summary(sent)).toEqual(['register main 100', 'register main 100', 'register main 50']);
  });

  it('are none for somebody without', async () => {
    const { queue, sent } = aQueue();
    queue.add('101', []);

    await queue.sendRest();

    expect(sent).toEqual([]);
  });

  it('lack a leave when they lack a join, because HubSpot takes only both', async () => {
    const { queue, sent } = aQueue();
    queue.add('101', [{ sessionKey: 'main', state: 'attend', interactionAt: 3, joinedAt: 3 }]);

    await queue.sendRest();

    expect(sent[0]?.entries).toEqual([{ contactId: '101', interactionAt: 3 }]);
  });

  it('are not sent after a failure', async () => {
    const failure = new Error('out of order');
    const queue = createAttendanceQueue(() => Promise.reject(failure));
    queue.add('101', [register(), attend()]);

    await expect(queue.sendRest()).rejects.toBe(failure);
  });
});
