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
import { comparable, definitionOf, filterSchema, toMatcher, type Matcher } from './search-filters.ts';

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
