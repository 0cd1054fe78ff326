import { findStateStore } from '../src/app/app.functions/runtime/accounts.ts';
import { openVendors } from '../src/app/app.functions/runtime/vendors.ts';
import type { StateRecord } from '../src/app/app.functions/sync/ports.ts';

/** What fits easily into the eight seconds that the app gives itself for one call of a function. */
const recordsAtOnce = 100;

/**
 * Puts records where the app keeps its memory, in the app's own way.
 *
 * @throws Error when the account was not set up
 */
export async function writeMemory(
  env: Readonly<Record<string, string | undefined>>,
  records: readonly StateRecord[],
): Promise<void> {
  for (let next = 0; next < records.length; next += recordsAtOnce) {
    const vendors = openVendors({
      hubspotToken: env['HUBSPOT_ACCESS_TOKEN'] ?? '',
      hubspotBaseUrl: env['HUBSPOT_API_URL'] ?? '',
      zoomConnections: undefined,
      zoomBaseUrl: '',
      zoomTokenUrl: '',
    });
    try {
      const store = await findStateStore(vendors.hubspot);
      if (store === null) throw new Error('The account has no memory to write to.');
      await store.write(records.slice(next, next + recordsAtOnce));
    } finally {
      vendors.close();
    }
  }
}
