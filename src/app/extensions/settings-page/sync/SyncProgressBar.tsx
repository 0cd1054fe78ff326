import { Flex, LoadingSpinner, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { ProgressView } from './to-progress-view.ts';

/** How far a running sync has come. */
export function SyncProgressBar({ view }: { readonly view: ProgressView }) {
  return (
    <Flex direction="column" gap="extra-small">
      {view.bar === null ? (
        <LoadingSpinner label={view.label} showLabel layout="inline" />
      ) : (
        <ProgressBar
          title={view.label}
          value={view.bar.value}
          maxValue={view.bar.maxValue}
          valueDescription={view.bar.text}
          showPercentage
          aria-label={view.label}
        />
      )}
      {view.note !== null && <Text variant="microcopy">{view.note}</Text>}
    </Flex>
  );
}
