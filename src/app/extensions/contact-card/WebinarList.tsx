import { Button, Flex, Heading } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../shared/words/words-context.tsx';
import type { WebinarView } from './to-webinar-view.ts';
import { WebinarTile } from './WebinarTile.tsx';

/** The sidebar is narrow and shared with other cards; this many show where the contact stands. */
export const webinarsShownAtFirst = 5;

/** @param webinars - in the order of the card */
export function WebinarList({ webinars }: { readonly webinars: readonly WebinarView[] }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const isComplete = isOpen || webinars.length <= webinarsShownAtFirst;
  const shown = isComplete ? webinars : webinars.slice(0, webinarsShownAtFirst);
  return (
    <Flex direction="column" gap="small">
      <Group heading={t('card.upcoming')} webinars={shown.filter(({ isUpcoming }) => isUpcoming)} />
      <Group heading={t('card.past')} webinars={shown.filter(({ isUpcoming }) => !isUpcoming)} />
      {!isComplete && (
        <Button variant="transparent" onClick={() => setIsOpen(true)}>
          {t('card.show-all-webinars', { count: webinars.length })}
        </Button>
      )}
    </Flex>
  );
}

function Group({ heading, webinars }: { readonly heading: string; readonly webinars: readonly WebinarView[] }) {
  if (webinars.length === 0) return null;
  return (
    <Flex direction="column" gap="small">
      <Heading>{heading}</Heading>
      {webinars.map((webinar) => (
        <WebinarTile key={webinar.key} webinar={webinar} />
      ))}
    </Flex>
  );
}
