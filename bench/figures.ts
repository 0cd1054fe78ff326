import type { SyncReport } from '../src/app/extensions/contract/sync.ts';
import type { FunctionStats } from '../scripts/function-runner/function-runner.ts';
import { countRefused, measureUtilisation, type BenchPlan, type Utilisation } from './allowances.ts';
import {
  changedFloors,
  hubSpotFloor,
  longestListPages,
  zoomFloor,
  type ChangedVolume,
  type SyncVolume,
} from './floor.ts';
import type { CallsByOperation, TakenCalls } from './stand-in-process.ts';

/** One vendor's calls in one sync, as the stand-in saw them. */
export interface VendorCalls {
  readonly calls: number;
  /** What the function says it made. */
  readonly claimed: number;
  readonly floor: number;
  readonly ratio: number;
  readonly byOperation: CallsByOperation;
}

export interface SyncFigures {
  readonly zoom: VendorCalls;
  readonly hubspot: VendorCalls;
  readonly steps: number;
  readonly longestStepMs: number;
  readonly elapsedMs: number;
  readonly utilisation: Utilisation;
  /** Calls that a vendor has refused because there were too many. */
  readonly refusedCount: number;
  readonly writes: SyncReport['writes'];
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: SyncReport['skipped'];
}

export interface BenchFigures {
  readonly people: number;
  readonly plan: BenchPlan;
  readonly first: SyncFigures;
  readonly unchanged: SyncFigures;
  /** After one person in a hundred has changed. */
  readonly changed: SyncFigures;
  /** From the question of a contact's card to the first byte of its answer, in a new process and in a warm one. */
  readonly cardMs: { readonly cold: number; readonly warm: number };
  readonly functions: Readonly<Record<string, FunctionStats>>;
  /** Reasons to distrust the figures. */
  readonly problems: readonly string[];
}

/** One finished sync as it was measured. */
export interface MeasuredSync {
  readonly report: SyncReport;
  readonly calls: TakenCalls;
  readonly stepCount: number;
  readonly longestStepMs: number;
  readonly elapsedMs: number;
}

export interface MeasuredSyncs {
  readonly first: MeasuredSync;
  readonly unchanged: MeasuredSync;
  readonly changed: MeasuredSync;
}

/** Where and against what it was measured. */
export interface BenchConditions {
  readonly plan: BenchPlan;
  readonly zoomLatencyMs: number;
  readonly volume: SyncVolume;
  readonly changedVolume: ChangedVolume;
}

export function toFigures(
  measured: MeasuredSyncs,
  conditions: BenchConditions,
): Pick<BenchFigures, 'first' | 'unchanged' | 'changed'> {
  const { volume, changedVolume } = conditions;
  const whole = (stepCount: number) => ({ zoom: zoomFloor(volume), hubspot: hubSpotFloor(volume, stepCount) });
  const nothing = (stepCount: number) => changedFloors(volume, { ...changedVolume, changedCount: 0 }, stepCount);
  return {
    first: toSyncFigures(measured.first, whole(measured.first.stepCount), conditions),
    unchanged: toSyncFigures(measured.unchanged, nothing(measured.unchanged.stepCount), conditions),
    changed: toSyncFigures(
      measured.changed,
      changedFloors(volume, changedVolume, measured.changed.stepCount),
      conditions,
    ),
  };
}

function toSyncFigures(
  measured: MeasuredSync,
  floors: { readonly zoom: number; readonly hubspot: number },
  { plan, zoomLatencyMs, volume }: BenchConditions,
): SyncFigures {
  const { report, calls, stepCount } = measured;
  return {
    zoom: toVendorCalls(calls.zoom, report.calls.zoom, floors.zoom),
    hubspot: toVendorCalls(calls.hubspot, report.calls.hubspot, floors.hubspot),
    steps: stepCount,
    longestStepMs: Math.round(measured.longestStepMs),
    elapsedMs: Math.round(measured.elapsedMs),
    utilisation: measureUtilisation(calls.traffic, {
      plan,
      longestListPages: longestListPages(volume),
      zoomLatencyMs,
      elapsedMs: measured.elapsedMs,
    }),
    refusedCount: countRefused(calls.traffic),
    writes: report.writes,
    synced: report.synced,
    unchanged: report.unchanged,
    skipped: report.skipped,
  };
}

function toVendorCalls(byOperation: CallsByOperation, claimed: number, floor: number): VendorCalls {
  const calls = Object.values(byOperation).reduce((sum, count) => sum + count, 0);
  return { calls, claimed, floor, ratio: Math.round((calls / floor) * 100) / 100, byOperation };
}

/** Figures of a run that did not do its job mean nothing: these are the reasons to distrust them. */
export function findProblems(measured: MeasuredSyncs, { volume, changedVolume }: BenchConditions): readonly string[] {
  const problems: string[] = [];
  const expect = (isTrue: boolean, sentence: string): void => {
    if (!isTrue) problems.push(sentence);
  };
  for (const name of ['first', 'unchanged', 'changed'] as const) {
    const { report, calls } = measured[name];
    const skippedCount = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
    expect(
      report.eligible === report.synced + report.unchanged + skippedCount,
      `The ${name} sync: synced, unchanged and skipped do not add up to ${report.eligible} eligible people.`,
    );
    for (const vendor of ['zoom', 'hubspot'] as const) {
      const seen = Object.values(calls[vendor]).reduce((sum, count) => sum + count, 0);
      const claimed = report.calls[vendor];
      expect(seen === claimed, `The ${name} sync says ${claimed} ${vendor} calls, the stand-in saw ${seen}.`);
      const unexpected = calls[vendor]['unexpected'] ?? 0;
      expect(unexpected === 0, `The ${name} sync made ${unexpected} ${vendor} calls that no operation answers.`);
    }
  }
  const { first, unchanged, changed } = measured;
  expect(
    first.report.eligible === volume.contactCount,
    `The first sync found ${first.report.eligible} people instead of ${volume.contactCount}.`,
  );
  const attended = first.report.sessions.reduce((sum, session) => sum + session.attended, 0);
  expect(
    attended === volume.attendedCount,
    `The first sync counts ${attended} attendees instead of ${volume.attendedCount}.`,
  );
  const { contacts, attendance, events, marketingEvents } = unchanged.report.writes;
  expect(
    contacts + attendance + events + marketingEvents === 0,
    'The unchanged sync wrote something although nothing had changed.',
  );
  expect(
    changed.report.synced === changedVolume.changedCount,
    `The changed sync wrote ${changed.report.synced} people instead of ${changedVolume.changedCount}.`,
  );
  return problems;
}
