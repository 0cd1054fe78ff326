import type { EpochMs } from '../core/clock.ts';
import type { Instance, ReportReadiness, Webinar } from './entities.ts';
import { dayMs, minuteMs } from './zoom-time.ts';
import type { ZoomWorld } from './world.ts';

export const occurrenceEnd = (occurrence: { start_time: string; duration: number }): EpochMs =>
  Date.parse(occurrence.start_time) + occurrence.duration * minuteMs;

/** When the last planned minute has passed; null for a webinar without fixed times. */
export function scheduledEnd(webinar: Webinar): EpochMs | null {
  if (webinar.type === 6) return null;
  if (webinar.type === 9) {
    const ends = webinar.occurrences.filter(({ status }) => status === 'available').map(occurrenceEnd);
    return ends.length === 0 ? 0 : Math.max(...ends);
  }
  return webinar.startTime === null ? null : Date.parse(webinar.startTime) + webinar.durationMinutes * minuteMs;
}

export const isOver = (webinar: Webinar, now: EpochMs): boolean => {
  const end = scheduledEnd(webinar);
  return end !== null && end <= now && liveInstance(webinar, now) === undefined;
};

export const hasStarted = (instance: Instance, now: EpochMs): boolean => Date.parse(instance.startTime) <= now;
export const hasEnded = (instance: Instance, now: EpochMs): boolean => Date.parse(instance.endTime) <= now;

export const liveInstance = (webinar: Webinar, now: EpochMs): Instance | undefined =>
  webinar.instances.find((instance) => hasStarted(instance, now) && !hasEnded(instance, now));

export const endedInstances = (webinar: Webinar, now: EpochMs): Instance[] =>
  webinar.instances.filter((instance) => hasEnded(instance, now));

export function latestEndedInstance(webinar: Webinar, now: EpochMs): Instance | undefined {
  return endedInstances(webinar, now).reduce<Instance | undefined>(
    (latest, each) =>
      latest === undefined || Date.parse(each.startTime) > Date.parse(latest.startTime) ? each : latest,
    undefined,
  );
}

/** Whether the number stopped working: deleted, or not used for long. The uuids of its instances go on working. */
export function isGone(world: ZoomWorld, webinar: Webinar, now: EpochMs): boolean {
  if (webinar.isDeleted) return true;
  const expiryDays = world.switches.webinarIdExpiryDays;
  if (expiryDays === null) return false;
  const uses = webinar.instances
    .filter((instance) => hasStarted(instance, now))
    .map(({ endTime }) => Date.parse(endTime));
  const lastUse = Math.max(Date.parse(webinar.createdAt), scheduledEnd(webinar) ?? 0, ...uses);
  return lastUse + expiryDays * dayMs < now;
}

export type ReportStage = 'not-found' | 'empty' | 'zero-durations' | 'final';

/** How far Zoom has got with the attendance of an instance that ended. */
export function reportStage(world: ZoomWorld, instance: Instance, now: EpochMs): ReportStage {
  const { notFoundMs, emptyMs, zeroDurationsMs }: ReportReadiness =
    instance.readiness ?? world.switches.reportReadiness;
  const sinceEnd = now - Date.parse(instance.endTime);
  if (sinceEnd < notFoundMs) return 'not-found';
  if (sinceEnd < notFoundMs + emptyMs) return 'empty';
  if (sinceEnd < notFoundMs + emptyMs + zeroDurationsMs) return 'zero-durations';
  return 'final';
}
