import type { Instant } from '../domain/instant.ts';
import { decideRecordings } from '../settings/decide.ts';
import { dayMs, reportsKeptMs, splitIntoRanges, startOfDay } from './day-ranges.ts';
import { mergeRecordings } from './merge-recordings.ts';
import type { ListedRecording, NoSuchUser } from './ports.ts';
import { readWhole, workThrough } from './read-whole.ts';
import { changeCursor, shouldStopLooking, type OpenSweep, type PhaseResult, type SweepStep } from './sweep-step.ts';
import type { SweepUser } from './sweep-users.ts';

const hostsAtOnce = 4;
/** Recordings and transcripts mostly come within hours; what happens to them later is looked at once a day. */
const freshForMs = 7 * dayMs;
/** One call's worth. */
const lookBackMs = 27 * dayMs;

interface HostToAsk {
  readonly hostId: string;
  readonly from: Instant;
}

/** Reads the lists of recordings of the hosts whose recordings are synced. */
export async function lookAtRecordings(step: SweepStep, begun: OpenSweep): Promise<PhaseResult> {
  const { afterUserId, lookedAt } = begun.cursor;
  const hosts = listHosts(step, begun).filter(({ hostId }) => afterUserId === null || hostId > afterUserId);
  const shouldStop = (): boolean => shouldStopLooking(step);
  let { index } = begun;
  const users = new Map(begun.users);

  const ask = async ({ hostId, from }: HostToAsk): Promise<{ isDone: boolean }> => {
    const rows: ListedRecording[] = [];
    for (const range of splitIntoRanges(from, lookedAt)) {
      const list = await readWhole<ListedRecording, NoSuchUser>(
        (pageToken) => step.parts.zoom.listUserRecordings({ userId: hostId, ...range, pageToken }),
        shouldStop,
      );
      if (list.kind === 'stopped') return { isDone: false };
      // The recordings of somebody who has left are somewhere else or nowhere.
      if (list.kind === 'no-such-user') return { isDone: true };
      rows.push(...list.rows);
    }
    index = mergeRecordings(index, hostId, startOfDay(from), rows);
    const user = users.get(hostId);
    const isNoted = user?.recordings != null && lookedAt - user.recordings.at < dayMs;
    if (user !== undefined && !isNoted) users.set(hostId, { ...user, recordings: { at: lookedAt } });
    return { isDone: true };
  };
  const { doneCount, error } = await workThrough(hosts, shouldStop, ask, hostsAtOnce);

  const isDone = doneCount === hosts.length;
  const last = hosts[doneCount - 1]?.hostId ?? afterUserId;
  return { sweep: changeCursor({ ...begun, index, users }, { afterUserId: isDone ? null : last }), isDone, error };
}

function listHosts({ parts, settings }: SweepStep, { index, users, cursor }: OpenSweep): readonly HostToAsk[] {
  const heldAtByHost = new Map<string, Instant[]>();
  for (const { hostId, webinarId, createdAt, instances, isZoomEvent } of index.values()) {
    if (hostId === null || isZoomEvent || instances.length === 0) continue;
    const webinar = { accountId: parts.accountId, hostId, webinarId, createdAt };
    if (!decideRecordings(settings, webinar).isOn) continue;
    const heldAt = instances.map(({ startedAt }) => startedAt);
    heldAtByHost.set(hostId, [...(heldAtByHost.get(hostId) ?? []), ...heldAt]);
  }
  return [...heldAtByHost]
    .map(([hostId, heldAt]) => planHost(hostId, heldAt, users.get(hostId), cursor))
    .filter((host) => host !== null)
    .sort((a, b) => (a.hostId < b.hostId ? -1 : 1));
}

function planHost(
  hostId: string,
  heldAt: readonly Instant[],
  user: SweepUser | undefined,
  { lookedAt, mode }: OpenSweep['cursor'],
): HostToAsk | null {
  const look = user?.recordings ?? null;
  const oldest = lookedAt - reportsKeptMs;
  const first = Math.max(oldest, Math.min(...heldAt));
  const isFresh = Math.max(...heldAt) > lookedAt - freshForMs;
  const isToBeAsked = look === null || mode === 'all' || isFresh || lookedAt - look.at >= dayMs;
  if (!isToBeAsked || first > lookedAt || Math.max(...heldAt) < oldest) return null;
  const from = look === null ? first : Math.max(first, Math.min(look.at, lookedAt) - lookBackMs);
  return { hostId, from };
}
