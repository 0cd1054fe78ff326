import { isIntegrationError } from '../http/integration-error.ts';
import type { NewRegistrant, RegistrationSource } from '../registration/ports.ts';
import { toApprovalStatus } from './parse-zoom-rows.ts';
import { toFormQuestions } from './registration-fields.ts';
import { explainRefusal } from './registration-refusals.ts';
import type { ZoomClient } from './zoom-client.ts';
import { isRegistrantMissing, isRegistrationOff } from './zoom-errors.ts';
import { orWhen, registrationOff } from './zoom-page.ts';
import { zoomQuestionsSchema, zoomRegistrationSchema } from './zoom-schemas.ts';

/** Registration at Zoom. @see https://developers.zoom.us/docs/api/meetings/#tag/webinars (read 2026-11-20) */
export function createRegistrationSource(client: ZoomClient): RegistrationSource {
  return {
    async readQuestions(webinarId) {
      const reading = client.read(
        {
          operation: 'read registration questions',
          path: `/webinars/${encodeURIComponent(webinarId)}/registrants/questions`,
          rateClass: 'zoom-light',
        },
        zoomQuestionsSchema,
      );
      return orWhen(reading.then(toFormQuestions), isRegistrationOff, registrationOff);
    },

    async addRegistrant(registrant, now) {
      try {
        const made = await send(client, registrant);
        return {
          kind: 'made',
          registrantId: made.registrant_id,
          status: toApprovalStatus(made.status),
          joinUrl: made.join_url,
        };
      } catch (error) {
        const refusal = isIntegrationError(error) ? explainRefusal(error.failure, { ...registrant, now }) : null;
        if (refusal === null) throw error;
        return { kind: 'refused', refusal };
      }
    },

    async cancelRegistrant({ webinarId, occurrenceId }, { registrantId, email }, now) {
      try {
        await client.change({
          operation: 'cancel a registration',
          method: 'PUT',
          path: `/webinars/${encodeURIComponent(webinarId)}/registrants/status`,
          query: { occurrence_id: occurrenceId },
          body: { action: 'cancel', registrants: [registrantId === null ? { email } : { id: registrantId, email }] },
          rateClass: 'zoom-medium',
          isIdempotent: true,
        });
        return { kind: 'cancelled' };
      } catch (error) {
        if (!isIntegrationError(error)) throw error;
        if (isRegistrantMissing(error.failure)) return { kind: 'absent' };
        const refusal = explainRefusal(error.failure, { now, questionNames: [] });
        if (refusal === null) throw error;
        return { kind: 'refused', refusal };
      }
    },
  };
}

const send = (client: ZoomClient, registrant: NewRegistrant) =>
  client.write(
    {
      operation: 'register for a webinar',
      method: 'POST',
      path: `/webinars/${encodeURIComponent(registrant.webinarId)}/registrants`,
      query: { occurrence_ids: registrant.occurrenceId },
      body: toBody(registrant),
      rateClass: 'zoom-light',
      isIdempotent: false,
    },
    zoomRegistrationSchema,
  );

const toBody = ({ email, firstName, lastName, fields, customAnswers }: NewRegistrant): object => ({
  ...fields,
  email,
  first_name: firstName,
  ...(lastName === '' ? {} : { last_name: lastName }),
  ...(customAnswers.length === 0 ? {} : { custom_questions: customAnswers }),
});
