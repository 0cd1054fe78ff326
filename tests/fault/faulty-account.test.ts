import { describe, expect } from 'vitest';
import { webinarId } from '../support/zoom-webinars.ts';
import { describeFaults, syncUntilFailure, type FaultScenario, type FaultyOperation } from './fault-matrix.ts';
import { openDeletedWorld, openMergedWorld, openWorldWithManyDeleted } from './fault-worlds.ts';

const syncedAtLast = (open: FaultScenario['open']): FaultScenario => ({
  open,
  attempt: syncUntilFailure,
  async finish(world) {
    const { report } = await world.sync({ webinarId });
    expect(report).toMatchObject({ status: 'complete' });
  },
});

describe('a webinar that was deleted in Zoom', () => {
  const operations: readonly FaultyOperation[] = [
    { system: 'hubspot', operation: 'contacts.batch-update', field: 'results', survives: ['a refusal'] },
    {
      system: 'hubspot',
      operation: 'marketing-events.attendance.by-contact-id',
      field: 'results',
      survives: ['a refusal'],
    },
    { system: 'hubspot', operation: 'marketing-events.cancel', field: 'eventName' },
  ];

  describeFaults(syncedAtLast(openDeletedWorld), operations);
});

describe('S12: a contact that took another one over', () => {
  const operations: readonly FaultyOperation[] = [
    { system: 'hubspot', operation: 'marketing-events.participations.of-contact', field: 'results' },
  ];

  describeFaults(syncedAtLast(openMergedWorld), operations);
});

describe('S14: an account with many deleted contacts', () => {
  const operations: readonly FaultyOperation[] = [
    { system: 'hubspot', operation: 'contacts.list', field: 'results' },
    { system: 'hubspot', operation: 'contacts.batch-read', field: 'results' },
  ];

  describeFaults(syncedAtLast(openWorldWithManyDeleted), operations);
});
