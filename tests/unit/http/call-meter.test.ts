import { expect, it } from 'vitest';
import { createCallMeter } from '../../../src/app/app.functions/http/call-meter.ts';

it('counts the calls of each vendor apart', () => {
  const meter = createCallMeter();

  meter.count('zoom');
  meter.count('hubspot');
  meter.count('zoom');

  expect([meter.zoomCallCount(), meter.hubspotCallCount()]).toEqual([2, 1]);
});

it('counts for the whole as well, where it is a part of one', () => {
  const whole = createCallMeter();
  const [first, second] = [createCallMeter(whole), createCallMeter(whole)];
  whole.count('zoom');

  first.count('zoom');
  second.count('hubspot');
  second.addCallMs('hubspot', 50);

  expect([first.zoomCallCount(), first.hubspotCallCount()]).toEqual([1, 0]);
  expect([second.zoomCallCount(), second.hubspotCallCount()]).toEqual([0, 1]);
  expect([whole.zoomCallCount(), whole.hubspotCallCount()]).toEqual([2, 1]);
  expect([whole.meanCallMs('hubspot'), first.meanCallMs('hubspot')]).toEqual([50, 0]);
});

it('knows how long the calls of each vendor take, and nothing before the first has ended', () => {
  const meter = createCallMeter();
  const before = [meter.meanCallMs('zoom'), meter.meanCallMs('hubspot')];

  meter.addCallMs('hubspot', 100);
  meter.addCallMs('hubspot', 300);

  expect([before, meter.meanCallMs('zoom'), meter.meanCallMs('hubspot')]).toEqual([[0, 0], 0, 200]);
});
