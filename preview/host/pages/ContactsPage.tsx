import { useDeferredValue, useState } from 'react';
import type { ContactsPage as Contacts } from '../../protocol/preview-api.ts';
import { Avatar } from '../chrome/Avatar.tsx';
import { Pager } from '../chrome/Pager.tsx';
import { Problem } from '../chrome/Problem.tsx';
import { useData } from '../data/use-data.ts';
import { PageLink } from '../routing/PageLink.tsx';

/** Picks a contact. */
export function ContactsPage() {
  const [query, setQuery] = useState('');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1);
  const search = new URLSearchParams({ query: useDeferredValue(query), ...(after === undefined ? {} : { after }) });
  const data = useData<Contacts>(`/preview/contacts?${search.toString()}`, { refreshSeconds: 5 });
  return (
    <main className="page" lang="en">
      <div className="page-head">
        <h1>Contacts</h1>
        {data.kind === 'loaded' && <p className="muted">{data.answer.total.toLocaleString('en')} records</p>}
      </div>
      <input
        type="search"
        className="search"
        aria-label="Search contacts"
        placeholder="Search name, email or company"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setCursors([]);
        }}
      />
      {data.kind === 'failed' && <Problem title="Contacts could not be read" text={data.message} />}
      {data.kind === 'loaded' && (
        <>
          <ContactTable contacts={data.answer.contacts} />
          <Pager
            hasPrevious={cursors.length > 0}
            next={data.answer.after}
            onPrevious={() => setCursors(cursors.slice(0, -1))}
            onNext={(next) => setCursors([...cursors, next])}
          />
        </>
      )}
    </main>
  );
}

function ContactTable({ contacts }: Pick<Contacts, 'contacts'>) {
  if (contacts.length === 0) return <p className="muted">No contact matches.</p>;
  return (
    <table className="records">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Email</th>
          <th scope="col">Company</th>
          <th scope="col" className="number">
            Zoom webinars attended
          </th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ id, name, email, company, attendedWebinarCount }) => (
          <tr key={id}>
            <td>
              <PageLink href={`/contacts/${id}`} className="record-link">
                <Avatar name={name} size="small" />
                {name}
              </PageLink>
            </td>
            <td>{email}</td>
            <td>{company || '–'}</td>
            <td className="number">{attendedWebinarCount ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
