import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { syncStatusVariants } from './status-variants.ts';
import { SyncProgressBar } from './SyncProgressBar.tsx';
import type { SyncState } from './sync-state.ts';
import { toProgressView } from './to-progress-view.ts';
import { toReportLine } from './to-report-line.ts';

interface SyncOutcomeProps {
  readonly state: SyncState;
  /** @param runId - of the run to go on with; null begins another */
  readonly onContinue: (runId: string | null) => void;
}

/** How far a sync has come, or what came of it. */
export function SyncOutcome({ state, onContinue }: SyncOutcomeProps) {
  const words = useWords();
  switch (state.kind) {
    case 'queued':
      return <Text variant="microcopy">{words.t('home.job.queued')}</Text>;
    case 'running':
      return <SyncProgressBar view={toProgressView(state.progress, state.waitSeconds, words)} />;
    case 'failed': {
      const { runId } = state;
      const label = runId === null ? words.t('common.try-again') : words.t('home.job.continue');
      return <Problem problem={state.problem} action={{ label, onClick: () => onContinue(runId) }} />;
    }
    case 'finished': {
      const { report } = state;
      const { failure } = report;
      return (
        <Flex direction="column" gap="extra-small">
          <Flex gap="small" align="center" wrap>
            <StatusTag variant={syncStatusVariants[report.status]}>{words.t(`sync.status.${report.status}`)}</StatusTag>
            <Text>{toReportLine(report, words)}</Text>
          </Flex>
          {failure !== undefined && <Problem problem={{ kind: 'failure', failure }} />}
        </Flex>
      );
    }
  }
}
