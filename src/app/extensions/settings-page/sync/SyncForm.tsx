import { Button, Flex, Form, Input, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../../shared/words/words-context.tsx';

const fieldName = 'webinarId';

export interface WebinarChoice {
  readonly webinarId: string;
  /** Null for the primary account. */
  readonly connection: string | null;
}

interface SyncFormProps {
  readonly canWrite: boolean;
  /** Names of the Zoom accounts, the primary one first; a choice is offered when there are several. */
  readonly connections: readonly string[];
  readonly onSync: (choice: WebinarChoice) => void;
  readonly onTry: (choice: WebinarChoice) => void;
}

/** Asks which webinar to sync, or to try. Whether there is such a webinar is for the function to say. */
export function SyncForm({ canWrite, connections, onSync, onTry }: SyncFormProps) {
  const words = useWords();
  const [webinarId, setWebinarId] = useState('');
  const [connection, setConnection] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);

  function hand(given: string, onChoice: (choice: WebinarChoice) => void) {
    const chosen = given.trim();
    setIsMissing(chosen === '');
    if (chosen !== '') onChoice({ webinarId: chosen, connection });
  }

  return (
    <Form
      testId="sync-form"
      onSubmit={(event) => hand(String(event.targetValue[fieldName] ?? ''), canWrite ? onSync : onTry)}
    >
      <Flex direction="column" gap="small">
        <Input
          name={fieldName}
          label={words.t('home.by-id.webinar-id')}
          description={words.t('home.by-id.webinar-id-hint')}
          required
          value={webinarId}
          onInput={setWebinarId}
          onChange={setWebinarId}
          error={isMissing}
          validationMessage={isMissing ? words.t('home.by-id.webinar-id-missing') : ''}
        />
        {connections.length > 1 && (
          <Select
            name="connection"
            label={words.t('home.by-id.account')}
            value={connection ?? connections[0] ?? ''}
            options={connections.map((name) => ({ label: name, value: name }))}
            onChange={(value) => setConnection(String(value))}
          />
        )}
        <Flex gap="small">
          <Button type="submit" variant="primary" disabled={!canWrite}>
            {words.t('home.sync-now')}
          </Button>
          <Button onClick={() => hand(webinarId, onTry)}>{words.t('home.trial.start')}</Button>
        </Flex>
      </Flex>
    </Form>
  );
}
