import type { SyncReport, SyncWarning } from '../../src/app/extensions/contract/sync.ts';
import {
  explainWarning,
  warningFamilies,
  warningFamilyTitle,
} from '../../src/app/extensions/shared/explain/explain-warning.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { wrapSentences } from './wrap-sentences.ts';

const shownOfEach = 2;

/** Every warning once, with its meaning for some of the webinars that have it, and what can be done about it. */
export function renderWarnings(reports: readonly SyncReport[], words: Words): readonly string[] {
  const explained = reports.flatMap((report) =>
    report.warnings.map((warning) => ({ report, kind: toKind(warning), ...explainWarning(warning, words) })),
  );
  const families = warningFamilies.flatMap((family) => {
    const own = explained.filter((each) => each.family === family);
    return own.length === 0 ? [] : [{ heading: warningFamilyTitle(family, words), own }];
  });
  return families.flatMap(({ heading, own }) => [
    heading,
    ...[...new Set(own.map(({ kind }) => kind))].flatMap((kind) =>
      renderWarning(
        own.filter((each) => each.kind === kind),
        words,
      ),
    ),
    '',
  ]);
}

/** Titles count and name people, so they are not the same for what is the same. */
function toKind(warning: SyncWarning): string {
  switch (warning.cause) {
    case 'settings-off':
      return `${warning.cause} ${warning.setting}`;
    case 'recording-not-synced':
    case 'transcript-not-synced':
      return `${warning.cause} ${warning.problem.cause}`;
    case 'rows-quarantined':
    case 'list-unstable':
      return `${warning.cause} ${warning.source}`;
    default:
      return warning.cause;
  }
}

interface ExplainedWarning {
  readonly report: SyncReport;
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}

function renderWarning([first, ...others]: readonly ExplainedWarning[], { formats }: Words): readonly string[] {
  if (first === undefined) return [];
  const shown = [first, ...others.slice(0, shownOfEach - 1)];
  const hiddenCount = others.length + 1 - shown.length;
  return [
    `  ${first.title}`,
    ...shown.flatMap(({ report, meaning }) => wrapSentences(`${report.topic}: ${meaning}`, 4)),
    ...(hiddenCount === 0 ? [] : [`    … and ${formats.count(hiddenCount)} more like this`]),
    ...wrapSentences(`→ ${first.fix}`, 4),
  ];
}
