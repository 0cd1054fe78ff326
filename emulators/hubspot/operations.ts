import type * as z from 'zod';
import type { EmulatorAnswer, EmulatorCall, Operation } from '../core/operation.ts';
import type { HubSpotWorld } from './entities.ts';
import { Problem, problems } from './errors.ts';

/** Which allowance a call uses up. */
export type Budget = 'burst' | 'search' | 'associations' | 'event-sends';

/** An endpoint with what HubSpot demands before it runs. */
export interface HubSpotOperation extends Operation<HubSpotWorld> {
  readonly budget: Budget;
  /** Any one of them suffices; none: a valid token is enough. */
  scopes(world: HubSpotWorld, call: EmulatorCall): readonly string[];
  /** True for what only Enterprise accounts have. */
  readonly needsEnterprise: boolean;
}

interface OperationSpec {
  readonly id: string;
  readonly method: Operation<HubSpotWorld>['method'];
  readonly paths: readonly string[];
  readonly scopes: readonly string[] | ((world: HubSpotWorld, call: EmulatorCall) => readonly string[]);
  readonly budget?: Budget;
  readonly needsEnterprise?: boolean;
  handle(world: HubSpotWorld, call: EmulatorCall): EmulatorAnswer;
}

export function defineOperation(spec: OperationSpec): HubSpotOperation {
  const { scopes } = spec;
  return {
    id: spec.id,
    method: spec.method,
    paths: spec.paths,
    budget: spec.budget ?? 'burst',
    needsEnterprise: spec.needsEnterprise ?? false,
    scopes: typeof scopes === 'function' ? scopes : () => scopes,
    handle(world, call) {
      return answering(() => spec.handle(world, call));
    },
  };
}

/** Turns a refusal thrown inside into its answer. */
export function answering(run: () => EmulatorAnswer): EmulatorAnswer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Problem) return error.toAnswer();
    throw error;
  }
}

/** True for the 2026-09 paths, whose statuses and write rules differ in places. */
export const isDatedPath = (call: EmulatorCall): boolean => /\/20\d\d-\d\d(\/|$)/.test(call.rawPath);

/** The same path with and without the slash at its end: the official client sends some with one. */
export const withSlash = (path: string): readonly string[] => [path, `${path}/`];

export function pathParameter(call: EmulatorCall, name: string): string {
  const value = call.params[name];
  if (value === undefined || value === '') throw problems.invalidPathParameter(name);
  return value;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let current: unknown = body;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

/**
 * Reads the body by a schema that declares what the operation uses; further fields are ignored, as HubSpot does.
 *
 * @throws Problem 400 that lists the required fields that are not set, or else names the first wrong one
 */
export function readBody<Schema extends z.ZodType>(call: EmulatorCall, schema: Schema): z.output<Schema> {
  const body = call.json();
  if (body === undefined || body === null) throw problems.invalidJson('No content to map due to end of input');
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.filter((issue) => valueAt(body, issue.path) === undefined);
  const names = [...new Set(missing.map((issue) => String(issue.path.at(-1) ?? 'body')))];
  if (names.length > 0) throw problems.fieldsNotSet(names);
  const [first] = parsed.error.issues;
  throw problems.invalidField(first?.path.map(String).join('.') ?? '', first?.message ?? 'is not valid');
}

export function integerQuery(
  call: EmulatorCall,
  name: string,
  bounds: { readonly fallback: number; readonly minimum: number; readonly maximum: number },
): number {
  const text = call.query.get(name);
  if (text === null || text === '') return bounds.fallback;
  if (!/^-?\d+$/.test(text)) throw problems.invalidQuery(name, `"${text}" is not an integer`);
  const value = Number(text);
  if (value < bounds.minimum || value > bounds.maximum) {
    throw problems.invalidQuery(name, `${value} is not between ${bounds.minimum} and ${bounds.maximum}`);
  }
  return value;
}

export function booleanQuery(call: EmulatorCall, name: string): boolean {
  const text = call.query.get(name);
  if (text === null || text === '') return false;
  if (text !== 'true' && text !== 'false') throw problems.invalidQuery(name, `"${text}" is not true or false`);
  return text === 'true';
}

/** A list given as repeated parameters, as one with commas, or both. */
export function listQuery(call: EmulatorCall, name: string): readonly string[] {
  return call.query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Cuts one page out of a list; `after` is the position of its first element. */
export function pageByOffset<Item>(
  world: HubSpotWorld,
  call: EmulatorCall,
  items: readonly Item[],
  bounds: { readonly fallback: number; readonly maximum: number },
): {
  readonly page: readonly Item[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
} {
  const limit = integerQuery(call, 'limit', { fallback: bounds.fallback, minimum: 1, maximum: bounds.maximum });
  const start = integerQuery(call, 'after', { fallback: 0, minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
  const page = items.slice(start, start + limit);
  const end = start + page.length;
  if (end >= items.length) return { page };
  return { page, paging: { next: { after: String(end), link: nextLink(world, call, String(end)) } } };
}

export function nextLink(world: HubSpotWorld, call: EmulatorCall, after: string): string {
  const query = new URLSearchParams(call.query);
  query.set('after', after);
  return `${world.publicUrl()}${call.rawPath}?${query.toString()}`;
}
