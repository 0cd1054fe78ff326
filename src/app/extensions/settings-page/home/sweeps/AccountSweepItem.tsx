import {
  Alert,
  Button,
  Flex,
  StatusTag,
  Statistics,
  StatisticsItem,
  StepIndicator,
  Text,
} from '@hubspot/ui-extensions';
import { Problem } from '../../../shared/Problem.tsx';
import { useWords } from '../../../shared/words/words-context.tsx';
import type { OpenTab } from '../../settings-tab.ts';
import { SyncProgressBar } from '../../sync/SyncProgressBar.tsx';
import type { AccountSweepView, SweepSummaryView } from './to-sweeps-view.ts';

interface AccountSweepItemProps {
  readonly view: AccountSweepView;
  readonly openTab: OpenTab;
}

/** The sweep of one Zoom account: how far it has come, or what came of it. */
export function AccountSweepItem({ view, openTab }: AccountSweepItemProps) {
  const { connection, tag, course, problem, summary } = view;
  return (
    <Flex direction="column" gap="small">
      <Flex align="center" gap="small" wrap>
        <Text format={{ fontWeight: 'demibold' }}>{connection}</Text>
        <StatusTag variant={tag.variant}>{tag.label}</StatusTag>
      </Flex>
      {course !== null && (
        <>
          <StepIndicator stepNames={[...course.stepNames]} currentStep={course.currentStep} circleSize="small" />
          <SyncProgressBar view={course.progress} />
          {course.retrying !== null && <Text variant="microcopy">{course.retrying}</Text>}
        </>
      )}
      {problem !== null && <Problem problem={problem} />}
      {summary !== null && <Summary summary={summary} openTab={openTab} />}
    </Flex>
  );
}

function Summary({ summary, openTab }: { readonly summary: SweepSummaryView; readonly openTab: OpenTab }) {
  const words = useWords();
  if (!summary.isSyncOn) {
    return (
      <Flex direction="column" gap="small" align="start">
        <Alert title={words.t('backfill.off')} variant="warning" />
        <Button size="small" onClick={() => openTab('global-settings')}>
          {words.t('home.open.global-settings')}
        </Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="small">
      <Statistics>
        {summary.counts.map(({ id, label, number }) => (
          <StatisticsItem key={id} label={label} number={number} />
        ))}
      </Statistics>
      <Text>{summary.known}</Text>
      {summary.failedHosts.map(({ title, whatToDo }) => (
        <Alert key={title} title={title} variant="warning">
          {whatToDo}
        </Alert>
      ))}
    </Flex>
  );
}
