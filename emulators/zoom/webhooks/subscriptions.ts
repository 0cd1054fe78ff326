import type { Account } from '../entities.ts';
import type { ZoomWorld } from '../world.ts';
import { announceDue, skipPast } from './milestones.ts';
import type { Subscription, SubscriptionSeed } from './office.ts';

/** Somebody saves a subscription in the app's settings. It hears nothing until its address has proved itself. */
export function subscribe(world: ZoomWorld, account: Account, seed: SubscriptionSeed): Subscription {
  const { webhooks: office, clock } = world;
  announceDue(world);
  skipPast(world, account);
  const subscription: Subscription = {
    id: `subscription-${office.subscriptions.size + 1}`,
    accountId: account.accountId,
    url: seed.url,
    secretToken: seed.secret_token,
    events: new Set(seed.events),
    state: 'unvalidated',
    failuresInARow: 0,
    validateAt: clock.now(),
  };
  office.subscriptions.set(subscription.id, subscription);
  return subscription;
}

/** Saves a subscription again, which makes the address prove itself once more. */
export function saveAgain({ clock }: ZoomWorld, subscription: Subscription): void {
  subscription.state = 'unvalidated';
  subscription.failuresInARow = 0;
  subscription.validateAt = clock.now();
}
