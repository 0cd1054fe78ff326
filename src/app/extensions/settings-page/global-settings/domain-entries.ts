/** What came of adding what somebody has typed or pasted to a list. */
export interface AddedEntries {
  readonly entries: readonly string[];
  /** New ones. */
  readonly addedCount: number;
  readonly typedCount: number;
}

/**
 * Takes apart what somebody has typed or pasted. Whether an entry is a domain is the server's to say; here it is only
 * put down in the spelling that the server compares.
 */
export const splitEntries = (typed: string): readonly string[] =>
  typed
    .split(/[\s,;]+/u)
    .filter((entry) => entry !== '')
    .map((entry) => entry.toLowerCase());

export function addEntries(entries: readonly string[], typed: string): AddedEntries {
  const typedEntries = new Set(splitEntries(typed));
  const added = [...typedEntries].filter((entry) => !entries.includes(entry));
  return { entries: [...entries, ...added], addedCount: added.length, typedCount: typedEntries.size };
}
