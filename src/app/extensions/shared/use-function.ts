import { type Reducer, useCallback, useEffect, useReducer } from 'react';
import { callFunction } from './call-function.ts';
import type { AnswerOf, FunctionName, ParametersOf } from './functions.ts';
import { firstLoad, type Load, type LoadAction, type LoadState, reduceLoad } from './load.ts';

/**
 * Calls a function when the component appears, and again on `reload`.
 *
 * @param parameters - must stay the same object from render to render; give the component a `key` to load for others
 */
export function useFunction<Name extends FunctionName>(
  name: Name,
  parameters: ParametersOf<Name>,
): { readonly load: Load<AnswerOf<Name>>; readonly reload: () => void } {
  const [state, dispatch] = useReducer<Reducer<LoadState<AnswerOf<Name>>, LoadAction<AnswerOf<Name>>>>(
    reduceLoad,
    firstLoad,
  );
  const { request, load } = state;

  useEffect(() => {
    void callFunction(name, parameters).then((result) => dispatch({ kind: 'answered', request, result }));
  }, [name, parameters, request]);

  const reload = useCallback(() => dispatch({ kind: 'requested' }), []);
  return { load, reload };
}
