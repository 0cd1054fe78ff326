import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFormats, type Reader } from '../formats.ts';
import { chooseLanguage } from './languages.ts';
import { createWords, type Words } from './words.ts';

const WordsContext = createContext<Words | null>(null);

interface WordsProviderProps {
  readonly reader: Reader;
  readonly children: ReactNode;
}

/** Gives everything below it the words of the user who looks at it. */
export function WordsProvider({ reader: { user, portal }, children }: WordsProviderProps) {
  const words = useMemo(
    () => createWords(chooseLanguage([user.language, user.locale]), createFormats({ user, portal })),
    [user, portal],
  );
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** @throws Error outside of a {@link WordsProvider} */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords() needs a WordsProvider above it.');
  return words;
}
