import { describe, expect, it } from 'vitest';
import type { CrmRecord, MarketingEvent } from '../../emulators/hubspot/entities.ts';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import type { NotSyncedPerson } from '../../src/app/extensions/contract/audit-log.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { checkLimits, checkOff, checkQuiet, checkReport, checkWorld, type Evidence } from './checker.ts';
import { play } from './play.ts';
import type { Command, Schedule, ZoomAct } from './schedule.ts';

const webinar = 0;
const register = (who: number): ZoomAct => ({ do: 'register', webinar, who, daysAgo: 12, dates: 1 });
const join = (who: number, fromMinute: number, minutes: number): ZoomAct => ({
  do: 'join',
  webinar,
  who,
  instance: 0,
  fromMinute,
  minutes,
  isRegistrant: false,
  isOnSharedDevice: false,
});
const commands: readonly Command[] = [
  { do: 'hold', webinar, date: 0, isDropped: false },
  ...[0, 1, 2, 6, 8].map(register),
  join(0, 0, 30),
  join(0, 20, 20),
  join(2, 50, 20),
  join(11, 0, 60),
  { do: 'host-cancel', webinar, who: 1 },
];
const schedule: Schedule = {
  world: {
    webinars: [{ shape: 'held', approvesByHand: false, account: 'main' }],
    pageRows: null,
    isNewestFirst: false,
    callMs: 5,
    hubspot: {
      uniqueValueConflict: 'two-ids',
      duplicatesInBatchCreate: 'refuse-batch',
      archivedLookupByEmail: 'not-found',
      upsertBySecondaryEmail: 'updates-owner',
      readMergedId: 'not-found',
    },
    chance: 1,
  },
  commands,
};

let finished: Promise<Evidence> | null = null;

/** A world in which everything is right. */
function finishedWorld(): Promise<Evidence> {
  finished ??= play(schedule).then(({ evidence, findings }) => {
    expect(findings).toEqual([]);
    return evidence;
  });
  return finished;
}

const webinarId = '81234567890';
const ann = 'ann@acme.example.com';

function contactOf({ hubspot }: Evidence, address: string): CrmRecord {
  const found = [...contactStore(hubspot).live.values()].find(({ properties }) => properties['email'] === address);
  if (found === undefined) throw new Error(`There is no contact ${address}.`);
  return found;
}

function eventOf({ hubspot }: Evidence): MarketingEvent {
  const [event] = hubspot.marketingEvents.values();
  if (event === undefined) throw new Error('There is no marketing event.');
  return event;
}

/** Makes something wrong, and says how to make it right again. */
type Plant = (evidence: Evidence) => () => void;

const addContact = (evidence: Evidence, like: string, id: string, address: string): (() => void) => {
  const { live } = contactStore(evidence.hubspot);
  const contact = contactOf(evidence, like);
  live.set(id, { ...contact, id, properties: { ...contact.properties, email: address } });
  return () => live.delete(id);
};

const changeContact = (evidence: Evidence, address: string, properties: Readonly<Record<string, string>>) => {
  const contact = contactOf(evidence, address);
  const before = contact.properties;
  contact.properties = { ...before, ...properties };
  return () => {
    contact.properties = before;
  };
};

const changeEvent = (evidence: Evidence, change: Partial<MarketingEvent>) => {
  const event = eventOf(evidence);
  const before = { ...event };
  Object.assign(event, change);
  return () => void Object.assign(event, before);
};

/** One more entry of somebody at the marketing event, like one that is there. */
const addEntry = (evidence: Evidence, address: string, state: 'register' | 'attend' | 'cancel', laterMs: number) => {
  const contactId = contactOf(evidence, address).id;
  const byContact = evidence.hubspot.attendance.get(eventOf(evidence).objectId);
  const entries = byContact?.get(contactId) ?? [];
  const [first] = entries;
  if (first === undefined) throw new Error(`${address} has no entry.`);
  entries.push({ ...first, state, interactionAt: first.interactionAt + laterMs });
  return () => void entries.pop();
};

const addTimelineEvent = (evidence: Evidence, properties: Readonly<Record<string, string>>) => {
  const { eventOccurrences } = evidence.hubspot;
  const { id } = contactOf(evidence, ann);
  const like = eventOccurrences.find((each) => each.contactId === id && 'duration_minutes' in each.properties);
  if (like === undefined) throw new Error('There is no attendance event.');
  eventOccurrences.push({ ...like, uuid: 'another', properties: { ...like.properties, ...properties } });
  return () => void eventOccurrences.pop();
};

const changeList = (evidence: Evidence, change: (addresses: (string | null)[]) => (string | null)[]) => {
  const lists = evidence.notSynced as Map<string, NotSyncedPerson[]>;
  const before = lists.get(webinarId) ?? [];
  const wanted = change(before.map(({ address }) => address));
  const [like] = before;
  if (like === undefined) throw new Error('Nobody is on the list.');
  lists.set(
    webinarId,
    wanted.map((address) => before.find((each) => each.address === address) ?? { ...like, address }),
  );
  return () => void lists.set(webinarId, before);
};

const changeReport = (evidence: Evidence, change: (report: SyncReport) => Partial<SyncReport>) => {
  const reports = evidence.reports as Map<string, SyncReport>;
  const before = reportOf(evidence);
  reports.set(webinarId, { ...before, ...change(before) });
  return () => void reports.set(webinarId, before);
};

function reportOf({ reports }: Evidence): SyncReport {
  const report = reports.get(webinarId);
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

const hour = 3_600_000;

const plants: readonly (readonly [wrong: string, found: string, plant: Plant])[] = [
  ['a second contact', 'G2: two contacts', (world) => addContact(world, ann, '901', ann)],
  [
    'a contact for a user of the account',
    'G1: there is a contact for fay@',
    (world) => addContact(world, ann, '902', 'fay@team.example.com'),
  ],
  [
    'a contact that is lost',
    'G1: ann@acme.example.com of 81234567890 is not in HubSpot',
    (world) => {
      const { live } = contactStore(world.hubspot);
      const contact = contactOf(world, ann);
      live.delete(contact.id);
      return () => live.set(contact.id, contact);
    },
  ],
  [
    'a deleted contact that came back',
    'G1: the deleted contact of ann@',
    (world) => {
      const { disturbances } = world.memory;
      disturbances.push({ address: ann, kind: 'archived', at: contactOf(world, ann).createdAt - hour });
      return () => void disturbances.pop();
    },
  ],
  [
    'somebody who cancelled and is shown as registered',
    'G3: ben@acme.example.com is NO_SHOW',
    (world) => addEntry(world, 'ben@acme.example.com', 'register', hour),
  ],
  [
    'an attendance twice',
    'G2: ann@acme.example.com attended',
    (world) => addEntry(world, ann, 'attend', 30 * hour * 24),
  ],
  [
    'a registration twice',
    'G2: ann@acme.example.com has the same entry',
    (world) => addEntry(world, ann, 'register', 60_000),
  ],
  [
    'somebody at the event whom Zoom does not know',
    'G3: nobody@acme.example.com, whom Zoom does not list',
    (world) => {
      const restore = addContact(world, ann, '903', 'nobody@acme.example.com');
      const byContact = world.hubspot.attendance.get(eventOf(world).objectId);
      byContact?.set('903', byContact.get(contactOf(world, ann).id) ?? []);
      return () => {
        byContact?.delete('903');
        restore();
      };
    },
  ],
  ['a timeline event twice', 'G2: ann@acme.example.com has the timeline event', (world) => addTimelineEvent(world, {})],
  [
    'an attendance that is longer than the session',
    'G8: ann@acme.example.com attended 61 minutes',
    (world) => addTimelineEvent(world, { duration_minutes: '61' }),
  ],
  [
    'a wrong number of minutes on the card',
    'G8: ann@acme.example.com attended session 2026-11-18T14:00',
    (world) => {
      const cards = world.cards as Map<string, unknown>;
      const { id } = contactOf(world, ann);
      const before = cards.get(id);
      const text = JSON.stringify(before);
      expect(text).toContain('"attendedSeconds":2400');
      cards.set(id, JSON.parse(text.replace('"attendedSeconds":2400', '"attendedSeconds":2460')));
      return () => cards.set(id, before);
    },
  ],
  [
    'a wrong count of sessions',
    'G8: ann@acme.example.com attended 2 sessions',
    (world) => changeContact(world, ann, { zwh_attended_session_count: '2' }),
  ],
  [
    'a wrong count of webinars',
    'G8: ann@acme.example.com attended 3 webinars',
    (world) => changeContact(world, ann, { zwh_attended_webinar_count: '3' }),
  ],
  [
    'a wrong count of registrations',
    'G3: ann@acme.example.com has 0 registrations',
    (world) => changeContact(world, ann, { zwh_registration_count: '0' }),
  ],
  [
    'a wrong average',
    'G8: ann@acme.example.com attended 12.5 % on average',
    (world) => changeContact(world, ann, { zwh_average_attendance_percentage: '12.5' }),
  ],
  [
    'working records that are left over',
    'G4: records of the kind rows are left over',
    ({ hubspot }) => {
      const [schema] = hubspot.schemas.values();
      const live = hubspot.stores.get(schema?.objectTypeId ?? '')?.live;
      const [record] = live?.values() ?? [];
      if (record === undefined) throw new Error('The app keeps no records.');
      live?.set('906', { ...record, id: '906', properties: { ...record.properties, kind: 'rows' } });
      return () => live?.delete('906');
    },
  ],
  [
    'a marketing event twice',
    'G2: 81234567890 has 2 marketing events on 2026-11-18T14:00',
    (world) => {
      world.hubspot.marketingEvents.set('904', { ...eventOf(world), objectId: '904' });
      return () => world.hubspot.marketingEvents.delete('904');
    },
  ],
  [
    'a marketing event for no session',
    'G3: a marketing event of 81234567890 on 2026-11-09T09:20 stands for no session',
    (world) => {
      const externalEventId = 'zoom-webinar-81234567890-7';
      const startDateTime = Date.parse('2026-11-09T09:20:00Z');
      world.hubspot.marketingEvents.set('905', { ...eventOf(world), objectId: '905', externalEventId, startDateTime });
      return () => world.hubspot.marketingEvents.delete('905');
    },
  ],
  [
    'an old topic',
    'G3: the marketing event of 81234567890 has an old topic',
    (world) => changeEvent(world, { eventName: 'Old' }),
  ],
  [
    'a wrong start',
    'G1: session 2026-11-18T14:00 of 81234567890 has no marketing event',
    (world) => changeEvent(world, { startDateTime: 1 }),
  ],
  [
    'a session that is not completed',
    'G3: session 2026-11-18T14:00 of 81234567890 is completed: false',
    (world) => changeEvent(world, { eventCompleted: false }),
  ],
  [
    'a session that is cancelled',
    'G1: session 2026-11-18T14:00 of 81234567890 has no marketing event',
    (world) => changeEvent(world, { eventCancelled: true }),
  ],
  [
    'a session without a marketing event',
    'G1: session 2026-11-18T14:00 of 81234567890 has no marketing event',
    (world) => {
      const event = eventOf(world);
      world.hubspot.marketingEvents.delete(event.objectId);
      return () => world.hubspot.marketingEvents.set(event.objectId, event);
    },
  ],
  [
    'somebody who is on no list',
    'G1: fay@team.example.com is on the list of 81234567890 as null',
    (world) => changeList(world, (addresses) => addresses.filter((address) => address !== 'fay@team.example.com')),
  ],
  [
    'a guest who is on no list',
    'G1: 0 guests are',
    (world) => changeList(world, (all) => all.filter((each) => each !== null)),
  ],
  [
    'somebody who is on the list twice',
    'is twice on the list',
    (world) => changeList(world, (all) => [...all, ...all]),
  ],
  [
    'somebody who is in HubSpot and on the list',
    'G1: ann@acme.example.com is on the list',
    (world) => changeList(world, (all) => [...all, ann]),
  ],
  [
    'somebody on the list whom Zoom does not know',
    'G1: nobody@acme.example.com is on the list',
    (world) => changeList(world, (all) => [...all, 'nobody@acme.example.com']),
  ],
  [
    'a report that leaves people out',
    'G1: a report of 81234567890 counts 2 of',
    (world) => changeReport(world, () => ({ eligible: 2 })),
  ],
  [
    'a report that counts other skipped people than the list',
    'G1: a report of 81234567890 counts 5 as account-user',
    (world) => changeReport(world, ({ skipped }) => ({ skipped: { ...skipped, 'account-user': 5 } })),
  ],
  [
    'a report with other sessions',
    'G3: a report of 81234567890 has the sessions',
    (world) => changeReport(world, () => ({ sessions: [] })),
  ],
  [
    'a report with another length',
    'G8: session 2026-11-18T14:00 of 81234567890 is 60 seconds long',
    (world) =>
      changeReport(world, ({ sessions }) => ({ sessions: sessions.map((each) => ({ ...each, lengthSeconds: 60 })) })),
  ],
  [
    'a report that says something else than HubSpot',
    'G1: a report of 81234567890 says of session 2026-11-18T14:00',
    (world) =>
      changeReport(world, ({ sessions }) => ({
        sessions: sessions.map((each) => ({ ...each, attended: each.attended + 1 })),
      })),
  ],
];

describe('the checker finds', () => {
  it.each(plants)('%s', async (_wrong, found, plant) => {
    const evidence = await finishedWorld();
    const restore = plant(evidence);
    const findings = checkWorld(evidence);
    restore();
    expect(findings.join('\n')).toContain(found);
    expect(checkWorld(evidence)).toEqual([]);
  });

  it('a report that does not add up', async () => {
    const report = reportOf(await finishedWorld());
    expect(checkReport({ ...report, unchanged: report.unchanged + 1 }).join()).toContain('are accounted for');
  });

  it('a report that is complete although something is open', async () => {
    const report = reportOf(await finishedWorld());
    const open: SyncReport = { ...report, warnings: [{ cause: 'list-unstable', source: 'registrants' }] };
    expect(checkReport(open).join()).toContain('G7: a report of 81234567890 is complete and warns of list-unstable');
    expect(checkReport({ ...open, status: 'partial' })).toEqual([]);
  });

  it('a sync that writes although it is off, by its report and by its calls', async () => {
    const report = reportOf(await finishedWorld());
    const off: SyncReport = { ...report, status: 'off', writes: { ...report.writes, contacts: 1 } };
    expect(checkReport(off).join()).toContain('G3: a sync of 81234567890 that is off has written');
    const call = { number: 1, at: '', method: 'POST', target: '', requestBody: '', status: 200, faults: [] };
    expect(checkOff([{ ...call, operation: 'contacts.batch-upsert' }]).join()).toContain('while the sync was off');
    expect(checkOff([{ ...call, operation: 'contacts.batch-read' }])).toEqual([]);
  });

  it('a report with impossible numbers', async () => {
    const report = reportOf(await finishedWorld());
    const sessions = report.sessions.map((session) => ({ ...session, registeredAndAttended: session.attended + 1 }));
    expect(checkReport({ ...report, sessions }).join()).toContain('cannot be true of session main');
  });

  it('a sync without changes that writes, by its calls and by its counts', async () => {
    const report = reportOf(await finishedWorld());
    const call = { number: 1, at: '', method: 'POST', target: '', requestBody: '', status: 200, faults: [] };
    const operations = [
      'contacts.batch-upsert',
      'contacts.batch-update',
      'events.send-batch',
      'marketing-events.update',
    ];
    for (const operation of operations) {
      expect(checkQuiet([{ ...call, operation }], report).join(), operation).toContain('G5');
    }
    expect(checkQuiet([{ ...call, operation: 'contacts.batch-read' }], report)).toEqual([]);
    expect(checkQuiet([], { ...report, writes: { ...report.writes, contacts: 1 } }).join()).toContain('G5');
  });

  it('a call that was too much for a vendor, if no fault of ours said so', () => {
    const call = {
      number: 1,
      at: '',
      method: 'GET',
      target: '',
      requestBody: '',
      status: 429,
      operation: 'webinars.get',
    };
    expect(checkLimits('Zoom', [{ ...call, faults: [] }]).join()).toContain('G10: Zoom refused webinars.get');
    expect(checkLimits('Zoom', [{ ...call, faults: ['answer'] }])).toEqual([]);
  });
});
