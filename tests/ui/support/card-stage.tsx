import { Alert, Button, LoadingButton, Panel, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act } from 'react';
import { ContactCard } from '../../../src/app/extensions/contact-card/ContactCard.tsx';
import { createStage } from './stage.tsx';

/** The card on the record of a contact, as somebody in Britain sees it. */
export function renderCard(contactId = 77) {
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectId = contactId;
  renderer.mocks.context.user.locale = 'en-GB';
  const { stage, show } = createStage(<ContactCard />);
  act(() => {
    renderer.render(stage);
  });
  const button = (name: string) => named(renderer.findAll(Button), name);
  const panel = () => {
    const { overlay } = button('Register for a webinar').props;
    if (overlay === undefined) throw new Error('The button opens nothing.');
    return overlay.find(Panel);
  };
  const inPanel = {
    panel,
    open: () => panel().trigger('onOpen'),
    close: () => panel().trigger('onClose'),
    button: (name: string) => named(panel().findAll(Button), name),
    buttons: () =>
      panel()
        .findAll(Button)
        .map(({ text }) => text),
    submitButton: () => panel().find(LoadingButton),
    texts: () =>
      panel()
        .findAll(Text)
        .map(({ text }) => text),
    alerts: () =>
      panel()
        .findAll(Alert)
        .map(({ props }) => props.title),
  };
  return {
    ...renderer,
    show,
    button,
    inPanel,
    buttons: () => renderer.findAll(Button).map(({ text }) => text),
    texts: () => renderer.findAll(Text).map(({ text }) => text),
    alerts: () => renderer.findAll(Alert).map(({ props }) => props.title),
  };
}

function named<Node extends { readonly text: string | null }>(nodes: readonly Node[], name: string): Node {
  const node = nodes.find(({ text }) => text === name);
  if (node === undefined) {
    throw new Error(`There is no “${name}”, only: ${nodes.map(({ text }) => text).join(', ')}.`);
  }
  return node;
}
