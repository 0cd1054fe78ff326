import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { OpenTab } from '../settings-tab.ts';
import { SetUpStepTile } from './SetUpStepTile.tsx';
import { findNextStep, type SetupStep } from './to-setup-steps.ts';

interface SetUpStepsProps {
  readonly steps: readonly SetupStep[];
  readonly canWrite: boolean;
  readonly onOpenTab: OpenTab;
}

/** The steps in their order, the next one with the way to it. */
export function SetUpSteps({ steps, canWrite, onOpenTab }: SetUpStepsProps) {
  const { t } = useWords();
  const next = findNextStep(steps);
  return (
    <Flex direction="column" gap="small">
      {next === steps.length && (
        <Alert title={t('settings.set-up.all-done.title')} variant="success">
          <Text>{t('settings.set-up.all-done.meaning')}</Text>
        </Alert>
      )}
      {steps.map((step, place) => (
        <SetUpStepTile
          key={step.name}
          step={step}
          number={place + 1}
          isNext={place === next}
          canWrite={canWrite}
          onOpenTab={onOpenTab}
        />
      ))}
    </Flex>
  );
}
