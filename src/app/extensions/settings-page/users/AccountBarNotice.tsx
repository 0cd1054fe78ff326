import { Alert, Text } from '@hubspot/ui-extensions';
import type { Settings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { findAccountBar } from './effective.ts';

/** Why nothing that is set for single users takes effect, or whom the account-wide settings choose. */
export function AccountBarNotice({ settings }: { readonly settings: Settings }) {
  const { t } = useWords();
  const bar = findAccountBar(settings);
  if (bar === null) return <Text>{t(`users.account-wide.${settings.webinarUsers}`)}</Text>;
  return (
    <Alert title={t(`users.bar.${bar}.title`)} variant="warning">
      <Text>{t(`users.bar.${bar}.what-to-do`)}</Text>
    </Alert>
  );
}
