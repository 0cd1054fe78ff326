import { Flex, List, StatusTag, Statistics, StatisticsItem, Tag, Text } from '@hubspot/ui-extensions';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import type { RunView, WarningView } from './to-run-view.ts';

const copy = settingsPageCopy.run;

/** One sync: which webinar, how it went, and what became of everybody. */
export function RunDetails({ view }: { readonly view: RunView }) {
  return (
    <Flex direction="column" gap="small">
      <Flex justify="between" align="center" gap="small" wrap>
        <Text format={{ fontWeight: 'demibold' }}>{view.topic}</Text>
        <StatusTag variant={view.status.variant}>{view.status.label}</StatusTag>
      </Flex>
      <Text variant="microcopy">{view.when}</Text>
      {view.isDryRun && <Tag variant="info">{copy.dryRun}</Tag>}
      <Statistics>
        {view.counts.map((count) => (
          <StatisticsItem key={count.label} label={count.label} number={count.number} />
        ))}
      </Statistics>
      <Skipped lines={view.skipped} />
      <Warnings warnings={view.warnings} />
    </Flex>
  );
}

function Skipped({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{copy.skippedHeading}</Text>
      <List variant="unordered-styled">
        {lines.map((line, index) => (
          <Text key={index}>{line}</Text>
        ))}
      </List>
    </Flex>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly WarningView[] }) {
  if (warnings.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{copy.warningsHeading}</Text>
      <List variant="unordered-styled">
        {warnings.map(({ title, text }, index) => (
          <Flex key={index} direction="column" gap="flush">
            <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
            <Text>{text}</Text>
          </Flex>
        ))}
      </List>
    </Flex>
  );
}
