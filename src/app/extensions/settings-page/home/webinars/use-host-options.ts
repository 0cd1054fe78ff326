import { useDebounce } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { WebinarRow } from '../../../contract/webinars.ts';
import { useListing } from '../../use-listing.ts';

export interface HostOption {
  readonly label: string;
  readonly value: string;
}

export interface HostOptions {
  readonly options: readonly HostOption[];
  /** Looks for hosts of whom no webinar has been shown yet. */
  readonly search: (text: string) => void;
}

const searchLengthMin = 2;
const hostsMax = 50;

/**
 * Hosts to choose webinars by: those whose webinars were shown so far, and those whom a search finds.
 *
 * @param rows - that are shown
 * @param connection - of the account to search; null for the primary one
 */
export function useHostOptions(rows: readonly WebinarRow[], connection: string | null): HostOptions {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const [text, search] = useState('');
  const query = useDebounce(text).trim();
  const parameters =
    query.length < searchLengthMin ? null : { query, limit: hostsMax, ...(connection === null ? {} : { connection }) };
  const { load } = useListing('list_zoom_users', parameters);

  // Rows that come are remembered while they are drawn, so that a filter does not lose the other hosts.
  const unseen = rows.filter(({ hostId }) => hostId !== '' && !seen.has(hostId));
  if (unseen.length > 0) {
    setSeen(new Map([...seen, ...unseen.map(({ hostId, hostName }) => [hostId, hostName] as const)]));
  }
  const found = parameters !== null && load.kind === 'loaded' ? load.answer.users : [];
  const all = new Map([...seen, ...found.map(({ userId, name }) => [userId, name] as const)]);
  const options = [...all]
    .map(([value, label]) => ({ value, label: label === '' ? value : label }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return { options, search };
}
