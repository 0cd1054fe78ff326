import { cardZhTw } from './zh-TW/card.ts';
import { commonZhTw } from './zh-TW/common.ts';
import { failuresZhTw } from './zh-TW/failures.ts';
import { syncZhTw } from './zh-TW/sync.ts';

/** What the contact card says in traditional Chinese. */
export const zhTwForCard = { ...commonZhTw, ...failuresZhTw, ...syncZhTw, ...cardZhTw } as const;
