import { SeedError } from '../core/operation.ts';
import { sortOccurrences } from './build-webinar.ts';
import type { Occurrence, Webinar } from './entities.ts';
import type { OccurrenceChange } from './seed-schema.ts';
import type { ZoomWorld } from './world.ts';

/**
 * Changes one date of a series. Whoever is registered for it stays registered, also where its id is renewed.
 * @throws SeedError when there is no such occurrence, or the renewed id is taken
 */
export function moveOccurrence(
  world: ZoomWorld,
  webinar: Webinar,
  occurrenceId: string,
  change: OccurrenceChange,
): Occurrence {
  const old = webinar.occurrences.find(({ occurrence_id }) => occurrence_id === occurrenceId);
  if (old === undefined) throw new SeedError(`Webinar ${webinar.id} has no occurrence "${occurrenceId}".`);
  const start_time = change.start_time ?? old.start_time;
  const isRenewed = world.switches.movedOccurrenceId === 'renewed' && start_time !== old.start_time;
  const moved: Occurrence = {
    occurrence_id: isRenewed ? String(Date.parse(start_time)) : occurrenceId,
    start_time,
    duration: change.duration ?? old.duration,
    status: change.status ?? old.status,
  };
  const others = webinar.occurrences.filter((each) => each !== old);
  if (others.some(({ occurrence_id }) => occurrence_id === moved.occurrence_id)) {
    throw new SeedError(`Webinar ${webinar.id} has an occurrence "${moved.occurrence_id}" already.`);
  }
  webinar.occurrences = sortOccurrences([...others, moved]);
  if (isRenewed) renameInRegistrations(webinar, occurrenceId, moved.occurrence_id);
  return moved;
}

function renameInRegistrations({ roster }: Webinar, oldId: string, newId: string): void {
  for (const registrant of [...roster.all()]) {
    const status = registrant.statusByOccurrence.get(oldId);
    if (status === undefined) continue;
    roster.setOccurrence(registrant, newId, status);
    roster.setOccurrence(registrant, oldId, null);
  }
}
