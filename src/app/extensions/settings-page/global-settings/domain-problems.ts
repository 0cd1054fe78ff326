import type { DomainProblem, SettingsProblem } from '../../contract/settings.ts';

export const domainFields = ['recordingExclusions', 'contactExclusions'] as const;

export type DomainField = (typeof domainFields)[number];

export interface EntryProblem {
  readonly entry: string;
  readonly problem: DomainProblem;
}

/** The server quotes no more of an entry. */
const quotedCharactersMax = 253;

/** What is wrong with entries that are still on the list, once each, in the order of the list. */
export function findEntryProblems(
  field: DomainField,
  entries: readonly string[],
  problems: readonly SettingsProblem[],
): readonly EntryProblem[] {
  const problemByQuote = new Map(
    problems.flatMap((found) => (found.field === field && 'given' in found ? [[found.given, found.problem]] : [])),
  );
  return entries.flatMap((entry) => {
    const problem = problemByQuote.get(entry.slice(0, quotedCharactersMax));
    return problem === undefined ? [] : [{ entry, problem }];
  });
}

/** What a save was refused for that no entry of a list is to blame for. */
export type GeneralProblem = 'too-many' | 'not-accepted';

export function findGeneralProblem(problems: readonly SettingsProblem[]): GeneralProblem | null {
  if (problems.some(({ problem }) => problem === 'too-many')) return 'too-many';
  return problems.some(({ problem }) => problem === 'invalid') ? 'not-accepted' : null;
}
