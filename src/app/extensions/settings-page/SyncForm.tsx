import { Form, Input, LoadingButton } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';

const copy = settingsPageCopy.syncForm;
const fieldName = 'webinarId';

interface SyncFormProps {
  readonly isRunning: boolean;
  readonly onSubmit: (webinarId: string) => void;
}

/** Asks which webinar to sync. Whether there is such a webinar is for the function to say. */
export function SyncForm({ isRunning, onSubmit }: SyncFormProps) {
  const [isMissing, setIsMissing] = useState(false);

  function submit(values: Readonly<Record<string, string | number>>) {
    const webinarId = String(values[fieldName] ?? '').trim();
    setIsMissing(webinarId === '');
    if (webinarId !== '') onSubmit(webinarId);
  }

  return (
    <Form onSubmit={(event) => submit(event.targetValue)}>
      <Input
        name={fieldName}
        label={copy.webinarId}
        description={copy.webinarIdHint}
        required
        readOnly={isRunning}
        error={isMissing}
        validationMessage={isMissing ? copy.webinarIdMissing : ''}
      />
      <LoadingButton type="submit" variant="primary" loading={isRunning}>
        {copy.submit}
      </LoadingButton>
    </Form>
  );
}
