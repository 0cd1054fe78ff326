import * as z from 'zod';
import type { PropertyDefinition } from '../entities.ts';
import { problems } from '../errors.ts';
import { parseInstant } from '../time.ts';

const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

/** One condition of a search. */
export const filterSchema = z.object({
  propertyName: z.string(),
  operator: z.enum([
    'BETWEEN',
    'CONTAINS_TOKEN',
    'EQ',
    'GT',
    'GTE',
    'HAS_PROPERTY',
    'IN',
    'LT',
    'LTE',
    'NEQ',
    'NOT_CONTAINS_TOKEN',
    'NOT_HAS_PROPERTY',
    'NOT_IN',
  ]),
  value: text.nullish(),
  values: z.array(text).nullish(),
  highValue: text.nullish(),
});
type Filter = z.infer<typeof filterSchema>;

/** Whether a record's indexed values meet a condition. */
export type Matcher = (properties: Readonly<Record<string, string>>) => boolean;

const tokensOf = (value: string): readonly string[] =>
  value
    .toLowerCase()
    .split(/[^\p{L}\p{N}_*]+/u)
    .filter((token) => token !== '');

function matchesToken(token: string, pattern: string): boolean {
  if (!pattern.includes('*')) return token === pattern;
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(token);
}

function containsTokens(value: string, wanted: string): boolean {
  const tokens = tokensOf(value);
  const patterns = tokensOf(wanted);
  if (patterns.length === 0) return false;
  for (let start = 0; start + patterns.length <= tokens.length; start += 1) {
    if (patterns.every((pattern, offset) => matchesToken(tokens[start + offset] ?? '', pattern))) return true;
  }
  return false;
}

/** What a value counts as when values are compared: a number, or text in lower case. */
export function comparable(property: PropertyDefinition, value: string): number | string {
  if (property.type === 'number') return Number(value);
  if (property.type === 'date' || property.type === 'datetime') return parseInstant(value) ?? Number.NaN;
  return value.toLowerCase();
}

const partsOf = (property: PropertyDefinition, value: string): readonly string[] =>
  property.fieldType === 'checkbox' ? value.split(';') : [value];

function need(filter: Filter, field: 'value' | 'highValue'): string {
  const given = filter[field];
  if (given == null) throw problems.invalidField('filters', `${filter.operator} needs a ${field}`);
  return given;
}

function needList(filter: Filter): readonly string[] {
  if (filter.values == null || filter.values.length === 0) {
    throw problems.invalidField('filters', `${filter.operator} needs values`);
  }
  return filter.values;
}

function compare(filter: Filter, property: PropertyDefinition, accepts: (order: number) => boolean): Matcher {
  const bound = comparable(property, need(filter, 'value'));
  return (properties) => {
    const own = properties[filter.propertyName] ?? '';
    if (own === '') return false;
    const value = comparable(property, own);
    return value === bound ? accepts(0) : value < bound ? accepts(-1) : value > bound ? accepts(1) : false;
  };
}

/** @throws Problem 400 when the operator lacks what it compares with */
export function toMatcher(filter: Filter, property: PropertyDefinition): Matcher {
  const valueOf = (properties: Readonly<Record<string, string>>): string => properties[filter.propertyName] ?? '';
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return (properties) => valueOf(properties) !== '';
    case 'NOT_HAS_PROPERTY':
      return (properties) => valueOf(properties) === '';
    case 'EQ':
    case 'NEQ': {
      const wanted = comparable(property, need(filter, 'value'));
      const equals = (value: string): boolean =>
        value !== '' && partsOf(property, value).some((part) => comparable(property, part) === wanted);
      return filter.operator === 'EQ'
        ? (properties) => equals(valueOf(properties))
        : (properties) => !equals(valueOf(properties));
    }
    case 'IN':
    case 'NOT_IN': {
      // The index holds text in lower case and compares the given values as they are.
      const wanted = new Set<number | string>(
        needList(filter).map((value) =>
          typeof comparable(property, value) === 'number' ? comparable(property, value) : value,
        ),
      );
      const isIn = (value: string): boolean =>
        value !== '' && partsOf(property, value).some((part) => wanted.has(comparable(property, part)));
      return filter.operator === 'IN'
        ? (properties) => isIn(valueOf(properties))
        : (properties) => !isIn(valueOf(properties));
    }
    case 'GT':
      return compare(filter, property, (order) => order > 0);
    case 'GTE':
      return compare(filter, property, (order) => order >= 0);
    case 'LT':
      return compare(filter, property, (order) => order < 0);
    case 'LTE':
      return compare(filter, property, (order) => order <= 0);
    case 'BETWEEN': {
      const atLeast = compare(filter, property, (order) => order >= 0);
      const upper = { ...filter, value: need(filter, 'highValue') };
      const atMost = compare(upper, property, (order) => order <= 0);
      return (properties) => atLeast(properties) && atMost(properties);
    }
    case 'CONTAINS_TOKEN':
    case 'NOT_CONTAINS_TOKEN': {
      const wanted = need(filter, 'value');
      return filter.operator === 'CONTAINS_TOKEN'
        ? (properties) => containsTokens(valueOf(properties), wanted)
        : (properties) => !containsTokens(valueOf(properties), wanted);
    }
  }
}

/** @throws Problem 400 for a property that does not exist */
export function definitionOf(definitions: ReadonlyMap<string, PropertyDefinition>, name: string): PropertyDefinition {
  const property = definitions.get(name);
  if (property?.archivedAt !== null) {
    throw problems.validation(`There was a problem with the request: the property ${name} does not exist.`);
  }
  return property;
}
