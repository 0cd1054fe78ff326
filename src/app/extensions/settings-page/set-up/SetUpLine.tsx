import { Alert, Button, Divider, Flex, StatusTag, Tag, Text, useExtensionActions } from '@hubspot/ui-extensions';
import type { SetupCheck } from '../../contract/setup.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import type { SetupLine } from './to-setup-steps.ts';

const variants = {
  ok: 'success',
  fixed: 'info',
  'to-do': 'danger',
  unknown: 'warning',
} as const satisfies Readonly<Record<SetupCheck['state'], string>>;

/** One thing that was looked at, and what to do about it. */
export function SetUpLine({ line }: { readonly line: SetupLine }) {
  const { t } = useWords();
  const { title, meaning, fix, state, names, reference } = line;
  return (
    <Flex direction="column" gap="extra-small">
      <Divider size="extra-small" />
      <Flex align="center" justify="between" gap="small" wrap>
        <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
        <StatusTag variant={variants[state]}>{t(`setup.state.${state}`)}</StatusTag>
      </Flex>
      {names.length === 0 && fix === null && <Text>{meaning}</Text>}
      {names.length > 0 && fix === null && <Names heading={t('settings.set-up.created')} names={names} />}
      {fix !== null && (
        <Alert
          title={names.length > 0 ? t('settings.set-up.missing', { count: names.length }) : meaning}
          variant="warning"
        >
          <Text>{fix}</Text>
          {reference !== null && <Text variant="microcopy">{t('common.reference', { reference })}</Text>}
        </Alert>
      )}
      {names.length > 0 && fix !== null && <Names heading={t('settings.set-up.missing-names')} names={names} canCopy />}
    </Flex>
  );
}

interface NamesProps {
  readonly heading: string;
  readonly names: readonly string[];
  readonly canCopy?: boolean;
}

/** Names as they are written at the vendor's, to be read one by one or copied together. */
function Names({ heading, names, canCopy = false }: NamesProps) {
  const { t } = useWords();
  const { copyTextToClipboard, addAlert } = useExtensionActions<'settings'>();
  const copy = async () => {
    try {
      await copyTextToClipboard(names.join('\n'));
      addAlert({ type: 'success', message: t('settings.set-up.copied', { count: names.length }) });
    } catch {
      addAlert({ type: 'danger', message: t('settings.set-up.not-copied') });
    }
  };
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <Text variant="microcopy">{heading}</Text>
      <Flex gap="extra-small" wrap>
        {names.map((name) => (
          <Tag key={name}>{name}</Tag>
        ))}
      </Flex>
      {canCopy && (
        <Button size="sm" testId="copy-names" onClick={() => void copy()}>
          {t('settings.set-up.copy')}
        </Button>
      )}
    </Flex>
  );
}
