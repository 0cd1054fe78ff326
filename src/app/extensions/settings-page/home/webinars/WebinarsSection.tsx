import { Button, EmptyState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { WebinarsAnswer } from '../../../contract/webinars.ts';
import { Problem } from '../../../shared/Problem.tsx';
import { useWords } from '../../../shared/words/words-context.tsx';
import { readLoad, webinarsShape } from '../../saving/answer-shapes.ts';
import { Section } from '../../Section.tsx';
import type { Listing } from '../../use-listing.ts';
import type { RowActions } from './row-actions.ts';
import { useHostOptions } from './use-host-options.ts';
import { WebinarFilters } from './WebinarFilters.tsx';
import { clearFilters, isFiltered, type WebinarsQuery, webinarsPerPage } from './webinars-query.ts';
import { WebinarTable } from './WebinarTable.tsx';

interface WebinarsSectionProps {
  readonly listing: Listing<WebinarsAnswer>;
  readonly query: WebinarsQuery;
  readonly setQuery: (change: (query: WebinarsQuery) => WebinarsQuery) => void;
  /** Names of the Zoom accounts, as far as they are known. */
  readonly connections: readonly string[];
  readonly actions: RowActions;
}

const noRows = [] as const;

/** All known webinars, with what is synced of each. */
export function WebinarsSection({ listing, query, setQuery, connections, actions }: WebinarsSectionProps) {
  const words = useWords();
  const load = readLoad(listing.load, webinarsShape);
  const hosts = useHostOptions(load.kind === 'loaded' ? load.answer.webinars : noRows, query.connection);
  return (
    <Section heading={words.t('home.webinars.title')}>
      <WebinarFilters query={query} setQuery={setQuery} connections={connections} hosts={hosts} />
      <Webinars
        load={load}
        isUpdating={listing.isUpdating}
        reload={listing.reload}
        query={query}
        setQuery={setQuery}
        actions={actions}
      />
    </Section>
  );
}

type WebinarsProps = Listing<WebinarsAnswer> & Pick<WebinarsSectionProps, 'query' | 'setQuery' | 'actions'>;

function Webinars({ load, isUpdating, reload, query, setQuery, actions }: WebinarsProps) {
  const words = useWords();
  if (load.kind === 'loading') {
    return <LoadingSpinner label={words.t('home.webinars.loading')} showLabel layout="centered" />;
  }
  if (load.kind === 'failed') {
    return <Problem problem={load.problem} action={{ label: words.t('common.try-again'), onClick: reload }} />;
  }
  const { webinars, totalCount, lastSweepAt } = load.answer;
  if (totalCount === 0) return <NoWebinars isFiltered={isFiltered(query)} onClear={() => setQuery(clearFilters)} />;
  // The list may have become shorter than the page that was looked at.
  const pageMax = Math.ceil(totalCount / webinarsPerPage);
  if (query.page > pageMax) setQuery((before) => ({ ...before, page: pageMax }));
  return (
    <Flex direction="column" gap="extra-small">
      <Text variant="microcopy">
        {isUpdating ? words.t('home.updating') : words.t('common.webinars', { count: totalCount })}
      </Text>
      <WebinarTable rows={webinars} totalCount={totalCount} query={query} setQuery={setQuery} actions={actions} />
      <Text variant="microcopy">
        {lastSweepAt === null
          ? words.t('home.webinars.no-sweep')
          : words.t('home.webinars.as-of', { when: words.formats.dateAndTime(lastSweepAt) })}
      </Text>
      <Text variant="microcopy">{words.t('common.times-in-zone', { zone: words.formats.timeZone })}</Text>
    </Flex>
  );
}

interface NoWebinarsProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function NoWebinars({ isFiltered: isChosen, onClear }: NoWebinarsProps) {
  const words = useWords();
  if (!isChosen) {
    return (
      <EmptyState title={words.t('home.webinars.empty.title')} layout="vertical" imageName="integrations" flush>
        <Text>{words.t('home.webinars.empty.text')}</Text>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={words.t('home.webinars.no-match.title')} layout="vertical" imageName="voteAndSearch" flush>
      <Text>{words.t('home.webinars.no-match.text')}</Text>
      <Button onClick={onClear}>{words.t('home.filter.clear')}</Button>
    </EmptyState>
  );
}
