import { useStore } from '../data/store.ts';
import { functionCalls, type FunctionCall } from '../extension/function-call-log.ts';

/** For developers: what the extensions asked of the app's functions. */
export function FunctionCalls() {
  const calls = useStore(functionCalls);
  return (
    <details className="function-calls">
      <summary>Function calls ({calls.length})</summary>
      <div className="function-calls-drawer">
        {calls.length === 0 ? (
          <p>No function was called yet.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">Function</th>
                <th scope="col">Result</th>
                <th scope="col" className="number">
                  Time
                </th>
                <th scope="col" className="number">
                  Answer
                </th>
              </tr>
            </thead>
            <tbody>
              {calls.map((call) => (
                <tr key={call.id} className={`function-call-${call.state}`}>
                  <td>{call.name}</td>
                  <td>{call.state === 'failed' ? `failed: ${call.message}` : call.state}</td>
                  <td className="number">{call.elapsedMs === null ? '…' : `${Math.round(call.elapsedMs)} ms`}</td>
                  <td className="number">{sizeOf(call)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </details>
  );
}

const sizeOf = ({ answerBytes }: FunctionCall): string =>
  answerBytes === null ? '–' : `${(answerBytes / 1024).toFixed(1)} kB`;
