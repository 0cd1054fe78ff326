import { Button, Flex, SearchInput, Select } from '@hubspot/ui-extensions';
import type { WebinarStatus } from '../../../contract/webinars.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import { toStatusLabel } from './to-row-view.ts';
import type { HostOptions } from './use-host-options.ts';
import { changeQuery, clearFilters, isFiltered, type WebinarsQuery } from './webinars-query.ts';

const statuses = [
  'new',
  'complete',
  'partial',
  'failed',
  'off',
  'not-supported',
] as const satisfies readonly WebinarStatus[];
const choices = ['attention', ...statuses] as const;
const times = ['upcoming', 'past'] as const;

interface WebinarFiltersProps {
  readonly query: WebinarsQuery;
  readonly setQuery: (change: (query: WebinarsQuery) => WebinarsQuery) => void;
  /** Names of the Zoom accounts; a choice is offered when there are several. */
  readonly connections: readonly string[];
  readonly hosts: HostOptions;
}

/** What the table of webinars shows. An empty value stands for everything. */
export function WebinarFilters({ query, setQuery, connections, hosts }: WebinarFiltersProps) {
  const words = useWords();
  const change = (part: Partial<WebinarsQuery>) => setQuery((before) => changeQuery(before, part));
  return (
    <Flex gap="small" align="end" wrap>
      <SearchInput
        name="webinar-search"
        label={words.t('home.filter.search')}
        placeholder={words.t('home.filter.search-placeholder')}
        value={query.text}
        onInput={(text) => change({ text })}
        onChange={(text) => setQuery((before) => (before.text === text ? before : changeQuery(before, { text })))}
      />
      <Select
        name="webinar-status"
        label={words.t('home.filter.status')}
        value={query.status ?? ''}
        options={[
          { label: words.t('home.filter.every-status'), value: '' },
          { label: words.t('home.filter.attention'), value: 'attention' },
          ...statuses.map((status) => ({ label: toStatusLabel(status, words), value: status })),
        ]}
        onChange={(value) => change({ status: choices.find((choice) => choice === value) ?? null })}
      />
      <Select
        name="webinar-when"
        label={words.t('home.filter.when')}
        value={query.when ?? ''}
        options={[
          { label: words.t('home.filter.any-time'), value: '' },
          ...times.map((time) => ({ label: words.t(`home.filter.${time}`), value: time })),
        ]}
        onChange={(value) => change({ when: times.find((time) => time === value) ?? null })}
      />
      <Select
        name="webinar-host"
        label={words.t('home.filter.host')}
        value={query.hostId ?? ''}
        options={[{ label: words.t('home.filter.every-host'), value: '' }, ...hosts.options]}
        onInput={hosts.search}
        onChange={(value) => change({ hostId: value === '' ? null : String(value) })}
      />
      {connections.length > 1 && (
        <Select
          name="webinar-account"
          label={words.t('home.filter.account')}
          value={query.connection ?? ''}
          options={[
            { label: words.t('home.filter.every-account'), value: '' },
            ...connections.map((name) => ({ label: name, value: name })),
          ]}
          onChange={(value) => change({ connection: value === '' ? null : String(value), hostId: null })}
        />
      )}
      {isFiltered(query) && (
        <Button variant="transparent" onClick={() => setQuery(clearFilters)}>
          {words.t('home.filter.clear')}
        </Button>
      )}
    </Flex>
  );
}
