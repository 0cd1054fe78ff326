import { Button, EmptyState, Flex, LoadingSpinner, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import type { ListWebinarsParameters, WebinarsAnswer } from '../../contract/webinars.ts';
import { Problem } from '../../shared/Problem.tsx';
import { readable } from '../../shared/readable.ts';
import { useFunction } from '../../shared/use-function.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import type { ChosenWebinar } from './registration-state.ts';
import { type ChoiceView, toChoicesView } from './to-choices-view.ts';

const webinarsPerPage = 20;

interface WebinarPageProps {
  readonly query: string;
  /** From the page before; null for the first one. */
  readonly after: string | null;
  readonly registeredWebinarIds: readonly string[];
  readonly onChoose: (webinar: ChosenWebinar) => void;
}

/** Some of the webinars, and on request the page after them. */
export function WebinarPage(props: WebinarPageProps) {
  const { query, after } = props;
  const { t } = useWords();
  const parameters = useMemo<ListWebinarsParameters>(
    () => ({
      when: 'upcoming',
      sort: 'startsAt',
      direction: 'ascending',
      limit: webinarsPerPage,
      ...(query === '' ? {} : { query }),
      ...(after === null ? {} : { after }),
    }),
    [query, after],
  );
  const { load, reload } = useFunction('list_webinars', parameters);
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={t('register.searching')} showLabel layout="centered" />;
    case 'failed':
      return <Problem problem={load.problem} action={{ label: t('common.try-again'), onClick: reload }} />;
    case 'loaded':
      return <Choices {...props} answer={load.answer} reload={reload} />;
  }
}

interface ChoicesProps extends WebinarPageProps {
  readonly answer: WebinarsAnswer;
  readonly reload: () => void;
}

function Choices({ answer, reload, ...page }: ChoicesProps) {
  const words = useWords();
  const { t } = words;
  const [isNextOpen, setIsNextOpen] = useState(false);
  const { registeredWebinarIds } = page;
  const choices = useMemo(
    () => readable(() => toChoicesView(answer, registeredWebinarIds, words)),
    [answer, registeredWebinarIds, words],
  );
  if (choices.kind === 'problem') {
    return <Problem problem={choices.problem} action={{ label: t('common.try-again'), onClick: reload }} />;
  }
  if (choices.view.length === 0 && page.after === null) {
    const reason = page.query === '' ? 'none' : 'none-found';
    return (
      <EmptyState title={t(`register.${reason}.title`)} imageName="meetings" layout="vertical" flush>
        <Text>{t(`register.${reason}.text`)}</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="small">
      {choices.view.map((choice) => (
        <Choice key={choice.key} choice={choice} onChoose={page.onChoose} />
      ))}
      {isNextOpen && answer.after !== null && <WebinarPage {...page} after={answer.after} />}
      {!isNextOpen && answer.after !== null && (
        <Button variant="transparent" onClick={() => setIsNextOpen(true)}>
          {t('register.show-more')}
        </Button>
      )}
    </Flex>
  );
}

interface ChoiceProps {
  readonly choice: ChoiceView;
  readonly onChoose: (webinar: ChosenWebinar) => void;
}

function Choice({ choice, onChoose }: ChoiceProps) {
  const { t } = useWords();
  const { webinar, dateAndHost, account, isRegistered } = choice;
  return (
    <Tile compact>
      <Flex direction="column" gap="extra-small" align="start">
        <Button variant="transparent" onClick={() => onChoose(webinar)}>
          {webinar.topic}
        </Button>
        <Text variant="microcopy">{dateAndHost}</Text>
        {account !== null && <Text variant="microcopy">{account}</Text>}
        {isRegistered && <StatusTag variant="info">{t('register.is-registered')}</StatusTag>}
      </Flex>
    </Tile>
  );
}
