import { Accordion, Button, Flex, Heading, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { OpenTab } from '../settings-tab.ts';
import { SetUpLine } from './SetUpLine.tsx';
import type { SetupStep, SetupStepName, SetupStepState } from './to-setup-steps.ts';

interface SetUpStepTileProps {
  readonly step: SetupStep;
  /** From 1. */
  readonly number: number;
  readonly isNext: boolean;
  readonly canWrite: boolean;
  readonly onOpenTab: OpenTab;
}

const variants = {
  done: 'success',
  'to-do': 'warning',
  unknown: 'warning',
  waiting: 'default',
} as const satisfies Readonly<Record<SetupStepState, string>>;

/** Where a step is done that is not done by putting something right. */
const tabOf: Readonly<Partial<Record<SetupStepName, 'global-settings' | 'home'>>> = {
  'sync-on': 'global-settings',
  'first-sync': 'home',
};

/** One step: how it stands, what it is for, and everything that was looked at. */
export function SetUpStepTile({ step, number, isNext, canWrite, onOpenTab }: SetUpStepTileProps) {
  const { t } = useWords();
  const { name, state, lines } = step;
  const tab = tabOf[name];
  // What is in order needs no attention; what was created just now is worth a look.
  const isQuiet = lines.length > 0 && lines.every((line) => line.state === 'ok');
  const all = lines.map((line) => <SetUpLine key={line.key} line={line} />);
  return (
    <Tile testId={`step-${name}`}>
      <Flex direction="column" gap="small">
        <Flex align="center" justify="between" gap="small" wrap>
          <Heading>{t('settings.set-up.numbered', { number, step: t(`settings.set-up.step.${name}`) })}</Heading>
          <StatusTag variant={variants[state]} hollow={state === 'waiting'}>
            {t(`settings.set-up.state.${state}`)}
          </StatusTag>
        </Flex>
        <Text variant="microcopy">{t(`settings.set-up.about.${name}`)}</Text>
        {isQuiet ? (
          <Accordion title={t('settings.set-up.passed', { count: lines.length })} size="xs">
            {all}
          </Accordion>
        ) : (
          all
        )}
        {tab !== undefined && state !== 'done' && state !== 'waiting' && (
          <Flex>
            <Button
              testId={`open-${tab}`}
              variant={isNext && canWrite ? 'primary' : 'secondary'}
              onClick={() => onOpenTab(tab)}
            >
              {t(`settings.set-up.open.${tab}`)}
            </Button>
          </Flex>
        )}
      </Flex>
    </Tile>
  );
}
