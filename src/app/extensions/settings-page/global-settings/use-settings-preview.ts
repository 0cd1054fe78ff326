import { useCallback, useEffect, useState } from 'react';
import type { PreviewSettingsAnswer } from '../../contract/preview-settings.ts';
import type { Settings } from '../../contract/settings.ts';
import { callFunction, type CallProblem, type CallResult } from '../../shared/call-function.ts';
import { pause } from '../../shared/pause.ts';
import { previewShape, readResult } from '../saving/answer-shapes.ts';

/** What is known of what a change would do. */
export type PreviewState =
  /** Nothing was changed that a preview could tell something about. */
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: CallProblem }
  | { readonly kind: 'answered'; readonly answer: PreviewSettingsAnswer };

/** Somebody who changes several settings in a row is asked for one preview. */
const quietSeconds = 0.7;

interface Asked {
  readonly settings: Settings;
  readonly attempt: number;
}

/**
 * Asks what settings would do, a moment after they have changed. Answers to other settings than these are dropped.
 *
 * @param settings - null when there is nothing to ask; must stay the same object from render to render
 */
export function useSettingsPreview(settings: Settings | null): {
  readonly preview: PreviewState;
  readonly retry: () => void;
} {
  const [attempt, setAttempt] = useState(1);
  const [answered, setAnswered] = useState<{
    readonly asked: Asked;
    readonly result: CallResult<PreviewSettingsAnswer>;
  } | null>(null);

  useEffect(() => {
    if (settings === null) return undefined;
    const { signal, abort } = createAbort();
    void askAfterPause(settings, signal).then((result) => {
      if (result !== null && !signal.aborted) setAnswered({ asked: { settings, attempt }, result });
    });
    return abort;
  }, [settings, attempt]);

  const retry = useCallback(() => setAttempt((last) => last + 1), []);
  const isCurrent = answered?.asked.settings === settings && answered?.asked.attempt === attempt;
  return { preview: toState(settings, isCurrent ? answered.result : null), retry };
}

function createAbort() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

async function askAfterPause(
  settings: Settings,
  signal: AbortSignal,
): Promise<CallResult<PreviewSettingsAnswer> | null> {
  await pause(quietSeconds, signal);
  if (signal.aborted) return null;
  return readResult(await callFunction('preview_settings', { settings }), previewShape);
}

function toState(settings: Settings | null, result: CallResult<PreviewSettingsAnswer> | null): PreviewState {
  if (settings === null) return { kind: 'none' };
  if (result === null) return { kind: 'loading' };
  return result.kind === 'answered'
    ? { kind: 'answered', answer: result.answer }
    : { kind: 'failed', problem: result.problem };
}
