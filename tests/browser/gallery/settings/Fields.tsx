import {
  Button,
  ButtonRow,
  CurrencyInput,
  DateInput,
  Flex,
  Form,
  Input,
  NumberInput,
  SearchInput,
  StepperInput,
  Text,
  TextArea,
  TimeInput,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

export function Fields() {
  const [name, setName] = useState('');
  const [events, setEvents] = useState<readonly string[]>([]);
  const [shout, setShout] = useState('');
  const [search, setSearch] = useState('');
  const [submitted, setSubmitted] = useState('nothing');
  const say = (event: string) => setEvents((all) => [...all, event]);
  return (
    <>
      <Input
        label="Name"
        name="name"
        tooltip="As it stands in Zoom"
        description="Shown to everybody"
        placeholder="Ada"
        required
        value={name}
        error={name === 'wrong'}
        validationMessage={name === 'wrong' ? 'That name is taken' : name === '' ? '' : 'A fine name'}
        onInput={(value) => say(`input ${value}`)}
        onChange={(value) => {
          say(`change ${value}`);
          setName(value);
        }}
        onFocus={(value) => say(`focus ${value}`)}
        onBlur={(value) => say(`blur ${value}`)}
      />
      <Text testId="events">{events.join(', ')}</Text>
      <Input label="Echo" name="echo" value={shout} onInput={setShout} onChange={setShout} />
      <Text testId="echoed">{shout}</Text>
      <Button onClick={() => setShout('')}>Empty the echo</Button>
      <SearchInput label="Find a webinar" name="find" value={search} onInput={setSearch} onChange={setSearch} />
      <Text testId="searched">{search}</Text>
      <Form
        autoComplete="off"
        onSubmit={({ targetValue, type }) => setSubmitted(`${type} ${JSON.stringify(targetValue)}`)}
      >
        <Flex direction="column" gap="md">
          <Input label="Topic" name="topic" defaultValue="Kick-off" />
          <Input label="Passcode" name="passcode" type="password" />
          <TextArea label="Agenda" name="agenda" rows={2} maxLength={200} resize="vertical" />
          <NumberInput
            label="Threshold"
            name="threshold"
            min={0}
            max={100}
            formatStyle="percentage"
            defaultValue={50}
          />
          <NumberInput label="Ratio" name="ratio" precision={2} textAlign="right" />
          <StepperInput
            label="Days"
            name="days"
            min={1}
            max={3}
            defaultValue={2}
            maxValueReachedTooltip="Three days at most"
          />
          <CurrencyInput label="Price" name="price" currency="EUR" defaultValue={1234.5} />
          <DateInput
            label="Day"
            name="day"
            format="standard"
            min={{ year: 2026, month: 0, date: 1 }}
            minValidationMessage="Not before 2026"
            clearButtonLabel="Clear"
          />
          <TimeInput label="Time" name="time" interval={60} defaultValue={{ hours: 9, minutes: 30 }} />
          <Input label="Read only" name="fixed" readOnly value="Cannot be changed" />
          <ButtonRow>
            <Button type="submit" variant="primary">
              Save
            </Button>
            <Button type="reset">Start over</Button>
          </ButtonRow>
        </Flex>
      </Form>
      <Text testId="submitted">{submitted}</Text>
    </>
  );
}
