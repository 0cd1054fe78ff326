import {
  Flex,
  Select,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { PersonPreview } from '../../contract/sync.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { toPageCount } from '../paging.ts';
import { toPagination } from '../to-pagination.ts';
import { toTrialPeople, trialOutcomes, type TrialOutcomeKind } from './to-trial-view.ts';

const peoplePerPage = 20;

interface TrialPeopleProps {
  readonly people: readonly PersonPreview[];
  readonly eligibleCount: number;
}

/** Person by person. */
export function TrialPeople({ people, eligibleCount }: TrialPeopleProps) {
  const words = useWords();
  const [only, setOnly] = useState<TrialOutcomeKind | null>(null);
  const [page, setPage] = useState(1);
  const views = toTrialPeople(people, only, words);
  const first = (page - 1) * peoplePerPage;

  function choose(value: string | number | boolean) {
    setOnly(trialOutcomes.find((outcome) => outcome === value) ?? null);
    setPage(1);
  }

  return (
    <Flex direction="column" gap="small">
      <Select
        name="trial-outcome"
        label={words.t('home.trial.show')}
        value={only ?? ''}
        options={[
          { label: words.t('home.trial.everybody'), value: '' },
          ...trialOutcomes.map((outcome) => ({ label: words.t(`home.trial.outcome.${outcome}`), value: outcome })),
        ]}
        onChange={choose}
      />
      {people.length < eligibleCount && (
        <Text variant="microcopy">
          {words.t('home.trial.first-people', { shownCount: people.length, eligibleCount })}
        </Text>
      )}
      {views.length === 0 ? (
        <Text>{words.t('home.trial.nobody')}</Text>
      ) : (
        <Table density="condensed" {...toPagination(page, toPageCount(views.length, peoplePerPage), setPage)}>
          <TableHead>
            <TableRow>
              <TableHeader>{words.t('home.trial.person')}</TableHeader>
              <TableHeader>{words.t('home.trial.what-happens')}</TableHeader>
              <TableHeader>{words.t('home.trial.details')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {views.slice(first, first + peoplePerPage).map(({ key, who, address, outcome, details }) => (
              <TableRow key={key}>
                <TableCell>
                  <Text>{who}</Text>
                  {address !== null && <Text variant="microcopy">{address}</Text>}
                </TableCell>
                <TableCell>
                  <StatusTag variant={outcome.variant}>{outcome.label}</StatusTag>
                </TableCell>
                <TableCell>
                  {details.map((detail) => (
                    <Text key={detail}>{detail}</Text>
                  ))}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}
