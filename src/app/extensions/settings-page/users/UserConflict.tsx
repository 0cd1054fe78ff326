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
import type { UserSettings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { findChangedUserFields } from './user-draft.ts';
import { toUserFieldText } from './user-field-text.ts';

interface UserConflictProps {
  readonly mine: UserSettings;
  readonly theirs: UserSettings;
  readonly onTakeTheirs: () => void;
  readonly onPutMineOnTop: () => void;
}

/** Somebody else has changed the same user meanwhile. */
export function UserConflict({ mine, theirs, onTakeTheirs, onPutMineOnTop }: UserConflictProps) {
  const words = useWords();
  const { t } = words;
  return (
    <Flex direction="column" gap="small" align="start">
      <Alert title={t('users.conflict.title')} variant="warning">
        <Text>{t('settings.conflict.meaning')}</Text>
      </Alert>
      <Table density="condensed" testId="user-conflict">
        <TableHead>
          <TableRow>
            <TableHeader>{t('settings.conflict.setting')}</TableHeader>
            <TableHeader>{t('settings.conflict.in-force')}</TableHeader>
            <TableHeader>{t('settings.conflict.yours')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {findChangedUserFields(mine, theirs).map((field) => (
            <TableRow key={field}>
              <TableCell>{t(`users.field.${field}`)}</TableCell>
              <TableCell>{toUserFieldText(field, theirs, words)}</TableCell>
              <TableCell>{toUserFieldText(field, mine, words)}</TableCell>
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
