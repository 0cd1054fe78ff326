import { createFormats } from '../../../src/app/extensions/shared/formats.ts';
import { createWords, type Words } from '../../../src/app/extensions/shared/words/words.ts';

/** English words of a reader whose numbers and times cannot be taken for those of another locale or zone. */
export const indianWords: Words = createWords(
  'en',
  createFormats({ user: { language: 'en', locale: 'en-IN' }, portal: { timezone: 'UTC' } }, 'Asia/Kolkata'),
);
