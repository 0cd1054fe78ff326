/** Moments as the chrome shows them: its own words are English. */
export function formatMoment(iso: string | null, timeZone: string): string {
  if (iso === null) return '–';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));
}

export function formatDay(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(new Date(iso));
}

export function formatTime(iso: string | null, timeZone: string): string {
  if (iso === null) return '–';
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(new Date(iso));
}

/** With seconds, for what happens while somebody watches. */
export function formatClock(iso: string | null, timeZone: string): string {
  if (iso === null) return '–';
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(new Date(iso));
}

/** HubSpot's states in words. */
export const participationNames: Readonly<Record<string, string>> = {
  REGISTERED: 'Registered',
  ATTENDED: 'Attended',
  NO_SHOW: 'No-show',
  CANCELLED: 'Cancelled',
};

const isInstant = /^\d{4}-\d{2}-\d{2}T/;

/** A property's value: times in the reader's zone, links without their scheme, everything else as it is. */
export const formatValue = (value: string, timeZone: string): string =>
  isInstant.test(value) ? formatMoment(value, timeZone) : value;
