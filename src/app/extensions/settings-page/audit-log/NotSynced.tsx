import { EmptyState, Flex, LoadingSpinner, SearchInput, Select, Text, useDebounce } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { AuditLogAnswer } from '../../contract/audit-log.ts';
import type { AuditedRun } from '../../contract/overview.ts';
import type { SyncStatus } from '../../contract/sync.ts';
import { skipReasons } from '../../shared/explain/skip-reason-text.ts';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { toAfter, toPageCount } from '../paging.ts';
import type { WebinarSubject } from '../sync/webinar-subject.ts';
import { type Listing, useListing } from '../use-listing.ts';
import { readPeople } from './audit-log-shapes.ts';
import { CopyCsvButton } from './CopyCsvButton.tsx';
import { firstNotSyncedQuery, type NotSyncedQuery, peoplePerPage, toPeopleFilter } from './not-synced-query.ts';
import { NotSyncedTable } from './NotSyncedTable.tsx';
import { toReasonOptions } from './reason-options.ts';

interface NotSyncedProps {
  readonly subject: WebinarSubject;
  /** Null until they are loaded. */
  readonly runs: readonly AuditedRun[] | null;
  readonly canWrite: boolean;
  /** Another text loads again. */
  readonly revision: string;
  readonly onPersonSynced: () => void;
}

/** Who of a webinar is not in HubSpot, and why. */
export function NotSynced({ subject, runs, canWrite, revision, onPersonSynced }: NotSyncedProps) {
  const words = useWords();
  const [query, setQuery] = useState(firstNotSyncedQuery);
  const text = useDebounce(query.text);
  const filter = toPeopleFilter({ ...query, text });
  const { webinarId, connection } = subject;
  const listing = useListing(
    'get_audit_log',
    {
      webinarId,
      ...(connection === null ? {} : { connection }),
      view: 'people',
      ...filter,
      ...toAfter(query.page, peoplePerPage),
      limit: peoplePerPage,
    },
    revision,
  );
  const options = toReasonOptions(runs, words);

  return (
    <Flex direction="column" gap="small" testId="not-synced">
      <Flex gap="small" align="end" wrap>
        <SearchInput
          name="not-synced-search"
          label={words.t('audit.people.search')}
          placeholder={words.t('audit.people.search-placeholder')}
          value={query.text}
          onInput={(value) => setQuery({ ...query, text: value, page: 1 })}
          onChange={(value) =>
            setQuery((before) => (before.text === value ? before : { ...before, text: value, page: 1 }))
          }
        />
        <Select
          name="not-synced-reason"
          label={words.t('audit.people.reason')}
          value={query.reason ?? ''}
          options={[...options]}
          onChange={(value) =>
            setQuery({ ...query, reason: skipReasons.find((reason) => reason === value) ?? null, page: 1 })
          }
        />
        <CopyCsvButton subject={subject} filter={filter} />
      </Flex>
      <People
        listing={listing}
        newestStatus={runs === null ? null : (runs[0]?.report.status ?? 'never')}
        query={query}
        isFiltered={filter.query !== undefined || filter.reason !== undefined}
        setPage={(page) => setQuery({ ...query, page })}
        subject={subject}
        canWrite={canWrite}
        onPersonSynced={onPersonSynced}
      />
    </Flex>
  );
}

interface PeopleProps extends Pick<NotSyncedProps, 'subject' | 'canWrite' | 'onPersonSynced'> {
  readonly listing: Listing<AuditLogAnswer>;
  /** Null until it is loaded. */
  readonly newestStatus: SyncStatus | 'never' | null;
  readonly query: NotSyncedQuery;
  readonly isFiltered: boolean;
  readonly setPage: (page: number) => void;
}

function People(props: PeopleProps) {
  const { listing, newestStatus, query, isFiltered, setPage, subject, canWrite, onPersonSynced } = props;
  const words = useWords();
  const { isUpdating, reload } = listing;
  const load = readPeople(listing.load);
  if (load.kind === 'loading') return <LoadingSpinner label={words.t('audit.people.loading')} showLabel />;
  if (load.kind === 'failed') {
    return <Problem problem={load.problem} action={{ label: words.t('common.try-again'), onClick: reload }} />;
  }
  const { people, totalCount, skippedCount } = load.answer;
  if (totalCount === 0) {
    return isFiltered ? <Text>{words.t('audit.people.no-match')}</Text> : <Nobody newestStatus={newestStatus} />;
  }
  return (
    <Flex direction="column" gap="extra-small">
      <Text variant="microcopy">
        {isUpdating ? words.t('home.updating') : words.t('audit.people.count', { count: totalCount })}
      </Text>
      {!isFiltered && skippedCount > totalCount && (
        <Text variant="microcopy">{words.t('audit.people.cut', { listedCount: totalCount, skippedCount })}</Text>
      )}
      <NotSyncedTable
        people={people}
        page={query.page}
        pageCount={toPageCount(totalCount, peoplePerPage)}
        setPage={setPage}
        subject={subject}
        canWrite={canWrite}
        onPersonSynced={onPersonSynced}
      />
    </Flex>
  );
}

/** Nobody is missing, unless nobody was looked at. */
function Nobody({ newestStatus }: Pick<PeopleProps, 'newestStatus'>) {
  const words = useWords();
  if (newestStatus === null) return null;
  if (newestStatus !== 'complete' && newestStatus !== 'partial') return <Text>{words.t('audit.people.unknown')}</Text>;
  return (
    <EmptyState title={words.t('audit.people.empty.title')} layout="vertical" imageName="contacts" flush>
      <Text>{words.t('audit.people.empty.text')}</Text>
    </EmptyState>
  );
}
