import {
  Flex,
  Heading,
  LoadingSpinner,
  SearchInput,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Toggle,
  useDebounce,
} from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import type { Settings, UserSettings } from '../../contract/settings.ts';
import type { WebinarRow } from '../../contract/webinars.ts';
import { Problem } from '../../shared/Problem.tsx';
import { readable } from '../../shared/readable.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { readLoad, webinarsShape } from '../saving/answer-shapes.ts';
import { useListing } from '../use-listing.ts';
import { PageTurner } from './PageTurner.tsx';
import { toWebinarSwitches } from './to-webinar-switches.ts';
import { useCursor } from './use-cursor.ts';
import { setWebinar } from './user-draft.ts';

interface UserWebinarsProps {
  readonly connection: string;
  readonly hostId: string;
  /** In force. */
  readonly settings: Settings;
  readonly draft: UserSettings;
  readonly isReadOnly: boolean;
  readonly onChange: (change: (draft: UserSettings) => UserSettings) => void;
}

const pageSize = 10;
const typingPauseMs = 300;

/** The webinars of one host, each with a switch of its own. */
export function UserWebinars(props: UserWebinarsProps) {
  const { connection, hostId } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const query = useDebounce(typed, typingPauseMs).trim();
  const cursor = useCursor(query);
  const listing = useListing('list_webinars', {
    connection,
    hostId,
    limit: pageSize,
    ...(query === '' ? {} : { query }),
    ...(cursor.after === undefined ? {} : { after: cursor.after }),
  });
  const load = readLoad(listing.load, webinarsShape);
  return (
    <Flex direction="column" gap="small">
      <Heading>{t('users.webinars.heading')}</Heading>
      <Text variant="microcopy">{t('users.webinars.description')}</Text>
      <SearchInput
        name="webinars-query"
        testId="webinars-query"
        label={t('users.webinars.search')}
        placeholder={t('users.webinars.search-placeholder')}
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
      />
      {load.kind === 'loading' && <LoadingSpinner label={t('users.webinars.loading')} showLabel layout="centered" />}
      {load.kind === 'failed' && (
        <Problem problem={load.problem} action={{ label: t('common.try-again'), onClick: listing.reload }} />
      )}
      {load.kind === 'loaded' && load.answer.webinars.length === 0 && (
        <Text>{query === '' ? t('users.webinars.none') : t('users.webinars.no-match', { query })}</Text>
      )}
      {load.kind === 'loaded' && load.answer.webinars.length > 0 && (
        <>
          {listing.isUpdating && <LoadingSpinner label={t('users.updating')} showLabel size="xs" />}
          <WebinarSwitches {...props} rows={load.answer.webinars} onReload={listing.reload} />
          <PageTurner
            name="webinars"
            cursor={cursor}
            pageSize={pageSize}
            shownCount={load.answer.webinars.length}
            totalCount={load.answer.totalCount}
            after={load.answer.after}
            isUpdating={listing.isUpdating}
          />
        </>
      )}
    </Flex>
  );
}

interface WebinarSwitchesProps extends UserWebinarsProps {
  readonly rows: readonly WebinarRow[];
  readonly onReload: () => void;
}

function WebinarSwitches({ rows, settings, draft, isReadOnly, onChange, onReload }: WebinarSwitchesProps) {
  const words = useWords();
  const { t, formats } = words;
  const switches = useMemo(
    () => readable(() => toWebinarSwitches(rows, settings, draft, words)),
    [rows, settings, draft, words],
  );
  if (switches.kind === 'problem') {
    return <Problem problem={switches.problem} action={{ label: t('common.try-again'), onClick: onReload }} />;
  }
  return (
    <>
      <Table density="condensed" flush testId="user-webinars">
        <TableHead>
          <TableRow>
            <TableHeader>{t('users.webinars.column.webinar')}</TableHeader>
            <TableHeader width="min">{t('users.webinars.column.sync')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {switches.view.map(({ webinarId, topic, detail, origin, isOn, followsTo, isSupported }) => (
            <TableRow key={webinarId}>
              <TableCell>
                <Text format={{ fontWeight: 'demibold' }}>{topic}</Text>
                <Text variant="microcopy">{detail}</Text>
                <Text variant="microcopy">{origin}</Text>
              </TableCell>
              <TableCell width="min">
                <Toggle
                  name={`webinar-${webinarId}`}
                  testId={`webinar-${webinarId}`}
                  size="sm"
                  label={t('users.webinars.switch', { topic })}
                  labelDisplay="hidden"
                  checked={isOn}
                  readOnly={isReadOnly || !isSupported}
                  // A switch that says what would be so anyway is none, and takes no room in the settings.
                  onChange={(wanted) =>
                    onChange((current) => setWebinar(current, webinarId, wanted === followsTo ? null : wanted))
                  }
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">{t('common.times-in-zone', { zone: formats.timeZone })}</Text>
    </>
  );
}
