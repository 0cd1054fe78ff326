import type { EpochMs } from '../core/clock.ts';
import type { Tier } from './entities.ts';

/** HubSpot's numbers for privately distributed apps. @see https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines (read 2026-11-20) */
interface TierLimits {
  readonly burst: number;
  readonly associationsBurst: number;
  readonly daily: number;
  readonly searchPerSecond: number;
  readonly sendsPerSecond: number;
}

const unlimited = 1_000_000_000;

export const limitsByTier: Readonly<Record<Tier, TierLimits>> = {
  free: { burst: 100, associationsBurst: 100, daily: 250_000, searchPerSecond: 5, sendsPerSecond: 1_250 },
  starter: { burst: 100, associationsBurst: 100, daily: 250_000, searchPerSecond: 5, sendsPerSecond: 1_250 },
  professional: { burst: 190, associationsBurst: 150, daily: 625_000, searchPerSecond: 5, sendsPerSecond: 1_250 },
  enterprise: { burst: 190, associationsBurst: 150, daily: 1_000_000, searchPerSecond: 5, sendsPerSecond: 1_250 },
  'enterprise-limit-increase': {
    burst: 250,
    associationsBurst: 150,
    daily: 2_000_000,
    searchPerSecond: 5,
    sendsPerSecond: 1_250,
  },
  unlimited: {
    burst: unlimited,
    associationsBurst: unlimited,
    daily: unlimited,
    searchPerSecond: unlimited,
    sendsPerSecond: unlimited,
  },
};

export const burstWindowMs = 10_000;
export const secondWindowMs = 1_000;

/** Forgets what left the window and says how many calls still count. */
export function countInWindow(instants: EpochMs[], now: EpochMs, windowMs: number): number {
  let expired = 0;
  while (expired < instants.length && (instants[expired] ?? 0) <= now - windowMs) expired += 1;
  if (expired > 0) instants.splice(0, expired);
  return instants.length;
}

export const objectBatchInputsMax = 100;
export const objectBatchInputsWithHistoryMax = 50;
export const listPageSizeMax = 100;
export const searchPageSizeMax = 200;
export const searchResultsMax = 10_000;
export const searchFilterGroupsMax = 5;
export const searchFiltersPerGroupMax = 6;
export const searchFiltersMax = 18;
export const searchQueryCharactersMax = 3_000;
export const textValueCharactersMax = 65_536;
export const uniquePropertiesPerObjectMax = 10;
export const customObjectTypesMax = 10;
export const associationCreateInputsMax = 2_000;
export const associationReadInputsMax = 1_000;
export const associationArchiveInputsMax = 100;
export const associationPageSizeMax = 500;
export const ownersPageSizeMax = 500;
export const usersPageSizeMax = 100;
export const transcriptBytesMax = 1_048_576;
export const breakdownPageSizeMax = 100;
export const attendanceInputsMax = 100;
export const eventSendInputsMax = 500;
export const eventDefinitionsMax = 500;
export const eventPropertiesMax = 50;
export const eventValueCharactersMax = 256;
export const eventUrlCharactersMax = 1_024;
export const eventNameCharactersMax = 50;
