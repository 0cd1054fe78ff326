import { describe, expect, it } from 'vitest';
import type {
  AuditLogAnswer,
  GetAuditLogParameters,
  NotSyncedPerson,
} from '../../src/app/extensions/contract/audit-log.ts';
import type { Settings } from '../../src/app/extensions/contract/settings.ts';
import type { SkipReason } from '../../src/app/extensions/contract/sync.ts';
import { skipReasonLabels, type CsvWords } from '../../src/app/app.functions/audit/not-synced-csv.ts';
import { formatNotSynced } from '../../src/app/app.functions/audit/not-synced-list.ts';
import {
  newWebinarState,
  recordKeysOf,
  toStateRecord,
  type WebinarState,
} from '../../src/app/app.functions/sync/checkpoint.ts';
import type { StateRecord } from '../../src/app/app.functions/sync/ports.ts';
import { payloadCharactersMax } from '../../src/app/app.functions/sync/payload.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import { failed, minuteMs, noon, openWorld, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { writeRecords } from '../support/write-records.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { aReport } from '../unit/scripts/builders.ts';

const words: CsvWords = { header: ['E-Mail-Adresse', 'Name', 'Grund', 'Näheres'], reasons: skipReasonLabels };

const keys = recordKeysOf(zoomAccountId, webinarId);

/** The app's memory as a sync would write it. */
async function openWith(records: readonly StateRecord[], settings: Partial<Settings> = {}): Promise<WebinarWorld> {
  const world = await openWorld({ webinars: [], settings });
  await writeRecords(world, records);
  return world;
}

async function ask(world: WebinarWorld, parameters: Partial<GetAuditLogParameters> = {}) {
  const process = await world.startProcess();
  const callsBefore = {
    hubspot: world.two.hubspot.requests.list().length,
    zoom: world.two.zoom.requests.list().length,
  };
  const answer = await process.call<AuditLogAnswer>('get_audit_log', { webinarId, ...parameters });
  return {
    answer,
    hubspotCalls: world.two.hubspot.requests
      .list()
      .slice(callsBefore.hubspot)
      .map(({ operation }) => operation),
    zoomCallCount: world.two.zoom.requests.list().length - callsBefore.zoom,
  };
}

const viewOf = async <View extends AuditLogAnswer['view']>(
  world: WebinarWorld,
  view: View,
  parameters: Partial<GetAuditLogParameters> = {},
): Promise<Extract<AuditLogAnswer, { view: View }>> => {
  const answer = succeeded((await ask(world, { view, ...parameters })).answer);
  expect(answer.view).toBe(view);
  return answer as Extract<AuditLogAnswer, { view: View }>;
};

const aState = (changes: Partial<WebinarState> = {}): StateRecord =>
  toStateRecord(
    keys,
    {
      ...newWebinarState,
      runNumber: 1,
      host: { hostId: 'host-1', hostName: 'Hanna Host', createdAt: null },
      lastReport: aReport(),
      ...changes,
    },
    'Growing tomatoes',
    noon,
  );

const aRunRecord = (runNumber: number, at = noon + runNumber * minuteMs): StateRecord => ({
  key: keys.audit(runNumber),
  kind: 'audit',
  payload: JSON.stringify({ runId: `${webinarId}-${runNumber}`, report: aReport({ topic: `Run ${runNumber}` }) }),
  version: 1,
  status: 'complete',
  occurredAt: at,
  summary: '',
});

/** Lists of the parts, with the state that knows of them. */
function listsOf(
  parts: readonly (readonly NotSyncedPerson[])[],
  skipped: Readonly<Partial<Record<SkipReason, number>>>,
): readonly StateRecord[] {
  const texts = parts.map((people) => formatNotSynced(people, payloadCharactersMax));
  const records = texts.flatMap((chunks, partition) =>
    chunks.map((payload, index): StateRecord => ({
      key: keys.skipped(partition, index),
      kind: 'skipped',
      payload,
      version: 1,
      status: 'complete',
      occurredAt: noon,
      summary: '',
    })),
  );
  const skippedParts = texts.map(({ length: recordCount }) => ({ recordCount, hash: '' }));
  return [aState({ skippedParts, lastReport: aReport({ skipped }) }), ...records];
}

const ann: NotSyncedPerson = {
  address: 'ann@acme.example',
  name: 'Ann Account',
  reason: 'excluded-domain',
  detail: 'acme.example',
};
const bo: NotSyncedPerson = { address: 'bo@example.com', name: 'Bo', reason: 'denied', detail: null };
const cid: NotSyncedPerson = { address: 'cid@example.com', name: '=cmd', reason: 'denied', detail: null };
const guest: NotSyncedPerson = { address: null, name: 'Guest', reason: 'guest-without-address', detail: null };
const threeParts = [[guest, cid], [], [bo, ann]];
const skippedCounts = { denied: 2, 'excluded-domain': 1, 'guest-without-address': 4 };

describe('S30: get_audit_log, the runs', () => {
  it('are shown newest first by one call for all records, and none to Zoom', async () => {
    const world = await openWith([aState(), aRunRecord(1), aRunRecord(3), aRunRecord(2)], { isSyncOn: true });

    const { answer, hubspotCalls, zoomCallCount } = await ask(world);

    expect(answer).toMatchObject({
      ok: true,
      webinarId,
      connection: 'main',
      view: 'runs',
      runs: [3, 2, 1].map((number) => ({ runId: `${webinarId}-${number}`, report: { topic: `Run ${number}` } })),
      decision: { isOn: true },
    });
    expect(hubspotCalls).toEqual(['schemas.list', 'custom-objects.batch-read']);
    expect(zoomCallCount).toBe(0);
  });

  it('are the newest twenty: a new one has taken the place of the oldest', async () => {
    const world = await openWith([aState({ runNumber: 25 }), ...numbers(6, 25).map((number) => aRunRecord(number))]);

    const { runs } = await viewOf(world, 'runs');

    expect(runs.map(({ runId }) => runId)).toEqual(
      numbers(6, 25)
        .reverse()
        .map((number) => `${webinarId}-${number}`),
    );
  });

  it('go by their numbers when they ended at the same moment', async () => {
    const world = await openWith([aState(), aRunRecord(9, noon), aRunRecord(10, noon), aRunRecord(8, noon)]);

    const { runs } = await viewOf(world, 'runs');

    expect(runs.map(({ runId }) => runId.split('-').at(-1))).toEqual(['10', '9', '8']);
  });

  it('that nobody can read any more hide no others', async () => {
    const world = await openWith([aState(), aRunRecord(1), { ...aRunRecord(2), payload: 'not a run' }]);

    const { runs } = await viewOf(world, 'runs');

    expect(runs.map(({ runId }) => runId)).toEqual([`${webinarId}-1`]);
  });

  it.each([
    ['the account-wide switch', { isSyncOn: false }, { isOn: false, setting: 'sync' }],
    ['no user being chosen', { isSyncOn: true, webinarUsers: 'none' }, { isOn: false, setting: 'webinar-users' }],
    ['the host not being selected', { isSyncOn: true, webinarUsers: 'selected' }, { isOn: false, setting: 'host' }],
    ['nothing', { isSyncOn: true, webinarUsers: 'all' }, { isOn: true }],
  ] as const)('S32: come with what is in the way now: %s', async (_, settings, decision) => {
    const world = await openWith([aState(), aRunRecord(1)], settings);

    expect((await viewOf(world, 'runs')).decision).toEqual(decision);
  });

  it('of a webinar that was never synced are none, and that is no failure', async () => {
    const never = { ok: true, webinarId: '89999999999', connection: 'main' };
    const world = await openWith([aState(), aRunRecord(1)]);
    const untouched = await openWorld({ webinars: [], settings: null });

    for (const each of [world, untouched]) {
      expect((await ask(each, { webinarId: '899 9999 9999' })).answer).toEqual({
        ...never,
        view: 'runs',
        runs: [],
        decision: null,
      });
      expect((await ask(each, { webinarId: '89999999999', view: 'people' })).answer).toEqual({
        ...never,
        view: 'people',
        people: [],
        totalCount: 0,
        skippedCount: 0,
        after: null,
      });
    }
  });

  it('of another Zoom account are not shown', async () => {
    const world = await openWith([aState(), aRunRecord(1)]);
    const connections = ['main', 'brand'].map((name) => ({
      name,
      accountId: `acc-${name}`,
      clientId: 'id',
      clientSecret: 'secret-x',
    }));
    const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: JSON.stringify(connections) } });

    const answer = await process.call<AuditLogAnswer>('get_audit_log', { webinarId, connection: 'brand' });

    expect(succeeded(answer)).toMatchObject({ connection: 'brand', view: 'runs', runs: [] });
  });
});

describe('B18: get_audit_log, who was not synced', () => {
  it('lists everybody of all parts by address, guests last, with the reason', async () => {
    const world = await openWith(listsOf(threeParts, skippedCounts));

    const { answer, hubspotCalls, zoomCallCount } = await ask(world, { view: 'people' });

    expect(answer).toEqual({
      ok: true,
      webinarId,
      connection: 'main',
      view: 'people',
      people: [ann, bo, cid, guest],
      totalCount: 4,
      skippedCount: 7,
      after: null,
    });
    expect(hubspotCalls).toEqual(['schemas.list', 'custom-objects.batch-read', 'custom-objects.batch-read']);
    expect(zoomCallCount).toBe(0);
  });

  it.each([
    [{ query: 'EXAMPLE.COM' }, [bo, cid]],
    [{ query: 'account' }, [ann]],
    [{ reason: 'denied' }, [bo, cid]],
    [{ reason: 'denied', query: 'bo' }, [bo]],
    [{ query: 'nobody' }, []],
  ] as const)('finds by %o', async (parameters, people) => {
    const world = await openWith(listsOf(threeParts, skippedCounts));

    const found = await viewOf(world, 'people', parameters);

    expect(found.people).toEqual(people);
    expect(found.totalCount).toBe(people.length);
  });

  it('gives one page after the other, and everybody once', async () => {
    const people = numbers(1, 7).map((number) => ({ ...bo, address: `p${number}@example.com` }));
    const world = await openWith(listsOf([people.slice(3), people.slice(0, 3)], { denied: 7 }));

    const pages = [];
    for (let after: string | null = '0'; after !== null;) {
      const page: Extract<AuditLogAnswer, { view: 'people' }> = await viewOf(world, 'people', { after, limit: 3 });
      pages.push(page.people);
      after = page.after;
    }

    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(people);
  });

  it('loses only the part whose list somebody has damaged', async () => {
    const records = listsOf(threeParts, skippedCounts);
    const damagedKey = keys.skipped(0, 0);
    const world = await openWith(
      records.map((record) => (record.key === damagedKey ? { ...record, payload: 'damaged' } : record)),
    );

    const { people, skippedCount } = await viewOf(world, 'people');

    expect(people).toEqual([ann, bo]);
    expect(skippedCount).toBe(7);
  });

  it('comes as a file of those who match, in which nothing is a formula', async () => {
    const world = await openWith(listsOf(threeParts, skippedCounts));

    const file = await viewOf(world, 'csv', { reason: 'denied' });

    expect(file).toEqual({
      ok: true,
      webinarId,
      connection: 'main',
      view: 'csv',
      fileName: `zoom-webinar-${webinarId}-not-synced.csv`,
      csv: "\ufeffEmail,Name,Reason,Detail\r\nbo@example.com,Bo,Registration denied,\r\ncid@example.com,'=cmd,Registration denied,\r\n",
      personCount: 2,
    });
  });

  it('B26: comes as a file in the words of whoever reads it', async () => {
    const world = await openWith(listsOf(threeParts, skippedCounts));
    const csvWords = { ...words, reasons: { ...words.reasons, denied: 'Anmeldung abgelehnt' } };

    const { csv } = await viewOf(world, 'csv', { reason: 'denied', csvWords });

    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffE-Mail-Adresse,Name,Grund,Näheres',
      'bo@example.com,Bo,Anmeldung abgelehnt,',
    ]);
  });

  it.each([
    ['three words', { ...words, header: ['Adresse', 'Name', 'Grund'] }, 'csvWords.header'],
    ['an empty word', { ...words, header: ['', 'Name', 'Grund', 'Näheres'] }, 'csvWords.header.0'],
    ['a long word', { ...words, reasons: { ...words.reasons, denied: 'x'.repeat(121) } }, 'csvWords.reasons.denied'],
    [
      'a reason without words',
      { ...words, reasons: { denied: 'Abgelehnt' } },
      'csvWords.reasons.guest-without-address',
    ],
  ])('is refused with %s', async (_, csvWords, name) => {
    const world = await openWith([]);

    const { answer } = await ask(world, { view: 'csv', csvWords: csvWords as never });

    expect(failed(answer).reason).toMatchObject({ cause: 'parameter-invalid', name });
  });

  it('is refused with a reason that there is not', async () => {
    const world = await openWith([]);
    const csvWords = { ...words, reasons: { ...words.reasons, odd: 'Odd' } };

    const { answer } = await ask(world, { view: 'csv', csvWords });

    expect(failed(answer).reason).toMatchObject({ cause: 'parameter-unknown', name: 'odd' });
  });
});

describe('get_audit_log, after syncs', () => {
  const umbrella = (name: string): string => `${name}@umbrella.example.com`;
  const aSyncedWebinar = aHeldWebinar({
    registrants: [
      aRegistrant('ann@acme.example.com'),
      aRegistrant(umbrella('bo')),
      aRegistrant(umbrella('cid'), { status: 'pending' }),
    ],
    instances: [anInstance([aJoin(umbrella('bo'), 5, 35)])],
  });

  it('S30, B18: says what each did, and who is not in HubSpot and why, as of the newest', async () => {
    const world = await openWorld({
      webinars: [aSyncedWebinar],
      settings: { contactExclusions: ['acme.example.com'] },
    });
    const first = await world.sync({ webinarId });
    const before = await viewOf(world, 'people');
    await world.save({ contactExclusions: [] });
    world.time.advance(minuteMs);
    const second = await world.sync({ webinarId });

    const { runs, decision } = await viewOf(world, 'runs');
    const after = await viewOf(world, 'people');

    expect(before.people.map(({ address, reason, detail }) => [address, reason, detail])).toEqual([
      ['ann@acme.example.com', 'excluded-domain', 'acme.example.com'],
      [umbrella('cid'), 'awaiting-approval', null],
    ]);
    expect(before.skippedCount).toBe(2);
    expect(after.people.map(({ address }) => address)).toEqual([umbrella('cid')]);
    expect(runs.map(({ report }) => report.skipped)).toEqual([second.report.skipped, first.report.skipped]);
    expect(runs.map(({ report }) => report.finishedAt)).toEqual([second.report.finishedAt, first.report.finishedAt]);
    expect(decision).toEqual({ isOn: true });
  });

  it('S32: says which setting keeps the webinar from being synced, also in the run that wrote nothing', async () => {
    const world = await openWorld({ webinars: [aSyncedWebinar] });
    await world.sync({ webinarId });
    await world.save({ webinarUsers: 'none' });
    world.time.advance(minuteMs);
    await world.sync({ webinarId });

    const { runs, decision } = await viewOf(world, 'runs');

    expect(decision).toEqual({ isOn: false, setting: 'webinar-users' });
    expect(runs[0]?.report).toMatchObject({
      status: 'off',
      warnings: [{ cause: 'settings-off', setting: 'webinar-users', hostName: expect.any(String) }],
    });
  });
});

describe('get_audit_log', () => {
  it.each([
    ['no webinar', { webinarId: 'abc' }, { cause: 'webinar-id-invalid' }],
    ['an unknown account', { connection: 'x' }, { cause: 'connection-unknown', known: ['main'] }],
    ['an unknown view', { view: 'all' }, { cause: 'parameter-invalid', name: 'view' }],
    ['an unknown reason', { view: 'people', reason: 'bored' }, { cause: 'parameter-invalid', name: 'reason' }],
    ['no place to go on from', { view: 'people', after: 'x' }, { cause: 'parameter-invalid', name: 'after' }],
    ['too many people', { view: 'people', limit: 201 }, { cause: 'parameter-invalid', name: 'limit' }],
    ['nobody', { view: 'people', limit: 0 }, { cause: 'parameter-invalid', name: 'limit' }],
    ['more than there is', { email: 'x' }, { cause: 'parameter-unknown', name: 'email' }],
  ])('that is asked for %s refuses', async (_, parameters, reason) => {
    const world = await openWorld({ webinars: [] });

    const { answer } = await ask(world, parameters as Partial<GetAuditLogParameters>);

    expect(failed(answer).reason).toMatchObject(reason);
  });
});

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
