import { isOneOf } from './constant-time.ts';

/** Takes as long for a wrong token as for a right one. Two may be valid at once, while one takes the other's place. */
export const isKnownToken = (given: string | undefined, known: readonly string[]): boolean =>
  given !== undefined && isOneOf(given, known);
