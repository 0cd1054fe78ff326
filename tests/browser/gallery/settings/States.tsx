import {
  Alert,
  EmptyState,
  ErrorState,
  Flex,
  Inline,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  Text,
} from '@hubspot/ui-extensions';

const alerts = ['info', 'tip', 'success', 'warning', 'danger'] as const;

export const States = () => (
  <>
    {alerts.map((variant) => (
      <Alert key={variant} title={`Title of ${variant}`} variant={variant}>
        What happened, and what to do about it.
      </Alert>
    ))}
    <Alert title="Only a title" />
    <EmptyState title="No webinars yet" imageWidth={180}>
      <Text>They appear here as soon as Zoom has some.</Text>
    </EmptyState>
    <EmptyState title="Nothing found" layout="vertical" flush imageName="contacts" imageWidth={140}>
      <Text>Search for something else.</Text>
    </EmptyState>
    <ErrorState title="Zoom does not answer">
      <Text>Try again in a minute.</Text>
    </ErrorState>
    <ErrorState title="You may not see this" type="lock">
      <Text>Ask an admin.</Text>
    </ErrorState>
    <Inline gap="md" align="center">
      <LoadingSpinner label="Loading the webinars" showLabel />
      <LoadingSpinner label="Loading quietly" size="xs" />
    </Inline>
    <LoadingSpinner label="Loading in the middle" layout="centered" size="md" showLabel />
    <Flex direction="column" gap="sm">
      <ProgressBar title="Syncing people" value={150} maxValue={250} showPercentage valueDescription="150 of 250" />
      <ProgressBar aria-label="Attention" value={40} variant="warning" />
      <ProgressBar title="Failing" value={80} variant="danger" />
    </Flex>
    <Inline gap="md">
      <ScoreCircle score={82} />
      <ScoreCircle score={51} />
      <ScoreCircle score={12.4} />
    </Inline>
    <Statistics>
      <StatisticsItem label="Registered" number="1,204">
        <StatisticsTrend direction="increase" value="12%" />
      </StatisticsItem>
      <StatisticsItem label="Attended" number={731}>
        <StatisticsTrend direction="decrease" value="3%" />
      </StatisticsItem>
      <StatisticsItem label="No-shows" number={473}>
        <StatisticsTrend direction="decrease" value="8%" color="green" />
      </StatisticsItem>
      <StatisticsItem label="Average" number="41 min">
        <Text variant="microcopy">of 60</Text>
      </StatisticsItem>
    </Statistics>
  </>
);
