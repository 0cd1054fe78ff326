import { describe, expect, it } from 'vitest';
import type { SyncReport } from '../../../src/app/extensions/contract/sync.ts';
import { parseAuditedRun } from '../../../src/app/app.functions/audit/audited-run.ts';
import { parseWebinarState, type WebinarState } from '../../../src/app/app.functions/sync/checkpoint.ts';
import type { FoundState } from '../../../src/app/app.functions/sync/open-run.ts';
import { findObstacle, refuseRun, type Obstacle } from '../../../src/app/app.functions/sync/refuse-run.ts';
import { workingRecord } from '../../../src/app/app.functions/sync/working-record.ts';
import { aRun, webinarId, weekLater } from '../../support/builders.ts';
import { aRecordStore, aState, aStep, keys, savedSettings, someParts } from './a-step.ts';

const off: Obstacle = { kind: 'off', decision: { isOn: false, setting: 'host' } };
const zoomEvent: Obstacle = { kind: 'zoom-event' };

const found = (state: WebinarState = aState(), settings = savedSettings()): FoundState => ({
  state,
  settings,
  setup: undefined,
  factsRecord: undefined,
  isSetUp: true,
});
const request = { webinarId, trigger: 'manual' } as const;
const partsOf = (isZoomEvent: boolean, isDryRun = false) => {
  const asked: string[] = [];
  const parts = someParts({
    isDryRun,
    async isZoomEvent(webinar) {
      asked.push(webinar.webinarId);
      return isZoomEvent;
    },
  });
  return { parts, asked };
};
const lastReport = { status: 'complete' } as SyncReport;
const refused = { status: 'off' } as SyncReport;

describe('S2, S3: what keeps a webinar from being synced', () => {
  it('is nothing when the settings let it through', async () => {
    expect(await findObstacle(partsOf(false).parts, request, found(), aRun())).toBeNull();
  });

  it('is the setting that keeps it out', async () => {
    const settings = savedSettings({ isSyncOn: false });

    expect(await findObstacle(partsOf(false).parts, request, found(aState(), settings), aRun())).toEqual({
      kind: 'off',
      decision: { isOn: false, setting: 'sync' },
    });
  });

  it('B3: is no setting in a dry run', async () => {
    const settings = savedSettings({ isSyncOn: false });

    expect(await findObstacle(partsOf(false, true).parts, request, found(aState(), settings), aRun())).toBeNull();
  });
});

describe('S17: a webinar of a Zoom Event', () => {
  it('is recognised when the webinar is seen for the first time', async () => {
    const { parts, asked } = partsOf(true);

    expect(await findObstacle(parts, request, found(), aRun())).toEqual(zoomEvent);
    expect(asked).toEqual([webinarId]);
  });

  it('is recognised in a dry run, too', async () => {
    expect(await findObstacle(partsOf(true, true).parts, request, found(), aRun())).toEqual(zoomEvent);
  });

  it('is remembered', async () => {
    const { parts, asked } = partsOf(false);
    const state = aState({ isZoomEvent: true, lastReport });

    expect(await findObstacle(parts, request, found(state), aRun())).toEqual(zoomEvent);
    expect(asked).toEqual([]);
  });

  it.each([
    [true, zoomEvent],
    [false, null],
  ])('is what a sweep says: %s', async (isZoomEvent, expected) => {
    const { parts, asked } = partsOf(!isZoomEvent);
    const known = { hostId: 'host-1', hostName: 'Hanna Host', isZoomEvent, instances: [] };

    expect(await findObstacle(parts, { ...request, known }, found(), aRun())).toEqual(expected);
    expect(asked).toEqual([]);
  });

  it.each([
    ['was synced before', aState({ lastReport }), aRun()],
    ['is being synced', aState({ run: aRun() }), aRun()],
    ['is not listed any more', aState(), aRun({ listing: 'expired' })],
  ])('is not asked about when the webinar %s', async (_, state, run) => {
    const { parts, asked } = partsOf(true);

    expect(await findObstacle(parts, request, found(state), run)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is asked about when a setting has kept the webinar out until now: nobody looked then', async () => {
    expect(await findObstacle(partsOf(true).parts, request, found(aState({ lastReport: refused })), aRun())).toEqual(
      zoomEvent,
    );
  });

  it('is not forgotten while a setting keeps it out', async () => {
    const { records, store } = aRecordStore();
    const step = aStep(aState({ isZoomEvent: true }), store);

    await refuseRun(step, step.parts, aRun(), off, step.runId);

    expect(parseWebinarState(records.get(keys.state)?.payload ?? '')).toMatchObject({ isZoomEvent: true });
  });
});

describe('S2, S32: a run that is refused', () => {
  it('says which setting keeps it out, and has touched nobody', async () => {
    const { store } = aRecordStore();
    const step = aStep(aState(), store);

    const answer = await refuseRun(step, step.parts, aRun({ untracked: [weekLater] }), off, step.runId);

    expect(answer).toMatchObject({
      ok: true,
      done: true,
      runId: step.runId,
      report: {
        status: 'off',
        warnings: [{ cause: 'settings-off', setting: 'host', hostName: 'Hanna Host' }],
        sessions: [],
        eligible: 0,
        synced: 0,
        calls: { zoom: 2, hubspot: 4 },
        steps: 1,
        writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 },
      },
    });
  });

  it('S17: says that a Zoom Event is not supported', async () => {
    const step = aStep(aState());

    expect((await refuseRun(step, step.parts, aRun(), zoomEvent, step.runId)).report).toMatchObject({
      status: 'not-supported',
      warnings: [{ cause: 'zoom-event' }],
    });
  });

  it('S30: stands in the audit log and in the webinar’s state', async () => {
    const { records, store } = aRecordStore();
    const step = aStep(aState(), store);
    const run = aRun();

    const { report } = await refuseRun(step, step.parts, run, off, step.runId);

    expect([...records.keys()]).toEqual([keys.audit(4), keys.state]);
    expect(parseAuditedRun(records.get(keys.audit(4))?.payload ?? '')).toMatchObject({ runId: step.runId, report });
    expect(records.get(keys.audit(4))?.summary).toBe('Growing tomatoes: not synced, the settings keep it out');
    expect(parseWebinarState(records.get(keys.state)?.payload ?? '')).toMatchObject({
      run: null,
      lastReport: report,
      isZoomEvent: false,
      source: { webinar: run.webinar, instances: run.instances, panelists: run.panelists },
    });
  });

  it('gives up a run that was open, with its working records, and keeps who is in HubSpot', async () => {
    const open = aRun({ rowRecordCounts: [2], outcomeRecordCount: 1, newMarks: [] });
    const marks = [{ runNumber: 3, recordCount: 1 }];
    const working = [keys.rows(4, 0, 0), keys.rows(4, 0, 1), keys.outcomes(4, 0, 0)];
    const { records, store } = aRecordStore([
      ...working.map((key) => workingRecord(key, 'rows', '[]', weekLater)),
      workingRecord(keys.marks(3, 0, 0), 'people', '[]', weekLater),
    ]);
    const step = aStep(aState({ run: open, marks }), store);

    await refuseRun(step, step.parts, open, off, step.runId);

    expect([...records.keys()].sort()).toEqual([keys.audit(4), keys.marks(3, 0, 0), keys.state].sort());
    expect(parseWebinarState(records.get(keys.state)?.payload ?? '')).toMatchObject({ run: null, marks });
  });

  it('S2: writes nothing where the app has no memory yet', async () => {
    const answer = await refuseRun(null, someParts(), aRun(), off, `${webinarId}-1`);

    expect(answer).toMatchObject({
      done: true,
      runId: `${webinarId}-1`,
      report: { status: 'off', writes: { audit: 0 }, calls: { zoom: 2, hubspot: 3 } },
    });
  });

  it('B3: counts no audit record in a dry run', async () => {
    const parts = someParts({ isDryRun: true });
    const step = aStep(aState(), aRecordStore().store, parts);

    expect((await refuseRun(step, parts, aRun(), zoomEvent, step.runId)).report).toMatchObject({
      isDryRun: true,
      writes: { audit: 0 },
    });
  });
});
