import { Alert, Flex, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { SyncReport } from '../../contract/sync.ts';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { SyncProgressBar } from './SyncProgressBar.tsx';
import type { SyncState } from './sync-state.ts';
import { toProgressView } from './to-progress-view.ts';
import { toTrialCounts } from './to-trial-view.ts';
import { TrialPeople } from './TrialPeople.tsx';

interface TrialOutcomeProps {
  readonly state: SyncState;
  readonly onContinue: () => void;
}

/** What a sync would create, change and skip. Nothing was written. */
export function TrialOutcome({ state, onContinue }: TrialOutcomeProps) {
  const words = useWords();
  switch (state.kind) {
    case 'queued':
      return null;
    case 'running':
      return <SyncProgressBar view={toProgressView(state.progress, state.waitSeconds, words)} />;
    case 'failed':
      return <Problem problem={state.problem} action={{ label: words.t('common.try-again'), onClick: onContinue }} />;
    case 'finished':
      return <TrialReport report={state.report} />;
  }
}

function TrialReport({ report }: { readonly report: SyncReport }) {
  const words = useWords();
  const { failure, people = [] } = report;
  if (failure !== undefined) return <Problem problem={{ kind: 'failure', failure }} />;
  return (
    <Flex direction="column" gap="small">
      <Alert title={words.t('home.trial.done.title')} variant="info">
        <Text>{words.t('home.trial.done.text', { topic: report.topic, eligibleCount: report.eligible })}</Text>
      </Alert>
      <Statistics>
        {toTrialCounts(report, words).map(({ id, label, number }) => (
          <StatisticsItem key={id} label={label} number={number} />
        ))}
      </Statistics>
      {people.length > 0 && <TrialPeople people={people} eligibleCount={report.eligible} />}
    </Flex>
  );
}
