import { Alert, Button, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { ResyncState } from './resync-state.ts';
import {
  type ResyncProblemView,
  type ResyncProgressView,
  type ResyncResultView,
  toResyncProgressView,
  toResyncResultView,
} from './to-resync-view.ts';

/** How far a sync of all webinars has come, and what came of it. */
export function ResyncStatus({ state, stop }: { readonly state: ResyncState; readonly stop: () => void }) {
  const words = useWords();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Running view={toResyncProgressView(state, words)} stop={stop} />;
    case 'ended':
      return <Ended view={toResyncResultView(state, words)} />;
  }
}

function Running({ view, stop }: { readonly view: ResyncProgressView; readonly stop: () => void }) {
  const { t } = useWords();
  return (
    <Flex direction="column" gap="extra-small">
      <ProgressBar
        title={view.title}
        aria-label={view.title}
        value={view.doneCount}
        maxValue={view.totalCount}
        valueDescription={view.webinar}
      />
      {view.note !== null && <Text variant="microcopy">{view.note}</Text>}
      <Flex align="start">
        <Button size="xs" onClick={stop}>
          {t('card.resync.stop')}
        </Button>
      </Flex>
    </Flex>
  );
}

function Ended({ view }: { readonly view: ResyncResultView }) {
  return (
    <Alert title={view.title} variant={view.variant}>
      {view.sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {view.problems.map((problem) => (
        <NotSyncedWebinar key={problem.key} problem={problem} />
      ))}
    </Alert>
  );
}

function NotSyncedWebinar({ problem }: { readonly problem: ResyncProblemView }) {
  const { t } = useWords();
  const { topic, title, whatToDo, reference } = problem;
  return (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{topic}</Text>
      <Text>{t('card.resync.not-synced', { reason: title })}</Text>
      {whatToDo !== null && <Text variant="microcopy">{whatToDo}</Text>}
      {reference !== null && <Text variant="microcopy">{t('common.reference', { reference })}</Text>}
    </>
  );
}
