import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFormats, type Reader } from '../formats.ts';
import { chooseLanguage } from './languages.ts';
import { createTranslate, type MessagesByLanguage } from './translate.ts';
import type { Words } from './words.ts';

const WordsContext = createContext<Words | null>(null);

interface WordsProviderProps {
  readonly reader: Reader;
  /** `catalogues` of the settings page, `cardCatalogues` of the card: a bundle carries what its page says. */
  readonly catalogues: MessagesByLanguage;
  readonly children: ReactNode;
}

/** Gives everything below it the words of the user who looks at it. */
export function WordsProvider({ reader: { user, portal }, catalogues, children }: WordsProviderProps) {
  const words = useMemo((): Words => {
    const language = chooseLanguage([user.language, user.locale]);
    const formats = createFormats({ user, portal });
    return { language, formats, t: createTranslate(catalogues[language], formats.locale) };
  }, [user, portal, catalogues]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** @throws Error outside of a {@link WordsProvider} */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords() needs a WordsProvider above it.');
  return words;
}
