import { expect, vi } from 'vitest';
import * as z from 'zod';
import { namesOf, secretsOf, type TwoAccounts } from './two-accounts.ts';

const lineSchema = z.looseObject({ level: z.enum(['error', 'warn', 'info']), msg: z.string() });
export type LogLine = z.infer<typeof lineSchema>;

/** HubSpot keeps this much of one call's log. */
const logBytesMax = 4_096;

/**
 * Takes what the functions have logged since the last time, and checks it: JSON lines of a bounded size per call, without
 * addresses, names of people and secrets.
 */
export function takeFunctionLog(two: TwoAccounts): readonly LogLine[] {
  const log = vi.mocked(console.log);
  const texts = log.mock.calls.map(([text]: readonly unknown[]) => String(text));
  log.mockClear();
  const bytesByCall = new Map<unknown, number>();
  const lines = texts.map((text) => {
    const line = lineSchema.parse(JSON.parse(text));
    const callId = line['callId'] ?? 'truncation notice';
    bytesByCall.set(callId, (bytesByCall.get(callId) ?? 0) + Buffer.byteLength(text) + 1);
    return line;
  });
  for (const bytes of bytesByCall.values()) expect(bytes).toBeLessThan(logBytesMax);

  const all = texts.join('\n');
  const names = namesOf(two);
  expect(all).not.toContain('@');
  expect(secretsOf(two).filter((secret) => all.includes(secret))).toEqual([]);
  expect(all.split(/[^\p{L}\p{N}]+/u).filter((word) => names.has(word))).toEqual([]);
  return lines;
}
