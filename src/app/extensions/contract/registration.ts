/** Parameters of the function `get_registration_form`. */
export interface GetRegistrationFormParameters {
  readonly webinarId: string | number;
  readonly connection?: string;
}

/** A field of a webinar's registration form besides first name, last name and address. */
export interface RegistrationQuestion {
  /** Zoom's name of a standard field (`phone`), or the title of a custom question. Answers go by it. */
  readonly name: string;
  /** Standard fields are put into words by the page; custom questions are in the host's words. */
  readonly kind: 'standard' | 'custom';
  readonly isRequired: boolean;
  /** `choice`: one of `options`, which are ISO codes for `country`; `choices`: any of them. */
  readonly answer: 'text' | 'choice' | 'choices';
  readonly options: readonly string[];
}

/** A date of a recurring webinar that can still be registered for. */
export interface RegistrationOccurrence {
  readonly occurrenceId: string;
  readonly startsAt: string;
  readonly lengthMinutes: number;
}

/** Why nobody can be registered for a webinar. */
export type RegistrationObstacle =
  'registration-off' | 'registration-closed' | 'webinar-over' | 'zoom-event' | 'external-registration';

export interface RegistrationFormAnswer {
  readonly ok: true;
  readonly webinarId: string;
  readonly connection: string;
  readonly topic: string;
  /** Null for a webinar without fixed times. */
  readonly startsAt: string | null;
  readonly obstacle: RegistrationObstacle | null;
  readonly approval: 'automatic' | 'manual';
  readonly questions: readonly RegistrationQuestion[];
  /** Dates to choose from; empty when one registration is for all dates, or there is only one. */
  readonly occurrences: readonly RegistrationOccurrence[];
}

/** Parameters of the function `register_contact`. */
export interface RegisterContactParameters {
  readonly contactId: string | number;
  readonly webinarId: string | number;
  readonly connection?: string;
  readonly occurrenceId?: string;
  /** By name of the question; several choices are separated by a line break. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Why Zoom, or the app before it, would not register somebody. */
export type RegistrationRefusal =
  | { readonly cause: RegistrationObstacle }
  | { readonly cause: 'webinar-not-found' }
  | { readonly cause: 'host' }
  | { readonly cause: 'panelist' }
  | { readonly cause: 'capacity-reached' }
  | { readonly cause: 'denied-before' }
  /** Zoom takes three registrations a day of one person for one webinar; the count starts anew at `opensAt`. */
  | { readonly cause: 'daily-limit'; readonly opensAt: string }
  | { readonly cause: 'licence-missing' }
  | { readonly cause: 'address-refused' }
  | { readonly cause: 'last-name-missing' }
  | { readonly cause: 'first-name-missing' }
  /** Names of questions: required ones without an answer, and any with an answer that Zoom would not take. */
  | { readonly cause: 'answers-missing'; readonly questions: readonly string[] }
  | { readonly cause: 'occurrence-missing' }
  | { readonly cause: 'occurrence-unknown' }
  | { readonly cause: 'other'; readonly problem: string };

export type RegisterContactAnswer =
  | {
      readonly ok: true;
      readonly outcome: 'registered' | 'already-registered' | 'awaiting-approval';
      readonly registrantId: string | null;
      /** Personal; null while it awaits approval. */
      readonly joinUrl: string | null;
      /**
       * False when Zoom has the registration and HubSpot does not show it yet: the next sync does, unless the settings keep
       * the person or the webinar out. Always false while it awaits approval.
       */
      readonly isShownInHubSpot: boolean;
    }
  | { readonly ok: true; readonly outcome: 'refused'; readonly refusal: RegistrationRefusal };
