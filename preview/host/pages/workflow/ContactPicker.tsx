import { useDeferredValue, useState } from 'react';
import type { ContactsPage, ContactSummary } from '../../../protocol/preview-api.ts';
import { useData } from '../../data/use-data.ts';

interface Props {
  readonly chosen: ContactSummary | null;
  readonly onChoose: (contact: ContactSummary) => void;
}

const shownCount = 6;

/** Finds the contact that is to be enrolled. */
export function ContactPicker({ chosen, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const search = new URLSearchParams({ query: useDeferredValue(query) });
  const data = useData<ContactsPage>(`/preview/contacts?${search.toString()}`);
  const [latest, setLatest] = useState<readonly ContactSummary[]>([]);
  // What was found before stays until something else is: nothing moves away from under the mouse.
  if (data.kind === 'loaded' && data.answer.contacts !== latest) setLatest(data.answer.contacts);
  const found = latest.slice(0, shownCount);
  const kept = chosen === null || found.some(({ id }) => id === chosen.id) ? [] : [chosen];
  return (
    <fieldset className="record-box outside-fieldset">
      <legend>Contact</legend>
      <input
        type="search"
        aria-label="Search contacts"
        placeholder="Search name, email or company"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {data.kind === 'failed' && (
        <p role="alert" className="outside-problem">
          {data.message}
        </p>
      )}
      {data.kind === 'loaded' && found.length === 0 && <p className="muted">No contact matches.</p>}
      {[...kept, ...found].map((contact) => (
        <label key={contact.id} className="outside-choice">
          <input type="radio" name="contact" checked={chosen?.id === contact.id} onChange={() => onChoose(contact)} />
          <span>
            {contact.name} <span className="muted">{contact.email}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
