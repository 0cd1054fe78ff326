import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { OverviewAnswer } from '../../../contract/overview.ts';
import { explainOffSetting } from '../../../shared/explain/explain-off-setting.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import type { OpenTab } from '../../settings-tab.ts';
import { findSweepNotice } from './to-health-view.ts';

interface NoticesProps {
  readonly overview: OverviewAnswer;
  readonly nowMs: number;
  readonly canWrite: boolean;
  /** Sweeps are driven on this page already. */
  readonly isSweeping: boolean;
  readonly onSweep: () => void;
  readonly openTab: OpenTab;
}

/** What keeps webinars from being found and synced, with the button that helps. */
export function Notices({ overview, nowMs, canWrite, isSweeping, onSweep, openTab }: NoticesProps) {
  const words = useWords();
  const sweep = isSweeping ? null : findSweepNotice(overview, nowMs);
  const off = explainOffSetting('sync', '', words);
  return (
    <>
      {!overview.isSyncOn && (
        <Alert title={off.title} variant="warning">
          <Flex direction="column" gap="small" align="start">
            <Text>{off.meaning}</Text>
            <Text>{off.fix}</Text>
            <Button size="small" onClick={() => openTab('global-settings')}>
              {words.t('home.open.global-settings')}
            </Button>
          </Flex>
        </Alert>
      )}
      {sweep !== null && (
        <Alert title={words.t(`home.notice.${sweep}.title`)} variant={sweep === 'stale' ? 'warning' : 'info'}>
          <Flex direction="column" gap="small" align="start">
            <Text>{words.t(`home.notice.${sweep}.text`)}</Text>
            <Button size="small" testId="notice-sweep" disabled={!canWrite} onClick={onSweep}>
              {words.t('backfill.start')}
            </Button>
          </Flex>
        </Alert>
      )}
    </>
  );
}
