import { Alert, Button, Flex, List, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import { explainProblem } from '../../shared/explain/explain-problem.ts';
import type { PreviewState } from './use-settings-preview.ts';

interface PreviewNoticeProps {
  readonly preview: PreviewState;
  /** A sentence each; empty while the preview is not there. */
  readonly lines: readonly string[];
  /** Whether something ends that went on so far. */
  readonly isLoss: boolean;
  readonly onRetry: () => void;
}

/** What a change would do if it was saved. A preview that cannot be had is no reason not to save. */
export function PreviewNotice({ preview, lines, isLoss, onRetry }: PreviewNoticeProps) {
  const words = useWords();
  const { t } = words;
  switch (preview.kind) {
    case 'none':
      return null;
    case 'loading':
      return <LoadingSpinner label={t('settings.preview.loading')} showLabel size="xs" />;
    case 'failed': {
      const { whatToDo, reference } = explainProblem(preview.problem, words);
      return (
        <Flex direction="column" gap="extra-small" align="start">
          <Alert title={t('settings.preview.failed')} variant="info">
            <Text>{whatToDo}</Text>
            {reference !== null && <Text variant="microcopy">{t('common.reference', { reference })}</Text>}
          </Alert>
          <Button size="sm" onClick={onRetry}>
            {t('settings.preview.again')}
          </Button>
        </Flex>
      );
    }
    case 'answered':
      if (preview.answer.outcome === 'invalid') {
        return <Text variant="microcopy">{t('settings.preview.correct-first')}</Text>;
      }
      if (lines.length === 0) return null;
      return (
        <Alert title={t('settings.preview.title')} variant={isLoss ? 'warning' : 'info'}>
          <List variant="unordered">
            {lines.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </List>
        </Alert>
      );
  }
}
