import { cardNb } from './nb/card.ts';
import { commonNb } from './nb/common.ts';
import { failuresNb } from './nb/failures.ts';
import { syncNb } from './nb/sync.ts';

/** What the contact card says in Norwegian Bokmål. */
export const nbForCard = { ...commonNb, ...failuresNb, ...syncNb, ...cardNb } as const;
