import type { ZoomDeliveries, ZoomDelivery } from '../../../protocol/outside-api.ts';
import { formatClock } from '../../chrome/formats.ts';
import { useData } from '../../data/use-data.ts';
import { useTimeZone } from '../../view-as/use-view-as.ts';

const shownCount = 12;

/** What Zoom told the app, the newest first. */
export function EventLog() {
  const data = useData<ZoomDeliveries>('/preview/outside/zoom/deliveries', { refreshSeconds: 2 });
  const timeZone = useTimeZone();
  return (
    <section className="record-box" aria-labelledby="events-title">
      <h2 id="events-title">Events that Zoom sent</h2>
      {data.kind === 'failed' && (
        <p role="alert" className="outside-problem">
          {data.message}
        </p>
      )}
      {data.kind === 'loaded' && <p className="muted">{describeSubscriptions(data.answer)}</p>}
      {data.kind === 'loaded' && data.answer.deliveries.length > 0 && (
        <table className="records">
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Event</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            {data.answer.deliveries.slice(0, shownCount).map((delivery) => (
              <tr key={delivery.sequence}>
                <td>{formatClock(delivery.at, timeZone)}</td>
                <td>{delivery.event}</td>
                <td>{describeAnswer(delivery, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function describeSubscriptions({ subscriptions, deliveries }: ZoomDeliveries): string {
  if (subscriptions.length === 0) return 'Nobody has subscribed to Zoom’s events yet.';
  const silent = subscriptions.filter(({ state }) => state !== 'active');
  if (silent.length > 0) return `Subscriptions: ${subscriptions.map(({ state }) => state).join(', ')}.`;
  return deliveries.length === 0 ? 'Zoom has nothing to tell yet.' : '';
}

function describeAnswer({ state, status, attemptCount, nextAt }: ZoomDelivery, timeZone: string): string {
  const tries = attemptCount > 1 ? `, ${attemptCount} tries` : '';
  const next = nextAt === null ? '' : `, next at ${formatClock(nextAt, timeZone)}`;
  return `${state}${status === null ? '' : ` (${status})`}${tries}${next}`;
}
