import type { RunSetupAnswer, SetupCheck } from '../../../src/app/extensions/contract/setup.ts';

export const aCheck = (overrides: Partial<SetupCheck>): SetupCheck => ({
  check: 'zoom-connections',
  connection: null,
  state: 'ok',
  names: [],
  failure: null,
  ...overrides,
});

/** What the set-up of an account answers in which everything works, with the sync off. */
export const passedChecks: readonly SetupCheck[] = [
  aCheck({ check: 'zoom-connections' }),
  aCheck({ check: 'zoom-credentials', connection: 'main' }),
  aCheck({ check: 'zoom-scopes', connection: 'main' }),
  aCheck({ check: 'zoom-webinar-plan', connection: 'main' }),
  aCheck({ check: 'hubspot-token' }),
  aCheck({ check: 'hubspot-scopes' }),
  aCheck({ check: 'hubspot-definitions' }),
  aCheck({ check: 'sync-switch', state: 'to-do' }),
];

/** The same with another outcome of one check. */
export const withCheck = (changed: Partial<SetupCheck> & Pick<SetupCheck, 'check'>): readonly SetupCheck[] =>
  passedChecks.map((check) => (check.check === changed.check ? { ...check, ...changed } : check));

export const setupAnswer = (checks: readonly SetupCheck[], isReady: boolean): RunSetupAnswer => ({
  ok: true,
  isReady,
  checks,
});
