import { describe, expect, it } from 'vitest';
import { keepWrites } from '../../../src/app/app.functions/sync/keep-writes.ts';
import type { SyncParts } from '../../../src/app/app.functions/sync/step.ts';
import {
  createWriteWatch,
  parseWritesRecord,
  writesBellKey,
  writesKeyOf,
  type WritePeriod,
} from '../../../src/app/app.functions/sync/write-periods.ts';
import { accountId, webinarId, weekLater } from '../../support/builders.ts';
import { aState, keys, someParts } from './a-step.ts';

const secondMs = 1_000;
const before: WritePeriod = { from: weekLater - 60 * secondMs, to: weekLater - 58 * secondMs };
const now: WritePeriod = { from: weekLater, to: weekLater };

function aStepThatWrote(parts: Partial<SyncParts> = {}) {
  const writeWatch = createWriteWatch(() => weekLater);
  writeWatch.begin()();
  return { parts: someParts(parts), keys, state: aState({ contactWrites: [before] }), writeWatch };
}

describe('what a step remembers of when it wrote contacts', () => {
  it('is kept with what steps before it wrote, and told to sweeps', () => {
    const { contactWrites, records } = keepWrites(aStepThatWrote());

    expect(contactWrites).toEqual([before, now]);
    expect(records.map(({ key, kind }) => [key, kind])).toEqual([
      [writesKeyOf(accountId, webinarId), 'writes'],
      [writesBellKey, 'writes'],
    ]);
    expect(records.map(parseWritesRecord)).toEqual([{ accountId, webinarId, periods: [before, now] }, null]);
  });

  it.each([
    ['wrote nobody', { ...aStepThatWrote(), writeWatch: createWriteWatch(() => weekLater) }],
    ['is a dry run', aStepThatWrote({ isDryRun: true })],
    ['belongs to a sweep, which remembers it', aStepThatWrote({ onContactsWritten: () => {} })],
  ])('is nothing new when it %s', (_, step) => {
    expect(keepWrites(step)).toEqual({ contactWrites: [before], records: [] });
  });
});
