import { isIntegrationError, type Failure } from '../http/integration-error.ts';
import { mergeListed } from './merge-listed.ts';
import type { ListedWebinar, NoSuchUser, NoWebinarPlan } from './ports.ts';
import { readWhole, workThrough } from './read-whole.ts';
import type { FailedHost } from './sweep-state.ts';
import { changeCursor, shouldStopLooking, type OpenSweep, type PhaseResult, type SweepStep } from './sweep-step.ts';
import { listUsersToAsk, mayAnybodyBeChosen, toDay, type SweepUser } from './sweep-users.ts';

/** The rate gate sets the pace; this only has to be enough to keep up with it at Zoom's usual latency. */
const usersAtOnce = 6;
const failedHostsKept = 20;

/** Reads the lists of everybody whose webinars may be synced. */
export async function lookForWebinars(step: SweepStep, begun: OpenSweep): Promise<PhaseResult> {
  const { parts, settings } = step;
  if (!mayAnybodyBeChosen(settings, parts.accountId)) return { sweep: begun, isDone: true, error: null };
  const { afterUserId, lookedAt } = begun.cursor;
  const toAsk = listUsersToAsk(begun.users, settings, parts.accountId, lookedAt).filter(
    ({ userId }) => afterUserId === null || userId > afterUserId,
  );
  const shouldStop = (): boolean => shouldStopLooking(step);
  let { index } = begun;
  const users = new Map(begun.users);
  const failedHosts: FailedHost[] = [...begun.cursor.failedHosts];

  const ask = async (user: SweepUser): Promise<{ isDone: boolean }> => {
    const { userId, name } = user;
    const list = await readList(step, userId, shouldStop);
    if (list.kind === 'stopped') return { isDone: false };
    if (list.kind === 'failed') {
      failedHosts.push({ userId, name, failure: list.failure });
      return { isDone: true };
    }
    if (list.kind === 'whole') {
      const isWhole = list.quarantinedCount === 0;
      index = mergeListed(index, { hostId: userId, hostName: name, rows: list.rows, isWhole }, lookedAt);
    }
    users.set(userId, withPlan(user, list.kind, toDay(lookedAt)));
    return { isDone: true };
  };
  const { doneCount, error } = await workThrough(toAsk, shouldStop, ask, usersAtOnce);

  const isDone = doneCount === toAsk.length;
  const last = toAsk[doneCount - 1]?.userId ?? afterUserId;
  const sweep = changeCursor(
    { ...begun, index, users },
    { afterUserId: isDone ? null : last, failedHosts: failedHosts.slice(0, failedHostsKept) },
  );
  return { sweep, isDone, error };
}

type HostList = { readonly kind: 'failed'; readonly failure: Failure } | Awaited<ReturnType<typeof readHostList>>;

/** What is wrong with one user's list must not keep the others from being synced. */
async function readList(step: SweepStep, userId: string, shouldStop: () => boolean): Promise<HostList> {
  try {
    return await readHostList(step, userId, shouldStop);
  } catch (error) {
    const isOwn = isIntegrationError(error) && ownFailures.has(error.failure.kind);
    if (isOwn) return { kind: 'failed', failure: error.failure };
    throw error;
  }
}

const ownFailures: ReadonlySet<Failure['kind']> = new Set(['rejected', 'not-found', 'conflict', 'unexpected-shape']);

const readHostList = (step: SweepStep, userId: string, shouldStop: () => boolean) =>
  readWhole<ListedWebinar, NoWebinarPlan | NoSuchUser>(
    (pageToken) => step.parts.zoom.listUserWebinars(userId, pageToken),
    shouldStop,
  );

function withPlan(user: SweepUser, answer: 'whole' | 'no-webinar-plan' | 'no-such-user', today: number): SweepUser {
  if (answer === 'whole') return { ...user, plan: 'yes', askedDay: null };
  return { ...user, plan: answer === 'no-webinar-plan' ? 'no' : 'gone', askedDay: today };
}
