import type { Language } from '../languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { ptBr } from './pt-BR.ts';
import { zhTw } from './zh-TW.ts';

/** The same keys in every language: what is missing, or is there without need, does not compile. */
export type Catalogue = Readonly<Record<keyof typeof en, string>>;

/** Every text, for the settings page and for terminals. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, de, nb, 'pt-BR': ptBr, 'zh-TW': zhTw };
