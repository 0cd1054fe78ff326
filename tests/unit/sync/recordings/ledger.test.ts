import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../../src/app/app.functions/sync/recordings/ledger.ts';
import { openProgress } from '../../../../src/app/app.functions/sync/recordings/recordings-progress.ts';

describe('the ledger of a step', () => {
  it('knows whether the step has got any further', () => {
    const ledger = createLedger(openProgress(null, {}, 'nobody'));
    expect(ledger.hasChanged()).toBe(false);

    ledger.count('events', 3);

    expect(ledger.hasChanged()).toBe(true);
    expect(ledger.progress().changes.events).toBe(3);
  });

  it('makes the same record in whatever order the vendors answer', () => {
    const ledger = createLedger(openProgress(null, {}, 'nobody'));

    for (const uuid of ['c', 'a', 'b']) {
      ledger.note('sightings', uuid, { kind: 'no-recording' });
      ledger.changeState(uuid, { contactCount: 1 });
    }

    expect(Object.keys(ledger.progress().sightings)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(ledger.progress().states)).toEqual(['a', 'b', 'c']);
  });

  it('begins the people anew under other exclusions, and keeps what is known of Zoom', () => {
    const ledger = createLedger(openProgress(null, {}, 'nobody'));
    ledger.note('sightings', 'a', { kind: 'no-recording' });
    ledger.note('calls', 'a', { kind: 'no-call' });
    ledger.change({ survey: { partition: 2, attendedKeys: ['main'] } });

    const opened = openProgress(ledger.progress(), {}, 'without jack');

    expect(opened).toMatchObject({ calls: {}, audience: null, survey: { partition: 0, attendedKeys: [] } });
    expect(opened.sightings).toEqual({ a: { kind: 'no-recording' } });
    expect(openProgress(opened, {}, 'without jack')).toBe(opened);
  });
});
