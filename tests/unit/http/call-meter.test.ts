import { expect, it } from 'vitest';
import { createCallMeter } from '../../../src/app/app.functions/http/call-meter.ts';

it('counts the calls of each vendor apart', () => {
  const meter = createCallMeter();

  meter.count('zoom');
  meter.count('hubspot');
  meter.count('zoom');

  expect([meter.zoomCallCount(), meter.hubspotCallCount()]).toEqual([2, 1]);
});
