import { BarChart, Flex, LoadingSpinner, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import type { ActivityAnswer } from '../../../contract/activity.ts';
import type { Load } from '../../../shared/load.ts';
import { Problem } from '../../../shared/Problem.tsx';
import { useWords } from '../../../shared/words/words-context.tsx';
import { useListing } from '../../use-listing.ts';
import { toActivityView } from './to-activity-view.ts';

const daysShown = 30;

/** People synced in the last 30 days, day by day. */
export function ActivityTile({ revision }: { readonly revision: number }) {
  const words = useWords();
  const { load, reload } = useListing('get_activity', { days: daysShown, timeZone: words.formats.timeZone }, revision);
  return (
    <Tile compact testId="activity">
      <Activity load={load} reload={reload} />
    </Tile>
  );
}

function Activity({ load, reload }: { readonly load: Load<ActivityAnswer>; readonly reload: () => void }) {
  const words = useWords();
  const title = words.t('home.activity.title');
  if (load.kind === 'loading') return <LoadingSpinner label={words.t('home.activity.loading')} showLabel />;
  if (load.kind === 'failed') {
    return (
      <Flex direction="column" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
        <Problem problem={load.problem} action={{ label: words.t('common.try-again'), onClick: reload }} />
      </Flex>
    );
  }
  const view = toActivityView(load.answer, words);
  if (view === null) {
    return (
      <Flex direction="column" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
        <Text>{words.t('home.activity.empty')}</Text>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="extra-small">
      <Statistics>
        <StatisticsItem label={title} number={view.total} />
      </Statistics>
      <BarChart
        data={view.bars.map((bar) => ({ ...bar }))}
        axes={{
          x: { field: 'day', fieldType: 'category', label: words.t('home.activity.day') },
          y: { field: 'people', fieldType: 'linear', label: words.t('home.activity.people') },
        }}
        options={{ showTooltips: true }}
      />
      <Text variant="microcopy">{view.summary}</Text>
      {!view.isComplete && <Text variant="microcopy">{words.t('home.activity.incomplete')}</Text>}
    </Flex>
  );
}
