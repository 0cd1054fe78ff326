import {
  Button,
  Flex,
  Icon,
  Panel,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Settings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { toPanelId } from './panel-id.ts';
import type { SwitchView, UserRowView } from './to-user-rows.ts';
import { toUserKey } from './user-draft.ts';
import type { useUserEdits } from './use-user-edits.ts';
import { UserPanel } from './UserPanel.tsx';

interface UsersTableProps {
  readonly accountId: string;
  readonly connection: string;
  readonly rows: readonly UserRowView[];
  readonly settings: Settings;
  readonly canWrite: boolean;
  readonly userEdits: ReturnType<typeof useUserEdits>;
}

/** Zoom users with what is in force for each, and the panel in which it is changed. */
export function UsersTable({ accountId, connection, rows, settings, canWrite, userEdits }: UsersTableProps) {
  const { t } = useWords();
  // A panel belongs to its row from the start; only the open one loads anything.
  const [openKey, setOpenKey] = useState<string | null>(null);
  return (
    <Table density="condensed" testId="users">
      <TableHead>
        <TableRow>
          <TableHeader>{t('users.column.user')}</TableHeader>
          <TableHeader>{t('users.column.plan')}</TableHeader>
          <TableHeader>{t('users.column.webinars')}</TableHeader>
          <TableHeader>{t('users.column.recordings')}</TableHeader>
          <TableHeader width="min">{t('users.column.manage')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((view) => {
          const { row } = view;
          const key = toUserKey(accountId, row.userId);
          const edit = userEdits.edits[key] ?? null;
          return (
            <TableRow key={row.userId}>
              <TableCell>
                <Text format={{ fontWeight: 'demibold' }}>{row.name}</Text>
                <Text variant="microcopy">{row.email}</Text>
              </TableCell>
              <TableCell>
                <StatusTag variant={view.plan.variant} hollow={view.plan.variant === 'default'}>
                  {view.plan.text}
                </StatusTag>
              </TableCell>
              <TableCell>
                <SwitchCell view={view.webinars} />
                {view.singleWebinars !== null && <Text variant="microcopy">{view.singleWebinars}</Text>}
              </TableCell>
              <TableCell>
                <SwitchCell view={view.recordings} />
              </TableCell>
              <TableCell width="min">
                <Flex direction="column" gap="extra-small" align="start">
                  <Button
                    size="sm"
                    testId={`manage-${row.userId}`}
                    onClick={() => setOpenKey(key)}
                    overlay={
                      <Panel
                        id={toPanelId(key)}
                        title={t('users.panel.title', { name: row.name })}
                        width="md"
                        variant="modal"
                        onClose={() => setOpenKey((open) => (open === key ? null : open))}
                      >
                        {openKey === key && (
                          <UserPanel
                            panelId={toPanelId(key)}
                            userKey={key}
                            row={row}
                            connection={connection}
                            settings={settings}
                            edit={edit}
                            canWrite={canWrite}
                            dispatch={userEdits.dispatch}
                            save={userEdits.save}
                          />
                        )}
                      </Panel>
                    }
                  >
                    {canWrite ? t('users.manage') : t('users.view')}{' '}
                    <Icon name="settings" screenReaderText={t('users.panel.title', { name: row.name })} />
                  </Button>
                  {edit !== null && <Tag variant="warning">{t('users.not-saved')}</Tag>}
                </Flex>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function SwitchCell({ view }: { readonly view: SwitchView }) {
  return (
    <>
      <StatusTag variant={view.variant} hollow={view.variant === 'default'}>
        {view.text}
      </StatusTag>
      <Text variant="microcopy">{view.origin}</Text>
    </>
  );
}
