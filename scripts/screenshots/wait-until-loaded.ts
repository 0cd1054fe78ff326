import type { Locator } from 'playwright-core';

/** What loads may ask for more when it has come: a part that begins to load shows its spinner within this time. */
const quietMs = 400;

/** Nothing within the place is being loaded any more. */
export async function waitUntilLoaded(place: Locator): Promise<void> {
  const spinners = place.locator('.canvas-loading');
  do {
    while ((await spinners.count()) > 0) await spinners.first().waitFor({ state: 'detached' });
    await place.page().waitForTimeout(quietMs);
  } while ((await spinners.count()) > 0);
}
