import { createFormats } from '../../src/app/extensions/shared/formats.ts';
import { createWords, type Words } from '../../src/app/extensions/shared/words/words.ts';

/**
 * The words of the pages, in English.
 *
 * @param timeZone - IANA name; the machine's own when absent
 */
export const createTerminalWords = (timeZone?: string): Words =>
  createWords('en', createFormats({ user: { language: 'en' }, portal: { timezone: 'UTC' } }, timeZone));

/** With times in the machine's time zone. */
export const terminalWords = createTerminalWords();
