import { expect } from 'vitest';
import { webinarId } from '../support/zoom-webinars.ts';
import { describeFaults, extentFor, syncUntilFailure, type FaultScenario, type FaultyStep } from './fault-matrix.ts';
import { believedGone, rowsSkipped } from './fault-exceptions.ts';
import { openDeletedWorld, openMergedWorld, openWorldWithManyDeleted } from './fault-worlds.ts';

const extent = extentFor('telling');

const syncedAtLast = (name: string, open: FaultScenario['open']): FaultScenario => ({
  name,
  open,
  attempt: syncUntilFailure,
  async finish(world) {
    const { report } = await world.sync({ webinarId });
    expect(report).toMatchObject({ status: 'complete' });
  },
});

const ofDeleted: readonly FaultyStep[] = [
  {
    name: 'marks of people',
    system: 'hubspot',
    operation: 'custom-objects.batch-read',
    where: { body: 'people:' },
    field: 'results',
    isBatch: true,
  },
  {
    name: 'writing known contacts',
    system: 'hubspot',
    operation: 'contacts.batch-update',
    field: 'results',
    isBatch: true,
    exceptions: [rowsSkipped],
  },
  {
    name: 'attendance: cancel',
    system: 'hubspot',
    operation: 'marketing-events.attendance.by-contact-id',
    field: 'results',
    isBatch: true,
    exceptions: [rowsSkipped],
  },
  {
    name: 'cancelling the marketing event',
    system: 'hubspot',
    operation: 'marketing-events.cancel',
    field: 'eventName',
    exceptions: [believedGone('nothing is to be cancelled')],
  },
];

describeFaults(syncedAtLast('a webinar that was deleted in Zoom', openDeletedWorld), ofDeleted, extent);

const ofMerged: readonly FaultyStep[] = [
  {
    name: 'what the other contact took part in',
    system: 'hubspot',
    operation: 'marketing-events.participations.of-contact',
    field: 'results',
    exceptions: [believedGone('the contact took part in nothing')],
  },
];

describeFaults(syncedAtLast('S12: a contact that took another one over', openMergedWorld), ofMerged, extent);

const ofManyDeleted: readonly FaultyStep[] = [
  {
    name: 'page 2 of deleted contacts',
    system: 'hubspot',
    operation: 'contacts.list',
    where: { target: 'after=' },
    field: 'results',
  },
  {
    name: 'whether they were deleted',
    system: 'hubspot',
    operation: 'contacts.batch-read',
    field: 'results',
    isBatch: true,
  },
];

describeFaults(
  syncedAtLast('S14: an account with many deleted contacts', openWorldWithManyDeleted),
  ofManyDeleted,
  extent,
);
