import type { GetAuditLogParameters } from '../../contract/audit-log.ts';
import type { SkipReason } from '../../contract/sync.ts';

/** What the list of people not synced shows. */
export interface NotSyncedQuery {
  readonly text: string;
  readonly reason: SkipReason | null;
  /** The first one is 1. */
  readonly page: number;
}

export const firstNotSyncedQuery: NotSyncedQuery = { text: '', reason: null, page: 1 };

export const peoplePerPage = 25;

/** What chooses people, whichever page of them is looked at. */
export function toPeopleFilter({ text, reason }: NotSyncedQuery): Pick<GetAuditLogParameters, 'query' | 'reason'> {
  const query = text.trim();
  return { ...(query === '' ? {} : { query }), ...(reason === null ? {} : { reason }) };
}
