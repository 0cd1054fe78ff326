import type { BehaviouralEvent, BehaviouralEventGateway } from '../sync/ports.ts';

/** Custom events of several webinars, sent together. */
export interface BufferedEvents {
  /** Takes events and says at once that they are sent. */
  readonly gateway: BehaviouralEventGateway;
  /**
   * Sends what is held. Whatever depends on the events may be written afterwards, not before.
   *
   * @throws what sending has thrown since the last flush
   */
  flush(): Promise<void>;
}

/** HubSpot's limit. */
const eventBatchSize = 500;

export function createBufferedEvents(gateway: BehaviouralEventGateway): BufferedEvents {
  let held: BehaviouralEvent[] = [];
  const failures: unknown[] = [];

  const sendBatches = async (least: number): Promise<void> => {
    while (failures.length === 0 && held.length >= least) {
      const batch = held.slice(0, eventBatchSize);
      held = held.slice(eventBatchSize);
      // Whose events they are is not known here: the failure is everybody's, and comes to light with the flush.
      await gateway.send(batch).catch((failure: unknown) => void failures.push(failure));
    }
  };

  return {
    gateway: {
      async send(events) {
        held.push(...events);
        await sendBatches(eventBatchSize);
      },
    },
    async flush() {
      await sendBatches(1);
      const [failure] = failures.splice(0);
      if (failure === undefined) return;
      held = [];
      throw failure as Error;
    },
  };
}
