import { createFormats } from '../../../src/app/extensions/shared/formats.ts';
import { createWords } from '../../../src/app/extensions/shared/words/words.ts';

const reader = { user: { locale: 'en-GB', language: 'en' }, portal: { timezone: 'UTC' } };

/** Words of somebody who reads English, in UTC. */
export const words = createWords('en', createFormats(reader, 'UTC'));
