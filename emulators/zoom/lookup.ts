import type { EmulatorCall } from '../core/operation.ts';
import type { Account, Instance, Occurrence, Webinar } from './entities.ts';
import { refusals, type Refused } from './errors.ts';
import { hasEnded, isGone, latestEndedInstance } from './lifecycle.ts';
import type { ZoomWorld } from './world.ts';

/**
 * The webinar that a numeric id in the path names.
 * @throws Refused 400/300 for anything but digits, 404/3001 when it is unknown here or expired, 400/200 when its host lost the
 *         webinar plan
 */
export function requireWebinar(world: ZoomWorld, account: Account, idText: string): Webinar {
  if (!/^\d+$/.test(idText)) throw refusals.invalidWebinarId();
  const webinar = world.webinarsById.get(Number(idText));
  if (webinar === undefined) throw refusals.webinarDoesNotExist(idText);
  return requireUsable(world, account, webinar, idText);
}

/** @throws Refused as {@link requireWebinar} */
export function requireUsable(world: ZoomWorld, account: Account, webinar: Webinar, idText: string): Webinar {
  if (webinar.account !== account || isGone(world, webinar, world.clock.now())) {
    throw refusals.webinarDoesNotExist(idText);
  }
  if (!webinar.host.hasWebinarPlan) throw refusals.webinarPlanMissing();
  return webinar;
}

/** @throws Refused 400/300 when the webinar has no such occurrence, deleted ones included unless asked for */
export function findOccurrence(webinar: Webinar, occurrenceId: string | null): Occurrence | null {
  if (occurrenceId === null) return null;
  const occurrence = webinar.occurrences.find(({ occurrence_id }) => occurrence_id === occurrenceId);
  if (occurrence === undefined) throw refusals.invalidOccurrence(occurrenceId);
  return occurrence;
}

/**
 * Undoes the second encoding of a uuid, or sees that it is missing. A uuid that begins with `/` or contains `//` reaches the
 * vendor only if it was encoded twice.
 * @param onceDecoded - the path segment, percent-decoded once
 * @returns null when the uuid would have been lost on the way
 * @see https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid (read 2026-11-20)
 */
export function readUuid(onceDecoded: string): string | null {
  if (/%(2F|2B|3D)/i.test(onceDecoded)) {
    try {
      return decodeURIComponent(onceDecoded);
    } catch {
      return null;
    }
  }
  return onceDecoded.startsWith('/') || onceDecoded.includes('//') ? null : onceDecoded;
}

/**
 * The ended instance that a path names: by number the latest one, by uuid that one. A number stops working when the webinar
 * expires, a uuid does not.
 * @param idOrUuid - the path segment, percent-decoded once
 */
export function findEndedInstance(world: ZoomWorld, idOrUuid: string): Instance | undefined {
  const instance = /^\d+$/.test(idOrUuid)
    ? latestInstanceOf(world, Number(idOrUuid))
    : world.instancesByUuid.get(readUuid(idOrUuid) ?? '');
  return instance === undefined || !hasEnded(instance, world.clock.now()) ? undefined : instance;
}

/**
 * The ended instance that a report is asked about.
 * @throws Refused: `notFound` when there is none, 400/1010 when it is another account's
 */
export function requireEndedInstance(
  world: ZoomWorld,
  account: Account,
  call: EmulatorCall,
  notFound: (idOrUuid: string) => Refused,
): Instance {
  const idOrUuid = call.params['webinarId'] ?? '';
  const instance = findEndedInstance(world, idOrUuid);
  if (instance === undefined) throw notFound(idOrUuid);
  if (instance.webinar.account !== account) throw refusals.notThisAccount(account.accountId);
  return instance;
}

function latestInstanceOf(world: ZoomWorld, webinarId: number): Instance | undefined {
  const now = world.clock.now();
  const webinar = world.webinarsById.get(webinarId);
  return webinar === undefined || isGone(world, webinar, now) ? undefined : latestEndedInstance(webinar, now);
}
