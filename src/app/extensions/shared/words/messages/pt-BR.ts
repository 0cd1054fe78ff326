import { cardPtBr } from './pt-BR/card.ts';
import { commonPtBr } from './pt-BR/common.ts';
import { failuresPtBr } from './pt-BR/failures.ts';
import { homePtBr } from './pt-BR/home.ts';
import { settingsPtBr } from './pt-BR/settings.ts';
import { setupPtBr } from './pt-BR/setup.ts';
import { syncPtBr } from './pt-BR/sync.ts';
import { warningsPtBr } from './pt-BR/warnings.ts';

/** Every text in Brazilian Portuguese. */
export const ptBr = {
  ...commonPtBr,
  ...failuresPtBr,
  ...warningsPtBr,
  ...syncPtBr,
  ...setupPtBr,
  ...homePtBr,
  ...settingsPtBr,
  ...cardPtBr,
} as const;
