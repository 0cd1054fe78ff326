/** Why a request from outside was refused. */
export type RefusalCause =
  | 'wrong-method'
  | 'wrong-content-type'
  | 'body-too-large'
  | 'body-malformed'
  | 'body-too-complex'
  | 'forbidden-name'
  | 'query-too-large'
  | 'no-proof'
  | 'wrong-token'
  | 'wrong-signature'
  | 'stale-signature'
  | 'wrong-account'
  | 'connection-unclear'
  | 'connections-unreadable';

export type RefusalCounts = Readonly<Partial<Record<RefusalCause, number>>>;

/** Lives as long as the process: nothing is written for a request that was refused. */
const counts = new Map<RefusalCause, number>();

export function countRefusal(cause: RefusalCause): void {
  counts.set(cause, (counts.get(cause) ?? 0) + 1);
}

/** What was counted since the last time; it is not counted again. */
export function takeRefusalCounts(): RefusalCounts {
  const taken = Object.fromEntries(counts);
  counts.clear();
  return taken;
}
