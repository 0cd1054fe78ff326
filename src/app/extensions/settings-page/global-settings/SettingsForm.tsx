import { AutoGrid, Flex, useExtensionActions } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useMemo } from 'react';
import type { DomainNote, Settings, SettingsAnswer } from '../../contract/settings.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { findChangedFields, toAccountSettings } from './account-settings.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { ExclusionList } from './ExclusionList.tsx';
import { GeneralProblems } from './GeneralProblems.tsx';
import { NotesNotice } from './NotesNotice.tsx';
import { NumberField } from './NumberField.tsx';
import { findNumbersOutOfRange } from './number-range.ts';
import { SaveBar } from './SaveBar.tsx';
import type { SectionProps } from './section-props.ts';
import type { SettingsDraft } from './settings-draft.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { SyncSection } from './SyncSection.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';
import { useSettingsPreview } from './use-settings-preview.ts';

interface SettingsFormProps {
  readonly initial: SettingsAnswer;
  readonly canWrite: boolean;
  readonly onChanged: () => void;
  readonly onDirtyChange: (isDirty: boolean) => void;
}

/** Everything that is set for the whole account. */
export function SettingsForm({ initial, canWrite, onChanged, onDirtyChange }: SettingsFormProps) {
  const { t } = useWords();
  const { addAlert } = useExtensionActions<'settings'>();
  const onSaved = useCallback(
    (_notes: readonly DomainNote[]) => {
      addAlert({ type: 'success', title: t('settings.saved.title'), message: t('settings.saved.message') });
      onChanged();
    },
    [addAlert, onChanged, t],
  );
  const { draft, dispatch, save } = useSettingsDraft(initial, onSaved);
  const { form, step } = draft;
  const { savedAt, settings } = draft.inForce;
  const inForce = useMemo(() => toAccountSettings(settings), [settings]);
  const { preview, retry } = useSettingsPreview(usePreviewedSettings(draft));

  const changedCount = findChangedFields(inForce, form).length;
  const isDirty = changedCount > 0;
  useEffect(() => {
    onDirtyChange(isDirty);
    return () => onDirtyChange(false);
  }, [isDirty, onDirtyChange]);

  const isFree = canWrite && step.kind !== 'conflict';
  const previewProblems =
    preview.kind === 'answered' && preview.answer.outcome === 'invalid' ? preview.answer.problems : [];
  const section: SectionProps = {
    form,
    inForce,
    isReadOnly: !isFree || step.kind === 'saving',
    change: (change) => dispatch({ kind: 'changed', change }),
    preview,
    retryPreview: retry,
    problems: step.kind === 'invalid' ? [...step.problems, ...previewProblems] : previewProblems,
  };
  const bar = {
    changedCount,
    savedAt,
    isSaving: step.kind === 'saving',
    isComplete: findNumbersOutOfRange(form).length === 0,
    ...(isFree ? { actions: { save, discard: () => dispatch({ kind: 'discarded' }) } } : {}),
  };
  return (
    <Flex direction="column" gap="medium">
      {step.kind === 'conflict' && (
        <ConflictNotice
          base={inForce}
          mine={form}
          theirs={step.theirs}
          onTakeTheirs={() => dispatch({ kind: 'theirs-taken' })}
          onPutMineOnTop={() => dispatch({ kind: 'mine-put-on-top' })}
        />
      )}
      <GeneralProblems step={step} form={form} onRetry={save} />
      <NotesNotice notes={draft.notes} />
      <SaveBar place="top" {...bar} />
      <SyncSection {...section} users={settings.users} />
      <ContactsSection {...section} />
      <SettingsSection heading={t('settings.recordings.heading')} description={t('settings.recordings.description')}>
        <ExclusionList {...section} field="recordingExclusions" />
      </SettingsSection>
      <SettingsSection heading={t('settings.reach.heading')} description={t('settings.reach.description')}>
        <AutoGrid columnWidth={400} flexible gap="medium">
          {(['backfillDays', 'zoomSharePercent'] as const).map((field) => (
            <NumberField
              key={field}
              field={field}
              value={form[field]}
              isReadOnly={section.isReadOnly}
              onChange={(value) => section.change((current) => ({ ...current, [field]: value }))}
            />
          ))}
        </AutoGrid>
      </SettingsSection>
      {isDirty && <SaveBar place="bottom" {...bar} />}
    </Flex>
  );
}

/** What a preview is asked for: the settings with those changes that it can tell something about; null without any. */
function usePreviewedSettings({ inForce, form }: SettingsDraft): Settings | null {
  const { settings } = inForce;
  const { isSyncOn, webinarUsers, recordingUsers, recordingExclusions, contactExclusions } = form;
  return useMemo(() => {
    const asked = { ...settings, isSyncOn, webinarUsers, recordingUsers, recordingExclusions, contactExclusions };
    return findChangedFields(toAccountSettings(settings), toAccountSettings(asked)).length === 0 ? null : asked;
  }, [settings, isSyncOn, webinarUsers, recordingUsers, recordingExclusions, contactExclusions]);
}
