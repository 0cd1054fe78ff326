import { cardEn } from './en/card.ts';
import { commonEn } from './en/common.ts';
import { failuresEn } from './en/failures.ts';
import { homeEn } from './en/home.ts';
import { settingsEn } from './en/settings.ts';
import { setupEn } from './en/setup.ts';
import { syncEn } from './en/sync.ts';
import { warningsEn } from './en/warnings.ts';

/** Every text in English: the keys and the values of all languages. ICU message syntax. */
export const en = {
  ...commonEn,
  ...failuresEn,
  ...warningsEn,
  ...syncEn,
  ...setupEn,
  ...homeEn,
  ...settingsEn,
  ...cardEn,
} as const;
