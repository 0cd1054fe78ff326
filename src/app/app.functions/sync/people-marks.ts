import * as z from 'zod/mini';

/** How a person stands in HubSpot in one session. */
export interface SessionStanding {
  readonly key: string;
  readonly registration: 'registered' | 'cancelled' | null;
  readonly hasAttended: boolean;
}

/** What is remembered of one person who was written to HubSpot, so that a later run can leave them alone. */
export interface PersonMark {
  readonly keyHash: string;
  readonly stateHash: string;
  readonly contactId: string;
  /** How the person stands in HubSpot for the webinar as a whole. */
  readonly standing: 'registered' | 'cancelled' | 'attended';
  /** Only sessions in which the person has a part. */
  readonly sessions: readonly SessionStanding[];
}

/** Of a person who must be looked at again by the next run, whatever Zoom says then. */
export const staleStateHash = '........';

const standingCodes = { registered: 'R', cancelled: 'C', attended: 'A' } as const;
const standingByCode: ReadonlyMap<string, PersonMark['standing']> = new Map(
  (['registered', 'cancelled', 'attended'] as const).map((standing) => [standingCodes[standing], standing]),
);

const sessionCodes: readonly (readonly [string, Omit<SessionStanding, 'key'>])[] = [
  ['r', { registration: 'registered', hasAttended: false }],
  ['R', { registration: 'registered', hasAttended: true }],
  ['c', { registration: 'cancelled', hasAttended: false }],
  ['C', { registration: 'cancelled', hasAttended: true }],
  ['A', { registration: null, hasAttended: true }],
];
const sessionByCode = new Map(sessionCodes);

/**
 * One line a person, sorted, in texts of at most `charactersMax`. The first line of each text names the sessions; each
 * person has a letter per session.
 */
export function formatMarks(marks: readonly PersonMark[], charactersMax: number): readonly string[] {
  const keys = [...new Set(marks.flatMap(({ sessions }) => sessions.map(({ key }) => key)))].sort();
  const head = JSON.stringify(keys);
  const texts: string[] = [];
  let current = head;
  for (const line of marks.map((mark) => formatMark(mark, keys)).sort()) {
    if (current !== head && current.length + 1 + line.length > charactersMax) {
      texts.push(current);
      current = head;
    }
    current = `${current}\n${line}`;
  }
  return current === head ? texts : [...texts, current];
}

/** @returns null when the text is not one of ours; the people are then written anew, which does no harm */
export function parseMarks(text: string): readonly PersonMark[] | null {
  const [head = '', ...lines] = text.split('\n');
  const keys = parseKeys(head);
  if (keys === null) return null;
  const marks = lines.flatMap((line) => parseMark(line, keys) ?? []);
  return marks.length === lines.length ? marks : null;
}

function parseKeys(head: string): readonly string[] | null {
  try {
    return z.array(z.string()).parse(JSON.parse(head));
  } catch {
    return null;
  }
}

function formatMark(
  { keyHash, stateHash, contactId, standing, sessions }: PersonMark,
  keys: readonly string[],
): string {
  const letters = keys.map((key) => {
    const session = sessions.find((candidate) => candidate.key === key);
    return session === undefined ? '-' : codeOf(session);
  });
  return `${keyHash}${stateHash}${standingCodes[standing]}${contactId}:${letters.join('')}`;
}

const codeOf = ({ registration, hasAttended }: SessionStanding): string =>
  sessionCodes.find(
    ([, standing]) => standing.registration === registration && standing.hasAttended === hasAttended,
  )?.[0] ?? '-';

const markLine = /^(.{12})(.{8})([RCA])(\d+):(.*)$/;

function parseMark(line: string, keys: readonly string[]): PersonMark | null {
  const [, keyHash = '', stateHash = '', standingCode = '', contactId = '', letters = ''] = markLine.exec(line) ?? [];
  const standing = standingByCode.get(standingCode);
  if (standing === undefined) return null;
  const sessions = keys.flatMap((key, index) => {
    const session = sessionByCode.get(letters.charAt(index));
    return session === undefined ? [] : [{ key, ...session }];
  });
  return { keyHash, stateHash, contactId, standing, sessions };
}
