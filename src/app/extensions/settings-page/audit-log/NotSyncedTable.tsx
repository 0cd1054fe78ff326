import {
  Flex,
  LoadingButton,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { NotSyncedPerson } from '../../contract/audit-log.ts';
import { callFunction } from '../../shared/call-function.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { toPagination } from '../to-pagination.ts';
import { useSyncJobs } from '../sync/use-sync-jobs.ts';
import { toParameters, type WebinarSubject } from '../sync/webinar-subject.ts';
import { type AgainView, toNotSyncedView } from './to-not-synced-view.ts';

interface NotSyncedTableProps {
  readonly people: readonly NotSyncedPerson[];
  readonly page: number;
  readonly pageCount: number;
  readonly setPage: (page: number) => void;
  readonly subject: WebinarSubject;
  readonly canWrite: boolean;
  readonly onPersonSynced: () => void;
}

/** One page of people who are not in HubSpot. Whoever is synced from here stays in the list, with what came of it. */
export function NotSyncedTable(props: NotSyncedTableProps) {
  const { people, page, pageCount, setPage, subject, canWrite, onPersonSynced } = props;
  const words = useWords();
  const { jobs, start } = useSyncJobs<null>(onPersonSynced);

  const syncAgain = (address: string) =>
    start({
      key: address,
      subject: null,
      step: ({ runId }) =>
        callFunction('sync_person', { ...toParameters(subject), address, ...(runId === undefined ? {} : { runId }) }),
    });

  return (
    <Table density="condensed" {...toPagination(page, pageCount, setPage)}>
      <TableHead>
        <TableRow>
          <TableHeader>{words.t('audit.people.address')}</TableHeader>
          <TableHeader>{words.t('audit.people.name')}</TableHeader>
          <TableHeader>{words.t('audit.people.reason')}</TableHeader>
          <TableHeader>{words.t('audit.people.again')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person, index) => {
          const state = jobs.find(({ key }) => key === person.address)?.state ?? null;
          const { address, name, reason, detail, again } = toNotSyncedView(person, state, words);
          return (
            <TableRow key={address ?? `guest-${index}`}>
              <TableCell>{address ?? words.t('audit.people.no-address')}</TableCell>
              <TableCell>{name}</TableCell>
              <TableCell>
                <Text>{reason}</Text>
                {detail !== null && <Text variant="microcopy">{detail}</Text>}
              </TableCell>
              <TableCell>
                <Again view={again} isLocked={!canWrite} onAgain={address === null ? null : () => syncAgain(address)} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

interface AgainProps {
  readonly view: AgainView;
  readonly isLocked: boolean;
  /** Null for people without an address. */
  readonly onAgain: (() => void) | null;
}

function Again({ view, isLocked, onAgain }: AgainProps) {
  const words = useWords();
  const button = (isBusy: boolean) =>
    onAgain === null ? null : (
      <LoadingButton size="extra-small" loading={isBusy} disabled={isLocked} onClick={onAgain}>
        {words.t('audit.people.sync-again')}
      </LoadingButton>
    );
  switch (view.kind) {
    case 'impossible':
      return <Text variant="microcopy">{view.why}</Text>;
    case 'possible':
      return button(view.isBusy);
    case 'ended':
      return (
        <Flex direction="column" gap="extra-small" align="start">
          <StatusTag variant={view.variant}>{view.label}</StatusTag>
          {view.detail !== null && <Text variant="microcopy">{view.detail}</Text>}
          {view.isAgainPossible && button(false)}
        </Flex>
      );
  }
}
