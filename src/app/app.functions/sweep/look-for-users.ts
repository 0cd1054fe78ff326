import { mayAnybodyBeChosen, mergeUsers } from './sweep-users.ts';
import { changeCursor, shouldStopLooking, type OpenSweep, type PhaseResult, type SweepStep } from './sweep-step.ts';
import type { ZoomUser } from './ports.ts';

/** New users are not expected by the minute. */
const listAgeMsMax = 6 * 3_600_000;

/** Reads who is in the Zoom account: for the names of hosts, and for whose webinars to ask. */
export async function lookForUsers(step: SweepStep, begun: OpenSweep): Promise<PhaseResult> {
  const { parts, settings } = step;
  const { cursor, head } = begun;
  const isFresh = head.usersReadAt !== null && cursor.lookedAt - head.usersReadAt < listAgeMsMax;
  const isNeeded = mayAnybodyBeChosen(settings, parts.accountId) && (!isFresh || cursor.mode === 'all');
  if (!isNeeded) return { sweep: begun, isDone: true, error: null };

  const isFromStart = cursor.userPageToken === null;
  const rows: ZoomUser[] = [];
  let pageToken = cursor.userPageToken;
  while (!shouldStopLooking(step)) {
    const page = await parts.zoom.listUsers(pageToken);
    if (page.kind === 'page-token-expired') {
      pageToken = null;
      continue;
    }
    rows.push(...page.rows);
    pageToken = page.nextPageToken;
    if (pageToken !== null) continue;
    // Who has left is only known of a list that was read in one go, and whole.
    const users = mergeUsers(begun.users, rows, isFromStart && page.quarantinedCount === 0);
    const sweep = changeCursor({ ...begun, users }, { userPageToken: null });
    return { sweep: { ...sweep, head: { ...head, usersReadAt: cursor.lookedAt } }, isDone: true, error: null };
  }
  const users = mergeUsers(begun.users, rows, false);
  return { sweep: changeCursor({ ...begun, users }, { userPageToken: pageToken }), isDone: false, error: null };
}
