import { Alert, Button, Divider, Flex, Heading, LoadingButton, Text } from '@hubspot/ui-extensions';
import { explainOffSetting } from '../../shared/explain/explain-off-setting.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import type { SyncDecision } from '../../contract/settings.ts';
import { SyncOutcome } from '../sync/SyncOutcome.tsx';
import { isActive, resultIconOf, type SyncState } from '../sync/sync-state.ts';
import { TrialOutcome } from '../sync/TrialOutcome.tsx';
import { useTrial } from '../sync/use-trial.ts';
import { toParameters, type WebinarSubject } from '../sync/webinar-subject.ts';
import { useListing } from '../use-listing.ts';
import { readRuns } from './audit-log-shapes.ts';
import { NotSynced } from './NotSynced.tsx';
import { RunList } from './RunList.tsx';
import { findTabOfSetting, type FixingTab } from './to-warning-views.ts';

interface AuditLogProps {
  readonly subject: WebinarSubject;
  readonly hostName: string;
  readonly canWrite: boolean;
  /** Of the sync that was asked for on this page; null when none was. */
  readonly syncState: SyncState | null;
  /** Goes on with a run that stopped, if one is named. */
  readonly onSync: (runId: string | null) => void;
  readonly onFix: (tab: FixingTab) => void;
  readonly onPersonSynced: () => void;
}

/** Everything about one webinar: what each sync did, who is not in HubSpot, and what a sync would do. */
export function AuditLog(props: AuditLogProps) {
  const { subject, hostName, canWrite, syncState, onSync, onFix, onPersonSynced } = props;
  const words = useWords();
  const revision = syncState?.kind === 'finished' ? syncState.report.finishedAt : '';
  const listing = useListing('get_audit_log', { ...toParameters(subject), view: 'runs' }, revision);
  const load = readRuns(listing.load);
  const trial = useTrial();
  const answer = load.kind === 'loaded' ? load.answer : null;
  const isSyncing = syncState !== null && isActive(syncState);

  return (
    <Flex direction="column" gap="medium">
      {answer?.decision != null && <Decision decision={answer.decision} hostName={hostName} onFix={onFix} />}
      <Flex gap="small" wrap>
        <LoadingButton
          testId="panel-sync-now"
          variant="primary"
          size="small"
          loading={isSyncing}
          resultIconName={resultIconOf(syncState)}
          disabled={!canWrite}
          onClick={() => onSync(null)}
        >
          {words.t('home.sync-now')}
        </LoadingButton>
        <LoadingButton
          testId="panel-trial-run"
          size="small"
          loading={trial.state !== null && isActive(trial.state)}
          resultIconName={resultIconOf(trial.state)}
          onClick={() => trial.start(subject)}
        >
          {words.t('home.trial.start')}
        </LoadingButton>
      </Flex>
      <Text variant="microcopy">{words.t('home.trial.what-it-does')}</Text>
      {syncState !== null && <SyncOutcome state={syncState} onContinue={onSync} />}
      {trial.state !== null && (
        <Flex direction="column" testId="trial-in-panel">
          <TrialOutcome state={trial.state} onContinue={() => trial.start(subject)} />
        </Flex>
      )}
      <Divider />
      <Heading>{words.t('audit.runs')}</Heading>
      <RunList load={load} reload={listing.reload} onFix={onFix} />
      <Divider />
      <Heading>{words.t('audit.people.title')}</Heading>
      <NotSynced
        subject={subject}
        runs={answer?.runs ?? null}
        canWrite={canWrite}
        revision={revision}
        onPersonSynced={onPersonSynced}
      />
      <Text variant="microcopy">{words.t('common.times-in-zone', { zone: words.formats.timeZone })}</Text>
    </Flex>
  );
}

interface DecisionProps {
  readonly decision: SyncDecision;
  readonly hostName: string;
  readonly onFix: (tab: FixingTab) => void;
}

/** Which setting keeps the webinar from being synced from now on. */
function Decision({ decision, hostName, onFix }: DecisionProps) {
  const words = useWords();
  if (decision.isOn) return null;
  const { title, meaning, fix } = explainOffSetting(decision.setting, hostName, words);
  const tab = findTabOfSetting(decision.setting);
  return (
    <Alert title={title} variant="warning">
      <Flex direction="column" gap="extra-small" align="start">
        <Text>{meaning}</Text>
        <Text>{fix}</Text>
        {tab !== null && (
          <Button size="extra-small" onClick={() => onFix(tab)}>
            {words.t(`home.open.${tab}`)}
          </Button>
        )}
      </Flex>
    </Alert>
  );
}
