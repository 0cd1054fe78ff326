import type { BaseDate, BaseTime, DateInputEventsPayload, DateInputProps } from '@hubspot/ui-extensions';

const padded = (value: number, digits = 2) => String(value).padStart(digits, '0');

/** HubSpot counts months from 0. */
export const toIsoDate = ({ year, month, date }: BaseDate): string =>
  `${padded(year, 4)}-${padded(month + 1)}-${padded(date)}`;

type Format = NonNullable<DateInputProps['format']>;

const formatted = (iso: string, format: Format): string => {
  const day = new Date(`${iso}T00:00:00Z`);
  const words = (options: Intl.DateTimeFormatOptions) =>
    day.toLocaleDateString('en-US', { ...options, timeZone: 'UTC' });
  switch (format) {
    case 'YYYY-MM-DD':
    case 'standard':
      return iso;
    case 'long':
    case 'LL':
      return words({ year: 'numeric', month: 'long', day: 'numeric' });
    case 'medium':
    case 'll':
      return words({ year: 'numeric', month: 'short', day: 'numeric' });
    case 'short':
    case 'L':
      return words({ year: 'numeric', month: '2-digit', day: '2-digit' });
  }
};

/** @returns null for a text that is no whole date, such as a year of which the first digits are typed */
export function parseIsoDate(iso: string, format: Format): DateInputEventsPayload | null {
  const [year, month, date] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined || year < 1000) return null;
  return { year, month: month - 1, date, formattedDate: formatted(iso, format) };
}

export const toClockTime = ({ hours, minutes }: BaseTime): string => `${padded(hours)}:${padded(minutes)}`;

export function parseClockTime(text: string): BaseTime | null {
  const [hours, minutes] = text.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : { hours, minutes };
}

const minutesOf = ({ hours, minutes }: BaseTime) => hours * 60 + minutes;

/** The times that the list offers. */
export function timesBetween(min: BaseTime | undefined, max: BaseTime | undefined, interval: number): string[] {
  const from = min === undefined ? 0 : minutesOf(min);
  const until = max === undefined ? 24 * 60 - 1 : minutesOf(max);
  const count = Math.max(0, Math.floor((until - from) / interval) + 1);
  return Array.from({ length: count }, (_, index) => {
    const minutes = from + index * interval;
    return toClockTime({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  });
}
