import type { SyncReport } from '../src/app/extensions/contract/sync.ts';
import type { FunctionStats } from '../scripts/function-runner/function-runner.ts';
import { hubSpotFloor, zoomFloor, type SyncVolume } from './floor.ts';
import type { CallsByOperation } from './stand-in-process.ts';

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
  readonly writes: SyncReport['writes'];
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: SyncReport['skipped'];
}

export interface BenchFigures {
  readonly people: number;
  readonly first: SyncFigures;
  readonly second: SyncFigures;
  readonly functions: Readonly<Record<string, FunctionStats>>;
  /** What is wrong with the run; empty when the figures can be believed. */
  readonly problems: readonly string[];
}

/** One finished sync as it was measured. */
export interface MeasuredSync {
  readonly report: SyncReport;
  readonly calls: { readonly zoom: CallsByOperation; readonly hubspot: CallsByOperation };
  readonly stepCount: number;
  readonly longestStepMs: number;
  readonly elapsedMs: number;
}

export function toSyncFigures(measured: MeasuredSync, volume: SyncVolume): SyncFigures {
  const { report, calls, stepCount } = measured;
  return {
    zoom: toVendorCalls(calls.zoom, report.calls.zoom, zoomFloor(volume)),
    hubspot: toVendorCalls(calls.hubspot, report.calls.hubspot, hubSpotFloor(volume, stepCount)),
    steps: stepCount,
    longestStepMs: Math.round(measured.longestStepMs),
    elapsedMs: Math.round(measured.elapsedMs),
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
export function findProblems(first: MeasuredSync, second: MeasuredSync, volume: SyncVolume): readonly string[] {
  const problems: string[] = [];
  const expect = (isTrue: boolean, sentence: string): void => {
    if (!isTrue) problems.push(sentence);
  };
  for (const [name, { report, calls }] of [
    ['first', first],
    ['second', second],
  ] as const) {
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
  expect(
    first.report.eligible === volume.contactCount,
    `The first sync found ${first.report.eligible} people instead of ${volume.contactCount}.`,
  );
  const attended = first.report.sessions.reduce((sum, session) => sum + session.attended, 0);
  expect(
    attended === volume.attendedCount,
    `The first sync counts ${attended} attendees instead of ${volume.attendedCount}.`,
  );
  const { contacts, attendance, events, marketingEvents } = second.report.writes;
  expect(
    contacts + attendance + events + marketingEvents === 0,
    'The second sync wrote something although nothing had changed.',
  );
  return problems;
}
