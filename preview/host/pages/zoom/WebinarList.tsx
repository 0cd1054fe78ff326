import type { WebinarState, ZoomWebinarSummary } from '../../../protocol/outside-api.ts';
import { formatMoment } from '../../chrome/formats.ts';
import { useTimeZone } from '../../view-as/use-view-as.ts';

interface Props {
  readonly webinars: readonly ZoomWebinarSummary[];
  readonly chosenId: string;
  readonly onChoose: (webinarId: string) => void;
}

const groups: readonly { readonly state: WebinarState; readonly title: string }[] = [
  { state: 'live', title: 'Live' },
  { state: 'upcoming', title: 'Upcoming' },
  { state: 'past', title: 'Past' },
];

/** Every webinar at Zoom, to choose one. */
export function WebinarList({ webinars, chosenId, onChoose }: Props) {
  const timeZone = useTimeZone();
  return (
    <nav className="record-box outside-list" aria-label="Webinars">
      {groups
        .map(({ state, title }) => ({ title, own: webinars.filter((webinar) => webinar.state === state) }))
        .filter(({ own }) => own.length > 0)
        .map(({ title, own }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {own.map(({ id, topic, startsAt, registeredCount }) => (
                <li key={id}>
                  <button type="button" aria-pressed={id === chosenId} onClick={() => onChoose(id)}>
                    <strong>{topic}</strong>
                    <span className="muted">
                      {formatMoment(startsAt, timeZone)} · {registeredCount} registered
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
