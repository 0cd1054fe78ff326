import type { SettingsAnswer } from '../../extensions/contract/settings.ts';
import { readNewestSettings, readSettingsRecord } from '../settings/settings-store.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { noParameters, parseParameters } from './parameters.ts';

/** The settings in force, and the Zoom accounts that they are about. */
export async function getSettings({ vendors, parameters }: Call): Promise<SettingsAnswer> {
  parseParameters(noParameters, parameters);
  const zoomAccounts = vendors.connections().map(({ accountId, name }) => ({ accountId, connection: name }));
  const store = await findStateStore(vendors.hubspot);
  const settings = store === null ? readSettingsRecord(undefined) : await readNewestSettings(store);
  return { ok: true, ...settings, zoomAccounts };
}
