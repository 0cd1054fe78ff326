import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulators/core/faults.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import { failed, hourMs, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { viewWhole, type WholeView } from './whole-view.ts';

export type System = 'zoom' | 'hubspot';
export type Effect = Fault['fault'];

/** One thing that the app is asked to do, in a world of its own. */
export interface FaultScenario {
  open(): Promise<WebinarWorld>;
  /** What is done while a vendor is ill, until it is done or has failed. */
  attempt(world: WebinarWorld): Promise<CallAnswer<{ readonly ok: true }>>;
  /** What is done when the vendors are well again; expects that it succeeds. */
  finish(world: WebinarWorld): Promise<void>;
}

/** A vendor's operation that a scenario needs. */
export interface FaultyOperation {
  readonly system: System;
  readonly operation: string;
  /** Of its answer, one that the app cannot do without. */
  readonly field: string | null;
  /** Names of faults that may also last without a failure: the sync goes on, and the next one mends what was missed. */
  readonly survives?: readonly string[];
  /** Names of faults that have tests of their own. */
  readonly except?: readonly string[];
}

export const answer = (
  status: number,
  body: unknown,
  more: Partial<Extract<Effect, { kind: 'answer' }>> = {},
): Effect => ({ kind: 'answer', status, body, ...more });

export const limited = {
  code: 429,
  message: 'You have reached the maximum per-second rate limit.',
  policyName: 'SECONDLY',
};
const spent = {
  code: 429,
  message: 'You have reached the maximum daily rate limit for this API.',
  policyName: 'DAILY',
  category: 'RATE_LIMITS',
};
const broken = { code: 500, message: 'Internal error.', category: 'INTERNAL_ERROR' };

type NamedFault = readonly [name: string, effect: Effect, causes: readonly string[]];

/** What may happen to any call; the causes are those that the app may give for it. */
const commonFaults: readonly NamedFault[] = [
  ['a page under status 200', { kind: 'html', status: 200 }, ['answer-malformed']],
  ['a page under status 404', { kind: 'html', status: 404 }, ['answer-malformed']],
  ['a page of the edge', { kind: 'html', status: 502 }, ['vendor-unavailable']],
  ['half an answer', { kind: 'truncate' }, ['answer-malformed']],
  ['a connection cut before anything happened', { kind: 'cut', when: 'before' }, ['vendor-unavailable']],
  ['a connection cut after it happened', { kind: 'cut', when: 'after' }, ['vendor-unavailable']],
  ['an error after it happened', answer(503, broken, { when: 'after' }), ['vendor-unavailable']],
  ['a rate limit', answer(429, limited), ['limit-reached']],
  ['a rate limit with a time', answer(429, limited, { headers: { 'Retry-After': '2' } }), ['limit-reached']],
  ['a rate limit for long', answer(429, limited, { headers: { 'Retry-After': '600' } }), ['limit-reached']],
  ['a daily limit', answer(429, spent, { headers: { 'x-ratelimit-type': 'Daily-limit' } }), ['limit-reached']],
];

const scope = 'some.scope.of.the.vendor';

/** What the vendors say, each in its own way. */
const ownFaults: Readonly<Record<System, readonly NamedFault[]>> = {
  zoom: [
    ['a refusal', answer(400, { code: 300, message: 'Invalid field.' }), ['vendor-refused']],
    ['a refused token', answer(401, { code: 124, message: 'Invalid access token.' }), ['zoom-credentials-refused']],
    [
      'a missing scope',
      answer(400, { code: 4711, message: `Invalid access token, does not contain scopes:[${scope}].` }),
      ['scopes-missing'],
    ],
  ],
  hubspot: [
    [
      'a refusal',
      answer(400, { status: 'error', category: 'VALIDATION_ERROR', message: 'Not like this.' }),
      ['vendor-refused'],
    ],
    [
      'a refused token',
      answer(401, { status: 'error', category: 'INVALID_AUTHENTICATION', message: 'Not you.' }),
      ['hubspot-token-refused'],
    ],
    [
      'a missing scope',
      answer(403, {
        status: 'error',
        category: 'MISSING_SCOPES',
        message: 'This app lacks scopes.',
        errors: [{ message: 'One of these is needed.', context: { requiredGranularScopes: [scope] } }],
      }),
      ['scopes-missing'],
    ],
  ],
};

/** Those that an operation of its own could get wrong: what was done, what came, what is refused. The rest is in one layer. */
const telling: ReadonlySet<string> = new Set([
  'a page under status 200',
  'a page under status 404',
  'half an answer',
  'a connection cut after it happened',
  'an error after it happened',
  'a rate limit for long',
  'a refusal',
  'a missing scope',
]);

/** Those of which one is not like another where it happens only once. */
const passing: ReadonlySet<string> = new Set([
  'a page under status 200',
  'half an answer',
  'a connection cut after it happened',
  'an error after it happened',
  'a refusal',
]);

/** The vendors answer 200 with nothing to these, so there is nothing that could be cut in half. */
const answersNothing: ReadonlySet<string> = new Set([
  'events.send-batch',
  'custom-objects.batch-archive',
  'associations.batch-archive',
  'transcripts.delete',
]);

/** What was created is read back when the answer to it is lost, so that no fault of the answer can last. */
const isReadBack: ReadonlySet<string> = new Set(['custom-objects.create']);
const happensFirst = (effect: Effect): boolean =>
  effect.kind === 'truncate' || ('when' in effect && effect.when === 'after');

const stepsMax = 40;

/** Steps until the sync is done or has failed. */
export async function syncUntilFailure(world: WebinarWorld): Promise<CallAnswer<SyncWebinarAnswer>> {
  let runId: string | undefined;
  for (let count = 0; count < stepsMax; count += 1) {
    const answered = await world.step({ webinarId, ...(runId === undefined ? {} : { runId }) });
    if (!answered.ok || answered.done) return answered;
    ({ runId } = answered);
    await world.time.sleep(answered.retryAfterSeconds * secondMs);
  }
  throw new Error(`the sync has neither ended nor failed after ${stepsMax} steps`);
}

const recoverMs = hourMs / 2;

/** Does the rest when the vendors are well again, later than any lease or limit lasts. */
export async function recover({ finish }: FaultScenario, world: WebinarWorld): Promise<void> {
  for (const standIn of [world.two.zoom, world.two.hubspot]) standIn.faults.clear();
  world.time.advance(recoverMs);
  await finish(world);
  expectTrueHubSpot(world.two);
}

/** How HubSpot looks when nothing went wrong; found out once. */
export function createUndisturbedView(scenario: FaultScenario): () => Promise<WholeView> {
  let known: Promise<WholeView> | null = null;
  const look = async (): Promise<WholeView> => {
    const world = await scenario.open();
    world.time.advance(recoverMs);
    await scenario.finish(world);
    return viewWhole(world.two.hubspot.world());
  };
  return () => (known ??= look());
}

/**
 * Faults of every operation, lasting and once: what the app says, and that nothing is left to mend.
 *
 * @param extent - `telling` leaves out what happens to all operations alike, where another scenario shows it
 */
export function describeFaults(
  scenario: FaultScenario,
  operations: readonly FaultyOperation[],
  extent: 'every' | 'telling' = 'telling',
): void {
  const viewUndisturbed = createUndisturbedView(scenario);
  const expectUndisturbed = async ({ two }: WebinarWorld): Promise<void> =>
    expect(viewWhole(two.hubspot.world())).toEqual(await viewUndisturbed());

  describe.each(operations)('$system $operation', ({ system, operation, field, survives = [], except = [] }) => {
    const applying = [...commonFaults, ...ownFaults[system]].filter(
      ([name, effect]) =>
        (extent === 'every' || telling.has(name)) &&
        !except.includes(name) &&
        (effect.kind !== 'truncate' || !answersNothing.has(operation)),
    );
    const once = applying.filter(([name]) => passing.has(name));
    const survived = applying.filter(([name]) => survives.includes(name));
    const failing = applying.filter(
      ([name, effect]) => !survives.includes(name) && !(isReadBack.has(operation) && happensFirst(effect)),
    );

    it.each(failing)(
      'every time %s: the failure says why, and the next run finds nothing to mend',
      async (_, fault, causes) => {
        const world = await scenario.open();
        world.two[system].faults.add([{ operation, occurrence: 'every', fault }]);

        const failure = failed(await scenario.attempt(world));
        await recover(scenario, world);

        expect(failure.system).toBe(system);
        expect(causes).toContain(failure.reason.cause);
        await expectUndisturbed(world);
      },
    );

    it.each(survived)('every time %s: the sync ends, and the next one mends what was missed', async (_, fault) => {
      const world = await scenario.open();
      world.two[system].faults.add([{ operation, occurrence: 'every', fault }]);

      const answered = succeeded(await scenario.attempt(world));
      await recover(scenario, world);

      expect(answered).toMatchObject({ done: true });
      await expectUndisturbed(world);
    });

    it.each(once)('once %s: it is overcome at once, or by the next step', async (_, fault) => {
      const world = await scenario.open();
      world.two[system].faults.add([{ operation, occurrence: 1, fault }]);

      await scenario.attempt(world);
      const used = world.two[system].faults.list();
      await recover(scenario, world);

      expect(used).toMatchObject([{ usedCount: 1 }]);
      await expectUndisturbed(world);
    });

    const malformed: readonly (readonly [string, Effect])[] =
      field === null
        ? []
        : [
            ['misses', { kind: 'omit-field', path: field }],
            ['has nothing as', { kind: 'set-field', path: field, value: null }],
            ['has something else as', { kind: 'set-field', path: field, value: { more: 1 } }],
          ];

    it.each(malformed)(
      `an answer that %s ${field ?? ''} is not understood, and never means that there is nothing`,
      async (_, fault) => {
        const world = await scenario.open();
        world.two[system].faults.add([{ operation, occurrence: 'every', fault }]);

        const failure = failed(await scenario.attempt(world));
        await recover(scenario, world);

        expect(failure).toMatchObject({ kind: 'unexpected-shape', system, reason: { cause: 'answer-malformed' } });
        await expectUndisturbed(world);
      },
    );
  });
}
