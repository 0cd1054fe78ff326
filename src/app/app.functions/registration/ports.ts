import type { RegistrationQuestion, RegistrationRefusal } from '../../extensions/contract/registration.ts';
import type { Instant } from '../domain/instant.ts';
import type { ApprovalStatus } from '../domain/webinar.ts';
import type { RegistrationOff, ZoomSource } from '../sync/ports.ts';

/** What a webinar's registration form asks for besides first name and address. */
export interface FormQuestions {
  readonly kind: 'questions';
  readonly isLastNameRequired: boolean;
  /** Without the last name. */
  readonly questions: readonly RegistrationQuestion[];
}

/** Somebody to be registered; every text is one that the vendor takes. */
export interface NewRegistrant {
  readonly webinarId: string;
  /** Null where one registration is for all dates. */
  readonly occurrenceId: string | null;
  readonly email: string;
  readonly firstName: string;
  /** Empty when there is none. */
  readonly lastName: string;
  /** By name of a standard field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly customAnswers: readonly { readonly title: string; readonly value: string }[];
  /** All names on the form, answered or not: Zoom names the questions whose answers it does not take. */
  readonly questionNames: readonly string[];
}

/** How the vendor answers who is registered now, or was before. */
export interface MadeRegistration {
  readonly kind: 'made';
  readonly registrantId: string;
  /** Null where the vendor does not say. */
  readonly status: ApprovalStatus | null;
  readonly joinUrl: string | null;
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: RegistrationRefusal;
}

/** A registrant as Zoom is told of one. */
export interface RegistrantName {
  /** Null where only the address is known. */
  readonly registrantId: string | null;
  readonly email: string;
}

/** One Zoom account as registering needs it; every method throws IntegrationError. */
export interface RegistrationSource {
  readQuestions(webinarId: string): Promise<FormQuestions | RegistrationOff>;
  /**
   * One try, never repeated by itself: each costs the person one of three a day. Whoever is registered already stays so.
   *
   * @param now - says when the next day begins
   * @throws IntegrationError for what says nothing about the registration; where no answer could be read, it may have
   *         been made all the same
   */
  addRegistrant(registrant: NewRegistrant, now: Instant): Promise<MadeRegistration | Refused>;
  /**
   * Cancels a registration. Zoom lists the person as denied from then on, and takes nobody back who is: only the host can
   * approve the registration again. Idempotent, but each call counts towards ten a day.
   *
   * @param from.occurrenceId - null: for all dates
   */
  cancelRegistrant(
    from: { readonly webinarId: string; readonly occurrenceId: string | null },
    registrant: RegistrantName,
    now: Instant,
  ): Promise<{ readonly kind: 'cancelled' } | { readonly kind: 'absent' } | Refused>;
}

/** Everything of a Zoom account that registering somebody takes. */
export type RegistrationZoom = RegistrationSource & Pick<ZoomSource, 'readWebinar' | 'readRegistrantPage'>;
