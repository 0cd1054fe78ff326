import {
  AutoGrid,
  Box,
  Card,
  Divider,
  Flex,
  Illustration,
  Image,
  Inline,
  Spacer,
  Stack,
  Text,
  Tile,
} from '@hubspot/ui-extensions';

const dot =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"%3E%3Crect width="40" height="20" rx="4" fill="%2300707f"/%3E%3C/svg%3E';

export const Layouts = () => (
  <>
    <Flex gap="sm" justify="between" align="center">
      <Box flex={2}>
        <Tile compact>
          <Text>Two parts</Text>
        </Tile>
      </Box>
      <Box flex={1}>
        <Tile compact>
          <Text>One part</Text>
        </Tile>
      </Box>
      <Box flex="none" alignSelf="end">
        <Tile compact flush>
          <Text>Its own</Text>
        </Tile>
      </Box>
    </Flex>
    <AutoGrid columnWidth={160} flexible gap="sm">
      {['First', 'Second', 'Third', 'Fourth', 'Fifth'].map((name) => (
        <Card key={name}>
          <Text>{name}</Text>
        </Card>
      ))}
    </AutoGrid>
    {/* eslint-disable-next-line @typescript-eslint/no-deprecated -- HubSpot still draws it. */}
    <Stack distance="xs">
      <Text>Stacked</Text>
      <Text>closely</Text>
    </Stack>
    <Spacer size="md" />
    <Divider size="flush" />
    <Inline gap="md" align="center">
      <Image src={dot} alt="A teal bar" width={80} />
      <Image src={dot} alt="To the site" width={80} href="https://example.com" />
      <Illustration name="emptyStateCharts" alt="A chart" width={120} />
      <Illustration name="contacts" alt="" width={120} />
      <Illustration name="errorGeneral" alt="" width={120} />
      <Illustration name="lock" alt="" width={120} />
      <Illustration name="meetings" alt="" width={120} />
      <Illustration name="emailConfirmation" alt="" width={120} />
      <Illustration name="integrations" alt="" width={120} />
      <Illustration name="deals" alt="" width={120} />
    </Inline>
  </>
);
