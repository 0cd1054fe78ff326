import {
  Button,
  Checkbox,
  Flex,
  Form,
  Inline,
  MultiSelect,
  RadioButton,
  Select,
  Text,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const hosts = ['Ada', 'Ben', 'Cleo', 'Dana', 'Edda', 'Finn', 'Gil', 'Hana', 'Ivo'].map((name, index) => ({
  label: name,
  value: index + 1,
}));
const kinds = [
  { label: 'Webinar', value: 'webinar' },
  { label: 'Meeting', value: 'meeting' },
  { label: 'Both', value: 'both' },
];

export function Choices() {
  const [kind, setKind] = useState('webinar');
  const [host, setHost] = useState<number>();
  const [people, setPeople] = useState<(string | number | boolean)[]>([2]);
  const [said, setSaid] = useState('nothing');
  const [submitted, setSubmitted] = useState('nothing');
  return (
    <>
      <Select label="Kind" name="kind" value={kind} options={kinds} onChange={(value) => setKind(String(value))} />
      <Text testId="kind">{kind}</Text>
      <Select
        label="Host"
        name="host"
        placeholder="Nobody yet"
        description="Who runs it"
        required
        error={host === undefined}
        validationMessage={host === undefined ? 'Choose a host' : 'Good choice'}
        {...(host !== undefined && { value: host })}
        options={hosts}
        onInput={(text) => setSaid(`search ${text}`)}
        onChange={(value) => setHost(Number(value))}
      />
      <Text testId="host">{JSON.stringify(host ?? null)}</Text>
      <Select
        label="Refused"
        value="a"
        options={[
          { label: 'A', value: 'a' },
          { label: 'B', value: 'b' },
        ]}
        onChange={(value) => setSaid(`refused ${String(value)}`)}
      />
      <Select label="Sort by" variant="transparent" value="new" options={[{ label: 'Newest', value: 'new' }]} />
      <Select label="Locked" readOnly value="both" options={kinds} />
      <MultiSelect label="People" name="people" value={people} options={hosts} onChange={setPeople} />
      <Text testId="people">{JSON.stringify(people)}</Text>
      <Button onClick={() => setPeople([])}>Nobody</Button>
      <Form onSubmit={({ targetValue }) => setSubmitted(JSON.stringify(targetValue))}>
        <Flex direction="column" gap="md">
          <Checkbox
            name="agree"
            description="It can be undone"
            onChange={(checked, value) => setSaid(`agree ${checked} "${value}"`)}
          >
            I agree
          </Checkbox>
          <Checkbox name="weekly" value="yes" initialIsChecked>
            Weekly report
          </Checkbox>
          <Checkbox readOnly size="sm">
            Cannot be changed
          </Checkbox>
          <Inline gap="md">
            <RadioButton
              name="size"
              value="small"
              initialIsChecked
              onChange={(checked, value) => setSaid(`radio ${checked} ${value}`)}
            >
              Small
            </RadioButton>
            <RadioButton name="size" value="big" onChange={(checked, value) => setSaid(`radio ${checked} ${value}`)}>
              Big
            </RadioButton>
          </Inline>
          <Inline gap="md" align="center">
            <Toggle name="sync" label="Sync" onChange={(checked) => setSaid(`sync ${checked}`)} initialIsChecked />
            <Toggle label="Small" size="sm" checked={false} />
            <Toggle label="Extra small" size="xs" labelDisplay="top" initialIsChecked />
            <Toggle label="Hidden label" labelDisplay="hidden" textChecked="YES" textUnchecked="NO" />
            <Toggle label="Locked" readOnly initialIsChecked />
          </Inline>
          <ToggleGroup
            name="states"
            label="Which people"
            toggleType="checkboxList"
            tooltip="Everybody else is skipped"
            options={[
              { label: 'Registered', value: 'registered', initialIsChecked: true },
              { label: 'Attended', value: 'attended', description: 'At least a minute' },
              { label: 'Cancelled', value: 'cancelled', readOnly: true },
            ]}
            onChange={(value) => setSaid(`states ${value.join('+')}`)}
          />
          <ToggleGroup
            name="order"
            label="Order"
            toggleType="radioButtonList"
            inline
            required
            error
            validationMessage="Choose one"
            options={[
              { label: 'Newest first', value: 'new' },
              { label: 'Oldest first', value: 'old' },
            ]}
            onChange={(value) => setSaid(`order ${value}`)}
          />
          <Button type="submit">Send the choices</Button>
        </Flex>
      </Form>
      <Text testId="choices-said">{said}</Text>
      <Text testId="choices-submitted">{submitted}</Text>
    </>
  );
}
