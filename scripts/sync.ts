import { join } from 'node:path';
import type { CallAnswer } from '../src/app/extensions/contract/failure.ts';
import { ensureProjectBundles } from './bundling/project-bundles.ts';
import { createFunctionRunner } from './function-runner/function-runner.ts';
import { functionsDir, functionsDistDir, repositoryRoot } from './project/paths.ts';
import { describeCallFailure } from './sync/call-failure-text.ts';
import { readLastEvents, renderLastEvents } from './sync/events-text.ts';
import { readSettings, readSettingsFile, saveSettings } from './sync/settings-command.ts';
import { renderSaved, renderSettings } from './sync/settings-text.ts';
import { renderSetup, runSetup } from './sync/setup-command.ts';
import { sweepWebinars } from './sync/sweep-webinars.ts';
import { parseSyncArguments, type SyncArguments } from './sync/sync-arguments.ts';
import { loadEnvironmentFile, readSyncEnvironment } from './sync/sync-environment.ts';
import type { SyncSummary } from './sync/sync-summary.ts';
import { renderSummary } from './sync/sync-table.ts';
import { createSyncTools, type SyncTools } from './sync/sync-tools.ts';
import { syncWebinars } from './sync/sync-webinars.ts';
import { terminalWords } from './sync/terminal-words.ts';
import { closeOnSignal } from './terminal/close-on-signal.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';

/** What a choice came to: for programs, for people, and whether all went well. */
interface Result {
  readonly ok: boolean;
  readonly json: unknown;
  render(): readonly string[] | Promise<readonly string[]>;
}

const toSyncResult = (summary: SyncSummary): Result => ({
  ok: summary.ok,
  json: summary,
  render: () => renderSummary(summary, terminalWords),
});

function toAnswerResult<Success extends { readonly ok: true }>(
  answer: CallAnswer<Success>,
  isGood: (success: Success) => boolean,
  render: (success: Success) => readonly string[],
): Result {
  if (!answer.ok) return { ok: false, json: answer, render: () => describeCallFailure(answer) };
  return { ok: isGood(answer), json: answer, render: () => render(answer) };
}

async function carryOut({ choice, connection }: SyncArguments, tools: SyncTools): Promise<Result> {
  switch (choice.kind) {
    case 'webinars': {
      const { webinarIds, isDryRun } = choice;
      return toSyncResult(
        await syncWebinars({ selection: { kind: 'webinars', webinarIds }, connection, isDryRun }, tools),
      );
    }
    case 'person':
      return toSyncResult(await syncWebinars({ selection: choice, connection, isDryRun: false }, tools));
    case 'sweep': {
      const summary = await sweepWebinars({ connection, mode: choice.mode }, tools);
      return {
        ...toSyncResult(summary),
        // The document for programs tells what the sweep did, with its calls; this is one more, for people.
        render: async () => [
          ...renderSummary(summary, terminalWords),
          ...renderLastEvents(await readLastEvents(tools), terminalWords),
        ],
      };
    }
    case 'setup':
      return toAnswerResult(
        await runSetup(tools),
        ({ isReady }) => isReady,
        (answer) => renderSetup(answer, terminalWords),
      );
    case 'settings':
      return toAnswerResult(
        await readSettings(tools),
        () => true,
        (answer) => renderSettings(answer, terminalWords),
      );
    case 'save-settings':
      return toAnswerResult(
        await saveSettings(readSettingsFile(choice.path), tools),
        ({ outcome }) => outcome === 'saved',
        (answer) => renderSaved(answer, terminalWords),
      );
  }
}

/** `npm run sync`: the functions that HubSpot would run, driven from a terminal. */
await runCommand(async ({ argv, print, note }) => {
  const request = parseSyncArguments(argv);
  loadEnvironmentFile(join(repositoryRoot, '.env'));
  const environment = readSyncEnvironment(process.env);
  if (await ensureProjectBundles()) note('The functions were built.');

  const runner = createFunctionRunner({ distDir: functionsDistDir, functionsDir, ...environment });
  closeOnSignal(() => runner.close());
  try {
    const result = await carryOut(request, createSyncTools(runner));
    if (request.wantsJson) print(JSON.stringify(result.json));
    else for (const line of await result.render()) print(line);
    return result.ok ? exitCodes.ok : exitCodes.failed;
  } finally {
    await runner.close();
  }
});
