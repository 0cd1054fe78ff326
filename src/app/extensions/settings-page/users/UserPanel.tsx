import { Flex, PanelBody, PanelFooter, PanelSection, StatusTag, Text, Toggle } from '@hubspot/ui-extensions';
import type { Settings, UserSettings } from '../../contract/settings.ts';
import type { ZoomUserRow } from '../../contract/zoom-users.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { AccountBarNotice } from './AccountBarNotice.tsx';
import { findAccountBar, isChosen } from './effective.ts';
import { OwnSwitchField } from './OwnSwitchField.tsx';
import { countUserChanges, getUserSettings, setNewWebinars } from './user-draft.ts';
import type { UserEdit, UserEditAction } from './user-edits.ts';
import { UserPanelFooter } from './UserPanelFooter.tsx';
import { UserSaveProblem } from './UserSaveProblem.tsx';
import { UserWebinars } from './UserWebinars.tsx';

interface UserPanelProps {
  readonly panelId: string;
  readonly userKey: string;
  readonly row: ZoomUserRow;
  readonly connection: string;
  /** In force. */
  readonly settings: Settings;
  /** Null while nothing is changed. */
  readonly edit: UserEdit | null;
  readonly canWrite: boolean;
  readonly dispatch: (action: UserEditAction) => void;
  readonly save: (key: string, edit: UserEdit) => void;
}

/** The individual settings of one Zoom user. */
export function UserPanel(props: UserPanelProps) {
  const { panelId, userKey, row, connection, settings, edit, canWrite, dispatch, save } = props;
  const { t, formats } = useWords();
  const inForce = getUserSettings(settings, userKey);
  const base = edit?.base ?? inForce;
  const draft = edit?.draft ?? inForce;
  const isReadOnly = !canWrite || edit?.step.kind === 'saving' || edit?.step.kind === 'conflict';
  const change = (changeDraft: (draft: UserSettings) => UserSettings) =>
    dispatch({ kind: 'changed', key: userKey, base: inForce, change: changeDraft });
  return (
    <>
      <PanelBody>
        <PanelSection>
          <Flex direction="column" gap="small">
            <Text>{row.email}</Text>
            <StatusTag variant={row.webinarPlan === 'yes' ? 'success' : 'default'}>
              {t(`users.panel.plan.${row.webinarPlan}`)}
            </StatusTag>
            {findAccountBar(settings) !== null && <AccountBarNotice settings={settings} />}
            {edit !== null && (
              <UserSaveProblem
                edit={edit}
                onRetry={() => save(userKey, edit)}
                onTakeTheirs={() => dispatch({ kind: 'closed', key: userKey })}
                onPutMineOnTop={() => dispatch({ kind: 'mine-put-on-top', key: userKey })}
              />
            )}
          </Flex>
        </PanelSection>
        <PanelSection>
          <Flex direction="column" gap="medium">
            <OwnSwitchField
              setting="syncsWebinars"
              value={draft.syncsWebinars}
              accountValue={isChosen(settings.webinarUsers, null)}
              isReadOnly={isReadOnly}
              onChange={(syncsWebinars) => change((current) => ({ ...current, syncsWebinars }))}
            />
            <Flex direction="column" gap="extra-small">
              <Toggle
                name="newWebinars"
                testId="newWebinars"
                label={t('users.field.newWebinarsOffSince')}
                labelDisplay="inline"
                textChecked={t('settings.toggle.on')}
                textUnchecked={t('settings.toggle.off')}
                checked={draft.newWebinarsOffSince === null}
                readOnly={isReadOnly}
                onChange={(areOn) => change((current) => setNewWebinars(current, base, areOn))}
              />
              <Text variant="microcopy">
                {draft.newWebinarsOffSince === null
                  ? t('users.new-webinars.on')
                  : base.newWebinarsOffSince === null
                    ? t('users.new-webinars.off-from-now')
                    : t('users.new-webinars.off-since', { when: formats.dateAndTime(base.newWebinarsOffSince) })}
              </Text>
            </Flex>
            <OwnSwitchField
              setting="syncsRecordings"
              value={draft.syncsRecordings}
              accountValue={isChosen(settings.recordingUsers, null)}
              isReadOnly={isReadOnly}
              onChange={(syncsRecordings) => change((current) => ({ ...current, syncsRecordings }))}
            />
          </Flex>
        </PanelSection>
        <PanelSection flush>
          <UserWebinars
            connection={connection}
            hostId={row.userId}
            settings={settings}
            draft={draft}
            isReadOnly={isReadOnly}
            onChange={change}
          />
        </PanelSection>
      </PanelBody>
      <PanelFooter>
        <UserPanelFooter
          panelId={panelId}
          changedCount={countUserChanges(base, draft)}
          isSaving={edit?.step.kind === 'saving'}
          mustCompare={edit?.step.kind === 'conflict'}
          onSave={() => {
            if (edit !== null) save(userKey, edit);
          }}
          onDiscard={() => dispatch({ kind: 'closed', key: userKey })}
        />
      </PanelFooter>
    </>
  );
}
