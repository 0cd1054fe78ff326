import type { EndpointAccess } from '../access/endpoint-access.ts';

/** Under this path of the base URL the function `run_zoom_sync` is called; as in its metadata. */
export const runZoomSyncPath = 'run-zoom-sync';

/** A call that was made by a call: how many came before it, and whether accounts are to be swept as well. */
export interface Watch {
  readonly hop: number;
  readonly isSweeping: boolean;
}

/** The request is with HubSpot by then; its answer is of no interest. */
const sentWithinMs = 150;

/**
 * Calls `run_zoom_sync` so that it goes on by itself, and does not wait for it. Without a base URL nothing is called, and
 * without an effect it is not missed: a schedule, the next event or the next sweep finds what is left.
 */
export async function kickSync({ endpointBaseUrl, endpointTokens }: EndpointAccess, watch: Watch): Promise<void> {
  const [token] = endpointTokens;
  if (endpointBaseUrl === null || token === undefined) return;
  try {
    // Node loads its client for the first request of a process, which must not be counted as time on the way.
    const request = new Request(`${endpointBaseUrl}/${runZoomSyncPath}?t=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ watch }),
      redirect: 'error',
    });
    const answer = await fetch(request, { signal: AbortSignal.timeout(sentWithinMs) });
    await answer.body?.cancel();
  } catch {
    // Mostly that nobody waits.
  }
}
