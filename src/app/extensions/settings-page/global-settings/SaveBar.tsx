import { Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';

interface SaveBarProps {
  readonly place: 'top' | 'bottom';
  readonly changedCount: number;
  /** Null until something was saved. */
  readonly savedAt: string | null;
  readonly isSaving: boolean;
  /** What the form holds can be sent. */
  readonly isComplete: boolean;
  /** Absent where the user may not save, or has to settle something else first. */
  readonly actions?: { readonly save: () => void; readonly discard: () => void };
}

/** How many settings are changed and not saved, and the two ways on from there. */
export function SaveBar({ place, changedCount, savedAt, isSaving, isComplete, actions }: SaveBarProps) {
  const { t, formats } = useWords();
  if (changedCount === 0 || actions === undefined) {
    const text =
      savedAt === null ? t('settings.never-saved') : t('settings.last-saved', { when: formats.dateAndTime(savedAt) });
    return <Text variant="microcopy">{text}</Text>;
  }
  return (
    <Flex align="center" justify="between" gap="small" wrap>
      <Flex direction="column" gap="flush">
        <Text format={{ fontWeight: 'demibold' }}>{t('settings.unsaved', { count: changedCount })}</Text>
        {!isComplete && <Text variant="microcopy">{t('settings.correct-first')}</Text>}
      </Flex>
      <Flex gap="small">
        <Button testId={`discard-${place}`} disabled={isSaving} onClick={actions.discard}>
          {t('settings.discard')}
        </Button>
        <LoadingButton
          testId={`save-${place}`}
          variant="primary"
          loading={isSaving}
          disabled={!isComplete || isSaving}
          onClick={actions.save}
        >
          {t('settings.save')}
        </LoadingButton>
      </Flex>
    </Flex>
  );
}
