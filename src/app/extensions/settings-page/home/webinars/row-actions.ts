import type { OpenTab } from '../../settings-tab.ts';
import type { SyncState } from '../../sync/sync-state.ts';
import type { WebinarSubject } from '../../sync/webinar-subject.ts';
import type { WebinarSwitches } from './use-webinar-switches.ts';

/** What can be done with a webinar of the table. */
export interface RowActions {
  readonly canWrite: boolean;
  /** Of the sync that was asked for on this page; null when none was. */
  readonly findSync: (subject: WebinarSubject) => SyncState | null;
  /** @param runId - of a run to go on with; null begins one */
  readonly sync: (subject: WebinarSubject, runId: string | null) => void;
  readonly switches: WebinarSwitches;
  readonly onAuditLogOpen: () => void;
  readonly onAuditLogClose: (hasChanged: boolean) => void;
  readonly openTab: OpenTab;
}
