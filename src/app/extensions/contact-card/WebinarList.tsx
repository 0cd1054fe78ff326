import { Button, Flex } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { contactCardCopy } from '../shared/copy/contact-card.en.ts';
import type { Formats } from '../shared/formats.ts';
import type { WebinarView } from './to-card-view.ts';
import { WebinarItem } from './WebinarItem.tsx';

/** The sidebar is narrow and shared with other cards; this many show where the contact stands. */
export const webinarsShownAtFirst = 5;

export function WebinarList({
  webinars,
  formats,
}: {
  readonly webinars: readonly WebinarView[];
  readonly formats: Formats;
}) {
  const [isComplete, setIsComplete] = useState(webinars.length <= webinarsShownAtFirst);
  const shown = isComplete ? webinars : webinars.slice(0, webinarsShownAtFirst);
  return (
    <Flex direction="column" gap="small">
      {shown.map((webinar) => (
        <WebinarItem key={webinar.key} webinar={webinar} />
      ))}
      {!isComplete && (
        <Button variant="transparent" onClick={() => setIsComplete(true)}>
          {contactCardCopy.showAll(formats.count(webinars.length))}
        </Button>
      )}
    </Flex>
  );
}
