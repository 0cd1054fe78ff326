import { LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { commonCopy } from '../shared/copy/common.en.ts';
import { contactCardCopy } from '../shared/copy/contact-card.en.ts';
import { explainProblem } from '../shared/explain-problem.ts';
import { createFormats, type Formats } from '../shared/formats.ts';
import { Problem } from '../shared/Problem.tsx';
import { useFunction } from '../shared/use-function.ts';
import { ContactWebinars } from './ContactWebinars.tsx';

/** The card in a contact's sidebar: the Zoom webinars that the contact registered for and attended. */
export function ContactCard() {
  const { crm, user, portal } = useExtensionContext<'crm.record.sidebar'>();
  const formats = useMemo(() => createFormats({ user, portal }), [user, portal]);
  return <CardOfContact key={crm.objectId} contactId={crm.objectId} formats={formats} />;
}

function CardOfContact({ contactId, formats }: { readonly contactId: number; readonly formats: Formats }) {
  const parameters = useMemo(() => ({ contactId }), [contactId]);
  const { load, reload } = useFunction('get_contact_webinars', parameters);
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={contactCardCopy.loading} showLabel layout="centered" />;
    case 'failed':
      return (
        <Problem explanation={explainProblem(load.problem)} action={{ label: commonCopy.tryAgain, onClick: reload }} />
      );
    case 'loaded':
      return <ContactWebinars answer={load.answer} formats={formats} />;
  }
}
