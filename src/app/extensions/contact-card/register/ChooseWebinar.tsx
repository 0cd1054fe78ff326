import { Flex, SearchInput, Text, useDebounce } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../../shared/words/words-context.tsx';
import type { ChosenWebinar } from './registration-state.ts';
import { WebinarPage } from './WebinarPage.tsx';

interface ChooseWebinarProps {
  readonly registeredWebinarIds: readonly string[];
  readonly onChoose: (webinar: ChosenWebinar) => void;
}

/** The webinars to come, next one first, to be searched and chosen from. */
export function ChooseWebinar({ registeredWebinarIds, onChoose }: ChooseWebinarProps) {
  const { t, formats } = useWords();
  const [text, setText] = useState('');
  const query = useDebounce(text.trim());
  return (
    <Flex direction="column" gap="small">
      <SearchInput
        name="webinar"
        label={t('register.search')}
        placeholder={t('register.search.placeholder')}
        onInput={setText}
        onChange={setText}
      />
      <WebinarPage
        key={query}
        query={query}
        after={null}
        registeredWebinarIds={registeredWebinarIds}
        onChoose={onChoose}
      />
      <Text variant="microcopy">{t('common.times-in-zone', { zone: formats.timeZone })}</Text>
    </Flex>
  );
}
