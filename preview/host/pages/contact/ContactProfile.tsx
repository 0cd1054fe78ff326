import type { ContactProperty, ContactRecord } from '../../../protocol/preview-api.ts';
import { Avatar } from '../../chrome/Avatar.tsx';
import { formatValue } from '../../chrome/formats.ts';
import { PageLink } from '../../routing/PageLink.tsx';
import { useTimeZone } from '../../view-as/use-view-as.ts';

/** The left side of a record: who it is, and its properties. */
export function ContactProfile({ contact }: { readonly contact: ContactRecord }) {
  const { name, email, jobTitle, company, sections } = contact;
  const role = [jobTitle, company].filter((part) => part !== '').join(' at ');
  return (
    <>
      <section className="record-box profile-head">
        <PageLink href="/contacts" className="back-link">
          ‹ Contacts
        </PageLink>
        <div className="profile-name">
          <Avatar name={name} />
          <div>
            <h1>{name}</h1>
            {role !== '' && <p>{role}</p>}
            <p className="muted profile-email">{email}</p>
          </div>
        </div>
      </section>
      {sections.map(({ title, properties }) => (
        <details key={title} open className="record-box">
          <summary>
            <h2>{title}</h2>
          </summary>
          <dl className="properties">
            {properties.map((property) => (
              <div key={property.name}>
                <dt>{property.label}</dt>
                <dd>
                  <PropertyValue property={property} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
}

const longValueCharacters = 120;

function PropertyValue({ property: { value } }: { readonly property: ContactProperty }) {
  const timeZone = useTimeZone();
  if (value === '') return <span className="muted">--</span>;
  if (value.length <= longValueCharacters) return formatValue(value, timeZone);
  return (
    <details className="long-value">
      <summary>{value.slice(0, 40)}…</summary>
      <code>{value}</code>
    </details>
  );
}
