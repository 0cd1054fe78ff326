import type { RegistrationObstacle, RegistrationQuestion } from '../../extensions/contract/registration.ts';
import type { Instant } from '../domain/instant.ts';
import type { Occurrence, Webinar } from '../domain/webinar.ts';
import type { FormQuestions } from './ports.ts';

/** What registering for a webinar takes. */
export interface RegistrationForm {
  readonly webinar: Webinar;
  /** Why nobody can be registered. */
  readonly obstacle: RegistrationObstacle | null;
  readonly isLastNameRequired: boolean;
  readonly questions: readonly RegistrationQuestion[];
  /** Dates that are registered for one by one and not over, oldest first; empty where one registration is for all. */
  readonly dates: readonly Occurrence[];
}

const minuteMs = 60_000;

/** @param questions - null where the webinar takes no registrations */
export function toForm(
  webinar: Webinar,
  questions: FormQuestions | null,
  { isZoomEvent, now }: { readonly isZoomEvent: boolean; readonly now: Instant },
): RegistrationForm {
  return {
    webinar,
    obstacle: findObstacle(webinar, questions, isZoomEvent, now),
    isLastNameRequired: questions?.isLastNameRequired ?? false,
    questions: questions?.questions ?? [],
    dates: webinar.registrationScope === 'occurrence' ? openDates(webinar, now) : [],
  };
}

function findObstacle(
  webinar: Webinar,
  questions: FormQuestions | null,
  isZoomEvent: boolean,
  now: Instant,
): RegistrationObstacle | null {
  if (isZoomEvent) return 'zoom-event';
  if (questions === null) return 'registration-off';
  return isOver(webinar, now) ? 'webinar-over' : null;
}

const endsLater = (startsAt: Instant, lengthMinutes: number, now: Instant): boolean =>
  startsAt + lengthMinutes * minuteMs > now;

const openDates = ({ occurrences }: Webinar, now: Instant): readonly Occurrence[] =>
  occurrences.filter(({ isDeleted, startsAt, lengthMinutes }) => !isDeleted && endsLater(startsAt, lengthMinutes, now));

/** By its plan: a webinar without one is never over. */
function isOver(webinar: Webinar, now: Instant): boolean {
  const { recurrence, startsAt, lengthMinutes } = webinar;
  if (recurrence === 'fixed-times') return openDates(webinar, now).length === 0;
  return recurrence === 'single' && startsAt !== null && !endsLater(startsAt, lengthMinutes, now);
}

/** When the webinar begins next; null for one without fixed times. */
export function nextStart({ recurrence, startsAt, occurrences }: Webinar, now: Instant): Instant | null {
  if (recurrence !== 'fixed-times') return recurrence === 'single' ? startsAt : null;
  const left = occurrences.filter(({ isDeleted }) => !isDeleted);
  const next = left.find((date) => endsLater(date.startsAt, date.lengthMinutes, now));
  return (next ?? left.at(-1))?.startsAt ?? startsAt;
}
