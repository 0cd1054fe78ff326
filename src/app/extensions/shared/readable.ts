import { logger } from '@hubspot/ui-extensions';
import type { CallProblem } from './call-function.ts';

export type Readable<View> =
  { readonly kind: 'view'; readonly view: View } | { readonly kind: 'problem'; readonly problem: CallProblem };

const loggedMessageLengthMax = 200;

/**
 * The view of an answer, or the problem to show in its place. Functions and pages can be of different versions for a
 * while, and what the types promise is then not what arrives; one such answer must not take the rest of the page along.
 *
 * @param toView - throws where the answer is not what the contract says
 */
export function readable<View>(toView: () => View): Readable<View> {
  try {
    return { kind: 'view', view: toView() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    logger.error(JSON.stringify({ msg: 'answer.unreadable', message: message.slice(0, loggedMessageLengthMax) }));
    return { kind: 'problem', problem: { kind: 'unreadable-answer' } };
  }
}
