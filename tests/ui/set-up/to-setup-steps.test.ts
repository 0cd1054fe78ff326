import { describe, expect, it } from 'vitest';
import type { OverviewAnswer } from '../../../src/app/extensions/contract/overview.ts';
import type { SetupCheck } from '../../../src/app/extensions/contract/setup.ts';
import type { SweepReport } from '../../../src/app/extensions/contract/sweep.ts';
import {
  findNextStep,
  toKnownSteps,
  toSetupSteps,
} from '../../../src/app/extensions/settings-page/set-up/to-setup-steps.ts';
import { aConnectionMemory, aFailure, anOverview, noEvents } from '../support/builders.ts';
import { words } from '../support/words.ts';
import { aCheck, passedChecks, withCheck } from './setup-checks.ts';

const aSweep = (isSyncOn: boolean): SweepReport => ({
  connection: 'main',
  startedAt: '2026-11-04T09:00:00Z',
  finishedAt: '2026-11-04T09:01:00Z',
  isSyncOn,
  userCount: 1,
  usersWithoutPlanCount: 0,
  webinarCount: 1,
  newWebinarCount: 1,
  syncedCount: 1,
  failedCount: 0,
  offCount: 0,
  notSupportedCount: 0,
  settledCount: 0,
  calls: { zoom: 1, hubspot: 1 },
  steps: 1,
});

const overviewAfter = (sweep: SweepReport | null, overrides: Partial<OverviewAnswer> = {}) =>
  anOverview({
    connections: [
      {
        name: 'main',
        isPrimary: true,
        state: 'connected',
        memory: aConnectionMemory({ lastSweep: sweep }),
        events: noEvents,
      },
    ],
    ...overrides,
  });

const statesOf = (checks: readonly SetupCheck[], overview: OverviewAnswer | null) =>
  toSetupSteps(checks, overview, words).map(({ state }) => state);

const notOn = { isSyncOn: false };

describe('the steps of the set-up (B1)', () => {
  it('lead to turning the sync on when everything else is in place', () => {
    const steps = toSetupSteps(passedChecks, overviewAfter(null, notOn), words);

    expect(steps.map(({ name, state }) => [name, state])).toEqual([
      ['zoom', 'done'],
      ['hubspot', 'done'],
      ['definitions', 'done'],
      ['sync-on', 'to-do'],
      ['first-sync', 'waiting'],
    ]);
    expect(findNextStep(steps)).toBe(3);
  });

  it('lead to the first sync when the sync is on', () => {
    expect(statesOf(passedChecks, overviewAfter(null))).toEqual(['done', 'done', 'done', 'done', 'to-do']);
  });

  it('are all done after the first sync', () => {
    const steps = toSetupSteps(passedChecks, overviewAfter(aSweep(true)), words);

    expect(findNextStep(steps)).toBe(5);
  });

  it('do not count a look at Zoom with the sync off as the first sync', () => {
    expect(statesOf(passedChecks, overviewAfter(aSweep(false))).at(-1)).toBe('to-do');
  });

  it('let what comes later wait for what is to be put right', () => {
    const checks = withCheck({ check: 'hubspot-scopes', state: 'to-do', names: ['crm.objects.contacts.write'] });

    expect(statesOf(checks, overviewAfter(null, notOn))).toEqual(['done', 'to-do', 'done', 'waiting', 'waiting']);
  });

  it('let nothing wait for what could not be found out', () => {
    const checks = withCheck({ check: 'zoom-webinar-plan', state: 'unknown' });

    expect(statesOf(checks, overviewAfter(null, notOn))).toEqual(['unknown', 'done', 'done', 'to-do', 'waiting']);
  });

  it('count what was created just now as done', () => {
    const checks = withCheck({ check: 'hubspot-definitions', state: 'fixed', names: ['zwh_history'] });

    expect(statesOf(checks, overviewAfter(null))[2]).toBe('done');
  });

  it('do not take a step for done of which nothing was said', () => {
    expect(statesOf([aCheck({ check: 'zoom-connections', state: 'to-do' })], null)).toEqual([
      'to-do',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('go by the checks where the overview is not there', () => {
    expect(statesOf(passedChecks, null).slice(3)).toEqual(['to-do', 'unknown']);
  });

  it('tell of each check what it means, what to do, and the number to quote', () => {
    const { failure } = aFailure({ reason: { cause: 'hubspot-token-refused' }, correlationId: 'ref-8' });

    const steps = toSetupSteps(withCheck({ check: 'hubspot-token', state: 'to-do', failure }), null, words);

    expect(steps[1]?.lines[0]).toMatchObject({
      title: 'Access to HubSpot',
      state: 'to-do',
      fix: expect.any(String),
      reference: 'ref-8',
    });
  });
});

describe('the steps as they are known without running anything', () => {
  it('are done where the app is set up and has synced', () => {
    expect(toKnownSteps(overviewAfter(aSweep(true)), words).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
    ]);
  });

  it('leave open what only a check would find out', () => {
    const steps = toKnownSteps(overviewAfter(null, { isSetUp: false, isSyncOn: false }), words);

    expect(steps.map(({ state }) => state)).toEqual(['done', 'unknown', 'to-do', 'waiting', 'waiting']);
  });

  it('say of each Zoom account whether it works', () => {
    const { failure } = aFailure({
      kind: 'unauthorised',
      system: 'zoom',
      reason: { cause: 'zoom-credentials-refused', connection: 'Brand B', vendorReason: 'Invalid client_id' },
      correlationId: 'zoom-77',
    });
    const steps = toKnownSteps(
      anOverview({
        connections: [
          { name: 'Brand A', isPrimary: true, state: 'connected', memory: aConnectionMemory(), events: noEvents },
          {
            name: 'Brand B',
            isPrimary: false,
            state: 'failing',
            failure,
            memory: aConnectionMemory(),
            events: noEvents,
          },
        ],
      }),
      words,
    );

    expect(steps[0]?.state).toBe('to-do');
    expect(steps[0]?.lines.map(({ title, state, reference }) => [title, state, reference])).toEqual([
      ['Brand A', 'ok', null],
      ['Brand B', 'to-do', 'zoom-77'],
    ]);
  });

  it('begin with connecting Zoom where no account is', () => {
    expect(findNextStep(toKnownSteps(anOverview({ connections: [] }), words))).toBe(0);
  });
});
