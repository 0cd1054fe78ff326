import { useSyncExternalStore } from 'react';
import { type HostWords, hostWordsIn } from './host-words.ts';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
}

/** The page's language, which is that of the user who looks at it. */
export const useLanguage = (): string => useSyncExternalStore(subscribe, () => document.documentElement.lang || 'en');

export const useHostWords = (): HostWords => hostWordsIn(useLanguage());
