import {
  Button,
  ButtonRow,
  Form,
  Heading,
  Inline,
  Input,
  Link,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Select,
  Text,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Any day'];

export function Overlays() {
  const actions = useExtensionActions<'settings'>();
  const [said, setSaid] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const say = (word: string) => setSaid((words) => [...words, word]);
  const question = (
    <Modal
      id="question"
      title="Turn sync off?"
      variant="danger"
      onOpen={() => say('modal open')}
      onClose={() => say('modal closed')}
    >
      <ModalBody>
        <Text>Nothing that was synced is removed.</Text>
      </ModalBody>
      <ModalFooter>
        <ButtonRow>
          <Button
            variant="destructive"
            onClick={(_event, reactions) => {
              say('turned off');
              reactions.closeModal('question');
            }}
          >
            Turn sync off
          </Button>
          <Button onClick={() => actions.closeOverlay('question')}>Keep it on</Button>
        </ButtonRow>
      </ModalFooter>
    </Modal>
  );
  const panel = (
    <Panel
      id="log"
      title="Audit log"
      variant="modal"
      onOpen={() => say('panel open')}
      onClose={() => say('panel closed')}
    >
      <PanelBody>
        <PanelSection>
          <Heading>Newest first</Heading>
          <Text>Every run with what it did.</Text>
          <Select label="Day" name="day" options={days.map((day) => ({ label: day, value: day }))} />
          <Button overlay={question}>Ask from inside</Button>
        </PanelSection>
        <PanelSection flush>
          <Form onSubmit={({ targetValue }) => say(`panel form ${JSON.stringify(targetValue)}`)}>
            <Input label="Note" name="note" />
          </Form>
        </PanelSection>
      </PanelBody>
      <PanelFooter>
        <Button variant="primary" onClick={(_event, { closePanel }) => closePanel('log')}>
          Done
        </Button>
      </PanelFooter>
    </Panel>
  );
  return (
    <>
      <Inline gap="sm">
        <Button overlay={question}>Open the modal</Button>
        <Button overlay={panel}>Open the panel</Button>
        <Link
          href="#"
          overlay={
            <Panel id="side" title="Beside the page">
              <PanelBody>
                <PanelSection>
                  <Text>The page stays usable.</Text>
                </PanelSection>
              </PanelBody>
            </Panel>
          }
        >
          Open the panel beside the page
        </Link>
        <Button onClick={(_event, reactions) => reactions.openModal('alone')}>Open by its id</Button>
        <LoadingButton
          loading={isBusy}
          overlayOptions={{ openBehavior: 'onLoadingFinish' }}
          overlay={
            <Modal id="afterwards" title="Done">
              <ModalBody>
                <Text>It took a moment.</Text>
              </ModalBody>
            </Modal>
          }
          onClick={() => {
            setBusy(true);
            setTimeout(() => setBusy(false), 200);
          }}
        >
          Open afterwards
        </LoadingButton>
      </Inline>
      <Modal id="alone" aria-label="A modal without a title" width="md">
        <ModalBody>
          <Text>No button holds it.</Text>
        </ModalBody>
      </Modal>
      <Text testId="overlays-said">{said.join(', ')}</Text>
    </>
  );
}
