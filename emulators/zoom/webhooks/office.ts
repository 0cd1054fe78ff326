import * as z from 'zod';
import type { EpochMs } from '../../core/clock.ts';
import { createRandom, type Random } from '../../core/random.ts';

/** Every event that the stand-in sends. */
export const webhookEvents = [
  'webinar.created',
  'webinar.updated',
  'webinar.deleted',
  'webinar.started',
  'webinar.ended',
  'webinar.registration_created',
  'webinar.registration_approved',
  'webinar.registration_cancelled',
  'webinar.registration_denied',
  'webinar.participant_joined',
  'webinar.participant_left',
  'recording.completed',
  'recording.transcript_completed',
  'recording.trashed',
  'recording.deleted',
  'recording.recovered',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const subscriptionSeedSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  secret_token: z.string().min(1),
  /** Absent: all of them. */
  events: z.array(z.enum(webhookEvents)).default([...webhookEvents]),
});
export type SubscriptionSeed = z.output<typeof subscriptionSeedSchema>;

export interface Subscription {
  readonly id: string;
  readonly accountId: string;
  readonly url: string;
  readonly secretToken: string;
  readonly events: ReadonlySet<WebhookEvent>;
  /** `unvalidated` until the address has proved itself, `refused` if it did not; `disabled` after too many failures later. */
  state: 'unvalidated' | 'active' | 'refused' | 'disabled';
  failuresInARow: number;
  /** When the address has to prove itself next; null: never. */
  validateAt: EpochMs | null;
}

export interface WebhookAttempt {
  readonly at: EpochMs;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly outcome: 'answered' | 'timeout' | 'broken';
}

/** One event on its way to one subscription. */
export interface WebhookDelivery {
  readonly sequence: number;
  readonly subscription: Subscription;
  readonly event: WebhookEvent;
  /** The very text that is signed and sent. */
  readonly body: string;
  readonly attempts: WebhookAttempt[];
  /** `refused`: an answer that is not tried again; `dropped`: all tries failed; `lost`: never sent. */
  state: 'waiting' | 'delivered' | 'refused' | 'dropped' | 'lost';
  dueAt: EpochMs;
  /** The timestamp of the first try, for retries that are not signed anew. */
  timestamp: string | null;
}

const share = z.number().min(0).max(1);

/** What happens to events on their way. Shares are drawn from a stream of their own. */
export const weatherSchema = z.strictObject({
  /** Never sent. */
  lose: share,
  /** Sent twice. */
  double: share,
  /** Sent later, by up to so many milliseconds. */
  delay: z.strictObject({ share, upToMs: z.int().min(0) }),
  /** Trade places with others that are due at the same time. */
  reorder: share,
  /** Nothing reaches the receiver before this moment (milliseconds); null: no outage. */
  outageUntil: z.int().nullable(),
  /** Whether a retry has a new timestamp and signature: not established. */
  signsRetriesAnew: z.boolean(),
});
export type Weather = z.output<typeof weatherSchema>;

/** Everything about webhooks that the stand-in keeps. */
export interface WebhookOffice {
  readonly subscriptions: Map<string, Subscription>;
  /** In the order in which the events came about. */
  readonly deliveries: WebhookDelivery[];
  readonly waiting: Set<WebhookDelivery>;
  /** Runs, joins, recordings and transcripts → what was said about them. */
  readonly announced: WeakMap<object, Set<string>>;
  weather: Weather;
  random: Random;
}

export const fairWeather: Weather = {
  lose: 0,
  double: 0,
  delay: { share: 0, upToMs: 0 },
  reorder: 0,
  outageUntil: null,
  signsRetriesAnew: true,
};

export const createWebhookOffice = (): WebhookOffice => ({
  subscriptions: new Map(),
  deliveries: [],
  waiting: new Set(),
  announced: new WeakMap(),
  weather: fairWeather,
  random: createRandom(1),
});
