import type { SyncReport, SyncWarning } from '../../src/app/extensions/contract/sync.ts';
import type { SyncFormats } from '../../src/app/extensions/shared/copy/sync.en.ts';
import { explainWarning, warningFamilyTitles } from '../../src/app/extensions/shared/copy/warnings.en.ts';
import { wrapSentences } from './wrap-sentences.ts';

const shownOfEach = 2;

/** Every warning once, with its meaning for some of the webinars that have it, and what can be done about it. */
export function renderWarnings(reports: readonly SyncReport[], formats: SyncFormats): readonly string[] {
  const explained = reports.flatMap((report) =>
    report.warnings.map((warning) => ({ report, kind: toKind(warning), ...explainWarning(warning, formats) })),
  );
  const families = Object.entries(warningFamilyTitles).flatMap(([family, heading]) => {
    const own = explained.filter((each) => each.family === family);
    return own.length === 0 ? [] : [{ heading, own }];
  });
  return families.flatMap(({ heading, own }) => [
    heading,
    ...[...new Set(own.map(({ kind }) => kind))].flatMap((kind) =>
      renderWarning(
        own.filter((each) => each.kind === kind),
        formats,
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

function renderWarning([first, ...others]: readonly ExplainedWarning[], { count }: SyncFormats): readonly string[] {
  if (first === undefined) return [];
  const shown = [first, ...others.slice(0, shownOfEach - 1)];
  const hiddenCount = others.length + 1 - shown.length;
  return [
    `  ${first.title}`,
    ...shown.flatMap(({ report, meaning }) => wrapSentences(`${report.topic}: ${meaning}`, 4)),
    ...(hiddenCount === 0 ? [] : [`    … and ${count(hiddenCount)} more like this`]),
    ...wrapSentences(`→ ${first.fix}`, 4),
  ];
}
