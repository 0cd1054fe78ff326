import { Accordion, EmptyState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { AuditLogAnswer } from '../../contract/audit-log.ts';
import type { AuditedRun } from '../../contract/overview.ts';
import type { Load } from '../../shared/load.ts';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { RunDetails } from './RunDetails.tsx';
import { toRunView } from './to-run-view.ts';
import type { FixingTab } from './to-warning-views.ts';

interface RunListProps {
  readonly load: Load<Extract<AuditLogAnswer, { readonly view: 'runs' }>>;
  readonly reload: () => void;
  readonly onFix: (tab: FixingTab) => void;
}

/** Every kept sync of a webinar, newest first. */
export function RunList({ load, reload, onFix }: RunListProps) {
  const words = useWords();
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={words.t('audit.loading')} showLabel layout="centered" />;
    case 'failed':
      return <Problem problem={load.problem} action={{ label: words.t('common.try-again'), onClick: reload }} />;
    case 'loaded': {
      const { runs } = load.answer;
      if (runs.length === 0) {
        return (
          <EmptyState title={words.t('audit.empty.title')} layout="vertical" imageName="integrations" flush>
            <Text>{words.t('audit.empty.text')}</Text>
          </EmptyState>
        );
      }
      return (
        <Flex direction="column" gap="small" testId="runs">
          {runs.map((run, index) => (
            <RunItem key={run.runId} run={run} isNewest={index === 0} onFix={onFix} />
          ))}
        </Flex>
      );
    }
  }
}

interface RunItemProps {
  readonly run: AuditedRun;
  readonly isNewest: boolean;
  readonly onFix: (tab: FixingTab) => void;
}

/** Open from the start if it is the newest. What is closed is not drawn. */
function RunItem({ run, isNewest, onFix }: RunItemProps) {
  const words = useWords();
  const [toggledTo, setToggledTo] = useState<boolean | null>(null);
  const isOpen = toggledTo ?? isNewest;
  const view = toRunView(run, words);
  return (
    <Accordion
      title={words.t('audit.run', { when: view.title, status: view.status.label })}
      size="small"
      open={isOpen}
      onClick={() => setToggledTo(!isOpen)}
    >
      {isOpen ? <RunDetails view={view} onFix={onFix} /> : null}
    </Accordion>
  );
}
