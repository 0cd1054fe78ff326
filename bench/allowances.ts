import { hubSpotOperations } from '../emulators/hubspot/index.ts';
import { accessOf } from '../emulators/zoom/access.ts';
import type { SeenCall, Traffic } from './stand-in-process.ts';

export type BenchPlan = 'pro' | 'business';

interface Allowance {
  readonly calls: number;
  readonly windowMs: number;
}

export type AllowanceName = 'HubSpot' | 'HubSpot search' | 'Zoom Heavy' | 'Zoom Medium' | 'Zoom Light';

/**
 * What the vendors allow. Custom events are exempt from HubSpot's allowance and bounded by 1,250 a second only, which no
 * sync comes near.
 *
 * @see https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines (read 2026-11-20)
 * @see https://developers.zoom.us/docs/api/rate-limits/ (read 2026-11-20)
 */
export const allowancesOf = (plan: BenchPlan): Readonly<Record<AllowanceName, Allowance>> => ({
  HubSpot: { calls: 190, windowMs: 10_000 },
  'HubSpot search': { calls: 5, windowMs: 1_000 },
  'Zoom Heavy': { calls: plan === 'pro' ? 10 : 40, windowMs: 1_000 },
  'Zoom Medium': { calls: plan === 'pro' ? 20 : 60, windowMs: 1_000 },
  'Zoom Light': { calls: plan === 'pro' ? 30 : 80, windowMs: 1_000 },
});

const budgetOf = new Map(hubSpotOperations.map(({ id, budget }) => [id, budget]));

/** Which allowance a call uses up; null for what is counted nowhere that could matter. */
function allowanceOf(system: keyof Traffic, operation: string): AllowanceName | null {
  if (system === 'hubspot') {
    const budget = budgetOf.get(operation);
    return budget === 'burst' ? 'HubSpot' : budget === 'search' ? 'HubSpot search' : null;
  }
  switch (accessOf(operation)?.label) {
    case 'heavy':
      return 'Zoom Heavy';
    case 'medium':
      return 'Zoom Medium';
    case 'light':
      return 'Zoom Light';
    default:
      return null;
  }
}

/** Milliseconds that each allowance takes for its calls, were it used to the full all the time. */
export function allowedMsOf(traffic: Traffic, plan: BenchPlan): Readonly<Record<AllowanceName, number>> {
  const counts = new Map<AllowanceName, number>();
  for (const system of ['zoom', 'hubspot'] as const) {
    for (const { operation } of traffic[system]) {
      const name = allowanceOf(system, operation);
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const toMs = (name: AllowanceName, { calls, windowMs }: Allowance): number =>
    Math.round(((counts.get(name) ?? 0) / calls) * windowMs);
  const { HubSpot, ...others } = allowancesOf(plan);
  return {
    HubSpot: toMs('HubSpot', HubSpot),
    'HubSpot search': toMs('HubSpot search', others['HubSpot search']),
    'Zoom Heavy': toMs('Zoom Heavy', others['Zoom Heavy']),
    'Zoom Medium': toMs('Zoom Medium', others['Zoom Medium']),
    'Zoom Light': toMs('Zoom Light', others['Zoom Light']),
  };
}

export interface Binding {
  /** The allowance that takes longest for its calls. */
  readonly name: AllowanceName;
  readonly allowedMs: number;
}

export function findBinding(allowedMs: Readonly<Record<AllowanceName, number>>): Binding {
  const names = Object.keys(allowedMs) as AllowanceName[];
  const name = names.reduce((most, next) => (allowedMs[next] > allowedMs[most] ? next : most), 'HubSpot');
  return { name, allowedMs: allowedMs[name] };
}

/** Calls that a vendor has refused because there were too many. */
export const countRefused = ({ zoom, hubspot }: Traffic): number =>
  [...zoom, ...hubspot].filter(({ status }) => status === 429).length;

const listOperations: ReadonlySet<string> = new Set(['registrants.list', 'report.participants']);

/** How the time of one webinar's sync divides, and what the shortest would be. */
export interface Utilisation {
  /** From the first call to the last page of Zoom's lists, and from there to the end. */
  readonly readingMs: number;
  readonly writingMs: number;
  /**
   * Pages of a list can only be asked for one after the other, and nobody is written before the last one has come: round
   * trips of the longest list, with the three before it (token, webinar, report).
   */
  readonly chainMs: number;
  /** What HubSpot's allowance takes for the calls after the last page. */
  readonly windowMs: number;
  /** (chainMs + windowMs) / all: 1 is the shortest in which these calls can be made without a single moment of burst. */
  readonly share: number;
  /** What the binding allowance takes for all of its calls, whenever they were made, as a part of all the time. */
  readonly binding: Binding & { readonly share: number };
}

const callsBeforePages = 3;

export function measureUtilisation(
  traffic: Traffic,
  options: {
    readonly plan: BenchPlan;
    readonly longestListPages: number;
    readonly zoomLatencyMs: number;
    readonly elapsedMs: number;
  },
): Utilisation {
  const { plan, longestListPages, zoomLatencyMs, elapsedMs } = options;
  const lastPageMs = Math.max(...traffic.zoom.filter(isPage).map(({ atMs }) => atMs));
  const firstMs = Math.min(...[...traffic.zoom, ...traffic.hubspot].map(({ atMs }) => atMs));
  const after = (calls: readonly SeenCall[]): readonly SeenCall[] => calls.filter(({ atMs }) => atMs > lastPageMs);
  const chainMs = (callsBeforePages + longestListPages) * zoomLatencyMs;
  const windowMs = allowedMsOf({ zoom: [], hubspot: after(traffic.hubspot) }, plan).HubSpot;
  const readingMs = lastPageMs - firstMs;
  const binding = findBinding(allowedMsOf(traffic, plan));
  return {
    readingMs,
    writingMs: elapsedMs - readingMs,
    chainMs,
    windowMs,
    share: (chainMs + windowMs) / elapsedMs,
    binding: { ...binding, share: binding.allowedMs / elapsedMs },
  };
}

const isPage = ({ operation }: SeenCall): boolean => listOperations.has(operation);
