import type { CallProblem, CallResult } from './call-function.ts';

/** What a view that reads something can show. */
export type Load<Answer> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: CallProblem }
  | { readonly kind: 'loaded'; readonly answer: Answer };

/** The view, and the number of the request whose answer it waits for or shows. */
export interface LoadState<Answer> {
  readonly request: number;
  readonly load: Load<Answer>;
}

export type LoadAction<Answer> =
  | { readonly kind: 'requested' }
  | { readonly kind: 'answered'; readonly request: number; readonly result: CallResult<Answer> };

export const firstLoad: LoadState<never> = { request: 1, load: { kind: 'loading' } };

/**
 * Drops the answers to all requests but the newest. What is loaded stays on screen until something newer has arrived.
 */
export function reduceLoad<Answer>(state: LoadState<Answer>, action: LoadAction<Answer>): LoadState<Answer> {
  switch (action.kind) {
    case 'requested':
      return { request: state.request + 1, load: state.load.kind === 'loaded' ? state.load : { kind: 'loading' } };
    case 'answered':
      if (action.request !== state.request) return state;
      return { request: state.request, load: toLoad(action.result) };
  }
}

function toLoad<Answer>(result: CallResult<Answer>): Load<Answer> {
  return result.kind === 'answered'
    ? { kind: 'loaded', answer: result.answer }
    : { kind: 'failed', problem: result.problem };
}
