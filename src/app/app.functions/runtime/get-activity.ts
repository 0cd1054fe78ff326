import type { ActivityAnswer } from '../../extensions/contract/activity.ts';
import { countByDay, listDays, toEarliest } from '../audit/activity-days.ts';
import { addRun, parseActivity, type ActivitySlot } from '../audit/activity.ts';
import { readActivity, type WebinarActivity } from '../hubspot/activity-gateway.ts';
import { findStateObjectTypeId } from '../hubspot/state-object.ts';
import { parseDescription } from '../sync/describe-report.ts';
import { activityParameters } from './activity-parameters.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { systemTime } from './system-time.ts';

/** A thousand webinars; as many searches as HubSpot lets an account do in a second. */
const pagesMax = 5;

/**
 * What the syncs of the last days did. One HubSpot call for every two hundred webinars that were synced in that time, at
 * most five, and one in a new process.
 */
export async function getActivity({ vendors, parameters }: Call): Promise<ActivityAnswer> {
  const { days: dayCount, timeZone: dayOf } = parseParameters(activityParameters, parameters);
  const days = listDays(systemTime.now(), dayCount, dayOf);
  const objectTypeId = await findStateObjectTypeId(vendors.hubspot);
  if (objectTypeId === null) return { ok: true, days: countByDay([], days, dayOf), isComplete: true };
  const { webinars, isWhole } = await readActivity(vendors.hubspot, objectTypeId, toEarliest(days), pagesMax);
  return {
    ok: true,
    days: countByDay(webinars.map(toSlots), days, dayOf),
    isComplete: isWhole && !webinars.some(isOfOldVersion),
  };
}

const isOfOldVersion = ({ activity, summary }: WebinarActivity): boolean =>
  activity === '' && parseDescription(summary) !== null;

/** Of a webinar that was synced last by a version which did not keep this, its last sync is known. */
function toSlots({ activity, summary, occurredAt }: WebinarActivity): readonly ActivitySlot[] {
  const last = activity === '' ? parseDescription(summary) : null;
  if (last !== null && occurredAt !== null) return addRun([], { endedAt: occurredAt, ...last });
  return parseActivity(activity) ?? [];
}
