import { Button, Flex } from '@hubspot/ui-extensions';
import { useWords } from '../shared/words/words-context.tsx';
import { RegisterButton } from './register/RegisterButton.tsx';
import type { ResyncTarget } from './resync/resync-state.ts';
import { ResyncStatus } from './resync/ResyncStatus.tsx';
import { useResync } from './resync/use-resync.ts';

interface CardActionsProps {
  readonly contactId: number;
  readonly registeredWebinarIds: readonly string[];
  /** Empty while there is nothing to sync again. */
  readonly targets: readonly ResyncTarget[];
  /** Called when the contact's webinars may have changed; must stay the same function from render to render. */
  readonly onChanged: () => void;
}

/** Registers the contact, and syncs it again. */
export function CardActions({ contactId, registeredWebinarIds, targets, onChanged }: CardActionsProps) {
  const { t } = useWords();
  const { state, start, stop } = useResync(contactId, onChanged);
  const canResync = targets.length > 0 && state.kind !== 'running';
  return (
    <Flex direction="column" gap="small">
      <Flex gap="small" wrap>
        <RegisterButton contactId={contactId} registeredWebinarIds={registeredWebinarIds} onRegistered={onChanged} />
        {canResync && (
          <Button size="sm" onClick={() => start(targets)}>
            {t('card.resync.start')}
          </Button>
        )}
      </Flex>
      <ResyncStatus state={state} stop={stop} />
    </Flex>
  );
}
