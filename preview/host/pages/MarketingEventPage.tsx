import type { MarketingEventRecord } from '../../protocol/preview-api.ts';
import { formatMoment, formatValue } from '../chrome/formats.ts';
import { Problem } from '../chrome/Problem.tsx';
import { useData } from '../data/use-data.ts';
import { PageLink } from '../routing/PageLink.tsx';
import { useTimeZone } from '../view-as/use-view-as.ts';
import { EventStatus } from './marketing-event/EventStatus.tsx';
import { Participants } from './marketing-event/Participants.tsx';

/** A marketing event's record: its facts, its counts, and who took part. */
export function MarketingEventPage({ eventId }: { readonly eventId: string }) {
  const data = useData<MarketingEventRecord>(`/preview/marketing-events/${eventId}`);
  const timeZone = useTimeZone();
  if (data.kind === 'loading') return <main className="page" aria-busy />;
  if (data.kind === 'failed') {
    return (
      <main className="page">
        <Problem title="This marketing event can’t be shown" text={data.message} />
      </main>
    );
  }
  const event = data.answer;
  const facts: readonly (readonly [string, string])[] = [
    ['Start', formatMoment(event.startsAt, timeZone)],
    ['End', formatMoment(event.endsAt, timeZone)],
    ['Type', event.type],
    ['Organizer', event.organizer],
    ['External ID', event.externalEventId],
    ['URL', event.url ?? ''],
    ['Description', event.description],
    ...event.properties.map(({ name, value }) => [name, formatValue(value, timeZone)] as const),
  ];
  return (
    <main className="page" lang="en">
      <PageLink href="/marketing-events" className="back-link">
        ‹ Marketing events
      </PageLink>
      <div className="page-head">
        <h1>{event.name}</h1>
        <EventStatus status={event.status} />
      </div>
      <dl className="counts">
        <Count label="Registered" count={event.counts.registered} />
        <Count label="Attended" count={event.counts.attended} />
        <Count label="No-show" count={event.counts.noShow} />
        <Count label="Cancelled" count={event.counts.cancelled} />
      </dl>
      <div className="event-columns">
        <section className="record-box" aria-labelledby="event-facts">
          <h2 id="event-facts">About this event</h2>
          <dl className="properties">
            {facts
              .filter(([, value]) => value !== '')
              .map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </section>
        <Participants eventId={eventId} />
      </div>
    </main>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count.toLocaleString('en')}</dd>
    </div>
  );
}
