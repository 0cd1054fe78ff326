import type { Clock, EpochMs } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { Account, Instance, Webinar, ZoomUser } from './entities.ts';
import { createDailyCounter, type DailyCounter } from './limits.ts';
import type { StoredFile } from './recording.ts';
import { emailKey } from './roster.ts';
import { switchesSchema, type Switches } from './switches.ts';
import { createWebhookOffice, type WebhookOffice } from './webhooks/office.ts';

export interface IssuedToken {
  readonly account: Account;
  readonly expiresAt: EpochMs;
  isRevoked: boolean;
}

/** A token that opens the files of one recording and nothing else. */
export interface DownloadToken {
  readonly instance: Instance;
  readonly expiresAt: EpochMs;
}

/** Where a page token leads, and the only request that may use it. */
export interface PageToken {
  readonly boundTo: string;
  readonly offset: number;
  readonly expiresAt: EpochMs;
}

/** Everything the stand-in knows. */
export interface ZoomWorld {
  readonly clock: Clock;
  readonly random: Random;
  publicUrl(): string;
  /** The host on which the recordings really lie. */
  storageUrl(): string;
  switches: Switches;
  readonly accountsById: Map<string, Account>;
  readonly accountsByClientId: Map<string, Account>;
  /** Webinar numbers and uuids are unique over all of Zoom, not only within an account. */
  readonly webinarsById: Map<number, Webinar>;
  readonly instancesByUuid: Map<string, Instance>;
  readonly filesByKey: Map<string, StoredFile>;
  readonly tokens: Map<string, IssuedToken>;
  readonly downloadTokens: Map<string, DownloadToken>;
  readonly pageTokens: Map<string, PageToken>;
  readonly registrationCounter: DailyCounter;
  readonly statusCounter: DailyCounter;
  readonly webhooks: WebhookOffice;
  /** Numbers the answers, for their tracking ids. */
  answerCount: number;
}

export function createEmptyWorld(tools: Pick<ZoomWorld, 'clock' | 'random' | 'publicUrl' | 'storageUrl'>): ZoomWorld {
  return {
    clock: tools.clock,
    random: tools.random,
    publicUrl: () => tools.publicUrl(),
    storageUrl: () => tools.storageUrl(),
    switches: switchesSchema.parse({}),
    accountsById: new Map(),
    accountsByClientId: new Map(),
    webinarsById: new Map(),
    instancesByUuid: new Map(),
    filesByKey: new Map(),
    tokens: new Map(),
    downloadTokens: new Map(),
    pageTokens: new Map(),
    registrationCounter: createDailyCounter(),
    statusCounter: createDailyCounter(),
    webhooks: createWebhookOffice(),
    answerCount: 0,
  };
}

/** Random text in the alphabet of Zoom's ids (base64url), 22 characters for 16 bytes. */
export const newId = (random: Random, byteCount = 16): string =>
  Buffer.from(random.base64(byteCount), 'base64').toString('base64url');

export const findUser = (account: Account, idOrEmail: string): ZoomUser | undefined =>
  account.usersById.get(idOrEmail) ?? account.usersByEmail.get(emailKey(idOrEmail));
