import { EmptyState, Text, Tile } from '@hubspot/ui-extensions';
import type { AuditedRun } from '../contract/overview.ts';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import type { Formats } from '../shared/formats.ts';
import { RunDetails } from './RunDetails.tsx';
import { Section } from './Section.tsx';
import { toRunView } from './to-run-view.ts';

const copy = settingsPageCopy.lastRuns;

interface LastRunsProps {
  /** Null when the app has never written anything into the account. */
  readonly runs: readonly AuditedRun[] | null;
  readonly formats: Formats;
}

/** The newest syncs, newest first. */
export function LastRuns({ runs, formats }: LastRunsProps) {
  return (
    <Section heading={copy.heading}>
      {runs === null || runs.length === 0 ? (
        <NoRuns words={runs === null ? copy.neverUsed : copy.none} />
      ) : (
        runs.map((run) => (
          <Tile key={run.runId} compact>
            <RunDetails view={toRunView(run.report, formats)} />
          </Tile>
        ))
      )}
    </Section>
  );
}

function NoRuns({ words }: { readonly words: { readonly title: string; readonly text: string } }) {
  return (
    <EmptyState title={words.title} imageName="integrations" layout="vertical" flush>
      <Text>{words.text}</Text>
    </EmptyState>
  );
}
