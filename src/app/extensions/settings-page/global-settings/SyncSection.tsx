import { AutoGrid, Flex, ProgressBar, Text, Toggle } from '@hubspot/ui-extensions';
import type { UserChoice, UserSettings } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { countExceptions } from './count-exceptions.ts';
import { PreviewNotice } from './PreviewNotice.tsx';
import type { SectionProps } from './section-props.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { toWebinarLines } from './to-preview-lines.ts';

const choices: readonly UserChoice[] = ['all', 'selected', 'none'];

interface SyncSectionProps extends SectionProps {
  readonly users: Readonly<Record<string, UserSettings>>;
}

/** Whether anything is synced, and of whom. */
export function SyncSection(props: SyncSectionProps) {
  const { form, inForce, isReadOnly, change, preview, retryPreview, users } = props;
  const words = useWords();
  const { t } = words;
  const isChanged =
    form.isSyncOn !== inForce.isSyncOn ||
    form.webinarUsers !== inForce.webinarUsers ||
    form.recordingUsers !== inForce.recordingUsers;
  const previewed =
    preview.kind === 'answered' && preview.answer.outcome === 'previewed' ? preview.answer.webinars : null;
  return (
    <SettingsSection heading={t('settings.sync.heading')} description={t('settings.sync.description')}>
      <Flex direction="column" gap="extra-small">
        <Toggle
          name="isSyncOn"
          testId="isSyncOn"
          label={t('settings.field.isSyncOn')}
          labelDisplay="inline"
          textChecked={t('settings.toggle.on')}
          textUnchecked={t('settings.toggle.off')}
          checked={form.isSyncOn}
          readOnly={isReadOnly}
          onChange={(isSyncOn) => change((current) => ({ ...current, isSyncOn }))}
        />
        <Text variant="microcopy">{form.isSyncOn ? t('settings.sync.is-on') : t('settings.sync.is-off')}</Text>
      </Flex>
      <AutoGrid columnWidth={400} flexible gap="medium">
        <Flex direction="column" gap="extra-small">
          <ChoiceField
            name="webinarUsers"
            label={t('settings.field.webinarUsers')}
            value={form.webinarUsers}
            isReadOnly={isReadOnly}
            options={choices.map((value) => ({
              value,
              label: t(`settings.choice.${value}`),
              description: t(`settings.webinar-users.${value}`),
            }))}
            onChange={(webinarUsers) => change((current) => ({ ...current, webinarUsers }))}
          />
          <UserExceptions choice={form.webinarUsers} users={users} setting="syncsWebinars" />
        </Flex>
        <Flex direction="column" gap="extra-small">
          <ChoiceField
            name="recordingUsers"
            label={t('settings.field.recordingUsers')}
            value={form.recordingUsers}
            isReadOnly={isReadOnly}
            options={choices.map((value) => ({
              value,
              label: t(`settings.choice.${value}`),
              description: t(`settings.recording-users.${value}`),
            }))}
            onChange={(recordingUsers) => change((current) => ({ ...current, recordingUsers }))}
          />
          <UserExceptions choice={form.recordingUsers} users={users} setting="syncsRecordings" />
        </Flex>
      </AutoGrid>
      {isChanged && (
        <PreviewNotice
          preview={preview}
          lines={previewed === null ? [] : toWebinarLines(previewed, inForce, form, words)}
          isLoss={previewed !== null && previewed.turnedOffCount + previewed.recordingsTurnedOffCount > 0}
          onRetry={retryPreview}
        />
      )}
      {isChanged && previewed !== null && previewed.totalCount > 0 && (
        <ProgressBar
          title={t('settings.preview.share-title')}
          value={previewed.onCount}
          maxValue={previewed.totalCount}
          valueDescription={t('settings.preview.share', { on: previewed.onCount, total: previewed.totalCount })}
        />
      )}
    </SettingsSection>
  );
}

interface UserExceptionsProps {
  readonly choice: UserChoice;
  readonly users: Readonly<Record<string, UserSettings>>;
  readonly setting: 'syncsWebinars' | 'syncsRecordings';
}

/** How many users are chosen or left out one by one, and where. */
function UserExceptions({ choice, users, setting }: UserExceptionsProps) {
  const { t } = useWords();
  const { onCount, offCount } = countExceptions(users, setting);
  if (choice === 'selected') return <Text variant="microcopy">{t('settings.selected-users', { count: onCount })}</Text>;
  if (choice === 'all' && offCount > 0) {
    return <Text variant="microcopy">{t('settings.left-out-users', { count: offCount })}</Text>;
  }
  return null;
}
