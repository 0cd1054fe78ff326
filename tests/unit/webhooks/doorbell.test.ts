import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';
import {
  keyOfDoorbell,
  parseDoorbell,
  postpone,
  toDoorbell,
  toDoorbellRecord,
  type Bell,
} from '../../../src/app/app.functions/webhooks/doorbell.ts';
import { minuteMs, secondMs } from '../../support/webinar-world.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const ring = (bell: Bell, at: number, plannedEndAt: number | null = null) =>
  toDoorbell({ accountId: 'acc', webinarId: '81234567890', bell }, plannedEndAt, at);
const stored = (record: ReturnType<typeof toDoorbellRecord>): StoredRecord => ({ ...record, recordId: '1' });

describe('a doorbell', () => {
  it('is one for all events of its span, and due when the span is over', () => {
    const bells = [0, 1, 7_999].map((ms) => ring('change', noon + ms));

    expect(new Set(bells.map(keyOfDoorbell)).size).toBe(1);
    expect(bells[0]?.dueAt).toBe(noon + 10 * secondMs);
    expect(keyOfDoorbell(ring('change', noon + 8_000))).not.toBe(keyOfDoorbell(ring('change', noon)));
  });

  it('is never rung after it is due', () => {
    for (const bell of ['change', 'end', 'presence'] as const) {
      for (let ms = 0; ms < 120 * minuteMs; ms += 7_777) {
        expect(ring(bell, noon + ms).dueAt).toBeGreaterThan(noon + ms);
      }
    }
  });

  it('of an end waits for the report', () => {
    const { dueAt } = ring('end', noon);

    expect(dueAt - noon).toBeGreaterThanOrEqual(10 * minuteMs);
    expect(dueAt - noon).toBeLessThanOrEqual(15 * minuteMs);
  });

  it('of comings and goings is one until the planned end, and due after it', () => {
    const end = noon + 90 * minuteMs;
    const early = ring('presence', noon, end);

    expect(keyOfDoorbell(ring('presence', noon + 80 * minuteMs, end))).toBe(keyOfDoorbell(early));
    expect(early.dueAt).toBeGreaterThan(end + 20 * minuteMs);
  });

  it('does not believe a planned end that no webinar can have', () => {
    expect(ring('presence', noon, noon + 1e15).dueAt).toBeLessThan(noon + 32 * 60 * minuteMs);
  });

  it('survives being stored', () => {
    const bell = ring('change', noon);

    expect(parseDoorbell(stored(toDoorbellRecord(bell)))).toEqual({
      ...bell,
      key: keyOfDoorbell(bell),
      recordId: '1',
      answerAt: bell.dueAt,
    });
  });

  it('is none where somebody has changed the record', () => {
    const record = stored(toDoorbellRecord(ring('change', noon)));

    for (const payload of ['', '{}', '{"v":2}', 'null']) expect(parseDoorbell({ ...record, payload })).toBeNull();
  });

  it('is postponed four times, each time longer, under the same key', () => {
    let record: ReturnType<typeof postpone> = toDoorbellRecord(ring('change', noon));
    const waits: number[] = [];
    for (;;) {
      const bell = parseDoorbell(stored(record));
      record = bell === null ? null : postpone(bell, noon);
      if (record === null) break;
      expect(record.key).toBe(bell?.key);
      waits.push(((record.occurredAt ?? 0) - noon) / minuteMs);
    }

    expect(waits).toEqual([1, 5, 20, 60]);
  });
});
