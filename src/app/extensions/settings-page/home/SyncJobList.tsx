import { Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { SyncJob } from '../sync/sync-jobs.ts';
import { isActive } from '../sync/sync-state.ts';
import { SyncOutcome } from '../sync/SyncOutcome.tsx';
import type { WebinarSubject } from '../sync/webinar-subject.ts';

interface SyncJobListProps {
  readonly jobs: readonly SyncJob<WebinarSubject>[];
  readonly onContinue: (subject: WebinarSubject, runId: string | null) => void;
  readonly onDismiss: (key: string) => void;
}

/** Syncs that were asked for on this page. They stay here whichever rows the table shows. */
export function SyncJobList({ jobs, onContinue, onDismiss }: SyncJobListProps) {
  const words = useWords();
  if (jobs.length === 0) return null;
  return (
    <Tile compact testId="sync-jobs">
      <Flex direction="column" gap="medium">
        {jobs.map(({ key, subject, state }) => (
          <Flex key={key} direction="column" gap="extra-small">
            <Flex justify="between" align="center" gap="small" wrap>
              <Text format={{ fontWeight: 'demibold' }}>
                {state.kind === 'finished' ? state.report.topic : subject.topic}
              </Text>
              {!isActive(state) && (
                <Button variant="transparent" size="extra-small" onClick={() => onDismiss(key)}>
                  {words.t('home.job.dismiss')}
                </Button>
              )}
            </Flex>
            <SyncOutcome state={state} onContinue={(runId) => onContinue(subject, runId)} />
          </Flex>
        ))}
      </Flex>
    </Tile>
  );
}
