import { Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { FixingTab, WarningFamilyView, WarningView } from './to-warning-views.ts';

interface WarningsProps {
  readonly families: readonly WarningFamilyView[];
  /** Of the sync that left them. */
  readonly runId: string;
  readonly onFix: (tab: FixingTab) => void;
}

/** What was not synced or is open, by kind: what it means and what to do about it. */
export function Warnings({ families, runId, onFix }: WarningsProps) {
  return (
    <>
      {families.map(({ family, title, warnings }) => (
        <Flex key={family} direction="column" gap="extra-small" testId={`warnings-${runId}-${family}`}>
          <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
          {warnings.map((warning, index) => (
            <Warning key={index} warning={warning} onFix={onFix} />
          ))}
        </Flex>
      ))}
    </>
  );
}

function Warning({ warning, onFix }: { readonly warning: WarningView; readonly onFix: WarningsProps['onFix'] }) {
  const words = useWords();
  const { title, meaning, fix, tab } = warning;
  return (
    <Tile compact>
      <Flex direction="column" gap="extra-small" align="start">
        <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
        <Text>{meaning}</Text>
        <Text>{fix}</Text>
        {tab !== null && (
          <Button size="extra-small" onClick={() => onFix(tab)}>
            {words.t(`home.open.${tab}`)}
          </Button>
        )}
      </Flex>
    </Tile>
  );
}
