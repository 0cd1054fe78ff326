import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { RunSetupAnswer, SetupCheck } from '../../src/app/extensions/contract/setup.ts';
import { explainSetupCheck } from '../../src/app/extensions/shared/explain/explain-setup-check.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { callFunction } from './call-function.ts';
import type { SyncTools } from './sync-tools.ts';
import { wrapSentences } from './wrap-sentences.ts';

/** Checks both vendors, and creates in HubSpot what is missing. */
export const runSetup = ({
  runner,
  progress,
}: Pick<SyncTools, 'runner' | 'progress'>): Promise<CallAnswer<RunSetupAnswer>> =>
  callFunction<RunSetupAnswer>(runner, 'run_setup', {}, progress.note);

/** Every check: how it stands, what that means, and what to do where there is something to do. */
export const renderSetup = ({ checks, isReady }: RunSetupAnswer, words: Words): readonly string[] => [
  ...checks.flatMap((check) => renderCheck(check, words)),
  isReady ? 'Everything is ready.' : 'Something is still to do: see above.',
];

const states = ['ok', 'fixed', 'to-do', 'unknown'] as const satisfies readonly SetupCheck['state'][];

function renderCheck(check: SetupCheck, words: Words): readonly string[] {
  const { title, meaning, fix } = explainSetupCheck(check, words);
  const stateWidth = Math.max(...states.map((state) => words.t(`setup.state.${state}`).length));
  const state = words.t(`setup.state.${check.state}`).padEnd(stateWidth);
  // A list of all that was created is of use to nobody but a developer.
  const isLong = check.state === 'fixed' && check.names.length > 5;
  const sentences = isLong ? `${check.names.length} things were missing and have been created.` : meaning;
  return [`${state}  ${title}`, ...wrapSentences(fix === null ? sentences : `${sentences} ${fix}`, stateWidth + 2)];
}
