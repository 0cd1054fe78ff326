import { Flex, LoadingButton, StatusTag, TableCell, TableRow, Tag, Text, Toggle } from '@hubspot/ui-extensions';
import type { WebinarRow } from '../../../contract/webinars.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import { AuditLogButton } from '../../audit-log/AuditLogButton.tsx';
import { isActive, resultIconOf, type SyncState } from '../../sync/sync-state.ts';
import { SyncProgressBar } from '../../sync/SyncProgressBar.tsx';
import { toProgressView } from '../../sync/to-progress-view.ts';
import type { RowActions } from './row-actions.ts';
import { type DateView, toRowView, type WebinarRowView } from './to-row-view.ts';

interface WebinarTableRowProps {
  readonly row: WebinarRow;
  readonly actions: RowActions;
}

/** One webinar, and what can be done with it. */
export function WebinarTableRow({ row, actions }: WebinarTableRowProps) {
  const words = useWords();
  const { canWrite, switches, openTab, onAuditLogOpen, onAuditLogClose } = actions;
  const view = toRowView(row, canWrite, words);
  const { webinarId, connection, topic, hostName } = row;
  const subject = { webinarId, connection, topic };
  const syncState = actions.findSync(subject);
  const isSyncing = syncState !== null && isActive(syncState);
  return (
    <TableRow>
      <TableCell>
        <Text format={{ fontWeight: 'demibold' }}>{view.topic}</Text>
        <Text variant="microcopy">{words.t('home.webinars.id', { webinarId: view.webinarId })}</Text>
      </TableCell>
      <TableCell>
        <DateText date={view.date} />
        {view.isUpcoming && <Tag variant="info">{words.t('home.webinars.upcoming')}</Tag>}
      </TableCell>
      <TableCell>{view.host}</TableCell>
      <TableCell>{view.type}</TableCell>
      <TableCell align="right">{view.registered}</TableCell>
      <TableCell align="right">{view.attended}</TableCell>
      <TableCell>
        <Status status={view.status} syncState={syncState} />
      </TableCell>
      <TableCell>
        <DateText date={view.lastSync} />
      </TableCell>
      <TableCell>
        <Switch row={row} view={view} switches={switches} />
      </TableCell>
      <TableCell>
        <Flex direction="column" gap="extra-small" align="start">
          <LoadingButton
            size="extra-small"
            loading={isSyncing}
            resultIconName={resultIconOf(syncState)}
            disabled={!canWrite}
            onClick={() => actions.sync(subject, null)}
          >
            {words.t('home.sync-now')}
          </LoadingButton>
          <AuditLogButton
            subject={subject}
            hostName={hostName}
            canWrite={canWrite}
            syncState={syncState}
            onSync={(runId) => actions.sync(subject, runId)}
            onOpen={onAuditLogOpen}
            onClose={onAuditLogClose}
            openTab={openTab}
          />
        </Flex>
      </TableCell>
    </TableRow>
  );
}

function DateText({ date: { day, time } }: { readonly date: DateView }) {
  return (
    <>
      <Text>{day}</Text>
      {time !== null && <Text variant="microcopy">{time}</Text>}
    </>
  );
}

interface StatusProps {
  readonly status: WebinarRowView['status'];
  readonly syncState: SyncState | null;
}

/** While it is synced, how far that has come. */
function Status({ status, syncState }: StatusProps) {
  const words = useWords();
  if (syncState?.kind === 'queued') return <StatusTag variant="info">{words.t('home.job.queued-tag')}</StatusTag>;
  if (syncState?.kind === 'running') {
    return <SyncProgressBar view={toProgressView(syncState.progress, syncState.waitSeconds, words)} />;
  }
  return (
    <Flex direction="column" gap="flush">
      <StatusTag variant={status.variant}>{status.label}</StatusTag>
      {status.notes.map((note) => (
        <Text key={note} variant="microcopy">
          {note}
        </Text>
      ))}
    </Flex>
  );
}

interface SwitchProps {
  readonly row: WebinarRow;
  readonly view: WebinarRowView;
  readonly switches: RowActions['switches'];
}

function Switch({ row, view, switches }: SwitchProps) {
  const words = useWords();
  const { isOn, lockedBecause } = view.toggle;
  const pending = switches.find(row);
  return (
    <Flex direction="column" gap="flush">
      <Toggle
        name={`switch-${row.webinarId}`}
        label={words.t('home.toggle.label', { topic: row.topic })}
        labelDisplay="hidden"
        size="small"
        checked={pending?.isOn ?? isOn}
        readOnly={lockedBecause !== null || pending?.isSaving === true}
        onChange={(checked) => switches.flip(row, checked)}
      />
      {row.hostId === '' && lockedBecause !== null && <Text variant="microcopy">{lockedBecause}</Text>}
      {pending?.isSaving === true && <Text variant="microcopy">{words.t('home.toggle.saving')}</Text>}
    </Flex>
  );
}
