import { Alert, Flex } from '@hubspot/ui-extensions';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import { explainProblem } from '../shared/explain-problem.ts';
import type { Formats } from '../shared/formats.ts';
import { Problem } from '../shared/Problem.tsx';
import { RunDetails } from './RunDetails.tsx';
import { Section } from './Section.tsx';
import { SyncForm } from './SyncForm.tsx';
import { SyncProgressBar } from './SyncProgressBar.tsx';
import type { SyncState } from './sync-state.ts';
import { toProgressView } from './to-progress-view.ts';
import { toRunView } from './to-run-view.ts';
import { useSync } from './use-sync.ts';

const copy = settingsPageCopy.syncForm;

interface SyncNowProps {
  readonly formats: Formats;
  readonly onFinished: () => void;
}

/** Syncs one webinar while the user watches. */
export function SyncNow({ formats, onFinished }: SyncNowProps) {
  const { state, start } = useSync(onFinished);
  return (
    <Section heading={copy.heading}>
      <SyncForm isRunning={state.kind === 'running'} onSubmit={(webinarId) => start(webinarId, null)} />
      <SyncOutcome state={state} formats={formats} start={start} />
    </Section>
  );
}

interface SyncOutcomeProps {
  readonly state: SyncState;
  readonly formats: Formats;
  readonly start: (webinarId: string, runId: string | null) => void;
}

function SyncOutcome({ state, formats, start }: SyncOutcomeProps) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <SyncProgressBar view={toProgressView(state.progress, state.waitSeconds, formats)} />;
    case 'failed':
      return (
        <Problem
          explanation={explainProblem(state.problem)}
          action={{
            label: state.runId === null ? copy.again : copy.continue,
            onClick: () => start(state.webinarId, state.runId),
          }}
        />
      );
    case 'finished': {
      const view = toRunView(state.report, formats);
      return (
        <Flex direction="column" gap="small">
          <Alert title={copy.finished[state.report.status]} variant={view.status.variant} />
          <RunDetails view={view} />
        </Flex>
      );
    }
  }
}
