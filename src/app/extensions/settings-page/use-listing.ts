import { useCallback, useEffect, useState } from 'react';
import { callFunction, type CallResult } from '../shared/call-function.ts';
import type { AnswerOf, FunctionName, ParametersOf } from '../shared/functions.ts';
import type { Load } from '../shared/load.ts';

export interface Listing<Answer> {
  /** What was loaded stays on screen while something newer is asked for. */
  readonly load: Load<Answer>;
  /** What is shown belongs to other parameters, or may be out of date; the newer answer is on its way. */
  readonly isUpdating: boolean;
  readonly reload: () => void;
}

interface Shown<Answer> {
  readonly key: string | null;
  readonly load: Load<Answer>;
}

/**
 * Calls a function whenever its parameters change, as searches, filters and pages do. Only the newest answer counts.
 *
 * @param parameters - compared by their content; null calls nothing
 * @param revision - another one loads again
 */
export function useListing<Name extends FunctionName>(
  name: Name,
  parameters: ParametersOf<Name> | null,
  revision: number | string = 0,
): Listing<AnswerOf<Name>> {
  const [attempt, setAttempt] = useState(1);
  const [shown, setShown] = useState<Shown<AnswerOf<Name>>>({ key: null, load: { kind: 'loading' } });
  const text = parameters === null ? null : JSON.stringify(parameters);
  const key = `${revision}:${attempt}:${text}`;

  useEffect(() => {
    if (text === null) return undefined;
    let isWanted = true;
    void callFunction(name, JSON.parse(text) as ParametersOf<Name>).then((result) => {
      if (isWanted) setShown({ key, load: toLoad(result) });
    });
    return () => {
      isWanted = false;
    };
  }, [name, text, key]);

  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const isUpdating = text !== null && shown.key !== key;
  const load: Load<AnswerOf<Name>> = isUpdating && shown.load.kind === 'failed' ? { kind: 'loading' } : shown.load;
  return { load, isUpdating, reload };
}

function toLoad<Answer>(result: CallResult<Answer>): Load<Answer> {
  return result.kind === 'answered'
    ? { kind: 'loaded', answer: result.answer }
    : { kind: 'failed', problem: result.problem };
}
