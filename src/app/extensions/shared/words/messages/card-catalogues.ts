import type { Language } from '../languages.ts';
import { deForCard } from './de-for-card.ts';
import { enForCard } from './en-for-card.ts';
import { nbForCard } from './nb-for-card.ts';
import { ptBrForCard } from './pt-BR-for-card.ts';
import { zhTwForCard } from './zh-TW-for-card.ts';

/** The same keys in every language: what is missing, or is there without need, does not compile. */
export type CardCatalogue = Readonly<Record<keyof typeof enForCard, string>>;

/** The texts of the contact card. */
export const cardCatalogues: Readonly<Record<Language, CardCatalogue>> = {
  en: enForCard,
  de: deForCard,
  nb: nbForCard,
  'pt-BR': ptBrForCard,
  'zh-TW': zhTwForCard,
};
