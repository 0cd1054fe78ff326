import type { Locator } from 'playwright-core';

/** Nothing within the place is being loaded any more. */
export async function waitUntilLoaded(place: Locator): Promise<void> {
  const spinners = place.locator('.canvas-loading');
  while ((await spinners.count()) > 0) await spinners.first().waitFor({ state: 'detached' });
}
