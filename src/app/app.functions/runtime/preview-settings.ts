import type { ExclusionPreview, PreviewSettingsAnswer } from '../../extensions/contract/preview-settings.ts';
import type { Settings } from '../../extensions/contract/settings.ts';
import { countContactsOfDomain } from '../hubspot/contact-count.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { parseGivenSettings } from '../settings/given-settings.ts';
import { listNewExclusions, type NewExclusion } from '../settings/new-exclusions.ts';
import { readSettingsRecord, settingsKey } from '../settings/settings-store.ts';
import { understandSettings } from '../settings/understand-settings.ts';
import { previewWebinars, type KnownWebinars } from '../sweep/preview-webinars.ts';
import { firstSweepKeys, loadMemory } from '../sweep/sweep-index.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { previewSettingsParameters } from './settings-parameters.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/** Each takes a search, of which HubSpot allows an account five a second. */
const domainsCountedMax = 10;

/**
 * What would change if these settings were saved. Writes nothing, and brings no record up to date either.
 *
 * One HubSpot call for an account of usual size, and one for each new domain of the first ten; as with `get_overview`, one
 * more for a Zoom account with many webinars, and one in a new process.
 */
export async function previewSettings({ vendors, parameters }: Call): Promise<PreviewSettingsAnswer> {
  const { settings: sent } = parseParameters(previewSettingsParameters, parameters);
  const given = parseGivenSettings(sent);
  if (given.kind === 'invalid') return { ok: true, outcome: 'invalid', problems: given.problems };
  const { isSetUp, inForce, accounts } = await readKnown(vendors);
  const understood = understandSettings(given.settings, inForce, systemTime.now());
  if (understood.kind === 'invalid') return { ok: true, outcome: 'invalid', problems: understood.problems };

  const { settings } = understood;
  const added = listNewExclusions(inForce, settings);
  const counted = added.slice(0, domainsCountedMax);
  return {
    ok: true,
    outcome: 'previewed',
    webinars: previewWebinars(accounts, inForce, settings),
    // Before the set-up no contact has webinars, nor the property that would say so.
    exclusions: isSetUp ? await countExcluded(vendors.hubspot, counted) : counted.map((entry) => toPreview(entry, 0)),
    uncountedDomainCount: added.length - counted.length,
  };
}

interface Known {
  readonly isSetUp: boolean;
  readonly inForce: Settings;
  readonly accounts: readonly KnownWebinars[];
}

async function readKnown(vendors: Vendors): Promise<Known> {
  const accountIds = vendors.connections().map(({ accountId }) => accountId);
  const store = await findStateStore(vendors.hubspot);
  if (store === null) return { isSetUp: false, inForce: readSettingsRecord(undefined).settings, accounts: [] };
  const first = await store.read([settingsKey, ...accountIds.flatMap(firstSweepKeys)]);
  const accounts = accountIds.map(async (accountId) => {
    const { memory } = await loadMemory(store, accountId, first);
    return { accountId, index: memory.index };
  });
  return {
    isSetUp: true,
    inForce: readSettingsRecord(first.get(settingsKey)).settings,
    accounts: await Promise.all(accounts),
  };
}

/** A domain of both lists is looked for once. */
async function countExcluded(api: HubSpotApi, entries: readonly NewExclusion[]): Promise<readonly ExclusionPreview[]> {
  const domains = new Set(entries.filter(({ isCovered }) => !isCovered).map(({ domain }) => domain));
  const counts = new Map(
    await Promise.all([...domains].map(async (domain) => [domain, await countContactsOfDomain(api, domain)] as const)),
  );
  return entries.map((entry) => toPreview(entry, entry.isCovered ? 0 : (counts.get(entry.domain) ?? 0)));
}

const toPreview = ({ field, domain }: NewExclusion, contactCount: number): ExclusionPreview => ({
  field,
  domain,
  contactCount,
});
