import type { RegistrationFormAnswer } from '../../extensions/contract/registration.ts';
import { toIso } from '../domain/instant.ts';
import { nextStart } from '../registration/form.ts';
import { readForm } from '../registration/read-form.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId } from './parameters.ts';
import { registrationFormParameters } from './registration-parameters.ts';
import { isZoomEvent } from './sync-parts.ts';
import { systemTime } from './system-time.ts';

/** What registering somebody for a webinar takes. Asks Zoom alone. */
export async function getRegistrationForm({ vendors, parameters }: Call): Promise<RegistrationFormAnswer> {
  const { webinarId, connection } = parseParameters(registrationFormParameters, parameters);
  const zoom = vendors.zoom(connection);
  const { source } = zoom;
  const form = await readForm(
    { zoom: source, isZoomEvent: (webinar) => isZoomEvent(source, webinar), now: systemTime.now },
    parseWebinarId(webinarId),
  );
  const { webinar, obstacle, questions, dates } = form;
  const startsAt = nextStart(webinar, systemTime.now());
  return {
    ok: true,
    webinarId: webinar.webinarId,
    connection: zoom.connection.name,
    topic: webinar.topic,
    startsAt: startsAt === null ? null : toIso(startsAt),
    obstacle,
    approval: webinar.needsApproval ? 'manual' : 'automatic',
    questions,
    occurrences:
      dates.length < 2
        ? []
        : dates.map((date) => ({
            occurrenceId: date.occurrenceId,
            startsAt: toIso(date.startsAt),
            lengthMinutes: date.lengthMinutes,
          })),
  };
}
