import { cardEn } from './en/card.ts';
import { commonEn } from './en/common.ts';
import { failuresEn } from './en/failures.ts';
import { syncEn } from './en/sync.ts';

/** What the contact card says in English: HubSpot loads it with every contact, so it carries no other texts. */
export const enForCard = { ...commonEn, ...failuresEn, ...syncEn, ...cardEn } as const;
