import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  ProgressBar,
  Statistics,
  StatisticsItem,
} from '@hubspot/ui-extensions';
import { TimeText } from '../shared/TimeText.tsx';
import { useWords } from '../shared/words/words-context.tsx';
import type { SummaryView } from './to-card-view.ts';

/** How the contact stands with our webinars, at a glance. */
export function Summary({ summary }: { readonly summary: SummaryView }) {
  const { t } = useWords();
  const { statistics, average, lastSeenAt } = summary;
  return (
    <Flex direction="column" gap="small">
      <Statistics>
        {statistics.map(({ label, number }) => (
          <StatisticsItem key={label} label={label} number={number} />
        ))}
      </Statistics>
      {average !== null && (
        <ProgressBar
          title={t('card.summary.average')}
          aria-label={t('card.summary.average')}
          value={average.percentage}
          maxValue={100}
          showPercentage
          valueDescription={average.over}
        />
      )}
      {lastSeenAt !== null && (
        <DescriptionList direction="row">
          <DescriptionListItem label={t('card.summary.last-seen')}>
            <TimeText instant={lastSeenAt} show="date" />
          </DescriptionListItem>
        </DescriptionList>
      )}
    </Flex>
  );
}
