import type { EmulatorAnswer, EmulatorCall } from '../core/operation.ts';
import type { App, HubSpotWorld } from './entities.ts';
import { problems } from './errors.ts';
import { burstWindowMs, countInWindow, limitsByTier, secondWindowMs } from './limits.ts';
import type { Budget, HubSpotOperation } from './operations.ts';
import { dayIn } from './time.ts';

/** The app that a call's token belongs to; undefined when HubSpot would not know the token. */
export function findApp(world: HubSpotWorld, call: EmulatorCall): App | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(call.headers.get('authorization') ?? '')?.[1];
  return token === undefined ? undefined : world.apps.get(token);
}

/** The app behind a call that was let in. */
export function appOf(world: HubSpotWorld, call: EmulatorCall): App {
  const app = findApp(world, call);
  if (app === undefined) throw problems.unauthorised();
  return app;
}

function instantsOf(byToken: Map<string, number[]>, token: string): number[] {
  let instants = byToken.get(token);
  if (instants === undefined) {
    instants = [];
    byToken.set(token, instants);
  }
  return instants;
}

function currentDailyCount(world: HubSpotWorld): number {
  const today = dayIn(world.account.timeZone, world.clock.now());
  if (world.limits.day !== today) {
    world.limits.day = today;
    world.limits.dailyCount = 0;
  }
  return world.limits.dailyCount;
}

interface Window {
  readonly instants: number[];
  readonly max: number;
  readonly windowMs: number;
  readonly policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY';
}

function windowFor(world: HubSpotWorld, app: App, budget: Budget): Window {
  const limits = limitsByTier[world.account.tier];
  switch (budget) {
    case 'burst': {
      const instants = instantsOf(world.limits.burst, app.token);
      return { instants, max: limits.burst, windowMs: burstWindowMs, policy: 'TEN_SECONDLY_ROLLING' };
    }
    case 'associations': {
      const instants = instantsOf(world.limits.associations, app.token);
      return { instants, max: limits.associationsBurst, windowMs: burstWindowMs, policy: 'TEN_SECONDLY_ROLLING' };
    }
    case 'search':
      return {
        instants: world.limits.search,
        max: limits.searchPerSecond,
        windowMs: secondWindowMs,
        policy: 'SECONDLY',
      };
    case 'event-sends':
      return { instants: world.limits.sends, max: limits.sendsPerSecond, windowMs: secondWindowMs, policy: 'SECONDLY' };
  }
}

function refuseTooMany(world: HubSpotWorld, app: App, budget: Budget): EmulatorAnswer | null {
  const { tier } = world.account;
  if (tier === 'unlimited') return null;
  const now = world.clock.now();
  const refuse = (policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY'): EmulatorAnswer => {
    const answer = problems.rateLimited(policy, world.switches.rateLimitCategory).toAnswer();
    const seconds = world.switches.retryAfterSecondsOn429;
    return seconds === null ? answer : { ...answer, headers: { 'Retry-After': String(seconds) } };
  };
  const isCountedDaily = budget !== 'event-sends';
  if (isCountedDaily && currentDailyCount(world) >= limitsByTier[tier].daily) return refuse('DAILY');
  const { instants, max, windowMs, policy } = windowFor(world, app, budget);
  if (countInWindow(instants, now, windowMs) >= max) return refuse(policy);
  instants.push(now);
  if (isCountedDaily) world.limits.dailyCount += 1;
  return null;
}

const sendsJson = /^application\/json\b/i;

/** Lets a call in, or answers 401, 415, 429 or 403. */
export function admitCall(world: HubSpotWorld, operation: HubSpotOperation, call: EmulatorCall): EmulatorAnswer | null {
  const app = findApp(world, call);
  if (app === undefined) return problems.unauthorised().toAnswer();
  if (call.rawBody !== '' && !sendsJson.test(call.headers.get('content-type') ?? '')) {
    return problems.unsupportedMediaType().toAnswer();
  }
  const refusal = refuseTooMany(world, app, operation.budget);
  if (refusal !== null) return refusal;
  const hasEnterprise = ['enterprise', 'enterprise-limit-increase', 'unlimited'].includes(world.account.tier);
  if (operation.needsEnterprise && !hasEnterprise) return problems.notInThisTier().toAnswer();
  const scopes = operation.scopes(world, call);
  if (scopes.length > 0 && !scopes.some((scope) => app.scopes.has(scope))) {
    return problems.missingScopes(scopes).toAnswer();
  }
  return null;
}

/** The rate-limit headers of an ordinary answer; searches and event sends have none. */
export function rateLimitHeaders(
  world: HubSpotWorld,
  operation: HubSpotOperation,
  call: EmulatorCall,
): Record<string, string> {
  const app = findApp(world, call);
  if (app === undefined || operation.budget === 'search' || operation.budget === 'event-sends') return {};
  const { instants, max, windowMs } = windowFor(world, app, operation.budget);
  const now = world.clock.now();
  const used = countInWindow(instants, now, windowMs);
  const usedInSecond = instants.filter((instant) => instant > now - secondWindowMs).length;
  const { daily } = limitsByTier[world.account.tier];
  const perSecond = Math.floor(max / 10);
  return {
    'X-HubSpot-RateLimit-Max': String(max),
    'X-HubSpot-RateLimit-Remaining': String(Math.max(0, max - used)),
    'X-HubSpot-RateLimit-Interval-Milliseconds': String(windowMs),
    'X-HubSpot-RateLimit-Daily': String(daily),
    'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(0, daily - currentDailyCount(world))),
    'X-HubSpot-RateLimit-Secondly': String(perSecond),
    'X-HubSpot-RateLimit-Secondly-Remaining': String(Math.max(0, perSecond - usedInSecond)),
  };
}
