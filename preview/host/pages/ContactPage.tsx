import type { ContactRecord } from '../../protocol/preview-api.ts';
import { Problem } from '../chrome/Problem.tsx';
import { useApp } from '../data/app-context.ts';
import { useData } from '../data/use-data.ts';
import { ExtensionFrame } from '../extension/ExtensionFrame.tsx';
import { ContactProfile } from './contact/ContactProfile.tsx';
import { ContactTimeline } from './contact/ContactTimeline.tsx';

/** A contact's record: properties, activities, and the cards of the app. */
export function ContactPage({ contactId }: { readonly contactId: string }) {
  const { extensions } = useApp();
  const record = useData<ContactRecord>(`/preview/contacts/${contactId}`);
  if (record.kind === 'failed') {
    return (
      <main className="page">
        <Problem title="This contact can’t be shown" text={record.message} />
      </main>
    );
  }
  if (record.kind === 'loading') return <main className="record" aria-busy />;
  return (
    <main className="record">
      <div className="record-left" lang="en">
        <ContactProfile contact={record.answer} />
      </div>
      <div className="record-middle" lang="en">
        <ContactTimeline contactId={contactId} />
      </div>
      <div className="record-right">
        {extensions
          .filter(({ location }) => location === 'crm.record.sidebar')
          .map((card) => (
            <details key={card.uid} open className="record-card" role="group" aria-label={card.title}>
              <summary>
                <h2 lang="en">{card.title}</h2>
              </summary>
              <div className="record-card-body">
                <ExtensionFrame extension={card} contactId={contactId} />
              </div>
            </details>
          ))}
      </div>
    </main>
  );
}
