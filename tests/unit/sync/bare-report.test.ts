import { expect, it } from 'vitest';
import { toIso } from '../../../src/app/app.functions/domain/instant.ts';
import { onlyAudit, toBareReport } from '../../../src/app/app.functions/sync/bare-report.ts';
import { aRun, startsAt } from '../../support/builders.ts';

const { settings } = aRun();
const given: Parameters<typeof toBareReport>[0] = {
  id: '900100200',
  uuid: 'uuid-1',
  topic: 'Tomatoes',
  connection: 'main',
  status: 'off',
  trigger: 'manual',
  settings,
  warnings: [],
  writes: onlyAudit,
};

it('the report of a sync that has touched nobody says so, and when', () => {
  expect(toBareReport(given, startsAt)).toEqual({
    ...given,
    ...{ isDryRun: false, startedAt: toIso(startsAt), finishedAt: toIso(startsAt) },
    ...{ eligible: 0, synced: 0, unchanged: 0, skipped: {}, sessions: [], recordings: [] },
    changes: {
      ...{ contactsCreated: 0, contactsUpdated: 0, registrations: 0, attendances: 0, cancellations: 0 },
      ...{ recordings: 0, transcripts: 0 },
    },
    ...{ calls: { zoom: 0, hubspot: 0 }, steps: 1, elapsedMs: 0 },
  });
  expect(onlyAudit).toEqual({ contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 });
});

it('whatever else is known of it replaces that', () => {
  expect(toBareReport({ ...given, calls: { zoom: 3, hubspot: 1 }, isDryRun: true }, startsAt)).toMatchObject({
    calls: { zoom: 3, hubspot: 1 },
    isDryRun: true,
  });
});
