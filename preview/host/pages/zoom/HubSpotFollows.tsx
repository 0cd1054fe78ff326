import type { FollowedContact, FollowedEvent, InHubSpot } from '../../../protocol/outside-api.ts';
import { formatMoment, participationNames } from '../../chrome/formats.ts';
import { useData } from '../../data/use-data.ts';
import { PageLink } from '../../routing/PageLink.tsx';
import { useTimeZone } from '../../view-as/use-view-as.ts';
import { CountCells, CountHeads } from '../marketing-event/Counts.tsx';

interface Props {
  readonly webinarId: string;
  /** Of the person who is watched; null: nobody yet. */
  readonly email: string | null;
}

/** What HubSpot knows by now, read anew every three seconds. */
export function HubSpotFollows({ webinarId, email }: Props) {
  const search = new URLSearchParams(email === null ? {} : { email });
  const path = `/preview/outside/zoom/webinars/${webinarId}/in-hubspot?${search.toString()}`;
  const data = useData<InHubSpot>(path, { refreshSeconds: 3 });
  return (
    <section className="record-box" aria-labelledby="follows-title" aria-live="polite">
      <h2 id="follows-title">HubSpot follows</h2>
      {data.kind === 'loading' && <p aria-busy>Asking HubSpot…</p>}
      {data.kind === 'failed' && (
        <p role="alert" className="outside-problem">
          {data.message}
        </p>
      )}
      {data.kind === 'loaded' && (
        <>
          {email !== null && <Contact email={email} contact={data.answer.contact} />}
          <Events events={data.answer.events} />
        </>
      )}
    </section>
  );
}

function Contact({ email, contact }: { readonly email: string; readonly contact: FollowedContact | null }) {
  const timeZone = useTimeZone();
  if (contact === null) return <p className="muted">HubSpot has no contact {email} yet.</p>;
  return (
    <p>
      <PageLink href={`/contacts/${contact.id}`} className="record-link">
        {contact.name}
      </PageLink>{' '}
      {contact.participations.length === 0
        ? 'has nothing to do with this webinar yet.'
        : contact.participations
            .map(({ state, at }) => `${participationNames[state] ?? state} (${formatMoment(at, timeZone)})`)
            .join(', ')}
    </p>
  );
}

function Events({ events }: { readonly events: readonly FollowedEvent[] }) {
  if (events.length === 0) return <p className="muted">HubSpot has no marketing event of this webinar yet.</p>;
  return (
    <table className="records">
      <thead>
        <tr>
          <th scope="col">Marketing event</th>
          <CountHeads />
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, name, ...counts }) => (
          <tr key={id}>
            <td>
              <PageLink href={`/marketing-events/${id}`} className="record-link">
                {name}
              </PageLink>
            </td>
            <CountCells counts={counts} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
