import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../../shared/words/words-context.tsx';
import type { OpenTab } from '../../settings-tab.ts';
import { useListing } from '../../use-listing.ts';

const noParameters = {};

interface BackfillPeriodProps {
  readonly revision: number;
  readonly openTab: OpenTab;
}

/** How far back webinars are looked for, and where to change it. Says nothing as long as it does not know. */
export function BackfillPeriod({ revision, openTab }: BackfillPeriodProps) {
  const words = useWords();
  const { load } = useListing('get_settings', noParameters, revision);
  if (load.kind !== 'loaded') return null;
  return (
    <Flex gap="extra-small" align="center" wrap>
      <Text variant="microcopy">{words.t('backfill.period', { days: load.answer.settings.backfillDays })}</Text>
      <Button variant="transparent" size="extra-small" onClick={() => openTab('global-settings')}>
        {words.t('backfill.change-period')}
      </Button>
    </Flex>
  );
}
