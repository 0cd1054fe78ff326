import { cardDe } from './de/card.ts';
import { commonDe } from './de/common.ts';
import { failuresDe } from './de/failures.ts';
import { homeDe } from './de/home.ts';
import { settingsDe } from './de/settings.ts';
import { setupDe } from './de/setup.ts';
import { syncDe } from './de/sync.ts';
import { warningsDe } from './de/warnings.ts';

/** Every text in German. */
export const de = {
  ...commonDe,
  ...failuresDe,
  ...warningsDe,
  ...syncDe,
  ...setupDe,
  ...homeDe,
  ...settingsDe,
  ...cardDe,
} as const;
