import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import type { Language } from '../../../src/app/extensions/shared/words/languages.ts';

/** Everything that is wrong with a message, in words; nothing for a good one. */
export function findMessageProblems(language: Language, text: string, english: string): readonly string[] {
  const ast = tryToParse(text);
  if (ast === null) return ['is not in ICU message syntax'];
  return [
    ...findArgumentProblems(ast, parse(english, { ignoreTag: true })),
    ...listBranches(ast).flatMap((branches) => findBranchProblems(language, branches)),
    ...findSpellingProblems(text, ast),
  ];
}

/** Whether there is anything in a message that could be put into another language. */
export const hasWords = (text: string): boolean =>
  listTexts(parse(text, { ignoreTag: true })).some((each) => /\p{L}/u.test(each));

function tryToParse(text: string): readonly MessageFormatElement[] | null {
  try {
    return parse(text, { ignoreTag: true });
  } catch {
    return null;
  }
}

const optionsOf = (element: MessageFormatElement): Readonly<Record<string, readonly MessageFormatElement[]>> =>
  isPluralElement(element) || isSelectElement(element)
    ? Object.fromEntries(Object.entries(element.options).map(([name, { value }]) => [name, value]))
    : {};

/** Every element, also those inside of branches. */
const flatten = (ast: readonly MessageFormatElement[]): readonly MessageFormatElement[] =>
  ast.flatMap((element) => [element, ...Object.values(optionsOf(element)).flatMap(flatten)]);

/** An argument with what may be given for it, such as `count: number` or `system: hubspot|other|zoom`. */
function toArgument(element: MessageFormatElement): readonly string[] {
  if (isPoundElement(element) || isLiteralElement(element)) return [];
  if (isArgumentElement(element)) return [`${element.value}: text`];
  if (isNumberElement(element) || isPluralElement(element)) return [`${element.value}: number`];
  if (isSelectElement(element)) return [`${element.value}: ${Object.keys(element.options).toSorted().join('|')}`];
  return [`an argument of a kind that views do not give: ${JSON.stringify(element)}`];
}

const listArguments = (ast: readonly MessageFormatElement[]): ReadonlySet<string> =>
  new Set(flatten(ast).flatMap(toArgument));

function findArgumentProblems(
  ast: readonly MessageFormatElement[],
  english: readonly MessageFormatElement[],
): readonly string[] {
  const own = listArguments(ast);
  const wanted = listArguments(english);
  return [
    ...[...wanted].filter((argument) => !own.has(argument)).map((argument) => `lacks {${argument}}`),
    ...[...own].filter((argument) => !wanted.has(argument)).map((argument) => `has {${argument}} too many`),
  ];
}

/** The names of the branches of each plural. */
const listBranches = (ast: readonly MessageFormatElement[]): readonly (readonly string[])[] =>
  flatten(ast)
    .filter((element) => isPluralElement(element))
    .map(({ options }) => Object.keys(options));

function findBranchProblems(language: Language, branches: readonly string[]): readonly string[] {
  const rules = new Intl.PluralRules(language);
  const categories: readonly string[] = rules.resolvedOptions().pluralCategories;
  const one = rules.select(1);
  return [
    ...(branches.includes('other') ? [] : ['has a plural without the branch other']),
    ...(branches.includes(one) || branches.includes('=1') ? [] : [`has a plural without the branch ${one}`]),
    ...branches
      .filter((branch) => !branch.startsWith('=') && !categories.includes(branch))
      .map((branch) => `has a plural with the branch ${branch}, which the language never uses`),
  ];
}

const listTexts = (ast: readonly MessageFormatElement[]): readonly string[] =>
  flatten(ast)
    .filter((element) => isLiteralElement(element))
    .map(({ value }) => value);

/** The message, and each of its branches. */
const listWholes = (ast: readonly MessageFormatElement[]): readonly (readonly MessageFormatElement[])[] => [
  ast,
  ...flatten(ast).flatMap((element) => Object.values(optionsOf(element))),
];

function findSpellingProblems(text: string, ast: readonly MessageFormatElement[]): readonly string[] {
  const texts = listTexts(ast);
  const hasOuterBlank = listWholes(ast).some((elements) => {
    const [first, last] = [elements.at(0), elements.at(-1)];
    return (
      (first !== undefined && isLiteralElement(first) && /^\s/u.test(first.value)) ||
      (last !== undefined && isLiteralElement(last) && /\s$/u.test(last.value))
    );
  });
  return [
    ...(text.trim() === '' ? ['is empty'] : []),
    ...(/['"`´]/u.test(text) ? ['has straight quotation marks or apostrophes'] : []),
    ...(texts.some((each) => /\s{2}|[\n\t]/u.test(each)) ? ['has several blanks in a row'] : []),
    ...(hasOuterBlank ? ['begins or ends with a blank'] : []),
    ...(texts.some((each) => each.includes('...')) ? ['has three dots instead of an ellipsis'] : []),
  ];
}
