import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aPlannedWebinar, inDays } from '../support/planned-webinars.ts';
import { endpointToken, type AccountSeed, type WebinarSeed } from '../support/two-accounts.ts';
import type { AppProcess } from '../support/app-process.ts';
import { dayMs, noon, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

const optionsAnswer = z.object({
  options: z.array(z.object({ label: z.string(), description: z.string(), value: z.string() })),
  after: z.optional(z.string()),
  searchable: z.literal(true),
});

interface Asked {
  readonly inputFieldName?: string;
  readonly inputFields?: Readonly<Record<string, unknown>>;
  readonly q?: string;
  readonly after?: string;
}

async function ask(process: AppProcess, { q, after, ...asked }: Asked = {}) {
  const { statusCode, body } = await process.request('webinar_options', {
    method: 'POST',
    params: { t: [endpointToken] },
    headers: {},
    body: {
      origin: { portalId: 1, actionDefinitionId: 2, actionDefinitionVersion: 1 },
      objectTypeId: '0-1',
      inputFieldName: 'webinar',
      inputFields: {},
      fetchOptions: { q, after },
      ...asked,
    },
  });
  expect(statusCode).toBe(200);
  return optionsAnswer.parse(JSON.parse(body));
}

const aWebinar = (number: number, changes: Partial<WebinarSeed> = {}): WebinarSeed =>
  aPlannedWebinar({
    id: String(81_000_000_000 + number),
    uuid: `webinar${number}webinar==`,
    topic: `Webinar ${number}`,
    start_time: inDays(number),
    registrants: [],
    ...changes,
  });

const other: AccountSeed = {
  account_id: 'acc-other',
  client_id: 'client-other',
  client_secret: 'secret-other',
  plan: 'unlimited',
  users: [{ id: 'host-2', email: 'host@other.example.com', first_name: 'Odd', last_name: 'Other' }],
  webinars: [{ ...aWebinar(7, { id: '82222222222', topic: 'Ångström for all' }), host_id: 'host-2' }],
};
const connections = JSON.stringify([
  { name: 'main', accountId: 'acc-main', clientId: 'client-main', clientSecret: 'secret-main' },
  { name: 'Other brand', accountId: 'acc-other', clientId: 'client-other', clientSecret: 'secret-other' },
]);

async function openSwept(
  webinars: readonly WebinarSeed[],
  withOther = false,
): Promise<WebinarWorld & { readonly process: AppProcess }> {
  const world = await openWorld({ webinars, otherAccounts: withOther ? [other] : [] });
  const process = await world.startProcess(withOther ? { environment: { ZOOM_CONNECTIONS: connections } } : {});
  for (const connection of withOther ? ['main', 'Other brand'] : ['main']) {
    let isDone = false;
    let sweepId: string | undefined;
    while (!isDone) {
      const answer = (await process.call('run_sweep', { connection, ...(sweepId && { sweepId }) })) as {
        readonly done?: boolean;
        readonly sweepId?: string;
        readonly retryAfterSeconds?: number;
      };
      sweepId = answer.sweepId;
      isDone = answer.done !== false || (answer.retryAfterSeconds ?? 0) > 0;
    }
  }
  return { ...world, process };
}

describe('B20: the list of webinars', () => {
  it('has the upcoming ones with registration, account by account and by date', async () => {
    const world = await openSwept(
      [
        aWebinar(2),
        aWebinar(1),
        aWebinar(3, { settings: { approval_type: 2 } }),
        aWebinar(4, { is_events_webinar: true }),
        aWebinar(-2),
      ],
      true,
    );

    const { options, after } = await ask(world.process);

    expect(options).toEqual([
      {
        label: 'Webinar 1 · 2026-11-21 12:00 UTC',
        description: 'main · Hanna Host · 81000000001',
        value: 'acc-main:81000000001',
      },
      {
        label: 'Webinar 2 · 2026-11-22 12:00 UTC',
        description: 'main · Hanna Host · 81000000002',
        value: 'acc-main:81000000002',
      },
      {
        label: 'Ångström for all · 2026-11-27 12:00 UTC',
        description: 'Other brand · Odd Other · 82222222222',
        value: 'acc-other:82222222222',
      },
    ]);
    expect(after).toBeUndefined();
  });

  it('costs no Zoom call and at most three HubSpot calls', async () => {
    const world = await openSwept([aWebinar(1)]);
    world.two.zoom.requests.clear();
    world.two.hubspot.requests.clear();

    await ask(await world.startProcess());

    expect(world.two.zoom.requests.list()).toEqual([]);
    expect(world.two.hubspot.requests.list().length).toBeLessThanOrEqual(3);
  });

  it('can be searched, whatever the accents', async () => {
    const { process } = await openSwept([aWebinar(1)], true);

    expect((await ask(process, { q: 'angstrom' })).options.map(({ value }) => value)).toEqual([
      'acc-other:82222222222',
    ]);
    expect((await ask(process, { q: '810 0000 0001' })).options).toHaveLength(1);
    expect((await ask(process, { q: 'nothing' })).options).toEqual([]);
  });

  it('comes in pages', async () => {
    const { process } = await openSwept(Array.from({ length: 60 }, (_, index) => aWebinar(index + 1)));

    const first = await ask(process);
    const second = await ask(process, { after: first.after ?? '' });

    expect([first.options.length, first.after, second.options.length, second.after]).toEqual([50, '50', 10, undefined]);
  }, 30_000);

  it('is that of the account that is chosen', async () => {
    const { process } = await openSwept([aWebinar(1)], true);

    const { options } = await ask(process, {
      inputFields: { zoom_account: { type: 'STATIC_VALUE', value: 'acc-other' } },
    });

    expect(options.map(({ value }) => value)).toEqual(['acc-other:82222222222']);
  });

  it('is empty before anything was set up', async () => {
    const world = await openWorld({ webinars: [], settings: null });

    expect((await ask(await world.startProcess())).options).toEqual([]);
  });
});

describe('the other lists', () => {
  const occurrences = [-3, 3, 10].map((days) => ({
    occurrence_id: String(noon + days * dayMs),
    start_time: inDays(days),
  }));
  const series = aPlannedWebinar({
    type: 9,
    settings: { approval_type: 0, registration_type: 2 },
    occurrences,
    registrants: [],
  });

  it.each([
    ['picked', { webinar: { type: 'STATIC_VALUE', value: `acc-main:${webinarId}` } }],
    ['typed', { webinar_id: '812 3456 7890' }],
  ])('have the dates to come of a series that is %s', async (_, inputFields) => {
    const world = await openWorld({ webinars: [series] });

    const { options } = await ask(await world.startProcess(), { inputFieldName: 'occurrence', inputFields });

    expect(options).toEqual(
      [3, 10].map((days) => ({
        label: `2026-11-${days + 20} 12:00 UTC`,
        description: 'Growing tomatoes · 60 min',
        value: String(noon + days * dayMs),
      })),
    );
  });

  it.each([
    ['without a webinar', {}],
    ['of a webinar ID from a property', { webinar_id_property: { type: 'OBJECT_PROPERTY', propertyName: 'x' } }],
    ['of half a number', { webinar_id: '812' }],
    ['of an account that is gone', { webinar: 'gone:81234567890' }],
    ['of one that is not there', { webinar_id: '80000000001' }],
  ])('have no dates %s', async (_, inputFields) => {
    const world = await openWorld({ webinars: [series] });

    expect((await ask(await world.startProcess(), { inputFieldName: 'occurrence', inputFields })).options).toEqual([]);
  });

  it('have the connected Zoom accounts', async () => {
    const world = await openWorld({ webinars: [] });
    const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: connections } });

    const all = await ask(process, { inputFieldName: 'zoom_account' });
    const found = await ask(process, { inputFieldName: 'zoom_account', q: 'brand' });

    expect(all.options.map(({ label, value }) => [label, value])).toEqual([
      ['main', 'acc-main'],
      ['Other brand', 'acc-other'],
    ]);
    expect(found.options).toHaveLength(1);
  });

  it('are empty for an account that is not connected any more', async () => {
    const world = await openWorld({ webinars: [series] });
    const asked = { inputFieldName: 'webinar', inputFields: { zoom_account: { type: 'STATIC_VALUE', value: 'gone' } } };

    expect((await ask(await world.startProcess(), asked)).options).toEqual([]);
  });

  it('are empty for a field that has none', async () => {
    const world = await openWorld({ webinars: [] });

    expect((await ask(await world.startProcess(), { inputFieldName: 'webinar_id' })).options).toEqual([]);
  });
});
