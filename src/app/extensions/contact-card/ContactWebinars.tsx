import { EmptyState, Flex, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { ContactWebinarsAnswer } from '../contract/contact-webinars.ts';
import { contactCardCopy } from '../shared/copy/contact-card.en.ts';
import type { Formats } from '../shared/formats.ts';
import { toCardView } from './to-card-view.ts';
import { WebinarList } from './WebinarList.tsx';

/** The loaded card: how the contact stands with our webinars, then each of them. */
export function ContactWebinars({
  answer,
  formats,
}: {
  readonly answer: ContactWebinarsAnswer;
  readonly formats: Formats;
}) {
  if (answer.webinars.length === 0) {
    return (
      <EmptyState title={contactCardCopy.empty.title} imageName="registration" layout="vertical" flush>
        <Text>{contactCardCopy.empty.text}</Text>
      </EmptyState>
    );
  }
  const view = toCardView(answer, formats);
  return (
    <Flex direction="column" gap="medium">
      <Statistics>
        {view.statistics.map((statistic) => (
          <StatisticsItem key={statistic.label} label={statistic.label} number={statistic.number} />
        ))}
      </Statistics>
      {view.lastAttended !== null && <Text variant="microcopy">{view.lastAttended}</Text>}
      <WebinarList webinars={view.webinars} formats={formats} />
    </Flex>
  );
}
