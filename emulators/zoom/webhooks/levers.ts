import * as z from 'zod';
import { deliverToLoopback } from '../../core/delivery.ts';
import { SeedError } from '../../core/operation.ts';
import { createRandom } from '../../core/random.ts';
import { lever, ofAccount, requireAccount, type Lever } from '../lever.ts';
import type { ZoomWorld } from '../world.ts';
import { describeWebhooks } from './describe.ts';
import { subscriptionSeedSchema, weatherSchema, type Subscription, type Weather } from './office.ts';
import { runDueWebhooks } from './run.ts';
import { answerTimeoutMs } from './send.ts';
import { saveAgain, subscribe } from './subscriptions.ts';

const ofSubscription = z.strictObject({ id: z.string() });

function requireSubscription({ webhooks }: ZoomWorld, id: string): Subscription {
  const subscription = webhooks.subscriptions.get(id);
  if (subscription === undefined) throw new SeedError(`There is no subscription "${id}".`);
  return subscription;
}

const addSubscription = lever(
  z.strictObject({ ...ofAccount, ...subscriptionSeedSchema.shape }),
  (world, { account_id, ...seed }) => ({ id: subscribe(world, requireAccount(world, account_id), seed).id }),
);

const saveSubscription = lever(ofSubscription, (world, { id }) => {
  saveAgain(world, requireSubscription(world, id));
  return { id };
});

const removeSubscription = lever(ofSubscription, (world, { id }) => {
  const { subscriptions, waiting } = world.webhooks;
  subscriptions.delete(requireSubscription(world, id).id);
  for (const delivery of waiting) if (delivery.subscription.id === id) waiting.delete(delivery);
  return { id };
});

/** Changes what is named and leaves the rest. */
const changeWeather = lever(
  weatherSchema.partial().extend({ randomSeed: z.int().optional() }),
  (world, { randomSeed, ...changes }) => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    world.webhooks.weather = { ...world.webhooks.weather, ...(Object.fromEntries(given) as Partial<Weather>) };
    if (randomSeed !== undefined) world.webhooks.random = createRandom(randomSeed);
    return world.webhooks.weather;
  },
);

/** Sends what is due over HTTP, to this machine. */
const runWebhooks = lever(
  z.strictObject({ origin: z.url({ protocol: /^http$/ }).optional() }).prefault({}),
  async (world, { origin }) => {
    const deliver = deliverToLoopback({ timeoutMs: answerTimeoutMs, ...(origin === undefined ? {} : { origin }) });
    return { tries: await runDueWebhooks(world, deliver), ...describeWebhooks(world) };
  },
);

export const webhookLevers: Readonly<Record<string, Lever>> = {
  subscribe: addSubscription,
  'save-subscription': saveSubscription,
  unsubscribe: removeSubscription,
  'webhook-weather': changeWeather,
  'run-webhooks': runWebhooks,
};
