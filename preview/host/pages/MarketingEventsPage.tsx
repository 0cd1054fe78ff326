import type { MarketingEvents } from '../../protocol/preview-api.ts';
import { formatMoment } from '../chrome/formats.ts';
import { Problem } from '../chrome/Problem.tsx';
import { useData } from '../data/use-data.ts';
import { PageLink } from '../routing/PageLink.tsx';
import { useTimeZone } from '../view-as/use-view-as.ts';
import { CountCells, CountHeads } from './marketing-event/Counts.tsx';
import { EventStatus } from './marketing-event/EventStatus.tsx';

/** Every marketing event of the account. */
export function MarketingEventsPage() {
  const data = useData<MarketingEvents>('/preview/marketing-events', { refreshSeconds: 5 });
  const timeZone = useTimeZone();
  return (
    <main className="page" lang="en">
      <div className="page-head">
        <h1>Marketing events</h1>
        {data.kind === 'loaded' && <p className="muted">{data.answer.events.length} records</p>}
      </div>
      {data.kind === 'failed' && <Problem title="Marketing events could not be read" text={data.message} />}
      {data.kind === 'loaded' && data.answer.events.length === 0 && <p className="muted">No marketing events yet.</p>}
      {data.kind === 'loaded' && data.answer.events.length > 0 && (
        <table className="records">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Start</th>
              <th scope="col">Status</th>
              <CountHeads />
            </tr>
          </thead>
          <tbody>
            {data.answer.events.map(({ id, name, startsAt, status, counts }) => (
              <tr key={id}>
                <td>
                  <PageLink href={`/marketing-events/${id}`} className="record-link">
                    {name}
                  </PageLink>
                </td>
                <td>{formatMoment(startsAt, timeZone)}</td>
                <td>
                  <EventStatus status={status} />
                </td>
                <CountCells counts={counts} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
