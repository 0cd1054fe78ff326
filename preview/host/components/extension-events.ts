import type { BaseComponentProps, Reactions } from '@hubspot/ui-extensions';
import type { Overlays } from './overlays.tsx';

type Handler<Args extends readonly unknown[]> = ((...args: Args) => unknown) | undefined;

/**
 * Runs an extension's handler, which lives in the worker: the call answers with a promise. What the handler throws is the
 * extension's business, and its worker reports it with a stack; here it only must not break the page.
 */
export async function callExtension<Args extends readonly unknown[]>(
  handler: Handler<Args>,
  ...args: Args
): Promise<void> {
  try {
    await handler?.(...args);
  } catch (error) {
    console.warn('[extension handler]', error instanceof Error ? error.message : error);
  }
}

/** Functions that are sent to the worker live as long as one call, so every event takes fresh ones. */
export const freshReactions = (overlays: Overlays): Reactions => ({
  openModal: (id) => overlays.open(id),
  closeModal: (id) => overlays.close(id),
  openPanel: (id) => overlays.open(id),
  closePanel: (id) => overlays.close(id),
});

let eventCount = 0;

export const extensionEvent = (type: string) => ({
  type,
  bubbles: true,
  timeStamp: performance.now(),
  id: `event-${++eventCount}`,
});

export const testAttributes = ({ testId }: BaseComponentProps): { 'data-test-id'?: string } =>
  testId === undefined ? {} : { 'data-test-id': testId };
