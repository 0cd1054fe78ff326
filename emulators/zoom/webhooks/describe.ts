import type { ZoomWorld } from '../world.ts';

const withoutQuery = (url: string): string => url.split('?')[0] ?? '';
const shownDeliveries = 200;

/** Subscriptions and the latest deliveries, without secrets and bodies, for `GET /_control/state`. */
export const describeWebhooks = ({ webhooks: office }: ZoomWorld): object => ({
  webhookWeather: office.weather,
  subscriptions: [...office.subscriptions.values()].map(({ secretToken: _secret, events, url, ...subscription }) => ({
    ...subscription,
    url: withoutQuery(url),
    events: [...events],
  })),
  webhookDeliveries: office.deliveries
    .slice(-shownDeliveries)
    .map(({ sequence, subscription, event, state, dueAt, attempts }) => ({
      sequence,
      subscription: subscription.id,
      event,
      state,
      dueAt,
      attempts,
    })),
});
