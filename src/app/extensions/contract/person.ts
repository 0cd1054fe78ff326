/** Parameters of the function `sync_person`, which answers as `sync_webinar` does. */
export interface SyncPersonParameters {
  readonly webinarId: string | number;
  readonly connection?: string;
  /** One of the two. */
  readonly address?: string;
  readonly contactId?: string | number;
  readonly runId?: string;
}
