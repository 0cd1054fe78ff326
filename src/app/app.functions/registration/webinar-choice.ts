/** A webinar as a workflow names it. */
export interface WebinarChoice {
  /** Null where only its number was given. */
  readonly accountId: string | null;
  /** As given; blanks and dashes are still in it. */
  readonly webinarId: string;
}

/** The value of a webinar that is picked from the list: it says which account it belongs to. */
export const toWebinarValue = ({ accountId, webinarId }: { readonly accountId: string; readonly webinarId: string }) =>
  `${accountId}:${webinarId}`;

/**
 * Reads what a workflow gives: a value of the list, or the number alone.
 *
 * @param given - in the order of their weight; the first that is filled in counts
 * @returns null where none is
 */
export function chooseWebinar(given: readonly string[]): WebinarChoice | null {
  const filled = given.map((text) => text.trim()).find((text) => text !== '');
  if (filled === undefined) return null;
  const colon = filled.lastIndexOf(':');
  return colon === -1
    ? { accountId: null, webinarId: filled }
    : { accountId: filled.slice(0, colon), webinarId: filled.slice(colon + 1) };
}
