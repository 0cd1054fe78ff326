import { Alert, Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import { explainFailure } from '../../../shared/explain/explain-failure.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import type { SweepsState } from './sweeps-state.ts';
import { toSyncedWebinarViews } from './to-sweeps-view.ts';

const shownMax = 8;

/** Webinars as their syncs end, newest first, and those that failed with what to do. */
export function SyncedWebinars({ state }: { readonly state: Exclude<SweepsState, { readonly kind: 'idle' }> }) {
  const words = useWords();
  const views = toSyncedWebinarViews(state, words);
  const { failed } = state;
  return (
    <Flex direction="column" gap="small">
      {views.length > 0 && (
        <Flex direction="column" gap="extra-small" testId="synced-webinars">
          <Text format={{ fontWeight: 'demibold' }}>{words.t('backfill.synced-so-far', { count: views.length })}</Text>
          {views.slice(0, shownMax).map(({ key, topic, status, people }) => (
            <Flex key={key} gap="small" align="center" wrap>
              <StatusTag variant={status.variant}>{status.label}</StatusTag>
              <Text>{topic}</Text>
              <Text variant="microcopy">{people}</Text>
            </Flex>
          ))}
          {views.length > shownMax && (
            <Text variant="microcopy">{words.t('backfill.and-more', { count: views.length - shownMax })}</Text>
          )}
        </Flex>
      )}
      {failed.map(({ webinarId, topic, failure }) => {
        const { title, whatToDo } = explainFailure(failure, words);
        return (
          <Alert key={webinarId} title={words.t('backfill.failed-webinar', { topic })} variant="danger">
            <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
            <Text>{whatToDo}</Text>
          </Alert>
        );
      })}
    </Flex>
  );
}
