import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settle, worldStart } from '../../../scripts/preview/demo-worlds.ts';
import { openWorld, type PreviewWorld, type WorldOptions } from '../../../scripts/preview/open-world.ts';
import { runSetup } from '../../../scripts/sync/setup-command.ts';
import { sweepWebinars } from '../../../scripts/sync/sweep-webinars.ts';
import type { CallAnswer } from '../../../src/app/extensions/contract/failure.ts';
import type { SaveSettingsAnswer, Settings, SettingsAnswer } from '../../../src/app/extensions/contract/settings.ts';
import { createSmallCompany } from './small-company.ts';

/** A company with three webinars and a handful of people; nothing is set up or synced. Takes a second. */
export const openSmallWorld = (options: Partial<WorldOptions> = {}): Promise<PreviewWorld> =>
  openWorld({ seed: createSmallCompany(), startAt: worldStart, ...options });

/** The same, set up and synced. */
export async function openSyncedWorld(options: Partial<WorldOptions> = {}): Promise<PreviewWorld> {
  const world = await openSmallWorld(options);
  await setUp(world);
  await saveSettings(world, {});
  await syncDue(world);
  return world;
}

/** Calls a function as a page would. @throws Error when it fails */
export async function callFunction<Success extends { readonly ok: true }>(
  { tools }: PreviewWorld,
  uid: string,
  parameters: object,
): Promise<Success> {
  return succeeded((await tools.runner.call<CallAnswer<Success>>(uid, parameters)).answer);
}

export async function setUp({ tools }: PreviewWorld): Promise<void> {
  succeeded(await runSetup(tools));
}

/** The sync is on for everybody unless the changes say otherwise. */
export async function saveSettings(world: PreviewWorld, changes: Partial<Settings>): Promise<void> {
  const { settings, version } = await callFunction<SettingsAnswer>(world, 'get_settings', {});
  const wanted = { ...settings, isSyncOn: true, webinarUsers: 'all', recordingUsers: 'all', ...changes };
  const saved = await callFunction<SaveSettingsAnswer>(world, 'save_settings', { settings: wanted, version });
  if (saved.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
}

/** Syncs every webinar that is due, in every Zoom account. */
export async function syncDue(world: PreviewWorld): Promise<void> {
  for (const connection of world.standIns.connectionNames) {
    const summary = await sweepWebinars({ connection, mode: 'due' }, world.tools);
    if (!summary.ok) throw new Error(`the sweep failed: ${JSON.stringify(summary)}`);
  }
  settle(world);
}

/** Addresses of all contacts, in the order of the alphabet. */
export const contactAddresses = (world: PreviewWorld): readonly (string | undefined)[] =>
  liveContacts(world)
    .map(({ properties }) => properties['email'])
    .toSorted();

/** The id of the contact with this address. @throws Error when there is none */
export function contactIdOf(world: PreviewWorld, email: string): string {
  const found = liveContacts(world).find(({ properties }) => properties['email'] === email);
  if (found === undefined) throw new Error(`There is no contact ${email}.`);
  return found.id;
}

const liveContacts = ({ standIns }: PreviewWorld) => [
  ...(standIns.hubSpot.world().stores.get('0-1')?.live.values() ?? []),
];

/** Lets something happen at a vendor that the app has no part in. @throws Error when the stand-in refuses */
export async function useLever(
  { standIns }: PreviewWorld,
  vendor: 'zoom' | 'hubSpot',
  lever: string,
  body: object,
): Promise<void> {
  const response = await fetch(`${standIns[vendor].url}/_control/${lever}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The stand-in refuses ${lever}: ${await response.text()}`);
}

/**
 * Another function in place of the app's; it answers from the next call on.
 *
 * @returns what brings back the function that was there before
 */
export function replaceFunction({ functionsDir }: PreviewWorld, uid: string, code: string): () => void {
  const path = join(functionsDir, `${uid}.js`);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, code);
  return () => writeFileSync(path, before);
}

function succeeded<Success extends { readonly ok: true }>(answer: CallAnswer<Success>): Success {
  if (!answer.ok) throw new Error(`failed: ${JSON.stringify(answer.failure)}`);
  return answer;
}

/** Another bundle in place of the app's; it shows when a page is opened. */
export function replaceBundle({ bundlesDir }: PreviewWorld, uid: 'contact_card' | 'settings_page', code: string): void {
  const folder = join(bundlesDir, uid);
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.js'));
  if (name === undefined) throw new Error(`There is no bundle of ${uid}.`);
  writeFileSync(join(folder, name), code);
}
