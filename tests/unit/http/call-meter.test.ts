import { expect, it } from 'vitest';
import { createCallMeter } from '../../../src/app/app.functions/http/call-meter.ts';

it('counts the calls of each vendor apart', () => {
  const meter = createCallMeter();

  meter.count('zoom');
  meter.count('hubspot');
  meter.count('zoom');

  expect([meter.zoomCallCount(), meter.hubspotCallCount()]).toEqual([2, 1]);
});

it('knows how long the calls of each vendor take, and nothing before the first has ended', () => {
  const meter = createCallMeter();
  const before = [meter.meanCallMs('zoom'), meter.meanCallMs('hubspot')];

  meter.addCallMs('hubspot', 100);
  meter.addCallMs('hubspot', 300);

  expect([before, meter.meanCallMs('zoom'), meter.meanCallMs('hubspot')]).toEqual([[0, 0], 0, 200]);
});
