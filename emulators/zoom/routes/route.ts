import type { EmulatorAnswer, EmulatorCall, Operation } from '../../core/operation.ts';
import type { ApiOperationId } from '../access.ts';
import { accountOf } from '../auth.ts';
import type { Account } from '../entities.ts';
import { Refused } from '../errors.ts';
import type { ZoomWorld } from '../world.ts';

export interface RouteContext {
  readonly world: ZoomWorld;
  readonly account: Account;
  readonly call: EmulatorCall;
  readonly now: number;
}

/** One endpoint below `/v2`. `handle` may throw {@link Refused}. */
export interface Route {
  readonly id: ApiOperationId;
  readonly method: Operation<ZoomWorld>['method'];
  readonly path: string;
  handle(context: RouteContext): EmulatorAnswer;
}

/** Runs something that may refuse; the refusal is its answer. */
export function answerRefusals<Answer>(run: () => Answer): Answer | EmulatorAnswer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

export const toOperation = ({ id, method, path, handle }: Route): Operation<ZoomWorld> => ({
  id,
  method,
  paths: [`/v2${path}`],
  handle: (world, call) =>
    answerRefusals(() => handle({ world, account: accountOf(world, call), call, now: world.clock.now() })),
});
