import { useState } from 'react';
import type { ParticipantsPage } from '../../../protocol/preview-api.ts';
import { formatTime, participationNames } from '../../chrome/formats.ts';
import { Pager } from '../../chrome/Pager.tsx';
import { Problem } from '../../chrome/Problem.tsx';
import { useData } from '../../data/use-data.ts';
import { PageLink } from '../../routing/PageLink.tsx';
import { useTimeZone } from '../../view-as/use-view-as.ts';

/** Who registered, came, stayed away or cancelled. */
export function Participants({ eventId }: { readonly eventId: string }) {
  const [state, setState] = useState('');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1);
  const search = new URLSearchParams({
    ...(state === '' ? {} : { state }),
    ...(after === undefined ? {} : { after }),
  });
  const data = useData<ParticipantsPage>(`/preview/marketing-events/${eventId}/participants?${search.toString()}`);
  return (
    <section className="record-box" aria-labelledby="participants-title">
      <div className="section-head">
        <h2 id="participants-title">Participants{data.kind === 'loaded' && ` (${data.answer.total})`}</h2>
        <select
          aria-label="State"
          value={state}
          onChange={({ target }) => {
            setState(target.value);
            setCursors([]);
          }}
        >
          <option value="">All states</option>
          {Object.entries(participationNames).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {data.kind === 'failed' && <Problem title="Participants could not be read" text={data.message} />}
      {data.kind === 'loaded' && data.answer.participants.length === 0 && <p className="muted">Nobody yet.</p>}
      {data.kind === 'loaded' && data.answer.participants.length > 0 && (
        <>
          <ParticipantTable participants={data.answer.participants} />
          <Pager
            hasPrevious={cursors.length > 0}
            next={data.answer.after}
            onPrevious={() => setCursors(cursors.slice(0, -1))}
            onNext={(next) => setCursors([...cursors, next])}
          />
        </>
      )}
    </section>
  );
}

function ParticipantTable({ participants }: Pick<ParticipantsPage, 'participants'>) {
  const timeZone = useTimeZone();
  return (
    <table className="records">
      <thead>
        <tr>
          <th scope="col">Contact</th>
          <th scope="col">State</th>
          <th scope="col">Joined</th>
          <th scope="col">Left</th>
          <th scope="col" className="number">
            Minutes
          </th>
          <th scope="col" className="number">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {participants.map(({ contactId, name, email, state, joinedAt, leftAt, minutes, percentage }) => (
          <tr key={contactId}>
            <td>
              <PageLink href={`/contacts/${contactId}`} className="record-link">
                {name}
              </PageLink>
              <div className="muted">{email}</div>
            </td>
            <td>{participationNames[state] ?? state}</td>
            <td>{formatTime(joinedAt, timeZone)}</td>
            <td>{formatTime(leftAt, timeZone)}</td>
            <td className="number">{minutes ?? '–'}</td>
            <td className="number">{percentage === null ? '–' : `${percentage} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
