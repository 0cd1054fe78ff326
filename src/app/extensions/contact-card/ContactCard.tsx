import { useExtensionContext } from '@hubspot/ui-extensions';
import { cardCatalogues } from '../shared/words/messages/card-catalogues.ts';
import { WordsProvider } from '../shared/words/words-context.tsx';
import { CardOfContact } from './CardOfContact.tsx';

/** The card in a contact's sidebar: the Zoom webinars that the contact registered for and attended. */
export function ContactCard() {
  const { crm, user, portal } = useExtensionContext<'crm.record.sidebar'>();
  return (
    <WordsProvider reader={{ user, portal }} catalogues={cardCatalogues}>
      <CardOfContact key={crm.objectId} contactId={crm.objectId} />
    </WordsProvider>
  );
}
