import { Button, EmptyState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { Settings } from '../../contract/settings.ts';
import type { ZoomUsersAnswer } from '../../contract/zoom-users.ts';
import { Problem } from '../../shared/Problem.tsx';
import { readable } from '../../shared/readable.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { readLoad, zoomUsersShape } from '../saving/answer-shapes.ts';
import { useListing } from '../use-listing.ts';
import { PageTurner } from './PageTurner.tsx';
import { toUserRows } from './to-user-rows.ts';
import { useCursor } from './use-cursor.ts';
import type { useUserEdits } from './use-user-edits.ts';
import { UsersTable } from './UsersTable.tsx';

interface UserListProps {
  readonly connection: string;
  readonly query: string;
  /** Another number when settings were saved. */
  readonly revision: number;
  readonly settings: Settings;
  readonly canWrite: boolean;
  readonly userEdits: ReturnType<typeof useUserEdits>;
  readonly onClearQuery: () => void;
}

const pageSize = 25;

/** A page of the users who match. */
export function UserList(props: UserListProps) {
  const { connection, query, revision, onClearQuery } = props;
  const { t } = useWords();
  const cursor = useCursor(`${connection} ${query}`);
  const parameters = {
    connection,
    limit: pageSize,
    ...(query === '' ? {} : { query }),
    ...(cursor.after === undefined ? {} : { after: cursor.after }),
  };
  const listing = useListing('list_zoom_users', parameters, revision);
  const load = readLoad(listing.load, zoomUsersShape);
  // Users of the account that was chosen before would look like users of this one.
  const isOtherAccount = load.kind === 'loaded' && load.answer.connection !== connection;
  if (load.kind === 'failed') {
    return <Problem problem={load.problem} action={{ label: t('common.try-again'), onClick: listing.reload }} />;
  }
  if (load.kind === 'loading' || (isOtherAccount && listing.isUpdating)) {
    return <LoadingSpinner label={t('users.loading')} showLabel layout="centered" />;
  }
  const { answer } = load;
  if (answer.users.length === 0) return <NoUsers query={query} onClearQuery={onClearQuery} />;
  return (
    <Flex direction="column" gap="small">
      {listing.isUpdating && <LoadingSpinner label={t('users.updating')} showLabel size="xs" />}
      <ReadableUsers {...props} answer={answer} onReload={listing.reload} />
      <PageTurner
        name="users"
        cursor={cursor}
        pageSize={pageSize}
        shownCount={answer.users.length}
        totalCount={answer.totalCount}
        after={answer.after}
        isUpdating={listing.isUpdating}
      />
    </Flex>
  );
}

interface ReadableUsersProps extends UserListProps {
  readonly answer: ZoomUsersAnswer;
  readonly onReload: () => void;
}

function ReadableUsers({ answer, settings, canWrite, userEdits, onReload }: ReadableUsersProps) {
  const words = useWords();
  const rows = useMemo(() => readable(() => toUserRows(answer.users, words)), [answer, words]);
  if (rows.kind === 'problem') {
    return <Problem problem={rows.problem} action={{ label: words.t('common.try-again'), onClick: onReload }} />;
  }
  return (
    <UsersTable
      accountId={answer.accountId}
      connection={answer.connection}
      rows={rows.view}
      settings={settings}
      canWrite={canWrite}
      userEdits={userEdits}
    />
  );
}

function NoUsers({ query, onClearQuery }: Pick<UserListProps, 'query' | 'onClearQuery'>) {
  const { t } = useWords();
  if (query === '') {
    return (
      <EmptyState title={t('users.nobody.title')} layout="vertical" imageName="contacts">
        <Text>{t('users.nobody.what-to-do')}</Text>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('users.no-match.title', { query })} layout="vertical" imageName="voteAndSearch">
      <Text>{t('users.no-match.what-to-do')}</Text>
      <Button onClick={onClearQuery}>{t('users.clear-search')}</Button>
    </EmptyState>
  );
}
