import { describe } from 'vitest';
import { describeFaults, extentFor, type FaultException, type FaultScenario, type FaultyStep } from './fault-matrix.ts';
import { leftToTheNext, readBack, rowsSkipped, webinarWarned } from './fault-exceptions.ts';
import { openPagedWorld, openSlowWorld } from './fault-worlds.ts';
import { firstSync } from './first-sync.ts';

const tokenDesk: FaultException = {
  faults: ['a refusal', 'a missing scope', 'a missing permission', 'not found', 'a conflict', 'a lock'],
  outcome: 'impossible',
  reason: 'whatever Zoom says where tokens are given is about the credentials',
};

const heldByOthers: FaultException = {
  faults: ['a conflict'],
  outcome: 'own-test',
  reason: 'somebody else has the webinar: the step waits',
};
const slowLease: FaultException = {
  faults: ['no answer'],
  outcome: 'own-test',
  reason: 'in what is left of its time a step begins nothing; it is told to come again',
};

/** Every call that a first sync needs, in its order. */
const steps: readonly FaultyStep[] = [
  { name: 'Zoom’s token', system: 'zoom', operation: 'oauth.token', field: 'access_token', exceptions: [tokenDesk] },
  { name: 'the webinar', system: 'zoom', operation: 'webinars.get', field: 'host_id' },
  { name: 'its instances', system: 'zoom', operation: 'webinars.instances', field: 'webinars' },
  { name: 'its panelists', system: 'zoom', operation: 'panelists.list', field: 'panelists' },
  { name: 'when it was held', system: 'zoom', operation: 'report.webinar', field: 'start_time' },
  { name: 'whether it is a Zoom Event', system: 'zoom', operation: 'webinars.list', field: 'webinars' },
  {
    name: 'registrants',
    system: 'zoom',
    operation: 'registrants.list',
    field: 'registrants',
    asking: { 'a rate limit with a time': { count: 2, reason: 'three lists wait for one another' } },
  },
  { name: 'participants', system: 'zoom', operation: 'report.participants', field: 'participants' },
  {
    name: 'state and settings',
    system: 'hubspot',
    operation: 'custom-objects.batch-read',
    field: 'results',
    isBatch: true,
  },
  {
    name: 'the lease',
    system: 'hubspot',
    operation: 'custom-objects.create',
    where: { body: 'lease:' },
    field: null,
    exceptions: [heldByOthers, slowLease, readBack],
  },
  { name: 'users of the account', system: 'hubspot', operation: 'settings-users.list', field: 'results' },
  { name: 'deleted contacts', system: 'hubspot', operation: 'contacts.list', field: 'results' },
  { name: 'contacts', system: 'hubspot', operation: 'contacts.batch-read', field: 'results', isBatch: true },
  {
    name: 'writing contacts',
    system: 'hubspot',
    operation: 'contacts.batch-upsert',
    field: 'results',
    isBatch: true,
    exceptions: [rowsSkipped],
  },
  {
    name: 'the marketing event',
    system: 'hubspot',
    operation: 'marketing-events.upsert',
    field: 'eventName',
    exceptions: [webinarWarned],
  },
  ...(['register', 'cancel', 'attend'] as const).map((state): FaultyStep => ({
    name: `attendance: ${state}`,
    system: 'hubspot',
    operation: 'marketing-events.attendance.by-contact-id',
    where: { target: `/${state}/create` },
    field: 'results',
    isBatch: true,
    exceptions: [rowsSkipped],
  })),
  {
    name: 'custom events',
    system: 'hubspot',
    operation: 'events.send-batch',
    field: null,
    answers: 'nothing',
    exceptions: [webinarWarned],
  },
  {
    name: 'completing the marketing event',
    system: 'hubspot',
    operation: 'marketing-events.complete',
    field: 'eventName',
  },
  {
    name: 'HubSpot’s own counts',
    system: 'hubspot',
    operation: 'marketing-events.participations.counters',
    field: 'registered',
  },
  {
    name: 'report, marks and audit record',
    system: 'hubspot',
    operation: 'custom-objects.batch-upsert',
    where: { body: 'audit:' },
    field: 'results',
    isBatch: true,
  },
];

/** What is kept between the steps of one run. */
const stepsOfSeveral: readonly FaultyStep[] = [
  {
    name: 'saving what was read',
    operation: 'custom-objects.batch-upsert',
    where: { body: 'rows:' },
    field: 'results',
  },
  { name: 'reading it again', operation: 'custom-objects.batch-read', where: { body: 'rows:' }, field: 'results' },
  {
    name: 'saving whom was written',
    operation: 'custom-objects.batch-upsert',
    where: { body: 'people:' },
    field: 'results',
  },
  { name: 'the audit record', operation: 'custom-objects.batch-upsert', where: { body: 'audit:' }, field: 'results' },
  {
    name: 'removing working data',
    operation: 'custom-objects.batch-archive',
    field: null,
    answers: 'nothing',
    exceptions: [leftToTheNext],
  },
].map((step): FaultyStep => ({
  ...step,
  system: 'hubspot',
  answers: step.operation === 'custom-objects.batch-archive' ? 'nothing' : 'json',
  isBatch: true,
}));

/** A read and a write, to show in every run what happens to all operations alike. */
const representative: ReadonlySet<string> = new Set(['registrants', 'writing contacts']);
describeFaults(firstSync, steps, ({ name }) => (representative.has(name) ? 'every' : extentFor('telling')));

describe('what takes more than one call', () => {
  const paged: FaultScenario = { ...firstSync, name: 'a first sync of many pages', open: openPagedWorld };
  describeFaults(
    paged,
    [
      { name: 'page 2 of registrants', operation: 'registrants.list', field: 'registrants' },
      { name: 'page 2 of participants', operation: 'report.participants', field: 'participants' },
    ].map((step) => ({ ...step, system: 'zoom', where: { target: 'next_page_token=' } })),
    extentFor('telling'),
  );

  const slow: FaultScenario = {
    ...firstSync,
    name: 'a first sync of several steps',
    isSlow: true,
    open: openSlowWorld,
  };
  describeFaults(slow, stepsOfSeveral, extentFor('telling'));
});
