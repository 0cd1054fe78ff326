import type { ConnectionHealth, OverviewAnswer } from '../../contract/overview.ts';
import type { SetupCheck, SetupCheckName } from '../../contract/setup.ts';
import { explainProblem } from '../../shared/explain/explain-problem.ts';
import { explainSetupCheck } from '../../shared/explain/explain-setup-check.ts';
import type { Words } from '../../shared/words/words.ts';

/** The way from nothing to the first synced webinar. */
export const setupStepNames = ['zoom', 'hubspot', 'definitions', 'sync-on', 'first-sync'] as const;

export type SetupStepName = (typeof setupStepNames)[number];

/** `waiting` until a step before it is done; `unknown` could not be found out. */
export type SetupStepState = 'done' | 'to-do' | 'unknown' | 'waiting';

/** One thing that was looked at. */
export interface SetupLine {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  /** Null where there is nothing to do. */
  readonly fix: string | null;
  readonly state: SetupCheck['state'];
  /** Missing scopes, or what was created. */
  readonly names: readonly string[];
  /** To be quoted to support. */
  readonly reference: string | null;
}

export interface SetupStep {
  readonly name: SetupStepName;
  readonly state: SetupStepState;
  readonly lines: readonly SetupLine[];
}

const stepOf: Readonly<Record<SetupCheckName, SetupStepName>> = {
  'zoom-connections': 'zoom',
  'zoom-credentials': 'zoom',
  'zoom-scopes': 'zoom',
  'zoom-webinar-plan': 'zoom',
  'hubspot-token': 'hubspot',
  'hubspot-scopes': 'hubspot',
  'hubspot-definitions': 'definitions',
  'sync-switch': 'sync-on',
};

/**
 * The steps as the checks of the set-up have found them.
 *
 * @param overview - null where it could not be had; then nobody knows whether anything was synced yet
 * @throws where an answer is not what the contract says
 */
export function toSetupSteps(
  checks: readonly SetupCheck[],
  overview: OverviewAnswer | null,
  words: Words,
): readonly SetupStep[] {
  const linesOf = (name: SetupStepName) =>
    checks.filter(({ check }) => stepOf[check] === name).map((check) => toLine(check, words));
  return letWait(
    setupStepNames.map((name) => {
      if (name === 'first-sync') return toFirstSync(overview);
      // Somebody may have turned the sync on since the checks ran.
      if (name === 'sync-on' && overview !== null) return toSyncOn(overview);
      return { name, lines: linesOf(name), state: toState(linesOf(name)) };
    }),
  );
}

/**
 * The steps as far as they are known without looking: what a user sees who may not run the set-up.
 *
 * @throws where the answer is not what the contract says
 */
export function toKnownSteps(overview: OverviewAnswer, words: Words): readonly SetupStep[] {
  const { connections, isSetUp } = overview;
  const zoomLines = connections.map((connection) => toConnectionLine(connection, words));
  const zoom: SetupStep =
    zoomLines.length === 0
      ? { name: 'zoom', state: 'to-do', lines: [] }
      : { name: 'zoom', state: toState(zoomLines), lines: zoomLines };
  return letWait([
    zoom,
    { name: 'hubspot', state: isSetUp ? 'done' : 'unknown', lines: [] },
    { name: 'definitions', state: isSetUp ? 'done' : 'to-do', lines: [] },
    toSyncOn(overview),
    toFirstSync(overview),
  ]);
}

/** Place of the step that comes next; the number of steps when all are done. */
export function findNextStep(steps: readonly SetupStep[]): number {
  const next = steps.findIndex(({ state }) => state !== 'done');
  return next === -1 ? steps.length : next;
}

function toLine(check: SetupCheck, words: Words): SetupLine {
  const { title, meaning, fix } = explainSetupCheck(check, words);
  return {
    key: `${check.check} ${check.connection ?? ''}`,
    title,
    meaning,
    fix,
    state: check.state,
    names: check.names,
    reference: check.failure?.correlationId ?? null,
  };
}

function toConnectionLine(connection: ConnectionHealth, words: Words): SetupLine {
  const line = { key: connection.name, title: connection.name, names: [] };
  if (connection.state === 'connected') {
    return { ...line, meaning: words.t('setup.zoom-credentials.ready'), fix: null, state: 'ok', reference: null };
  }
  const { title, whatToDo, reference } = explainProblem({ kind: 'failure', failure: connection.failure }, words);
  return { ...line, meaning: title, fix: whatToDo, state: 'to-do', reference };
}

/** A step that nothing was found out about is not done. */
function toState(lines: readonly SetupLine[]): SetupStepState {
  if (lines.some(({ state }) => state === 'to-do')) return 'to-do';
  const isKnown = lines.length > 0 && lines.every(({ state }) => state !== 'unknown');
  return isKnown ? 'done' : 'unknown';
}

const toSyncOn = ({ isSyncOn }: OverviewAnswer): SetupStep => ({
  name: 'sync-on',
  state: isSyncOn ? 'done' : 'to-do',
  lines: [],
});

function toFirstSync(overview: OverviewAnswer | null): SetupStep {
  const wasSynced = overview?.connections.some(({ memory }) => memory.lastSweep?.isSyncOn === true);
  const state = wasSynced === undefined ? 'unknown' : wasSynced ? 'done' : 'to-do';
  return { name: 'first-sync', state, lines: [] };
}

/** Turning the sync on and syncing make sense only when nothing before them is to be done. */
function letWait(steps: readonly SetupStep[]): readonly SetupStep[] {
  const firstTask = steps.findIndex(({ state }) => state === 'to-do');
  return steps.map((step, place) => {
    const waits = (step.name === 'sync-on' || step.name === 'first-sync') && step.state === 'to-do';
    return waits && place > firstTask ? { ...step, state: 'waiting' } : step;
  });
}
