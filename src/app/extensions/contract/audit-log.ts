import type { AuditedRun } from './overview.ts';
import type { SyncDecision } from './settings.ts';
import type { SkipReason } from './sync.ts';

/** Parameters of the function `get_audit_log`. */
export interface GetAuditLogParameters {
  readonly webinarId: string | number;
  readonly connection?: string;
  /** `runs`: what each sync did. `people`: who is not in HubSpot, as of the newest sync. `csv`: the same as a file. */
  readonly view?: 'runs' | 'people' | 'csv';
  /** For `people` and `csv`: part of an address or a name. */
  readonly query?: string;
  readonly reason?: SkipReason;
  /** For `csv`: the words of the file in the reader's language. */
  readonly csvWords?: {
    /** Of address, name, reason and detail. */
    readonly header: readonly [address: string, name: string, reason: string, detail: string];
    readonly reasons: Readonly<Record<SkipReason, string>>;
  };
  /** For `people`: from the answer before. */
  readonly after?: string;
  /** For `people`: 1 to 200, default 50. */
  readonly limit?: number;
}

/** Somebody of a webinar who is not in HubSpot. */
export interface NotSyncedPerson {
  /** Null for guests. */
  readonly address: string | null;
  /** As registered or as shown in the webinar; may be empty. */
  readonly name: string;
  readonly reason: SkipReason;
  /** The excluded domain, or what HubSpot said; null where the reason says it all. */
  readonly detail: string | null;
}

export type AuditLogAnswer = {
  readonly ok: true;
  readonly webinarId: string;
  readonly connection: string;
} & (
  | {
      readonly view: 'runs';
      /** Newest first; the newest twenty are kept, fewer are answered where they would come to more than a megabyte. */
      readonly runs: readonly AuditedRun[];
      /** With the settings in force now; null for a webinar that no sync has seen. */
      readonly decision: SyncDecision | null;
    }
  | {
      readonly view: 'people';
      /** By address, guests last. */
      readonly people: readonly NotSyncedPerson[];
      /** Of those that match. */
      readonly totalCount: number;
      /** How many the newest sync skipped; more than are listed when the list was cut. */
      readonly skippedCount: number;
      readonly after: string | null;
    }
  | {
      readonly view: 'csv';
      readonly fileName: string;
      readonly csv: string;
      /** Of the file, which ends before it comes to a megabyte: of more than ten thousand people it may not have all. */
      readonly personCount: number;
    }
);
