import * as fc from 'fast-check';

/** One change of an input: three numbers, from which it takes what it does and where. */
export interface Edit {
  readonly kind: number;
  readonly place: number;
  readonly choice: number;
}

const number = fc.nat({ max: 0x7fff_ffff });

/** Numbers only, so that a failure shrinks to the fewest and smallest changes. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: number, place: number, choice: number }),
  { minLength: 1, maxLength: 4 },
);

const pick = <Item>(items: readonly Item[], choice: number): Item => items[choice % items.length] as Item;

const numbersAtBorders: readonly number[] = [
  ...[0, -0, 1, -1, 0.1, 1e-300, 255, 256, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 63],
  ...[8.64e15, 8.64e15 + 1, -8.64e15 - 1, 1e21, 1e300, -1e300, 1.7976931348623157e308],
];

const oddTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    '\r\n',
    '\t',
    '"',
    '\\',
    '<',
    '&',
    ';',
    ':',
    '@',
    '%',
    '%zz',
    '../',
    '//',
    '{}',
    '[]',
    'null',
  ],
  ...['\ud800', '\udfff', '\ud83d\ude92', '\ufeff', '\u200b', '\u202e', '\u0130', '\u00df', 'e\u0301', '\uffff'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'NaN', 'Infinity', '-0', '1e999', '0x10', '１２３'],
  ...['9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-20T24:00:00+14:00'],
  ...['a@b', '@', 'xn--', '-.-', '<v a>', '</v>', '-->', "'; drop table", '=1+1', '$&', '${x}', '.*(a+)+$'],
];

const charactersMax = 200_000;

/** What may be done to a text; `others` are texts of the same kind. */
const textChanges: readonly ((text: string, edit: Edit, others: readonly string[]) => string)[] = [
  flipBit,
  (text, { place }) => text.slice(0, place % (text.length + 1)),
  (text, { place }) => text.slice(place % (text.length + 1)),
  (text, edit) => replaceAt(text, edit, 1 + (edit.choice % 40), ''),
  (text, edit) => replaceAt(text, edit, edit.choice % 3, pick(oddTexts, edit.choice >> 2)),
  (text, edit) => replaceAt(text, edit, 0, textAt(text, edit, 1 + (edit.choice % 60)).repeat(1 + (edit.choice % 300))),
  (text, { place, choice }, others) => {
    const other = pick(others, choice);
    return text.slice(0, place % (text.length + 1)) + other.slice(choice % (other.length + 1));
  },
  (text, { place, choice }) => {
    const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)];
    const found = numbers[place % Math.max(1, numbers.length)];
    if (found === undefined) return text + String(pick(numbersAtBorders, choice));
    const end = found.index + found[0].length;
    return text.slice(0, found.index) + String(pick(numbersAtBorders, choice)) + text.slice(end);
  },
  (text, edit) => {
    const depth = 1 + (edit.choice % 20_000);
    const [open, close] = pick(nestings, edit.choice);
    return replaceAt(text, edit, 0, open.repeat(depth) + close.repeat(depth));
  },
  (text) => text.toUpperCase(),
  (text) => text.split('').reverse().join(''),
  (text, { choice }) =>
    `deflated:${Buffer.from(text)
      .toString('base64')
      .slice(choice % 8)}`,
];

const nestings = [
  ['[', ']'],
  ['{"a":', '}'],
  ['(', ')'],
  ['<v a>', '</v>'],
  ['<b>', '</b>'],
  ['.', 'a'],
] as const;

function flipBit(text: string, { place, choice }: Edit): string {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return text;
  const index = place % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (choice % 8));
  return bytes.toString('utf8');
}

const textAt = (text: string, { place }: Edit, length: number): string => {
  const from = place % (text.length + 1);
  return text.slice(from, from + length);
};

const replaceAt = (text: string, { place }: Edit, length: number, inserted: string): string => {
  const from = place % (text.length + 1);
  return text.slice(0, from) + inserted + text.slice(from + length);
};

/** @param others - texts of the same kind, of which pieces are taken */
export const mutateText = (text: string, changes: readonly Edit[], others: readonly string[] = [text]): string =>
  changes.reduce((changed, edit) => pick(textChanges, edit.kind)(changed, edit, others).slice(0, charactersMax), text);

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What may be put in the place of a part of a value. */
const valueChanges: readonly ((value: unknown, edit: Edit) => unknown)[] = [
  () => null,
  (_, { choice }) => pick(numbersAtBorders, choice),
  (_, { choice }) => pick(oddTexts, choice),
  (_, { choice }) => choice % 2 === 0,
  (_, { choice }) => (choice % 2 === 0 ? [] : {}),
  (_, { choice }) => nested(1 + (choice % 3_000)),
  (_, { choice }) => 'x'.repeat(choice % 20_000),
  (value) => [value],
  (value) => ({ value }),
  (value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? Number(value) || 0 : value),
  (value, edit) =>
    typeof value === 'string' || typeof value === 'number'
      ? mutateText(String(value), [{ ...edit, kind: edit.choice }])
      : value,
  (value, { choice }) =>
    Array.isArray(value)
      ? Array.from({ length: choice % 400 }, (_, index) => value[index % value.length] as unknown)
      : value,
  (value, { choice }) =>
    withMember(value, pick(['__proto__', 'constructor', 'length', 'toString', 'then', ''], choice), choice),
  (value, { choice }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const members = Object.entries(value);
    return Object.fromEntries(members.filter((_, index) => index !== choice % Math.max(1, members.length)));
  },
];

function withMember(value: unknown, name: string, choice: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries([...Object.entries(value), [name, pick([1, { isAdmin: true }, null, 'x'], choice)]]);
}

type Path = readonly string[];

const pathsOf = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(typeof value === 'object' && value !== null && path.length < 30
    ? Object.entries(value).flatMap(([name, child]) => pathsOf(child, [...path, name]))
    : []),
];

function replaceIn(value: unknown, [name, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((child: unknown, index) => (String(index) === name ? replaceIn(child, rest, change) : child));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([own, child]: [string, unknown]) => [
      own,
      own === name ? replaceIn(child, rest, change) : child,
    ]),
  );
}

/** Changes parts of a JSON value; the value itself stays as it is. A part that becomes undefined is left out. */
export const mutateValue = (value: unknown, changes: readonly Edit[]): unknown =>
  changes.reduce<unknown>((changed, edit) => {
    const path = pick(pathsOf(changed), edit.place);
    return replaceIn(changed, path, (part) => pick(valueChanges, edit.kind)(part, edit)) ?? null;
  }, value);
