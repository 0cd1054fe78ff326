import { EmptyState, Flex, SearchInput, Select, Text, useDebounce, useExtensionActions } from '@hubspot/ui-extensions';
import { useCallback, useState } from 'react';
import type { SettingsAnswer, VersionedSettings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { AccountBarNotice } from './AccountBarNotice.tsx';
import { toPanelId } from './panel-id.ts';
import { useUserEdits } from './use-user-edits.ts';
import { UserList } from './UserList.tsx';

interface UsersViewProps {
  readonly answer: SettingsAnswer;
  readonly canWrite: boolean;
  readonly onChanged: () => void;
}

const typingPauseMs = 300;

/** One Zoom account's users: which account, whom, and the list. */
export function UsersView({ answer, canWrite, onChanged }: UsersViewProps) {
  const { t } = useWords();
  const { addAlert, closeOverlay } = useExtensionActions<'settings'>();
  const [inForce, setInForce] = useState<VersionedSettings>(answer);
  const [revision, setRevision] = useState(0);
  const [connection, setConnection] = useState(answer.zoomAccounts[0]?.connection ?? null);
  const [typed, setTyped] = useState('');
  const query = useDebounce(typed, typingPauseMs).trim();

  const onOutdated = useCallback((newest: VersionedSettings) => {
    setInForce(newest);
    setRevision((last) => last + 1);
  }, []);
  const onSaved = useCallback(
    (key: string, saved: VersionedSettings) => {
      onOutdated(saved);
      closeOverlay(toPanelId(key));
      addAlert({ type: 'success', title: t('settings.saved.title'), message: t('settings.saved.message') });
      onChanged();
    },
    [onOutdated, closeOverlay, addAlert, t, onChanged],
  );
  const userEdits = useUserEdits(inForce, onSaved, onOutdated);

  if (connection === null) {
    return (
      <EmptyState title={t('users.no-account.title')} layout="vertical" imageName="integrations">
        <Text>{t('users.no-account.what-to-do')}</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="medium">
      <AccountBarNotice settings={inForce.settings} />
      <Flex gap="medium" align="end" wrap>
        {answer.zoomAccounts.length > 1 && (
          <Select
            name="connection"
            testId="users-connection"
            label={t('users.account')}
            value={connection}
            options={answer.zoomAccounts.map((account, place) => ({
              value: account.connection,
              label: place === 0 ? t('users.primary-account', { connection: account.connection }) : account.connection,
            }))}
            onChange={(chosen) => setConnection(String(chosen))}
          />
        )}
        <SearchInput
          name="users-query"
          testId="users-query"
          label={t('users.search')}
          placeholder={t('users.search-placeholder')}
          value={typed}
          onInput={setTyped}
          onChange={setTyped}
        />
      </Flex>
      <UserList
        connection={connection}
        query={query}
        revision={revision}
        settings={inForce.settings}
        canWrite={canWrite}
        userEdits={userEdits}
        onClearQuery={() => setTyped('')}
      />
    </Flex>
  );
}
