import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appDir } from '../project/paths.ts';

/** Files that are mutated together, and the tests that have to notice. */
export interface MutationGroup {
  /** In `src/app/app.functions/`, without `.ts`. */
  readonly files: readonly string[];
  /** In `tests/`, without `.test.ts`. */
  readonly tests: readonly string[];
}

const sync = (...names: readonly string[]): readonly string[] => names.map((name) => `sync/${name}`);
const unit = (...names: readonly string[]): readonly string[] => names.map((name) => `unit/sync/${name}`);

const workFiles = [
  ...['work-list', 'plan-partition', 'settle-parts', 'to-new-marks', 'people-marks', 'outcomes', 'hashes'],
  ...['write-periods', 'keep-writes'],
];

/**
 * The rules of the sync: every file of `domain/` and `sync/` that does something and waits for nothing. Each group is run
 * with the unit and property tests of its own files, so that a file is held by tests of itself.
 */
export const mutationGroups: Readonly<Record<string, MutationGroup>> = {
  domain: {
    files: ['address', 'attendance', 'instant', 'intervals', 'sessions'].map((name) => `domain/${name}`),
    tests: [
      ...['address', 'attendance', 'instant', 'intervals', 'sessions'].map((name) => `unit/domain/${name}`),
      'property/domain',
    ],
  },
  people: {
    files: sync('normalise', 'exclusions', 'staff', 'recall', 'match', 'preview-people'),
    tests: [...unit('normalise', 'exclusions', 'staff', 'recall', 'match', 'preview-people'), 'property/normalise'],
  },
  plan: {
    files: sync('plan', 'history-webinar', 'facts'),
    tests: [...unit('plan', 'history-webinar', 'facts'), 'property/plan'],
  },
  sessions: {
    files: sync('held-sessions', 'planned-sessions', 'session-names'),
    tests: [...unit('held-sessions', 'planned-sessions', 'session-names'), 'property/planned-sessions'],
  },
  rows: {
    files: sync('partition-rows', 'partitions', 'select-rows', 'source-rows', 'settle-strays', 'attendee-joins'),
    tests: unit('partitions', 'select-rows', 'source-rows', 'settle-strays', 'attendee-joins'),
  },
  work: {
    files: sync(...workFiles),
    tests: [...unit(...workFiles), 'property/work-list'],
  },
  memory: {
    files: sync('checkpoint', 'payload', 'known-webinar', 'working-record', 'refusals', 'records-missing'),
    tests: unit('checkpoint', 'payload', 'known-webinar', 'working-record', 'refusals', 'records-missing'),
  },
  report: {
    files: sync('report', 'people-tally', 'describe-report', 'bare-report', 'answers', 'add-to-activity'),
    tests: unit('report', 'people-tally', 'describe-report', 'bare-report', 'answers', 'add-to-activity'),
  },
  recordings: {
    files: sync(
      ...['judge-recordings', 'ledger', 'plan-audience', 'recording-times', 'recordings-progress'].map(
        (name) => `recordings/${name}`,
      ),
      ...['seen-recordings', 'to-call', 'transcript-text', 'escape-html'].map((name) => `recordings/${name}`),
    ),
    tests: [
      ...[
        'judge-recordings',
        'ledger',
        'plan-audience',
        'seen-recordings',
        'sync-recordings',
        'to-call',
        'transcript-text',
        'transcripts',
      ].map((name) => `unit/sync/recordings/${name}`),
      'property/recordings',
    ],
  },
};

/** Every file that the rule above is about, without `.ts`. */
export function listPureFiles(): readonly string[] {
  const root = join(appDir, 'app.functions');
  return ['domain', 'sync', 'sync/recordings'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => {
        const code = readFileSync(join(root, folder, name), 'utf8');
        return !/\b(await|async|Promise)\b/.test(code) && /=>|\bfunction\b/.test(code);
      })
      .map((name) => `${folder}/${name.slice(0, -3)}`),
  );
}
