import type { RunSweepAnswer } from '../../extensions/contract/sweep.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { findStateStore } from './accounts.ts';
import { takeFitting } from './answer-size.ts';
import { answerRung, type Rung } from './answer-rung.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { sweepAccount } from './sweep-account.ts';
import { runSweepParameters } from './sweep-parameters.ts';
import { systemTime } from './system-time.ts';

/** An answer stays below a megabyte. */
const finishedBytesMax = 900_000;

/**
 * One step of the sweep of one Zoom account. The first one answers doorbells before, for those that nobody else was there to
 * answer: the sweep itself looks only at webinars that are due by its own rules.
 */
export async function runSweep({ vendors, parameters, callId }: Call): Promise<RunSweepAnswer> {
  const { connection, sweepId, mode } = parseParameters(runSweepParameters, parameters);
  const startedMs = systemTime.monotonicMs();
  if (sweepId === undefined) {
    const { accountId } = vendors.zoom(connection).connection;
    const store = await findStateStore(vendors.hubspot);
    if (store !== null) await tryToAnswer({ vendors, callId, store, startedMs, accountId });
  }
  const request = { mode, ...(sweepId === undefined ? {} : { sweepId }) };
  const answer = await sweepAccount(vendors, callId, connection, request, startedMs);
  return { ...answer, finished: takeFitting(answer.finished, finishedBytesMax) };
}

/** What keeps the bells from being read will be met by the sweep as well, if it matters to it. */
async function tryToAnswer(rung: Rung): Promise<void> {
  try {
    await answerRung(rung);
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
  }
}
