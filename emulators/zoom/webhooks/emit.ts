import type { EpochMs } from '../../core/clock.ts';
import type { Account } from '../entities.ts';
import type { ZoomWorld } from '../world.ts';
import type { Subscription, WebhookDelivery, WebhookEvent } from './office.ts';
import { toRawBody } from './signature.ts';

export interface EventContent {
  readonly event: WebhookEvent;
  /** Beside the account's id. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** When it happened; absent: now. */
  readonly at?: EpochMs;
  /** Fields beside the payload. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

const listeners = ({ webhooks }: ZoomWorld, account: Account, event?: WebhookEvent): Subscription[] =>
  [...webhooks.subscriptions.values()].filter(
    ({ accountId, state, events }) =>
      accountId === account.accountId && state === 'active' && (event === undefined || events.has(event)),
  );

/** Whether anybody hears what happens in an account. */
export const isHeard = (world: ZoomWorld, account: Account): boolean => listeners(world, account).length > 0;

/** Puts an event on its way to every subscription that wants it. The content is only made if there is one. */
export function emit(
  world: ZoomWorld,
  account: Account,
  event: WebhookEvent,
  describe: () => Omit<EventContent, 'event'>,
): void {
  const subscriptions = listeners(world, account, event);
  if (subscriptions.length === 0) return;
  const { payload, at, extra = {} } = describe();
  const happenedAt = at ?? world.clock.now();
  const body = toRawBody({
    event,
    event_ts: happenedAt,
    payload: { account_id: account.accountId, ...payload },
    ...extra,
  });
  for (const subscription of subscriptions) post(world, { subscription, event, body }, happenedAt);
}

type Letter = Pick<WebhookDelivery, 'subscription' | 'event' | 'body'>;

function post({ webhooks: office }: ZoomWorld, letter: Letter, dueAt: EpochMs): void {
  const { weather, random } = office;
  const isLost = random.next() < weather.lose;
  const copies = random.next() < weather.double && !isLost ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    const isLate = random.next() < weather.delay.share;
    const delivery: WebhookDelivery = {
      ...letter,
      sequence: office.deliveries.length + 1,
      attempts: [],
      state: isLost ? 'lost' : 'waiting',
      dueAt: dueAt + (isLate ? random.integer(0, weather.delay.upToMs) : 0),
      timestamp: null,
    };
    office.deliveries.push(delivery);
    if (!isLost) office.waiting.add(delivery);
  }
}
