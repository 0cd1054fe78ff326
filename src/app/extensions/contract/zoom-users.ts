import type { UserSettings } from './settings.ts';

/** Parameters of the function `list_zoom_users`. */
export interface ListZoomUsersParameters {
  readonly connection?: string;
  /** Part of a name or an address. */
  readonly query?: string;
  /** From the answer before. */
  readonly after?: string;
  /** 1 to 100, default 25. */
  readonly limit?: number;
}

export interface ZoomUserRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Unknown until a sweep has asked Zoom for the user's webinars. */
  readonly webinarPlan: 'yes' | 'no' | 'unknown';
  readonly settings: UserSettings;
  /** With the account-wide settings. */
  readonly syncsWebinars: boolean;
  readonly syncsRecordings: boolean;
}

export interface ZoomUsersAnswer {
  readonly ok: true;
  readonly connection: string;
  readonly accountId: string;
  /** By name, then by address. */
  readonly users: readonly ZoomUserRow[];
  /** Of those that match the query. */
  readonly totalCount: number;
  readonly after: string | null;
}
