import { Accordion, Button, Flex, Input, StepIndicator, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

export function Sections() {
  const [tab, setTab] = useState<string | number>('home');
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('nothing');
  const [step, setStep] = useState(1);
  return (
    <>
      <Tabs selected={tab} onSelectedChange={(id: string | number) => setTab(id)}>
        <Tab tabId="home" title="Home">
          <Text>All is well.</Text>
        </Tab>
        <Tab tabId="global" title="Global settings">
          <Input label="Domain" name="domain" />
        </Tab>
        <Tab tabId="users" title="Users" tooltip="Who hosts webinars" tooltipPlacement="bottom">
          <Text>Three hosts.</Text>
        </Tab>
        <Tab tabId="off" title="Switched off" disabled>
          <Text>Never seen.</Text>
        </Tab>
      </Tabs>
      <Text testId="tab">{tab}</Text>
      <Tabs variant="enclosed" fill defaultSelected={2}>
        <Tab tabId={1} title="One">
          <Text>First</Text>
        </Tab>
        <Tab tabId={2} title="Two">
          <Text>Second</Text>
        </Tab>
      </Tabs>
      <Flex direction="column">
        <Accordion title="Open at first" defaultOpen onClick={() => setSaid('accordion')}>
          <Text>What is inside.</Text>
        </Accordion>
        <Accordion title="Opened by the page" open={isOpen} size="md" onClick={() => setOpen(!isOpen)}>
          <Text>The page opened this.</Text>
        </Accordion>
        <Accordion title="Stays as it is" open={false} size="xs" onClick={() => setSaid('stubborn')}>
          <Text>Never seen.</Text>
        </Accordion>
        <Accordion title="Disabled" disabled>
          <Text>Never seen.</Text>
        </Accordion>
      </Flex>
      <Button onClick={() => setOpen(!isOpen)}>Open from outside</Button>
      <Text testId="sections-said">{said}</Text>
      <StepIndicator
        stepNames={['Connect Zoom', 'Connect HubSpot', 'Choose webinars', 'Done']}
        currentStep={step}
        onClick={setStep}
      />
      <StepIndicator
        stepNames={['One', 'Two', 'Three']}
        currentStep={1}
        direction="vertical"
        variant="compact"
        circleSize="md"
      />
      <Text testId="step">{step}</Text>
    </>
  );
}
