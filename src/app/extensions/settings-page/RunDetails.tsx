import { Flex, List, StatusTag, Statistics, StatisticsItem, Tag, Text } from '@hubspot/ui-extensions';
import { settingsPageCopy } from '../shared/copy/settings-page.en.ts';
import type { RunView } from './to-run-view.ts';

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
      <Lines heading={copy.skippedHeading} lines={view.skipped} />
      <Lines heading={copy.warningsHeading} lines={view.warnings} />
    </Flex>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{heading}</Text>
      <List variant="unordered-styled">
        {lines.map((line, index) => (
          <Text key={index}>{line}</Text>
        ))}
      </List>
    </Flex>
  );
}
