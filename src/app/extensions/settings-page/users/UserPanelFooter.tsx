import { Alert, Button, Flex, LoadingButton, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../../shared/words/words-context.tsx';

interface UserPanelFooterProps {
  readonly panelId: string;
  readonly changedCount: number;
  readonly isSaving: boolean;
  /** A conflict has to be settled first. */
  readonly mustCompare: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Saves, or closes; with changes that are not saved it asks before it closes. */
export function UserPanelFooter(props: UserPanelFooterProps) {
  const { panelId, changedCount, isSaving, mustCompare, onSave, onDiscard } = props;
  const { t } = useWords();
  const { closeOverlay } = useExtensionActions<'settings'>();
  const [isLeaving, setIsLeaving] = useState(false);
  const isDirty = changedCount > 0;
  if (isDirty && isLeaving) {
    return (
      <Flex direction="column" gap="small">
        <Alert title={t('users.leave.title')} variant="warning">
          <Text>{t('users.leave.meaning')}</Text>
        </Alert>
        <Flex gap="small" wrap>
          <Button variant="primary" testId="keep-editing" onClick={() => setIsLeaving(false)}>
            {t('users.leave.keep')}
          </Button>
          <Button
            variant="destructive"
            testId="discard-and-close"
            onClick={() => {
              onDiscard();
              closeOverlay(panelId);
            }}
          >
            {t('users.leave.discard')}
          </Button>
        </Flex>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="small">
      {isDirty && <Text variant="microcopy">{t('users.unsaved', { count: changedCount })}</Text>}
      <Flex gap="small" wrap>
        <LoadingButton
          variant="primary"
          testId="save-user"
          loading={isSaving}
          disabled={!isDirty || isSaving || mustCompare}
          onClick={onSave}
        >
          {t('settings.save')}
        </LoadingButton>
        <Button
          testId="close-user"
          disabled={isSaving}
          onClick={() => {
            if (isDirty) setIsLeaving(true);
            else closeOverlay(panelId);
          }}
        >
          {t('users.close')}
        </Button>
      </Flex>
    </Flex>
  );
}
