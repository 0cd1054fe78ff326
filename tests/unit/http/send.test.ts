import { describe, expect, it } from 'vitest';
import { createCallMeter } from '../../../src/app/app.functions/http/call-meter.ts';
import { createDeadline } from '../../../src/app/app.functions/http/deadline.ts';
import type { HttpAnswer } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import { createRateGate } from '../../../src/app/app.functions/http/rate-gate.ts';
import { createSend, type SendParts } from '../../../src/app/app.functions/http/send.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { aFailure, anAnswer, aRequest, errorOf, failureOf } from './http-kit.ts';

type Step = HttpAnswer | IntegrationError | { readonly afterMs: number; readonly then: HttpAnswer | IntegrationError };

function sending(steps: readonly Step[], changes: Partial<SendParts> = {}, budgetMs = 8_000) {
  const time = createVirtualTime({ random: [0.5] });
  const gate = createRateGate(time, { calm: { maxCalls: 100, windowMs: 1_000 } });
  const meter = createCallMeter();
  const timeoutsMs: number[] = [];
  const startsMs: number[] = [];
  const send = createSend({
    time,
    gate,
    meter,
    deadline: createDeadline(time, budgetMs),
    async transport(_request, timeoutMs) {
      const step = steps[timeoutsMs.length];
      timeoutsMs.push(timeoutMs);
      startsMs.push(time.monotonicMs());
      if (step === undefined) throw new Error('one call more than the test expects');
      const result = 'afterMs' in step ? step.then : step;
      if ('afterMs' in step) time.advance(step.afterMs);
      if (result instanceof IntegrationError) throw result;
      return result;
    },
    classify: (request, answer) =>
      toFailure(
        request,
        answer.status === 429 ? 'rate-limited' : answer.status >= 500 ? 'unavailable' : 'rejected',
        { cause: 'vendor-unavailable' },
        { httpStatus: answer.status, retryAfterSeconds: Number(answer.headers['retry-after'] ?? 0) || null },
      ),
    ...changes,
  });
  return { send, time, gate, meter, timeoutsMs, startsMs };
}

const lost = new IntegrationError(aFailure('answer-lost'));

describe('a call', () => {
  it('brings the answer and is counted', async () => {
    const { send, meter } = sending([anAnswer({ body: '{"ok":true}' })]);

    await expect(send(aRequest())).resolves.toEqual(anAnswer({ body: '{"ok":true}' }));

    expect([meter.zoomCallCount(), meter.hubspotCallCount()]).toEqual([1, 0]);
  });

  it('may be answered by nothing at all', async () => {
    const { send } = sending([anAnswer({ status: 204, body: '' })]);

    await expect(send(aRequest())).resolves.toMatchObject({ status: 204 });
  });

  it('fails as the adapter classifies the answer', async () => {
    const { send } = sending([anAnswer({ status: 400 })]);

    expect(await failureOf(send(aRequest()))).toMatchObject({ kind: 'rejected', httpStatus: 400 });
  });

  it('is repeated after a passing failure, and every try is counted', async () => {
    const { send, meter } = sending([lost, anAnswer({ status: 503 }), anAnswer()]);

    await expect(send(aRequest())).resolves.toMatchObject({ status: 200 });

    expect(meter.zoomCallCount()).toBe(3);
  });

  it('is not repeated when the answer was lost and the request is not idempotent', async () => {
    const { send, meter } = sending([lost]);

    expect((await failureOf(send(aRequest({ isIdempotent: false })))).kind).toBe('answer-lost');

    expect(meter.zoomCallCount()).toBe(1);
  });

  it('waits after a rate-limit answer, and so do others of its class', async () => {
    const { send, startsMs } = sending([
      anAnswer({ status: 429, headers: { 'retry-after': '2' } }),
      anAnswer(),
      anAnswer(),
    ]);

    const first = send(aRequest());
    await new Promise(setImmediate);
    const second = send(aRequest());
    await Promise.all([first, second]);

    expect(startsMs[0]).toBe(0);
    expect(startsMs.slice(1).every((startMs) => startMs >= 2_000)).toBe(true);
  });

  it('keeps the rate-limit failure when there is no time to wait', async () => {
    const { send } = sending([anAnswer({ status: 429, headers: { 'retry-after': '3' } })], {}, 2_000);

    expect(await failureOf(send(aRequest()))).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 3 });
  });

  it('gets at most what its own cap and the deadline leave', async () => {
    const { send, timeoutsMs, time } = sending([anAnswer(), anAnswer()]);

    await send(aRequest());
    time.advance(6_500);
    await send(aRequest());

    expect(timeoutsMs).toEqual([5_000, 1_500]);
  });

  it('has a cap of its own where the caller says so', async () => {
    const { send, timeoutsMs } = sending([anAnswer()], { callTimeoutMs: 700 });

    await send(aRequest());

    expect(timeoutsMs).toEqual([700]);
  });

  it('is not started when the deadline is as good as reached', async () => {
    const { send, meter, time } = sending([]);
    time.advance(7_950);

    expect(await failureOf(send(aRequest()))).toMatchObject({ kind: 'deadline', system: 'app' });

    expect(meter.zoomCallCount()).toBe(0);
  });

  it('says that time ran out when the deadline cut it off, and that it may have worked', async () => {
    const timedOut = new IntegrationError(aFailure('timeout'), { cause: new Error('cut') });
    const { send } = sending([{ afterMs: 2_000, then: timedOut }], {}, 2_000);

    const error = await errorOf(send(aRequest()));

    expect(error.failure).toMatchObject({ kind: 'timeout', reason: { cause: 'out-of-time' } });
    expect(error.cause).toMatchObject({ message: 'cut' });
  });

  it('lets other errors of a call at the deadline be what they are', async () => {
    const { send } = sending([{ afterMs: 2_000, then: lost }], {}, 2_000);

    expect((await failureOf(send(aRequest()))).reason).toEqual({ cause: 'vendor-unavailable' });
  });

  it('tells the gate that it was answered, and what the headers say', async () => {
    const observed: unknown[] = [];
    const answered = () => observed.push('answered');
    const { gate, ...rest } = sending([]);
    const { send } = sending([anAnswer({ headers: { 'x-limit': '1' } })], {
      gate: { ...gate, enter: async () => ({ answered }), observe: (...seen) => observed.push(seen) },
    });

    await send(aRequest());

    expect(observed).toEqual(['answered', ['calm', { 'x-limit': '1' }]]);
    expect(rest.meter.zoomCallCount()).toBe(0);
  });
});

describe('a success that cannot be read', () => {
  it.each([
    ['<!DOCTYPE html><html></html>', 'a page instead of JSON'],
    ['\n <html>', 'a page instead of JSON'],
    ['all good', 'not JSON'],
  ])('%j is an unexpected shape and not asked for again', async (body, problem) => {
    const { send, meter } = sending([anAnswer({ body, headers: { 'x-zm-trackingid': 't' } })]);

    expect(await failureOf(send(aRequest()))).toMatchObject({
      kind: 'unexpected-shape',
      reason: { cause: 'answer-malformed', problem },
      httpStatus: 200,
      correlationId: 't',
    });
    expect(meter.zoomCallCount()).toBe(1);
  });

  it.each(['{"people":[{"id":', '[{"a":1}', '{"rows":[{"id":1}'])(
    'breaks off (%j): the answer is lost, and asked for again',
    async (body) => {
      const { send } = sending([anAnswer({ body }), anAnswer({ body: '{"people":[]}' })]);

      await expect(send(aRequest())).resolves.toMatchObject({ body: '{"people":[]}' });
    },
  );

  it('is not asked for again when the request is not idempotent', async () => {
    const { send } = sending([anAnswer({ status: 201, body: '{"id":' })]);

    expect(await failureOf(send(aRequest({ isIdempotent: false })))).toMatchObject({
      kind: 'answer-lost',
      httpStatus: 201,
    });
  });
});

describe('a file', () => {
  const file = aRequest({ expects: 'file' });

  it.each(['WEBVTT', '<!DOCTYPE html>', '{"half', ''])('may be anything: %j', async (body) => {
    const { send } = sending([anAnswer({ body })]);

    await expect(send(file)).resolves.toMatchObject({ body });
  });

  it.each([301, 302, 303, 307, 308])('may be elsewhere: %i is an answer', async (status) => {
    const { send, meter } = sending([anAnswer({ status, headers: { location: '/there' } })]);

    await expect(send(file)).resolves.toMatchObject({ status, headers: { location: '/there' } });
    expect(meter.zoomCallCount()).toBe(1);
  });

  it.each([300, 304, 404])('is refused by any other status: %i', async (status) => {
    const { send } = sending([anAnswer({ status })]);

    expect(await failureOf(send(file))).toMatchObject({ kind: 'rejected', httpStatus: status });
  });

  it('is what JSON is not: there, a redirect is refused', async () => {
    const { send } = sending([anAnswer({ status: 302 })]);

    expect(await failureOf(send(aRequest()))).toMatchObject({ kind: 'rejected', httpStatus: 302 });
  });
});
