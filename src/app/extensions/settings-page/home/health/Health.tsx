import { Box, Button, Flex, Inline, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import type { OverviewAnswer } from '../../../contract/overview.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import { Section } from '../../Section.tsx';
import { SectionBoundary } from '../../SectionBoundary.tsx';
import { AccountTile } from './AccountTile.tsx';
import { ActivityTile } from './ActivityTile.tsx';
import { toAccountView, toAttentionView } from './to-health-view.ts';

interface HealthProps {
  readonly overview: OverviewAnswer;
  readonly nowMs: number;
  readonly revision: number;
  readonly onShowAttention: () => void;
}

/** How the sync is, at a glance. */
export function Health({ overview, nowMs, revision, onShowAttention }: HealthProps) {
  const words = useWords();
  return (
    <Section heading={words.t('home.health.title')}>
      <Flex gap="small">
        <Box flex={1}>
          <Flex direction="column" gap="small">
            {overview.connections.map((connection) => (
              <AccountTile key={connection.name} view={toAccountView(connection, nowMs, words)} />
            ))}
            <AttentionTile overview={overview} onShow={onShowAttention} />
          </Flex>
        </Box>
        <Box flex={1}>
          <SectionBoundary>
            <ActivityTile revision={revision} />
          </SectionBoundary>
        </Box>
      </Flex>
    </Section>
  );
}

interface AttentionTileProps {
  readonly overview: OverviewAnswer;
  readonly onShow: () => void;
}

/** Webinars in which somebody should look. */
function AttentionTile({ overview, onShow }: AttentionTileProps) {
  const words = useWords();
  const { webinarCount, failed, partial, refused } = toAttentionView(overview, words);
  return (
    <Tile compact testId="attention">
      <Flex direction="column" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{words.t('home.attention.title')}</Text>
        <Statistics>
          <StatisticsItem label={words.t('sync.status.failed')} number={failed} />
          <StatisticsItem label={words.t('sync.status.partial')} number={partial} />
        </Statistics>
        {webinarCount === 0 ? (
          <Text variant="microcopy">{words.t('home.attention.none')}</Text>
        ) : (
          <Inline>
            <Button size="small" testId="show-attention" onClick={onShow}>
              {words.t('home.attention.show', { count: webinarCount })}
            </Button>
          </Inline>
        )}
        {refused !== null && <Text variant="microcopy">{refused}</Text>}
      </Flex>
    </Tile>
  );
}
