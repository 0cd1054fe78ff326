import { Alert, Button, Flex, LoadingSpinner, StepIndicator, Text } from '@hubspot/ui-extensions';
import { useEffect, useMemo } from 'react';
import type { OverviewAnswer } from '../../contract/overview.ts';
import type { Load } from '../../shared/load.ts';
import { Problem } from '../../shared/Problem.tsx';
import { readable } from '../../shared/readable.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { readLoad, setupShape } from '../saving/answer-shapes.ts';
import type { OpenTab } from '../settings-tab.ts';
import { useListing } from '../use-listing.ts';
import { SetUpSteps } from './SetUpSteps.tsx';
import { findNextStep, setupStepNames, toKnownSteps, toSetupSteps } from './to-setup-steps.ts';

interface SetUpTabProps {
  /** The checks create what is missing, so without it they are not run. */
  readonly canWrite: boolean;
  readonly overview: { readonly load: Load<OverviewAnswer>; readonly reload: () => void };
  /** The checks found everything in place; must stay the same function from render to render. */
  readonly onReady: () => void;
  readonly onOpenTab: OpenTab;
}

const noParameters = {};

/** What the app needs before it can sync, and how to put right what is missing. */
export function SetUpTab({ canWrite, ...props }: SetUpTabProps) {
  return canWrite ? <RunSetUp {...props} /> : <LookAtSetUp {...props} />;
}

/** Runs the checks, which create what is missing, when the tab is opened and on request. */
function RunSetUp({ overview, onReady, onOpenTab }: Omit<SetUpTabProps, 'canWrite'>) {
  const words = useWords();
  const { t } = words;
  const setup = useListing('run_setup', noParameters);
  const load = readLoad(setup.load, setupShape);
  const answer = load.kind === 'loaded' ? load.answer : null;
  const known = overview.load.kind === 'loaded' ? overview.load.answer : null;
  const checkAgain = () => {
    setup.reload();
    overview.reload();
  };
  const isReady = answer?.isReady === true;
  useEffect(() => {
    if (isReady) onReady();
  }, [isReady, onReady]);
  const steps = useMemo(
    () => (answer === null ? null : readable(() => toSetupSteps(answer.checks, known, words))),
    [answer, known, words],
  );
  const problem = load.kind === 'failed' ? load.problem : steps?.kind === 'problem' ? steps.problem : null;
  const currentStep = steps?.kind === 'view' ? findNextStep(steps.view) : 0;
  return (
    <Flex direction="column" gap="medium">
      <Text>{t('settings.set-up.about')}</Text>
      <StepIndicator
        testId="set-up-steps"
        stepNames={setupStepNames.map((name) => t(`settings.set-up.step.${name}`))}
        currentStep={currentStep}
      />
      {setup.isUpdating && (
        <LoadingSpinner
          label={answer === null ? t('settings.set-up.checking') : t('settings.set-up.checking-again')}
          showLabel
          layout="centered"
        />
      )}
      {problem !== null && (
        <Problem problem={problem} action={{ label: t('settings.set-up.check-again'), onClick: checkAgain }} />
      )}
      {steps?.kind === 'view' && (
        <>
          <SetUpSteps steps={steps.view} canWrite onOpenTab={onOpenTab} />
          <Flex>
            <Button testId="check-again" disabled={setup.isUpdating} onClick={checkAgain}>
              {t('settings.set-up.check-again')}
            </Button>
          </Flex>
        </>
      )}
    </Flex>
  );
}

/** What is known without running anything. */
function LookAtSetUp({ overview, onOpenTab }: Omit<SetUpTabProps, 'canWrite'>) {
  const words = useWords();
  const { t } = words;
  const { load, reload } = overview;
  const answer = load.kind === 'loaded' ? load.answer : null;
  const steps = useMemo(() => (answer === null ? null : readable(() => toKnownSteps(answer, words))), [answer, words]);
  const problem = load.kind === 'failed' ? load.problem : steps?.kind === 'problem' ? steps.problem : null;
  return (
    <Flex direction="column" gap="medium">
      <Alert title={t('settings.set-up.read-only.title')} variant="info">
        <Text>{t('settings.set-up.read-only.meaning')}</Text>
      </Alert>
      {load.kind === 'loading' && <LoadingSpinner label={t('common.loading')} showLabel layout="centered" />}
      {problem !== null && <Problem problem={problem} action={{ label: t('common.try-again'), onClick: reload }} />}
      {steps?.kind === 'view' && (
        <>
          <StepIndicator
            testId="set-up-steps"
            stepNames={setupStepNames.map((name) => t(`settings.set-up.step.${name}`))}
            currentStep={findNextStep(steps.view)}
          />
          <SetUpSteps steps={steps.view} canWrite={false} onOpenTab={onOpenTab} />
        </>
      )}
    </Flex>
  );
}
