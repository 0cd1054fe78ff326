import { refusals } from './errors.ts';

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** @throws Refused 300 when it is not a whole number in the range */
export function integerParameter(query: URLSearchParams, name: string, range: Range): number | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < range.minimum || value > range.maximum) throw refusals.validationFailed([name]);
  return value;
}

/** @throws Refused 300 when it is none of the choices */
export function choiceParameter<const Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw refusals.validationFailed([name]);
  return choice;
}

/** @throws Refused 300 when it is neither true nor false */
export function booleanParameter(query: URLSearchParams, name: string): boolean | null {
  const choice = choiceParameter(query, name, ['true', 'false']);
  return choice === null ? null : choice === 'true';
}

export function textParameter(query: URLSearchParams, name: string): string | null {
  const text = query.get(name);
  return text === null || text === '' ? null : text;
}
