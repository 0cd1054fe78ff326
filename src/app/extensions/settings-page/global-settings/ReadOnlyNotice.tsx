import { Alert, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';

/** Why nothing on the tab can be changed. */
export function ReadOnlyNotice() {
  const { t } = useWords();
  return (
    <Alert title={t('settings.read-only.title')} variant="info">
      <Text>{t('settings.read-only.meaning')}</Text>
    </Alert>
  );
}
