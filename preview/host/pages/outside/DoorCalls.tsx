import type { DoorCalls as Calls } from '../../../protocol/outside-api.ts';
import { formatClock } from '../../chrome/formats.ts';
import { useData } from '../../data/use-data.ts';
import { useTimeZone } from '../../view-as/use-view-as.ts';

const shownCount = 8;

/** What reached the app's endpoint functions, from HubSpot, from Zoom, and from themselves. */
export function DoorCalls() {
  const data = useData<Calls>('/preview/outside/calls', { refreshSeconds: 2 });
  const timeZone = useTimeZone();
  return (
    <section className="record-box" aria-labelledby="door-calls-title">
      <h2 id="door-calls-title">Requests that reached the app</h2>
      {data.kind === 'failed' && <p role="alert">{data.message}</p>}
      {data.kind === 'loaded' && data.answer.calls.length === 0 && <p className="muted">None yet.</p>}
      {data.kind === 'loaded' && data.answer.calls.length > 0 && (
        <table className="records">
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Function</th>
              <th scope="col">Answer</th>
              <th scope="col" className="number">
                Time
              </th>
            </tr>
          </thead>
          <tbody>
            {data.answer.calls.slice(0, shownCount).map(({ sequence, at, uid, status, elapsedMs }) => (
              <tr key={sequence}>
                <td>{formatClock(at, timeZone)}</td>
                <td>{uid}</td>
                <td>{status}</td>
                <td className="number">{Math.round(elapsedMs)} ms</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
