const names: Readonly<Record<string, string>> = {
  PAST: 'Past',
  UPCOMING: 'Upcoming',
  ONGOING: 'Ongoing',
  CANCELLED: 'Cancelled',
};

/** HubSpot's status of a marketing event. */
export function EventStatus({ status }: { readonly status: string }) {
  return <span className={`event-status event-status-${status.toLowerCase()}`}>{names[status] ?? status}</span>;
}
