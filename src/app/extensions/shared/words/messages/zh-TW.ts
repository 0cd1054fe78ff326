import { cardZhTw } from './zh-TW/card.ts';
import { commonZhTw } from './zh-TW/common.ts';
import { failuresZhTw } from './zh-TW/failures.ts';
import { homeZhTw } from './zh-TW/home.ts';
import { settingsZhTw } from './zh-TW/settings.ts';
import { setupZhTw } from './zh-TW/setup.ts';
import { syncZhTw } from './zh-TW/sync.ts';
import { warningsZhTw } from './zh-TW/warnings.ts';

/** Every text in traditional Chinese. */
export const zhTw = {
  ...commonZhTw,
  ...failuresZhTw,
  ...warningsZhTw,
  ...syncZhTw,
  ...setupZhTw,
  ...homeZhTw,
  ...settingsZhTw,
  ...cardZhTw,
} as const;
