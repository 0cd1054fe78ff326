import {
  Button,
  ButtonRow,
  Dropdown,
  Flex,
  Icon,
  Inline,
  LoadingButton,
  Modal,
  ModalBody,
  Text,
  Tooltip,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

export function Buttons() {
  const [said, setSaid] = useState('nothing');
  const [isBusy, setBusy] = useState(false);
  return (
    <>
      <Inline gap="sm" align="center">
        <Button variant="primary" onClick={(event) => setSaid(`primary ${Object.keys(event).join(' ')}`)}>
          Primary
        </Button>
        <Button onClick={() => setSaid('secondary')}>Secondary</Button>
        <Button variant="destructive" onClick={() => setSaid('destructive')}>
          Destructive
        </Button>
        <Button variant="transparent" onClick={() => setSaid('transparent')}>
          Transparent
        </Button>
        <Button disabled onClick={() => setSaid('disabled')}>
          Disabled
        </Button>
        <Button disabled overlay={<Tooltip>You may only look</Tooltip>} onClick={() => setSaid('explained')}>
          Disabled, explained
        </Button>
        <Button href="https://example.com/docs">Documentation</Button>
      </Inline>
      <Inline gap="sm" align="center">
        <Button size="sm" overlay={<Tooltip placement="right">A small hint</Tooltip>}>
          Small
        </Button>
        <Button size="xs">
          <Icon name="refresh" /> Extra small
        </Button>
        <Button size="sm" variant="primary">
          <Icon name="add" /> Add
        </Button>
        <LoadingButton variant="primary" loading={isBusy} onClick={() => setBusy(true)}>
          Sync now
        </LoadingButton>
        <Button size="sm" onClick={() => setBusy(false)}>
          Finish
        </Button>
        <LoadingButton loading>Loading</LoadingButton>
      </Inline>
      <Inline gap="sm">
        <Dropdown buttonText="Actions" variant="primary" buttonSize="sm">
          <Dropdown.ButtonItem onClick={() => setSaid('edit')}>Edit</Dropdown.ButtonItem>
          <Dropdown.ButtonItem
            onClick={() => setSaid('rename')}
            overlay={
              <Modal id="rename" title="Rename">
                <ModalBody>
                  <Text>A name is all it takes.</Text>
                </ModalBody>
              </Modal>
            }
          >
            Rename
          </Dropdown.ButtonItem>
          <Dropdown.ButtonItem onClick={() => setSaid('remove')}>Remove</Dropdown.ButtonItem>
        </Dropdown>
        <Dropdown buttonText="Old way" options={[{ label: 'Only one', onClick: () => setSaid('old') }]} />
        <Dropdown buttonText="Off" disabled />
      </Inline>
      <ButtonRow>
        <Button onClick={() => setSaid('row 1')}>First of the row</Button>
        <Button>Second of the row</Button>
      </ButtonRow>
      <Flex testId="narrow-row">
        <ButtonRow dropDownButtonOptions={{ text: 'More actions', size: 'sm' }}>
          {[
            'Sync now',
            'Show the audit log',
            'Turn sync off',
            'Copy the address',
            'Open in Zoom',
            'Send a reminder',
            'Forget',
          ].map((name) => (
            <Button key={name} onClick={() => setSaid(name)}>
              {name}
            </Button>
          ))}
        </ButtonRow>
      </Flex>
      <Text testId="buttons-said">{said}</Text>
    </>
  );
}
