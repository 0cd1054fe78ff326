import type { Instant } from '../domain/instant.ts';
import type { Webinar } from '../domain/webinar.ts';
import { toForm, type RegistrationForm } from './form.ts';
import type { RegistrationZoom } from './ports.ts';

/** What reading a form leans on. */
export interface FormParts {
  readonly zoom: Pick<RegistrationZoom, 'readWebinar' | 'readQuestions'>;
  isZoomEvent(webinar: Webinar): Promise<boolean>;
  now(): Instant;
}

/**
 * Reads a webinar's registration form: three calls, or one more per page of a host with very many webinars.
 *
 * @throws IntegrationError reason `webinar-not-found` among others
 */
export async function readForm({ zoom, isZoomEvent, now }: FormParts, webinarId: string): Promise<RegistrationForm> {
  const webinar = await zoom.readWebinar(webinarId);
  const takesRegistrations = webinar.registrationScope !== 'none';
  const [questions, isEvent] = await Promise.all([
    takesRegistrations ? zoom.readQuestions(webinarId) : null,
    isZoomEvent(webinar),
  ]);
  return toForm(webinar, questions?.kind === 'questions' ? questions : null, { isZoomEvent: isEvent, now: now() });
}
