import type { CallProblem, CallResult } from '../shared/call-function.ts';

/** What the answers of all step functions have in common. */
export interface StepAnswer {
  readonly done: boolean;
  /** Wait so long before the next step; 0 = at once. */
  readonly retryAfterSeconds: number;
}

export interface StepDriver<Answer extends StepAnswer> {
  /** @param last - what the step before answered; null on the first call */
  readonly step: (last: Answer | null) => Promise<CallResult<Answer>>;
  /** Resolves after the time, or as soon as the signal aborts. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
  /** Called for every answer but the last one. */
  readonly onProgress: (answer: Answer) => void;
}

export type StepsResult<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  /** `last` is the answer to go on from. */
  | { readonly kind: 'problem'; readonly problem: CallProblem; readonly last: Answer | null }
  | { readonly kind: 'aborted' };

/** Calls step after step until the work is done or a call brought nothing. What was done stays done when it is aborted. */
export async function driveSteps<Answer extends StepAnswer>(
  { step, pause, onProgress }: StepDriver<Answer>,
  signal: AbortSignal,
): Promise<StepsResult<Answer>> {
  let last: Answer | null = null;
  while (!signal.aborted) {
    const result: CallResult<Answer> = await step(last);
    if (signal.aborted) break;
    if (result.kind === 'problem') return { kind: 'problem', problem: result.problem, last };
    const { answer } = result;
    // Taken at its word, it would be asked again and again without a pause.
    if (!isStepAnswer(answer)) return { kind: 'problem', problem: { kind: 'unreadable-answer' }, last };
    if (answer.done) return { kind: 'done', answer };
    onProgress(answer);
    last = answer;
    if (answer.retryAfterSeconds > 0) await pause(answer.retryAfterSeconds, signal);
  }
  return { kind: 'aborted' };
}

/** Functions and pages can be of different versions for a while. */
const isStepAnswer = ({ done, retryAfterSeconds }: Readonly<Record<keyof StepAnswer, unknown>>): boolean =>
  typeof done === 'boolean' && typeof retryAfterSeconds === 'number';
