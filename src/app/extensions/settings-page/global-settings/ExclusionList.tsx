import { Flex } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import { DomainListField } from './DomainListField.tsx';
import { type DomainField, findEntryProblems } from './domain-problems.ts';
import { PreviewNotice } from './PreviewNotice.tsx';
import type { SectionProps } from './section-props.ts';
import { toExclusionLines } from './to-preview-lines.ts';

interface ExclusionListProps extends SectionProps {
  readonly field: DomainField;
}

/** Domains that are left out of something, with how many contacts a new one concerns. */
export function ExclusionList(props: ExclusionListProps) {
  const { field, form, inForce, isReadOnly, change, preview, retryPreview, problems } = props;
  const words = useWords();
  const entryProblems = findEntryProblems(field, form[field], problems);
  const isLonger = form[field].some((entry) => !inForce[field].includes(entry));
  const lines =
    preview.kind === 'answered' && preview.answer.outcome === 'previewed'
      ? [
          ...toExclusionLines(field, preview.answer.exclusions, words),
          ...(preview.answer.uncountedDomainCount > 0
            ? [words.t('settings.preview.uncounted-domains', { count: preview.answer.uncountedDomainCount })]
            : []),
        ]
      : [];
  return (
    <Flex direction="column" gap="small">
      <DomainListField
        field={field}
        entries={form[field]}
        entriesInForce={inForce[field]}
        problems={entryProblems}
        isReadOnly={isReadOnly}
        onChange={(changeEntries) => change((current) => ({ ...current, [field]: changeEntries(current[field]) }))}
      />
      {isLonger && entryProblems.length === 0 && (
        <PreviewNotice preview={preview} lines={lines} isLoss={false} onRetry={retryPreview} />
      )}
    </Flex>
  );
}
