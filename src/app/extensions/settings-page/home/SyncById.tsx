import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../../shared/words/words-context.tsx';
import { SyncForm, type WebinarChoice } from '../sync/SyncForm.tsx';
import { TrialOutcome } from '../sync/TrialOutcome.tsx';
import { useTrial } from '../sync/use-trial.ts';
import type { WebinarSubject } from '../sync/webinar-subject.ts';

interface SyncByIdProps {
  readonly canWrite: boolean;
  readonly connections: readonly string[];
  readonly onSync: (subject: WebinarSubject, runId: string | null) => void;
}

/** Syncs, or tries, a webinar that no sweep has come across. */
export function SyncById({ canWrite, connections, onSync }: SyncByIdProps) {
  const words = useWords();
  const trial = useTrial();
  const [tried, setTried] = useState<WebinarChoice | null>(null);

  function tryOut(choice: WebinarChoice) {
    setTried(choice);
    trial.start(choice);
  }

  return (
    <Accordion title={words.t('home.by-id.title')} size="medium">
      <Flex direction="column" gap="small">
        <Text>{words.t('home.by-id.what-it-does')}</Text>
        <SyncForm
          canWrite={canWrite}
          connections={connections}
          onSync={(choice) =>
            onSync({ ...choice, topic: words.t('home.by-id.topic', { webinarId: choice.webinarId }) }, null)
          }
          onTry={tryOut}
        />
        <Text variant="microcopy">{words.t('home.trial.what-it-does')}</Text>
        {trial.state !== null && tried !== null && (
          <Flex direction="column" testId="trial-by-id">
            <TrialOutcome state={trial.state} onContinue={() => trial.start(tried)} />
          </Flex>
        )}
      </Flex>
    </Accordion>
  );
}
