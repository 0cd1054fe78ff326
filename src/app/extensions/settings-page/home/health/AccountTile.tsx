import { Flex, ProgressBar, StatusTag, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { Problem } from '../../../shared/Problem.tsx';
import { useWords } from '../../../shared/words/words-context.tsx';
import type { AccountView } from './to-health-view.ts';

/** One Zoom account: whether it works, and what was done with it last. */
export function AccountTile({ view }: { readonly view: AccountView }) {
  const words = useWords();
  const { name, isPrimary, problem, sweep, events, complete } = view;
  return (
    <Tile compact testId={`account-${name}`}>
      <Flex direction="column" gap="small">
        <Flex align="center" gap="small" wrap>
          <Text format={{ fontWeight: 'demibold' }}>{name}</Text>
          <StatusTag variant={problem === null ? 'success' : 'danger'}>
            {words.t(problem === null ? 'home.health.connected' : 'home.health.failing')}
          </StatusTag>
          {isPrimary && <Tag>{words.t('home.health.primary')}</Tag>}
        </Flex>
        {problem !== null && <Problem problem={problem} />}
        <Flex direction="column" gap="flush">
          <Flex align="center" gap="small" wrap>
            <Text>{sweep.when}</Text>
            {sweep.isStale && <Tag variant="warning">{words.t('home.health.stale')}</Tag>}
          </Flex>
          {sweep.what !== null && <Text variant="microcopy">{sweep.what}</Text>}
          <Text variant="microcopy">{events}</Text>
        </Flex>
        {complete !== null && (
          <ProgressBar
            title={words.t('home.health.complete')}
            aria-label={words.t('home.health.complete')}
            value={complete.value}
            maxValue={complete.maxValue}
            valueDescription={complete.text}
          />
        )}
      </Flex>
    </Tile>
  );
}
