import * as z from 'zod';
import type { CrmRecord, HubSpotWorld, ObjectStore, PropertyDefinition } from '../entities.ts';
import { problems } from '../errors.ts';
import {
  searchFilterGroupsMax,
  searchFiltersMax,
  searchFiltersPerGroupMax,
  searchPageSizeMax,
  searchQueryCharactersMax,
  searchResultsMax,
} from '../limits.ts';
import { catalogueOf } from '../object-types.ts';
import { parseInstant } from '../time.ts';

const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

const filterSchema = z.object({
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

const sortSchema = z.union([
  z.string(),
  z.object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') }),
]);

export const searchSchema = z.object({
  filterGroups: z.array(z.object({ filters: z.array(filterSchema) })).nullish(),
  filters: z.array(filterSchema).nullish(),
  properties: z.array(z.string()).nullish(),
  sorts: z.array(sortSchema).nullish(),
  query: z.string().nullish(),
  limit: z.int().nullish(),
  after: z.union([z.string(), z.int().transform(String)]).nullish(),
});
type SearchRequest = z.infer<typeof searchSchema>;

export interface SearchHit {
  readonly record: CrmRecord;
  /** The values that the index holds, which may be older than the record's. */
  readonly properties: Readonly<Record<string, string>>;
}

type Matcher = (properties: Readonly<Record<string, string>>) => boolean;

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
function comparable(property: PropertyDefinition, value: string): number | string {
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

function toMatcher(filter: Filter, property: PropertyDefinition): Matcher {
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

function definitionOf(definitions: ReadonlyMap<string, PropertyDefinition>, name: string): PropertyDefinition {
  const property = definitions.get(name);
  if (property === undefined || property.archivedAt !== null) {
    throw problems.validation(`There was a problem with the request: the property ${name} does not exist.`);
  }
  return property;
}

function toGroupMatcher(request: SearchRequest, definitions: ReadonlyMap<string, PropertyDefinition>): Matcher {
  const groups = [
    ...(request.filterGroups ?? []).map(({ filters }) => filters),
    ...(request.filters == null || request.filters.length === 0 ? [] : [request.filters]),
  ];
  if (groups.length > searchFilterGroupsMax) {
    throw problems.validation(
      `Invalid input JSON: too many filterGroups (count: ${groups.length}, max allowed: ${searchFilterGroupsMax})`,
    );
  }
  if (groups.some((filters) => filters.length > searchFiltersPerGroupMax) || groups.flat().length > searchFiltersMax) {
    throw problems.validation(
      `Invalid input JSON: too many filters (max allowed: ${searchFiltersPerGroupMax} in a group, ${searchFiltersMax} in all)`,
    );
  }
  const matchers = groups.map((filters) =>
    filters.map((filter) => toMatcher(filter, definitionOf(definitions, filter.propertyName))),
  );
  if (matchers.length === 0) return () => true;
  return (properties) => matchers.some((group) => group.every((matches) => matches(properties)));
}

function toQueryMatcher(query: string, searchable: readonly string[]): Matcher {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (properties) =>
    words.every((word) => searchable.some((name) => (properties[name] ?? '').toLowerCase().includes(word)));
}

function toOrder(request: SearchRequest, definitions: ReadonlyMap<string, PropertyDefinition>) {
  const sorts = request.sorts ?? [];
  if (sorts.length > 1) throw problems.validation('Only one sort is supported.');
  const [sort] = sorts;
  if (sort === undefined) return null;
  const { propertyName, direction } =
    typeof sort === 'string'
      ? { propertyName: sort.replace(/^-/, ''), direction: sort.startsWith('-') ? 'DESCENDING' : 'ASCENDING' }
      : sort;
  const property = definitionOf(definitions, propertyName);
  const factor = direction === 'DESCENDING' ? -1 : 1;
  return (left: SearchHit, right: SearchHit): number => {
    const [one, other] = [left.properties[propertyName] ?? '', right.properties[propertyName] ?? ''];
    if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
    const [a, b] = [comparable(property, one), comparable(property, other)];
    return a === b ? 0 : a < b ? -factor : factor;
  };
}

/** The values of a record that the index shows now; undefined when it does not know the record yet. */
function indexed(world: HubSpotWorld, record: CrmRecord): Readonly<Record<string, string>> | undefined {
  const settledBefore = world.clock.now() - world.switches.searchIndexLagMs;
  const newest = record.versions.at(-1);
  if (newest !== undefined && newest.writtenAt <= settledBefore) return newest.properties;
  return record.versions.findLast(({ writtenAt }) => writtenAt <= settledBefore)?.properties;
}

/**
 * Searches the index, which is a few seconds behind. Archived records are never found.
 *
 * @throws Problem 400 for more filters than allowed, unknown properties, a page beyond the 10,000th result
 */
export function searchRecords(
  world: HubSpotWorld,
  store: ObjectStore,
  request: SearchRequest,
): { readonly total: number; readonly hits: readonly SearchHit[]; readonly after: string | null } {
  const limit = request.limit ?? 10;
  if (limit < 0 || limit > searchPageSizeMax) {
    throw problems.validation(`limit is ${limit}, the maximum is ${searchPageSizeMax}.`);
  }
  const after = request.after == null || request.after === '' ? '0' : request.after;
  if (!/^\d+$/.test(after)) throw problems.validation(`after is not a position: ${after}`);
  const start = Number(after);
  if (start + limit > searchResultsMax) {
    throw problems.validation(`Paging ends at the ${searchResultsMax}th result of a search.`);
  }
  const query = request.query ?? '';
  if (query.length > searchQueryCharactersMax) {
    throw problems.validation(`The query is longer than ${searchQueryCharactersMax} characters.`);
  }
  const definitions = catalogueOf(world, store.type).properties;
  const matchesFilters = toGroupMatcher(request, definitions);
  const matchesQuery = query === '' ? null : toQueryMatcher(query, store.type.searchableProperties);
  const order = toOrder(request, definitions);

  const matches: SearchHit[] = [];
  for (const record of store.live.values()) {
    const properties = indexed(world, record);
    if (properties === undefined || !matchesFilters(properties)) continue;
    if (matchesQuery !== null && !matchesQuery(properties)) continue;
    matches.push({ record, properties });
  }
  matches.sort(order ?? ((left, right) => Number(left.record.id) - Number(right.record.id)));
  const hits = matches.slice(start, start + limit);
  const end = start + hits.length;
  return { total: matches.length, hits, after: end < matches.length && hits.length > 0 ? String(end) : null };
}
