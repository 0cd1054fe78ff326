import {
  Alert,
  Button,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { VersionedSettings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { type AccountSettings, compareChanges, toAccountSettings } from './account-settings.ts';
import { toFieldText } from './field-text.ts';

interface ConflictNoticeProps {
  /** What the changes were made to. */
  readonly base: AccountSettings;
  readonly mine: AccountSettings;
  readonly theirs: VersionedSettings;
  readonly onTakeTheirs: () => void;
  readonly onPutMineOnTop: () => void;
}

/** Somebody else has saved meanwhile: what is in force now next to what the form holds, and what to do about it. */
export function ConflictNotice({ base, mine, theirs, onTakeTheirs, onPutMineOnTop }: ConflictNoticeProps) {
  const words = useWords();
  const { t, formats } = words;
  const inForce = toAccountSettings(theirs.settings);
  return (
    <Flex direction="column" gap="small" align="start">
      <Alert title={t('settings.conflict.title')} variant="warning">
        <Text>
          {theirs.savedAt === null
            ? t('settings.conflict.meaning')
            : t('settings.conflict.meaning-at', { when: formats.dateAndTime(theirs.savedAt) })}
        </Text>
      </Alert>
      <Table density="condensed" testId="conflict">
        <TableHead>
          <TableRow>
            <TableHeader>{t('settings.conflict.setting')}</TableHeader>
            <TableHeader>{t('settings.conflict.in-force')}</TableHeader>
            <TableHeader>{t('settings.conflict.yours')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {compareChanges(base, mine, inForce).map(({ field, isDisputed }) => (
            <TableRow key={field}>
              <TableCell>
                <Text>{t(`settings.field.${field}`)}</Text>
                {isDisputed && <Text variant="microcopy">{t('settings.conflict.both-changed')}</Text>}
              </TableCell>
              <TableCell>{toFieldText(field, inForce, words)}</TableCell>
              <TableCell>{toFieldText(field, mine, words)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Flex gap="small" wrap>
        <Button variant="primary" testId="put-mine-on-top" onClick={onPutMineOnTop}>
          {t('settings.conflict.put-mine-on-top')}
        </Button>
        <Button testId="take-theirs" onClick={onTakeTheirs}>
          {t('settings.conflict.take-theirs')}
        </Button>
      </Flex>
      <Text variant="microcopy">{t('settings.conflict.what-happens')}</Text>
    </Flex>
  );
}
