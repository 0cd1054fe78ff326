import type { EpochMs } from '../../core/clock.ts';
import { inParallel, type Deliver } from '../../core/delivery.ts';
import type { ZoomWorld } from '../world.ts';
import { announceDue, nextMilestoneAt } from './milestones.ts';
import type { WebhookDelivery, WebhookOffice } from './office.ts';
import { attemptDelivery } from './send.ts';
import { validate } from './validate.ts';

export interface RunOptions {
  /** Requests under way at the same time; absent: one after the other. */
  readonly concurrency?: number;
}

/**
 * Sends everything that is due on the stand-in's clock, which it does not move: validations first, then events.
 * @returns how many tries were made
 */
export async function runDueWebhooks(
  world: ZoomWorld,
  deliver: Deliver,
  { concurrency = 1 }: RunOptions = {},
): Promise<number> {
  const { webhooks: office, clock } = world;
  let tries = 0;
  for (;;) {
    for (const subscription of office.subscriptions.values()) {
      if (subscription.validateAt === null || subscription.validateAt > clock.now()) continue;
      await validate(world, subscription, deliver);
      tries += 1;
    }
    announceDue(world);
    const due = takeDue(office, clock.now());
    if (due.length === 0) return tries;
    await inParallel(due, concurrency, (delivery) => attemptDelivery(world, delivery, deliver));
    tries += due.length;
  }
}

/** In the order of the moments at which they are due; a share of them trade places. */
function takeDue({ waiting, weather, random }: WebhookOffice, now: EpochMs): WebhookDelivery[] {
  const due = [...waiting]
    .filter(({ dueAt }) => dueAt <= now)
    .sort((left, right) => left.dueAt - right.dueAt || left.sequence - right.sequence);
  if (weather.reorder === 0) return due;
  const places = due.map((_delivery, place) => place).filter(() => random.next() < weather.reorder);
  const moved = random.shuffle(places.map((place) => due[place]));
  for (const [index, place] of places.entries()) {
    const delivery = moved[index];
    if (delivery !== undefined) due[place] = delivery;
  }
  return due;
}

/** When something is due next, what comes about by itself included; null: nothing ever. */
export function nextWebhookAt(world: ZoomWorld): EpochMs | null {
  const { waiting, subscriptions } = world.webhooks;
  const times = [
    nextMilestoneAt(world),
    ...[...waiting].map(({ dueAt }) => dueAt),
    ...[...subscriptions.values()].map(({ validateAt }) => validateAt),
  ].filter((at) => at !== null);
  return times.length === 0 ? null : times.reduce((earliest, at) => Math.min(earliest, at));
}

/** Moves the clock from one due moment to the next, and at last to `until`, sending on the way. */
export async function runWebhooksUntil(
  world: ZoomWorld,
  until: EpochMs,
  deliver: Deliver,
  options: RunOptions = {},
): Promise<number> {
  let tries = await runDueWebhooks(world, deliver, options);
  for (let next = nextWebhookAt(world); next !== null && next <= until; next = nextWebhookAt(world)) {
    world.clock.set(Math.max(next, world.clock.now()));
    tries += await runDueWebhooks(world, deliver, options);
  }
  if (world.clock.now() < until) world.clock.set(until);
  return tries;
}
