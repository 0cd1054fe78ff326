import { Button, Flex, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useWords } from '../shared/words/words-context.tsx';

/** Copies a link; where the browser does not let it, shows it. */
export function CopyLink({ url }: { readonly url: string }) {
  const { t } = useWords();
  const { copyTextToClipboard } = useExtensionActions<'crm.record.sidebar'>();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = () =>
    copyTextToClipboard(url).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <Button size="xs" onClick={copy}>
        {t(outcome === 'copied' ? 'card.copy.copied' : 'card.copy.join-link')}
      </Button>
      {outcome === 'failed' && <Text variant="microcopy">{t('card.copy.failed', { link: url })}</Text>}
    </Flex>
  );
}
