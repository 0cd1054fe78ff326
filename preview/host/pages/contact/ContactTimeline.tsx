import type { Timeline, TimelineEntry } from '../../../protocol/preview-api.ts';
import { formatDay, formatTime, formatValue, participationNames } from '../../chrome/formats.ts';
import { Problem } from '../../chrome/Problem.tsx';
import { useData } from '../../data/use-data.ts';
import { PageLink } from '../../routing/PageLink.tsx';
import { useTimeZone } from '../../view-as/use-view-as.ts';

/** The middle of a record: what happened with the contact, the newest first, under its days. */
export function ContactTimeline({ contactId }: { readonly contactId: string }) {
  const data = useData<Timeline>(`/preview/contacts/${contactId}/timeline`);
  const timeZone = useTimeZone();
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">Activities</h2>
      {data.kind === 'failed' && <Problem title="Activities could not be read" text={data.message} />}
      {data.kind === 'loaded' && data.answer.entries.length === 0 && <p className="muted">No activities yet.</p>}
      {data.kind === 'loaded' &&
        groupByDay(data.answer.entries, timeZone).map(({ day, entries }) => (
          <div key={day} className="timeline-day">
            <h3>{day}</h3>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} timeZone={timeZone} />
            ))}
          </div>
        ))}
    </section>
  );
}

const kindNames: Readonly<Record<TimelineEntry['kind'], string>> = {
  event: 'Custom event',
  'marketing-event': 'Marketing event',
  call: 'Call',
};

function Entry({ entry, timeZone }: { readonly entry: TimelineEntry; readonly timeZone: string }) {
  const { kind, at, title, text, details, link } = entry;
  return (
    <article className={`timeline-entry timeline-${kind}`}>
      <header>
        <span className="timeline-kind">{kindNames[kind]}</span>
        <time dateTime={at}>{formatTime(at, timeZone)}</time>
      </header>
      <h4>{link === null ? title : <PageLink href={link}>{title}</PageLink>}</h4>
      {text !== '' && <p>{participationNames[text] ?? text}</p>}
      {details.length > 0 && (
        <dl>
          {details.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{formatValue(value, timeZone)}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

interface Day {
  readonly day: string;
  readonly entries: readonly TimelineEntry[];
}

function groupByDay(entries: readonly TimelineEntry[], timeZone: string): readonly Day[] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = formatDay(entry.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, entriesOfDay]) => ({ day, entries: entriesOfDay }));
}
