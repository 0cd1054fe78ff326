import type { DoorCall } from '../../protocol/outside-api.ts';

/** The stand-ins of both vendors, with which people can play everybody else. */
export interface OutsideWorld {
  /** Where their levers are, without `/_control`. */
  readonly zoomUrl: string;
  readonly hubSpotUrl: string;
  /** Moves every clock ahead. */
  advance(ms: number): void;
  /** What the account's own schedule does from time to time. */
  runSchedule(): Promise<void>;
  /** What reached the app's endpoint functions lately, newest first. */
  calls(): readonly DoorCall[];
}
