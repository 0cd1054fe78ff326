import { createHubSpotApi } from '../../src/app/app.functions/hubspot/hubspot-api.ts';
import { createStateStore } from '../../src/app/app.functions/hubspot/state-store.ts';
import type { StateRecord } from '../../src/app/app.functions/sync/ports.ts';
import { toSend } from './to-send.ts';
import { hubspotToken, type TwoAccounts } from './two-accounts.ts';

/** Puts records into the app's memory, as the app itself would write them. */
export async function writeRecords({ two }: { readonly two: TwoAccounts }, records: readonly StateRecord[]) {
  const [schema] = two.hubspot.world().schemas.values();
  const api = createHubSpotApi({ send: toSend(), token: hubspotToken, baseUrl: two.hubspot.url });
  await createStateStore(api, schema?.objectTypeId ?? '').write(records);
}
