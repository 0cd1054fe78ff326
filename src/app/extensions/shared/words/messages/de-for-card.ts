import { cardDe } from './de/card.ts';
import { commonDe } from './de/common.ts';
import { failuresDe } from './de/failures.ts';
import { syncDe } from './de/sync.ts';

/** What the contact card says in German. */
export const deForCard = { ...commonDe, ...failuresDe, ...syncDe, ...cardDe } as const;
