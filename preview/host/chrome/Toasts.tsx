import { useStore } from '../data/store.ts';
import { hideToast, toasts } from '../extension/toasts.ts';

/** Alerts that extensions raise. */
export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, type, title, message }) => (
        <div key={id} className={`toast toast-${type}`}>
          <div>
            {title !== '' && <strong>{title}</strong>}
            <div>{message}</div>
          </div>
          <button type="button" aria-label="Dismiss" onClick={() => hideToast(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
