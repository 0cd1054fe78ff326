import * as z from 'zod';
import type { ZoomAct } from '../../protocol/outside-api.ts';
import { ControlError, type Control } from './control.ts';
import { lastSessionId } from './zoom-webinars.ts';

const webinarId = z.string().regex(/^\d{1,15}$/);
const email = z.email().max(200);
const name = z.string().max(100);

export const zoomActSchema: z.ZodType<ZoomAct> = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('register'), webinarId, email, firstName: name, lastName: name }),
  z.strictObject({ act: z.literal('join'), webinarId, email, name }),
  z.strictObject({ act: z.enum(['cancel', 'leave']), webinarId, email }),
  z.strictObject({ act: z.enum(['start', 'end', 'record']), webinarId }),
]);

/** Lets somebody do something at Zoom. @throws ControlError when Zoom would not let them */
export async function actAtZoom(zoom: Control, act: ZoomAct): Promise<void> {
  const webinar_id = Number(act.webinarId);
  switch (act.act) {
    case 'register':
      await zoom.pull('add-registrant', {
        webinar_id,
        registrant: { email: act.email, first_name: act.firstName, last_name: act.lastName },
      });
      return;
    case 'cancel':
      await zoom.pull('self-cancel', { webinar_id, email: act.email });
      return;
    case 'join':
      await zoom.pull('join', { webinar_id, participant: { name: act.name, user_email: act.email } });
      return;
    case 'leave':
      await zoom.pull('leave', { webinar_id, email: act.email });
      return;
    case 'start':
      await zoom.pull('start-webinar', { webinar_id });
      return;
    case 'end':
      await zoom.pull('end-webinar', { webinar_id });
      return;
    case 'record': {
      const uuid = lastSessionId(await zoom.readState(), act.webinarId);
      if (uuid === null) throw new ControlError('No session of this webinar is over.');
      await zoom.pull('add-recording', { uuid, recording: {} });
      await zoom.pull('finish-recording', { uuid });
    }
  }
}
