import type { SaveSettingsAnswer } from '../../extensions/contract/settings.ts';
import { saveSettings as save } from '../settings/save-settings.ts';
import type { StateStore } from '../sync/ports.ts';
import { createAccount } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { saveSettingsParameters } from './settings-parameters.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/** Saves settings; the first time this also makes the account ready to keep them. */
export async function saveSettings({ vendors, parameters }: Call): Promise<SaveSettingsAnswer> {
  const { settings, version } = parseParameters(saveSettingsParameters, parameters);
  return save(await prepareStore(vendors), { settings, version }, systemTime.now());
}

async function prepareStore(vendors: Vendors): Promise<StateStore> {
  const { connection } = vendors.zoom(undefined);
  const account = createAccount(vendors.hubspot, connection.accountId, systemTime.now);
  const store = await account.findStore();
  const records = await store?.read([account.setupKey]);
  return (await account.prepare(records?.get(account.setupKey))).store;
}
