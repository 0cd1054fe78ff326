import { createHash, timingSafeEqual } from 'node:crypto';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two texts are the same, in a time that does not depend on where they differ. Hashes have one length. */
export const isSameText = (given: string, known: string): boolean => timingSafeEqual(hash(given), hash(known));

/** Whether the text is one of those known; all of them are compared, whichever matches. */
export const isOneOf = (given: string, known: readonly string[]): boolean =>
  known.map((each) => isSameText(given, each)).includes(true);
