import { cardNb } from './nb/card.ts';
import { commonNb } from './nb/common.ts';
import { failuresNb } from './nb/failures.ts';
import { homeNb } from './nb/home.ts';
import { settingsNb } from './nb/settings.ts';
import { setupNb } from './nb/setup.ts';
import { syncNb } from './nb/sync.ts';
import { warningsNb } from './nb/warnings.ts';

/** Every text in Norwegian Bokmål. */
export const nb = {
  ...commonNb,
  ...failuresNb,
  ...warningsNb,
  ...syncNb,
  ...setupNb,
  ...homeNb,
  ...settingsNb,
  ...cardNb,
} as const;
