import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { RunSetupAnswer, SetupCheck } from '../../src/app/extensions/contract/setup.ts';
import { explainSetupCheck, setupStateTexts } from '../../src/app/extensions/shared/copy/setup.en.ts';
import { callFunction } from './call-function.ts';
import type { SyncTools } from './sync-tools.ts';
import { wrapSentences } from './wrap-sentences.ts';

/** Checks both vendors, and creates in HubSpot what is missing. */
export const runSetup = ({
  runner,
  progress,
}: Pick<SyncTools, 'runner' | 'progress'>): Promise<CallAnswer<RunSetupAnswer>> =>
  callFunction<RunSetupAnswer>(runner, 'run_setup', {}, progress.note);

const stateWidth = Math.max(...Object.values(setupStateTexts).map((text) => text.length));

/** Every check: how it stands, what that means, and what to do where there is something to do. */
export const renderSetup = ({ checks, isReady }: RunSetupAnswer): readonly string[] => [
  ...checks.flatMap(renderCheck),
  isReady ? 'Everything is ready.' : 'Something is still to do: see above.',
];

function renderCheck(check: SetupCheck): readonly string[] {
  const { title, meaning, fix } = explainSetupCheck(check);
  const state = setupStateTexts[check.state].padEnd(stateWidth);
  // A list of all that was created is of use to nobody but a developer.
  const isLong = check.state === 'fixed' && check.names.length > 5;
  const words = isLong ? `${check.names.length} things were missing and have been created.` : meaning;
  return [`${state}  ${title}`, ...wrapSentences(fix === null ? words : `${words} ${fix}`, stateWidth + 2)];
}
