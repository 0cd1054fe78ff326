import type { CallFailure } from './failure.ts';

export type SetupCheckName =
  /** The secret with the Zoom connections can be read. */
  | 'zoom-connections'
  | 'zoom-credentials'
  | 'zoom-scopes'
  /** Somebody in the Zoom account may hold webinars. */
  | 'zoom-webinar-plan'
  | 'hubspot-token'
  | 'hubspot-scopes'
  /** The app's own object, the properties, the event definitions. */
  | 'hubspot-definitions'
  /** Sync webinar data is on. */
  | 'sync-switch';

/** One line of the set-up. */
export interface SetupCheck {
  readonly check: SetupCheckName;
  /** Of checks that concern one Zoom account. */
  readonly connection: string | null;
  /** `fixed` was missing and has been created just now; `unknown` could not be checked because of `failure`. */
  readonly state: 'ok' | 'fixed' | 'to-do' | 'unknown';
  /** Names of missing scopes, or of what was created. */
  readonly names: readonly string[];
  readonly failure: CallFailure['failure'] | null;
}

export interface RunSetupAnswer {
  readonly ok: true;
  /** No check is `to-do` or `unknown`, apart from the switch. */
  readonly isReady: boolean;
  readonly checks: readonly SetupCheck[];
}
