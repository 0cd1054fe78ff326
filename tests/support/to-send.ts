import { createAxiosTransport } from '../../src/app/app.functions/http/axios-transport.ts';
import { createCallMeter } from '../../src/app/app.functions/http/call-meter.ts';
import { createDeadline } from '../../src/app/app.functions/http/deadline.ts';
import type { Send } from '../../src/app/app.functions/http/http.ts';
import { createRateGate } from '../../src/app/app.functions/http/rate-gate.ts';
import { createSend } from '../../src/app/app.functions/http/send.ts';
import { classifyHubSpotAnswer } from '../../src/app/app.functions/hubspot/hubspot-errors.ts';
import { hubspotRateLimits } from '../../src/app/app.functions/hubspot/hubspot-limits.ts';
import { onTestFinished } from 'vitest';
import { createVirtualTime } from './virtual-time.ts';

/** The app's own way to HubSpot for a test that writes what a function would have written. */
export function toSend(): Send {
  const time = createVirtualTime();
  const { transport, close } = createAxiosTransport();
  onTestFinished(close);
  return createSend({
    transport,
    time,
    deadline: createDeadline(time, 60_000),
    meter: createCallMeter(),
    gate: createRateGate(time, hubspotRateLimits),
    classify: (request, answer) => classifyHubSpotAnswer(request, answer, time.now()),
  });
}
