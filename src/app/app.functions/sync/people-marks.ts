/** What is remembered of one person who was written to HubSpot, so that a later run can leave them alone. */
export interface PersonMark {
  readonly keyHash: string;
  readonly stateHash: string;
  readonly contactId: string;
  /** How the person stands in HubSpot for the webinar as a whole. */
  readonly standing: 'registered' | 'cancelled' | 'attended';
  /** Set when Zoom no longer lists the person at all: the sessions that were cancelled because of it. */
  readonly vanishedFrom: readonly string[] | null;
}

const keyHashLength = 12;
const stateHashLength = 8;
const standingCodes = { registered: 'R', cancelled: 'C', attended: 'A' } as const;
const standingByCode = new Map(
  (Object.keys(standingCodes) as PersonMark['standing'][]).map((standing) => [
    standingCodes[standing] as string,
    standing,
  ]),
);

/** One line a person, sorted, in texts of at most `charactersMax`. */
export function formatMarks(marks: readonly PersonMark[], charactersMax: number): readonly string[] {
  const texts: string[] = [];
  let current = '';
  for (const line of marks.map(formatMark).sort()) {
    if (current !== '' && current.length + 1 + line.length > charactersMax) {
      texts.push(current);
      current = '';
    }
    current = current === '' ? line : `${current}\n${line}`;
  }
  return current === '' ? texts : [...texts, current];
}

/** @returns null when the text is not one of ours; the people are then written anew, which does no harm */
export function parseMarks(text: string): readonly PersonMark[] | null {
  const marks: PersonMark[] = [];
  for (const line of text === '' ? [] : text.split('\n')) {
    const standing = standingByCode.get(line.charAt(keyHashLength + stateHashLength));
    const [contactId, vanished] = line.slice(keyHashLength + stateHashLength + 1).split(':');
    if (standing === undefined || contactId === undefined || !/^\d+$/.test(contactId)) return null;
    marks.push({
      keyHash: line.slice(0, keyHashLength),
      stateHash: line.slice(keyHashLength, keyHashLength + stateHashLength),
      contactId,
      standing,
      vanishedFrom: vanished === undefined ? null : vanished.split('+'),
    });
  }
  return marks;
}

function formatMark({ keyHash, stateHash, contactId, standing, vanishedFrom }: PersonMark): string {
  const head = `${keyHash}${stateHash}${standingCodes[standing]}${contactId}`;
  return vanishedFrom === null ? head : `${head}:${vanishedFrom.join('+')}`;
}
