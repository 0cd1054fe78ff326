import {
  Alert,
  AutoGrid,
  Button,
  ButtonRow,
  EmptyState,
  Flex,
  Heading,
  hubspot,
  Inline,
  Input,
  Link,
  LineChart,
  MultiSelect,
  ProgressBar,
  Select,
  Statistics,
  StatisticsItem,
  StatusTag,
  StepIndicator,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  Tile,
  Toggle,
} from '@hubspot/ui-extensions';
import { CrmActionButton, CrmActionLink } from '@hubspot/ui-extensions/crm';

const long = 'An-address-that-does-not-end-and-has-no-place-to-break-it@a-domain-that-is-as-long.example.com';
const options = ['A list of people who registered and never came', long].map((label) => ({ label, value: label }));

/** Everything that could be too wide for a sidebar. */
const GalleryCard = () => (
  <Flex direction="column" gap="sm">
    <Heading>A heading that is as long as {long}</Heading>
    <Text>{long}</Text>
    <Text truncate>{long}</Text>
    <Inline gap="xs">
      <StatusTag variant="success">Attended the whole webinar and asked questions</StatusTag>
      <Tag variant="info">{long}</Tag>
    </Inline>
    <Statistics>
      <StatisticsItem label="Registered" number={12} />
      <StatisticsItem label="Attended" number={9} />
      <StatisticsItem label="Average" number="74%" />
    </Statistics>
    <ProgressBar title="Attendance of the last webinar" value={74} showPercentage valueDescription="44 of 60 minutes" />
    <Flex gap="sm" justify="between">
      <Text>Some text beside it that has to wrap</Text>
      <Link href="https://example.com">Join the webinar</Link>
    </Flex>
    <ButtonRow>
      <Button variant="primary">Register for a webinar</Button>
      <Button>Sync this contact again</Button>
    </ButtonRow>
    <Select label="Webinar" name="webinar" options={options} value={long} />
    <MultiSelect label="Lists" name="lists" options={options} value={[long]} />
    <Input label="Why" name="why" description={long} validationMessage={long} error />
    <Toggle label="Tell the contact about it by e-mail as soon as possible" />
    <AutoGrid columnWidth={400} gap="sm">
      <Tile compact>
        <Text>A column that is wider than the sidebar</Text>
      </Tile>
    </AutoGrid>
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Webinar</TableHeader>
          <TableHeader>Joined</TableHeader>
          <TableHeader>Left</TableHeader>
          <TableHeader>Device</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell width="min">Product tour of the autumn</TableCell>
          <TableCell width="min">10:00 AM</TableCell>
          <TableCell width="min">10:58 AM</TableCell>
          <TableCell width="min">A computer with Windows</TableCell>
        </TableRow>
      </TableBody>
    </Table>
    <Tabs>
      <Tab tabId="past" title="Past webinars">
        <Text>None</Text>
      </Tab>
      <Tab tabId="coming" title="Upcoming webinars">
        <Text>None</Text>
      </Tab>
      <Tab tabId="other" title="Everything else">
        <Text>None</Text>
      </Tab>
    </Tabs>
    <StepIndicator stepNames={['Registered', 'Reminded', 'Attended']} currentStep={1} />
    <Alert title="A warning" variant="warning">
      {long}
    </Alert>
    <EmptyState title="No webinars">
      <Text>This contact registered for none.</Text>
    </EmptyState>
    <LineChart
      data={[
        { month: 'Oct', people: 2 },
        { month: 'Nov', people: 4 },
      ]}
      axes={{ x: { field: 'month', fieldType: 'category' }, y: { field: 'people', fieldType: 'linear' } }}
    />
    <CrmActionButton actionType="ADD_NOTE" actionContext={{ objectTypeId: '0-1', objectId: 1 }}>
      Add a note
    </CrmActionButton>
    <CrmActionLink actionType="RECORD_APP_LINK" actionContext={{ objectTypeId: '0-1', objectId: 101 }}>
      Open the record
    </CrmActionLink>
  </Flex>
);

hubspot.extend<'crm.record.sidebar'>(() => <GalleryCard />);
