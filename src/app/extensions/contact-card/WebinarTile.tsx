import { Accordion, Button, Flex, ProgressBar, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { TimeText } from '../shared/TimeText.tsx';
import { useWords } from '../shared/words/words-context.tsx';
import type { SessionView, StatusView, WebinarView } from './to-webinar-view.ts';
import { WebinarDetails } from './WebinarDetails.tsx';

/** Of a series; the others show on request. */
export const datesShownAtFirst = 3;

/** One webinar with each of its dates. */
export function WebinarTile({ webinar }: { readonly webinar: WebinarView }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { sessions, undated } = webinar;
  const isComplete = isOpen || sessions.length <= datesShownAtFirst;
  return (
    <Tile compact>
      <Flex direction="column" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{webinar.topic}</Text>
        {webinar.notes.map((note) => (
          <Text key={note} variant="microcopy">
            {note}
          </Text>
        ))}
        {undated !== null && <DateRow status={undated.status}>{undated.text}</DateRow>}
        {(isComplete ? sessions : sessions.slice(0, datesShownAtFirst)).map((session) => (
          <Session key={session.key} session={session} />
        ))}
        {!isComplete && (
          <Button variant="transparent" size="xs" onClick={() => setIsOpen(true)}>
            {t('card.show-all-dates', { count: sessions.length })}
          </Button>
        )}
        <Accordion title={t('card.details')} size="xs">
          <WebinarDetails details={webinar.details} />
        </Accordion>
      </Flex>
    </Tile>
  );
}

function Session({ session }: { readonly session: SessionView }) {
  const { attendance } = session;
  return (
    <Flex direction="column" gap="extra-small">
      <DateRow status={session.status}>
        <TimeText instant={session.startsAt} />
      </DateRow>
      {attendance !== null && (
        <ProgressBar
          value={attendance.percentage}
          maxValue={100}
          showPercentage
          valueDescription={attendance.minutes}
          aria-label={attendance.spoken}
        />
      )}
    </Flex>
  );
}

function DateRow({ status, children }: { readonly status: StatusView; readonly children: ReactNode }) {
  return (
    <Flex justify="between" align="center" gap="small" wrap>
      <Text variant="microcopy">{children}</Text>
      <StatusTag variant={status.variant}>{status.label}</StatusTag>
    </Flex>
  );
}
