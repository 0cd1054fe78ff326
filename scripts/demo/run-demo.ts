import type { AuditLogAnswer } from '../../src/app/extensions/contract/audit-log.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { SaveSettingsAnswer, Settings, VersionedSettings } from '../../src/app/extensions/contract/settings.ts';
import type { RunSetupAnswer } from '../../src/app/extensions/contract/setup.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import type { WebinarsAnswer } from '../../src/app/extensions/contract/webinars.ts';
import type { ZoomUsersAnswer } from '../../src/app/extensions/contract/zoom-users.ts';
import { callFunction } from '../sync/call-function.ts';
import { describeCallFailure } from '../sync/call-failure-text.ts';
import { readSettings } from '../sync/settings-command.ts';
import { runSetup } from '../sync/setup-command.ts';
import { sweepWebinars } from '../sync/sweep-webinars.ts';
import { mergeSummaries, type SyncSummary } from '../sync/sync-summary.ts';
import type { SyncTools } from '../sync/sync-tools.ts';
import { syncWebinars } from '../sync/sync-webinars.ts';
import type { StaffMember } from './company.ts';
import { createDemoSettings, createUpdateOnlySettings, settingsConnection, usersInSettings } from './demo-settings.ts';
import { installerEveningId } from './webinars/left-out.ts';
import { communityEveningId } from './webinars/planned.ts';

/** What somebody does after the first sweep, and what comes of it. */
export interface LaterStep {
  readonly title: string;
  readonly summary: SyncSummary;
}

/** Everything that happens in the demo company, in order. */
export interface DemoOutcome {
  readonly setup: RunSetupAnswer;
  /** In force after the demo as during its sweep. */
  readonly settings: VersionedSettings;
  /** Entries that were understood as something else. */
  readonly notes: Extract<SaveSettingsAnswer, { outcome: 'saved' }>['notes'];
  /** The first sweep of every Zoom account, with the webinars that the settings keep out. */
  readonly summary: SyncSummary;
  readonly later: readonly LaterStep[];
}

export interface DemoTools extends SyncTools {
  readonly connectionNames: readonly string[];
  /** Deletes a webinar in Zoom, as its host would. */
  deleteWebinar(webinarId: number): Promise<void>;
  /** Says what is done next. */
  note(line: string): void;
}

/** Does what the admin of the demo company would do. @throws Error in words when a function fails */
export async function runDemo(tools: DemoTools): Promise<DemoOutcome> {
  tools.note('Setting up: credentials, permissions, and what the app needs in HubSpot.');
  const setup = succeeded(await runSetup(tools));
  tools.note('Saving settings: the sync is turned on.');
  const userKeyOf = await readUserKeys(tools);
  const before = succeeded(await readSettings(tools));
  const saved = await save(createDemoSettings(before.settings, userKeyOf), before.version, tools);

  tools.note('Looking for webinars and syncing them.');
  const summaries: SyncSummary[] = [];
  for (const connection of tools.connectionNames) {
    const swept = await sweepWebinars({ connection, mode: 'due' }, tools);
    summaries.push({ ...swept, webinars: [...swept.webinars, ...(await readOff(connection, tools))] });
  }
  const updateOnly = await syncUpdateOnly(saved, userKeyOf, tools);
  const deleted = await sweepAfterDeletion(tools);
  const { settings, version, savedAt, notes } = updateOnly.restored;
  return {
    setup,
    settings: { settings, version, savedAt },
    notes: [...saved.notes, ...notes],
    summary: mergeSummaries(summaries),
    later: [
      {
        title: 'Later, one webinar is switched on, for contacts that exist: contacts are only to be updated.',
        summary: updateOnly.summary,
      },
      { title: 'Then a host deletes a planned webinar in Zoom, and the next sweep finds out.', summary: deleted },
    ],
  };
}

type Saved = Extract<SaveSettingsAnswer, { outcome: 'saved' }>;

async function save(settings: Settings, version: number, tools: DemoTools): Promise<Saved> {
  const answer = succeeded(
    await callFunction<SaveSettingsAnswer>(tools.runner, 'save_settings', { settings, version }, tools.progress.note),
  );
  if (answer.outcome !== 'saved') throw new Error(`The settings of the demo were not saved: ${JSON.stringify(answer)}`);
  return answer;
}

async function readUserKeys(tools: DemoTools): Promise<(member: StaffMember) => string> {
  const keys = new Map<string, string>();
  for (const { email } of usersInSettings) {
    const parameters = { connection: settingsConnection, query: email };
    const answer = succeeded(
      await callFunction<ZoomUsersAnswer>(tools.runner, 'list_zoom_users', parameters, tools.progress.note),
    );
    for (const user of answer.users) keys.set(user.email, `${answer.accountId}:${user.userId}`);
  }
  return ({ email }) => {
    const key = keys.get(email);
    if (key === undefined) throw new Error(`Zoom has no user ${email}.`);
    return key;
  };
}

/** Reports of the webinars that the settings keep out, from their audit logs. */
async function readOff(connection: string, tools: DemoTools): Promise<readonly SyncReport[]> {
  const { runner, progress } = tools;
  const { webinars } = succeeded(
    await callFunction<WebinarsAnswer>(
      runner,
      'list_webinars',
      { connection, statuses: ['off'], limit: 100 },
      progress.note,
    ),
  );
  const reports: SyncReport[] = [];
  for (const { webinarId } of webinars) {
    const parameters = { webinarId, connection, view: 'runs' };
    const log = succeeded(await callFunction<AuditLogAnswer>(runner, 'get_audit_log', parameters, progress.note));
    const newest = log.view === 'runs' ? log.runs[0] : undefined;
    if (newest !== undefined) reports.push(newest.report);
  }
  return reports;
}

async function syncUpdateOnly(
  { settings, version }: Saved,
  userKeyOf: (member: StaffMember) => string,
  tools: DemoTools,
): Promise<{ readonly summary: SyncSummary; readonly restored: Saved }> {
  tools.note('Switching one webinar on, for contacts that exist.');
  const changed = await save(createUpdateOnlySettings(settings, userKeyOf), version, tools);
  const webinarIds = [String(installerEveningId)];
  const summary = await syncWebinars(
    { selection: { kind: 'webinars', webinarIds }, connection: settingsConnection, isDryRun: false },
    tools,
  );
  return { summary, restored: await save(settings, changed.version, tools) };
}

async function sweepAfterDeletion(tools: DemoTools): Promise<SyncSummary> {
  tools.note('Deleting a planned webinar in Zoom, and sweeping again.');
  await tools.deleteWebinar(communityEveningId);
  return sweepWebinars({ connection: settingsConnection, mode: 'due' }, tools);
}

function succeeded<Success extends { readonly ok: true }>(answer: CallAnswer<Success>): Success {
  if (!answer.ok) throw new Error(describeCallFailure(answer).join('\n'));
  return answer;
}
