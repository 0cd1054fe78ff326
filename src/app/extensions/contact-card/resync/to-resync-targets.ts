import type { ContactWebinar } from '../../contract/contact-webinars.ts';
import { orderWebinars } from '../order-webinars.ts';
import type { ResyncTarget } from './resync-state.ts';

/** In the order of the card: what the rep looks at first is up to date first. */
export const toResyncTargets = (webinars: readonly ContactWebinar[]): readonly ResyncTarget[] =>
  orderWebinars(webinars).flatMap(({ webinarId, connection, topic }) =>
    connection === null ? [] : [{ webinarId, connection, topic }],
  );
