import { cardPtBr } from './pt-BR/card.ts';
import { commonPtBr } from './pt-BR/common.ts';
import { failuresPtBr } from './pt-BR/failures.ts';
import { syncPtBr } from './pt-BR/sync.ts';

/** What the contact card says in Brazilian Portuguese. */
export const ptBrForCard = { ...commonPtBr, ...failuresPtBr, ...syncPtBr, ...cardPtBr } as const;
