import { describe, expect, it } from 'vitest';
import { packOutcomes, unpackOutcomes, type ItemOutcome } from '../../../src/app/app.functions/sync/outcomes.ts';
import { aStanding } from '../../support/builders.ts';

describe('outcomes', () => {
  const synced: ItemOutcome = { kind: 'synced', contactId: '101', standing: 'registered', sessions: [aStanding()] };
  const skipped: ItemOutcome = { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'refused' };

  it('come back from their records in their order', () => {
    const outcomes = Array.from({ length: 3_000 }, (_, index): ItemOutcome =>
      index % 7 === 0 ? skipped : { ...synced, contactId: String(1_000_000 + index * 7_919) },
    );

    expect(packOutcomes(outcomes).flatMap(unpackOutcomes)).toEqual(outcomes);
  });

  it('of nothing need no record', () => {
    expect(packOutcomes([])).toEqual([]);
  });

  it('that somebody has changed count as not there', () => {
    const [payload = ''] = packOutcomes([synced]);

    for (const changed of [payload.replace('101', '102'), `[${payload}]`, '[]', '']) {
      expect(() => unpackOutcomes(changed)).toThrow('read state records: unavailable');
    }
  });
});
