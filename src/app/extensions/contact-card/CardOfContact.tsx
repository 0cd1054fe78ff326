import { EmptyState, Flex, LoadingSpinner, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useCallback, useMemo } from 'react';
import { Problem } from '../shared/Problem.tsx';
import { readable, type Readable } from '../shared/readable.ts';
import { useFunction } from '../shared/use-function.ts';
import { useWords } from '../shared/words/words-context.tsx';
import { CardActions } from './CardActions.tsx';
import { toResyncTargets } from './resync/to-resync-targets.ts';
import { Summary } from './Summary.tsx';
import { type CardView, toCardView } from './to-card-view.ts';
import { useLastAnswer } from './use-last-answer.ts';
import { WebinarList } from './WebinarList.tsx';

interface Loaded {
  readonly view: CardView;
  readonly targets: ReturnType<typeof toResyncTargets>;
}

const nobody: Pick<CardView, 'registeredWebinarIds'> = { registeredWebinarIds: [] };

/**
 * The card of one contact. What can be done stays in its place whatever the webinars look like: an open panel, or a sync
 * that runs, would be gone with it.
 */
export function CardOfContact({ contactId }: { readonly contactId: number }) {
  const words = useWords();
  const { refreshObjectProperties } = useExtensionActions<'crm.record.sidebar'>();
  const parameters = useMemo(() => ({ contactId }), [contactId]);
  const { load, reload } = useFunction('get_contact_webinars', parameters);
  const answer = useLastAnswer(load);
  const shown = useMemo(
    () =>
      answer === null
        ? null
        : readable(() => ({ view: toCardView(answer, words), targets: toResyncTargets(answer.webinars) })),
    [answer, words],
  );
  const refresh = useCallback(() => {
    reload();
    refreshObjectProperties();
  }, [reload, refreshObjectProperties]);
  const loaded = shown?.kind === 'view' ? shown.view : null;
  return (
    <Flex direction="column" gap="medium">
      {load.kind === 'failed' && (
        <Problem problem={load.problem} action={{ label: words.t('common.try-again'), onClick: reload }} />
      )}
      {load.kind === 'failed' && loaded !== null && <Text variant="microcopy">{words.t('card.refresh-failed')}</Text>}
      <Top shown={shown} isLoading={load.kind === 'loading'} reload={reload} />
      <CardActions
        contactId={contactId}
        registeredWebinarIds={(loaded?.view ?? nobody).registeredWebinarIds}
        targets={loaded?.targets ?? []}
        onChanged={refresh}
      />
      {loaded !== null && <WebinarList webinars={loaded.view.webinars} />}
    </Flex>
  );
}

interface TopProps {
  readonly shown: Readable<Loaded> | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

function Top({ shown, isLoading, reload }: TopProps) {
  const { t } = useWords();
  if (isLoading && shown === null) return <LoadingSpinner label={t('card.loading')} showLabel layout="centered" />;
  if (shown === null) return null;
  if (shown.kind === 'problem') {
    return <Problem problem={shown.problem} action={{ label: t('common.try-again'), onClick: reload }} />;
  }
  const { summary } = shown.view.view;
  if (summary !== null) return <Summary summary={summary} />;
  return (
    <EmptyState title={t('card.empty.title')} imageName="registration" layout="vertical" flush>
      <Text>{t('card.empty.text')}</Text>
    </EmptyState>
  );
}
