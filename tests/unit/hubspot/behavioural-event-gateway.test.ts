import { describe, expect, it } from 'vitest';
import { createBehaviouralEventGateway } from '../../../src/app/app.functions/hubspot/behavioural-event-gateway.ts';
import type { BehaviouralEvent } from '../../../src/app/app.functions/sync/ports.ts';
import { aProblem, createFakeHubSpot, failureOf, noon } from './fake-hubspot.ts';

const eventNames = {
  registration: 'pe1_zwh_webinar_registration',
  attendance: 'pe1_zwh_webinar_attendance',
  recording: 'pe1_zwh_recording_available',
};

const anEvent = (changes: Partial<BehaviouralEvent> = {}): BehaviouralEvent => ({
  kind: 'registration',
  contactId: '101',
  occurredAt: noon,
  uuid: 'u-1',
  properties: { webinar_id: '123' },
  ...changes,
});

const accepting = () => {
  const { api, sent } = createFakeHubSpot(() => ({ status: 204 }));
  return { gateway: createBehaviouralEventGateway(api, { eventNames }), sent };
};

describe('custom events', () => {
  it('are sent by contact id under their full names, with the uuid that makes a repeat harmless', async () => {
    const { gateway, sent } = accepting();

    await gateway.send([anEvent(), anEvent({ kind: 'attendance', uuid: 'u-2' })]);

    expect(sent[0]).toMatchObject({
      method: 'POST',
      target: '/events/v3/send/batch',
      isIdempotent: true,
      rateClass: 'hubspot.event-send',
    });
    expect(sent[0]?.json).toEqual({
      inputs: [
        {
          eventName: 'pe1_zwh_webinar_registration',
          objectId: '101',
          occurredAt: '2026-11-20T12:00:00.000Z',
          uuid: 'u-1',
          properties: { webinar_id: '123' },
        },
        {
          eventName: 'pe1_zwh_webinar_attendance',
          objectId: '101',
          occurredAt: '2026-11-20T12:00:00.000Z',
          uuid: 'u-2',
          properties: { webinar_id: '123' },
        },
      ],
    });
  });

  it.each([
    ['256 characters stay', 'x'.repeat(256), 256],
    ['257 characters are cut', 'x'.repeat(257), 256],
    ['a character of two halves is not torn apart', `${'x'.repeat(255)}🍅🍅`, 255],
  ])('have values of bounded length: %s', async (_name, value, length) => {
    const { gateway, sent } = accepting();

    await gateway.send([anEvent({ properties: { webinar_name: value } })]);

    const { inputs } = sent[0]?.json as { readonly inputs: readonly { readonly properties: Record<string, string> }[] };
    expect(inputs[0]?.properties.webinar_name).toHaveLength(length);
  });

  it.each([
    ['stay whole', 256, ['recording_url', 'webinar_id']],
    ['are left out rather than cut', 257, ['webinar_id']],
  ])('have links that %s with %i characters', async (_name, length, names) => {
    const { gateway, sent } = accepting();
    const properties = { webinar_id: '123', recording_url: 'https://zoom.test/rec/'.padEnd(length, 'x') };

    await gateway.send([anEvent({ kind: 'recording', properties })]);

    const { inputs } = sent[0]?.json as { readonly inputs: readonly { readonly properties: object }[] };
    expect(inputs).toMatchObject([{ eventName: 'pe1_zwh_recording_available' }]);
    expect(Object.keys(inputs[0]?.properties ?? {}).sort()).toEqual(names);
  });

  it('go out in one call of at most 500, and in none when there are none', async () => {
    const { gateway, sent } = accepting();

    await gateway.send([]);
    await gateway.send(Array.from({ length: 500 }, () => anEvent()));

    expect(sent).toHaveLength(1);
    expect(await failureOf(gateway.send(Array.from({ length: 501 }, () => anEvent())))).toMatchObject({ kind: 'bug' });
  });

  it('end with the failure when HubSpot refuses the call', async () => {
    const { api } = createFakeHubSpot(() => ({ status: 400, json: aProblem({ message: 'No such event' }) }));

    expect(await failureOf(createBehaviouralEventGateway(api, { eventNames }).send([anEvent()]))).toMatchObject({
      kind: 'rejected',
      reason: { cause: 'vendor-refused', problem: 'No such event' },
    });
  });
});
