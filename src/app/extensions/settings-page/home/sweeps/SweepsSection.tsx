import { Alert, Button, Flex, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';
import type { OverviewAnswer } from '../../../contract/overview.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import { Section } from '../../Section.tsx';
import type { OpenTab } from '../../settings-tab.ts';
import { AccountSweepItem } from './AccountSweepItem.tsx';
import { BackfillPeriod } from './BackfillPeriod.tsx';
import { SyncedWebinars } from './SyncedWebinars.tsx';
import type { SweepMode } from './drive-sweeps.ts';
import { toAccountSweepView, toOpenSweeps } from './to-sweeps-view.ts';
import type { Sweeps } from './use-sweeps.ts';

interface SweepsSectionProps {
  readonly overview: OverviewAnswer;
  readonly sweeps: Sweeps;
  readonly canWrite: boolean;
  /** Changes whenever settings were saved. */
  readonly revision: number;
  readonly openTab: OpenTab;
}

/** Looks for webinars in all Zoom accounts, and syncs what is due, while the user watches. */
export function SweepsSection({ overview, sweeps, canWrite, revision, openTab }: SweepsSectionProps) {
  const words = useWords();
  const { state, start, resume, pause } = sweeps;
  const isBusy = state.kind === 'driving' || state.kind === 'pausing';
  const canStart = canWrite && overview.isSyncOn && overview.connections.length > 0;
  const begin = (mode: SweepMode) =>
    start(overview.connections.map(({ name }) => ({ connection: name, mode, sweepId: null })));
  const hasFailed = state.kind === 'ended' && state.accounts.some(({ stage }) => stage.kind === 'failed');

  return (
    <Section heading={words.t('backfill.title')}>
      <Text>{words.t('backfill.what-it-does')}</Text>
      <Flex gap="small" align="center" wrap>
        <LoadingButton
          testId="find-and-sync"
          variant="primary"
          loading={isBusy}
          disabled={!canStart}
          onClick={() => begin('due')}
        >
          {words.t('backfill.start')}
        </LoadingButton>
        <Button testId="back-fill" disabled={!canStart || isBusy} onClick={() => begin('all')}>
          {words.t('backfill.start-all')}
        </Button>
        {state.kind === 'driving' && (
          <Button testId="pause-sweep" onClick={pause}>
            {words.t('backfill.pause')}
          </Button>
        )}
        {(state.kind === 'paused' || hasFailed) && (
          <Button testId="resume-sweep" onClick={resume} disabled={!canStart}>
            {hasFailed ? words.t('backfill.continue') : words.t('backfill.resume')}
          </Button>
        )}
      </Flex>
      <BackfillPeriod revision={revision} openTab={openTab} />
      {isBusy && (
        <Text variant="microcopy">
          {state.kind === 'pausing' ? words.t('backfill.pausing') : words.t('backfill.keep-open')}
        </Text>
      )}
      {(state.kind === 'idle' || state.kind === 'ended') && !hasFailed && (
        <OpenSweeps overview={overview} canStart={canStart} start={start} />
      )}
      <DrivenSweeps sweeps={sweeps} openTab={openTab} />
    </Section>
  );
}

interface OpenSweepsProps {
  readonly overview: OverviewAnswer;
  readonly canStart: boolean;
  readonly start: Sweeps['start'];
}

/** Offers to go on with what an earlier visit has left. */
function OpenSweeps({ overview, canStart, start }: OpenSweepsProps) {
  const words = useWords();
  const open = toOpenSweeps(overview);
  const [first] = open;
  if (first === undefined) return null;
  return (
    <Alert title={words.t('backfill.open.title')} variant="info">
      <Flex direction="column" gap="small" align="start">
        <Text>{words.t('backfill.open.text', { when: words.formats.dateAndTime(first.startedAt) })}</Text>
        <Button testId="resume-open-sweep" size="small" disabled={!canStart} onClick={() => start(open)}>
          {words.t('backfill.resume')}
        </Button>
      </Flex>
    </Alert>
  );
}

function DrivenSweeps({ sweeps, openTab }: { readonly sweeps: Sweeps; readonly openTab: OpenTab }) {
  const words = useWords();
  const { state } = sweeps;
  if (state.kind === 'idle') return null;
  const isPaused = state.kind === 'paused';
  return (
    <Tile compact testId="sweep-progress">
      <Flex direction="column" gap="medium">
        {state.accounts.map((account) => (
          <AccountSweepItem
            key={account.connection}
            view={toAccountSweepView(account, isPaused, words)}
            openTab={openTab}
          />
        ))}
        <SyncedWebinars state={state} />
      </Flex>
    </Tile>
  );
}
