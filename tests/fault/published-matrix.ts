import type { CellOutcome, CellRecord } from './cell-record.ts';

/** What a cell has come to: what it was to show, if all of its tests ran and passed. */
export type CellResult = CellOutcome | 'failed' | 'not-run';

interface MatrixRow {
  readonly scenario: string;
  readonly step: string;
  /** One per column. */
  readonly cells: readonly CellResult[];
}

export interface Matrix {
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly testCount: number;
  /** Why cells are not like others: steps by reason. */
  readonly reasons: ReadonlyMap<string, ReadonlySet<string>>;
}

const symbols: Readonly<Record<CellResult, string>> = {
  fails: '✓',
  survives: '○',
  overcome: '◎',
  ignored: '=',
  'own-test': '→',
  impossible: '·',
  failed: '**✗**',
  'not-run': '**?**',
};

const legend: Readonly<Record<CellResult, string>> = {
  fails: 'the failure names its cause, the log has it in one line, and the next run leaves nothing to mend',
  survives: 'the run ends, its report says what is missing, and the next run mends it',
  overcome: 'the run ends as if nothing had happened, although the vendor stays ill',
  ignored: 'nothing is different',
  'own-test': 'has a test of its own, see below',
  impossible: 'cannot happen there',
  failed: 'a test failed',
  'not-run': 'was not run',
};

/** Makes the table of what a run has left behind; what it has not shown is `not-run`, whatever was planned. */
export function readMatrix(records: readonly CellRecord[], columns: readonly string[]): Matrix {
  const bySteps = groupBy(records, ({ scenario, step }) => JSON.stringify([scenario, step]));
  const rows = [...bySteps.values()].map((ofStep): MatrixRow => {
    const [{ scenario, step } = { scenario: '', step: '' }] = ofStep;
    const cells = columns.map((column) => toResult(ofStep.filter(({ fault }) => fault === column)));
    return { scenario, step, cells };
  });
  const reasons = new Map<string, Set<string>>();
  for (const record of records) {
    if (record.kind === 'ran' || record.reason === '') continue;
    reasons.set(record.reason, (reasons.get(record.reason) ?? new Set()).add(record.step));
  }
  return { columns, rows, reasons, testCount: records.filter(({ kind }) => kind === 'ran').length };
}

function toResult(records: readonly CellRecord[]): CellResult {
  const exempt = records.find((record) => record.kind === 'exempt');
  if (exempt !== undefined) return exempt.outcome;
  const planned = records.filter((record) => record.kind === 'planned');
  const ran = records.filter((record) => record.kind === 'ran');
  if (ran.some(({ hasPassed }) => !hasPassed)) return 'failed';
  const hasRun = planned.every((plan) => ran.some(({ way }) => way === plan.way));
  const shown = planned.find(({ way }) => way === 'lasting') ?? planned[0];
  return shown === undefined || !hasRun ? 'not-run' : shown.outcome;
}

export interface OutcomeCounts {
  /** Cells that were shown or failed. */
  readonly testedCount: number;
  readonly failedCount: number;
  readonly notRunCount: number;
  readonly testCount: number;
  readonly byResult: ReadonlyMap<CellResult, number>;
}

export function countOutcomes({ rows, testCount }: Matrix): OutcomeCounts {
  const byResult = new Map<CellResult, number>();
  for (const result of rows.flatMap(({ cells }) => cells)) byResult.set(result, (byResult.get(result) ?? 0) + 1);
  const countOf = (...results: readonly CellResult[]): number =>
    results.reduce((sum, result) => sum + (byResult.get(result) ?? 0), 0);
  return {
    testedCount: countOf('fails', 'survives', 'overcome', 'ignored', 'failed'),
    failedCount: countOf('failed'),
    notRunCount: countOf('not-run'),
    testCount,
    byResult,
  };
}

/** The section of the document, in Markdown. */
export function describeMatrix(matrix: Matrix): string {
  const { columns, rows, reasons } = matrix;
  const { testedCount, failedCount, notRunCount, testCount, byResult } = countOutcomes(matrix);
  const results = (Object.keys(symbols) as CellResult[]).filter((result) => (byResult.get(result) ?? 0) > 0);
  return [
    `${rows.length} steps × ${columns.length} faults: ${testedCount} cells were shown by ${testCount} tests, ${failedCount} of them failed, and ${notRunCount} cells were not run.`,
    `Each cell looks at four things: HubSpot afterwards, compared with an undisturbed run; the report, or the failure with its cause; the log, which has one line for a failure and none without; and how often the vendor was asked. Faults last, and those that may have had an effect also happen once.`,
    table(
      ['', 'Means', 'Cells'],
      results.map((result) => [symbols[result], legend[result], String(byResult.get(result) ?? 0)]),
    ),
    columns.map((name, index) => `**${index + 1}** ${name}`).join(', ') + '.',
    ...[...groupBy(rows, ({ scenario }) => scenario)].map(([scenario, ofScenario]) =>
      table(
        [scenario, ...columns.map((_, index) => String(index + 1))],
        ofScenario.map(({ step, cells }) => [step, ...cells.map((result) => symbols[result])]),
      ),
    ),
    '### Why a cell is different',
    [...reasons].map(([reason, steps]) => `- ${reason}: ${[...steps].join(', ')}`).join('\n'),
    '### Found and mended',
    bulletList(mended),
    '### Not covered',
    bulletList(notCovered),
  ].join('\n\n');
}

const mended = [
  'A 404 of Zoom’s about something else than the webinar counted as “never held”: a sync of people who had attended said “complete” without their attendance.',
];

const notCovered = [
  'Cells with → are covered by their kind, not fault by fault: for a sweep whose leases HubSpot never confirms in time stands the lease of a sync, for a transcript that gets no answer the one whose answer is lost.',
  'Two faults at once, of one vendor or of both: random histories draw them.',
  'Rows of which HubSpot refuses some and names them: a test of its own for contacts and for attendance, not a column. The column is a batch whose rows are all refused, none of them named.',
  'The workflow actions, the contact card and the doors for Zoom’s events: their faults are tests of their own in `tests/contract`.',
  'HubSpot that takes 0.9 s and more for each of its calls: a step may then fail because its time is over, and whoever drives has to go on. Up to 0.7 s was tested.',
  'Second pages of HubSpot’s lists of users, and of Zoom’s lists of users and of what was held.',
];

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
}

const bulletList = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
