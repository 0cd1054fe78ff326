import type { FailedWebinar, RunSweepAnswer, SweepPhase, SweepProgress, SweepReport } from '../../../contract/sweep.ts';
import type { SyncReport } from '../../../contract/sync.ts';
import type { CallProblem } from '../../../shared/call-function.ts';
import type { SweepEvent, SweepMode, SweepOrder } from './drive-sweeps.ts';

/** How far the sweep of one account has come. */
export type SweepStage =
  | { readonly kind: 'queued' }
  | {
      readonly kind: 'running';
      /** Null before the first answer. */
      readonly progress: SweepProgress | null;
      /** The last phase in which something was done: a wait belongs to it. */
      readonly phase: WorkingPhase | null;
      readonly waitSeconds: number;
      /** Why the last step is called again. */
      readonly retrying: CallProblem | null;
    }
  | { readonly kind: 'failed'; readonly problem: CallProblem }
  | { readonly kind: 'done'; readonly report: SweepReport };

export type WorkingPhase = Exclude<SweepPhase, 'waiting' | 'done'>;

export interface AccountSweep {
  readonly connection: string;
  readonly sweepId: string | null;
  readonly stage: SweepStage;
}

/** What this page drives, or has driven. */
export type SweepsState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'driving' | 'pausing' | 'paused' | 'ended';
      readonly mode: SweepMode;
      readonly accounts: readonly AccountSweep[];
      /** Newest first. */
      readonly finished: readonly SyncReport[];
      readonly failed: readonly FailedWebinar[];
    };

export type SweepsAction =
  /** `isResumed`: to go on with what is on the page; what was found until then stays there. */
  | { readonly kind: 'started'; readonly orders: readonly SweepOrder[]; readonly isResumed: boolean }
  | { readonly kind: 'pause-asked' }
  | SweepEvent;

export const idleSweeps: SweepsState = { kind: 'idle' };

type Driven = Exclude<SweepsState, { readonly kind: 'idle' }>;

/** Events of an account that nobody asked for change nothing. */
export function reduceSweeps(state: SweepsState, action: SweepsAction): SweepsState {
  if (action.kind === 'started') return start(state, action);
  if (state.kind === 'idle') return state;
  switch (action.kind) {
    case 'pause-asked':
      return state.kind === 'driving' ? { ...state, kind: 'pausing' } : state;
    case 'begun':
      return changeStage(state, action.connection, () => ({
        kind: 'running',
        progress: null,
        phase: null,
        waitSeconds: 0,
        retrying: null,
      }));
    case 'progressed':
      return collect(keepId(changeStage(state, action.connection, toRunning(action.answer)), action), action.answer);
    case 'retrying':
      return changeStage(state, action.connection, (stage) =>
        stage.kind === 'running' ? { ...stage, waitSeconds: action.waitSeconds, retrying: action.problem } : stage,
      );
    case 'finished':
      return collect(
        changeStage(state, action.connection, () => ({ kind: 'done', report: action.report })),
        action.answer,
      );
    case 'failed':
      return changeStage(state, action.connection, () => ({ kind: 'failed', problem: action.problem }));
    case 'stopped': {
      const isOver = state.accounts.every(({ stage }) => stage.kind === 'done' || stage.kind === 'failed');
      return { ...state, kind: isOver ? 'ended' : 'paused' };
    }
  }
}

/** What is still to be driven: accounts that wait, were paused or have failed. */
export function toOpenOrders(state: SweepsState): readonly SweepOrder[] {
  if (state.kind === 'idle') return [];
  return state.accounts
    .filter(({ stage }) => stage.kind !== 'done')
    .map(({ connection, sweepId }) => ({ connection, sweepId, mode: state.mode }));
}

function start(
  state: SweepsState,
  { orders, isResumed }: Extract<SweepsAction, { readonly kind: 'started' }>,
): SweepsState {
  const mode = orders[0]?.mode;
  if (mode === undefined) return state;
  const queued = orders.map(({ connection, sweepId }) => ({ connection, sweepId, stage: { kind: 'queued' } as const }));
  if (!isResumed || state.kind === 'idle') {
    return { kind: 'driving', mode, accounts: queued, finished: [], failed: [] };
  }
  const accounts = state.accounts.map(
    (account) => queued.find(({ connection }) => connection === account.connection) ?? account,
  );
  return { ...state, kind: 'driving', mode, accounts };
}

const changeStage = (state: Driven, connection: string, change: (stage: SweepStage) => SweepStage): Driven => ({
  ...state,
  accounts: state.accounts.map((account) =>
    account.connection === connection ? { ...account, stage: change(account.stage) } : account,
  ),
});

const toRunning =
  ({ progress, retryAfterSeconds: waitSeconds }: RunSweepAnswer) =>
  (stage: SweepStage): SweepStage => {
    const before = stage.kind === 'running' ? stage.phase : null;
    const { phase } = progress;
    const working = phase === 'waiting' || phase === 'done' ? before : phase;
    return { kind: 'running', progress, phase: working, waitSeconds, retrying: null };
  };

const keepId = (
  state: Driven,
  { connection, answer }: Extract<SweepEvent, { readonly kind: 'progressed' }>,
): Driven => ({
  ...state,
  accounts: state.accounts.map((account) =>
    account.connection === connection ? { ...account, sweepId: answer.sweepId } : account,
  ),
});

const collect = (state: Driven, { finished, failed }: RunSweepAnswer): Driven => ({
  ...state,
  finished: [...finished.toReversed(), ...state.finished],
  failed: [...state.failed, ...failed],
});
