import * as z from 'zod/mini';
import type { WebinarRow } from '../../extensions/contract/webinars.ts';
import type { Reply } from '../access/request.ts';
import { parseInstant, toIso, type Instant } from '../domain/instant.ts';
import { isIntegrationError, type Failure } from '../http/integration-error.ts';
import { chooseWebinar, toWebinarValue } from '../registration/webinar-choice.ts';
import { toWebinarPage } from '../sweep/webinar-page.ts';
import { toWebinarRow } from '../sweep/webinar-row.ts';
import { findStateStore } from './accounts.ts';
import { findZoomAccount } from './action-request.ts';
import type { RequestCall } from './handle-request.ts';
import { readKnown, readStates, type Subject } from './list-webinars.ts';
import { parseWebinarId } from './parameters.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/** What a field of the workflow editor offers; HubSpot takes texts only. */
interface Option {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

/** HubSpot names no limit. */
const pageSize = 50;

/** A text, or a fixed value as HubSpot describes it; whatever else is set says nothing. */
const fixedValue = z.catch(z.union([z.string(), z.object({ type: z.literal('STATIC_VALUE'), value: z.string() })]), '');
const text = z.catch(z.string(), '');

/** @see https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide (read 2026-11-20) */
const optionsRequest = z.object({
  inputFieldName: text,
  inputFields: z.catch(z.record(z.string(), fixedValue), {}),
  fetchOptions: z.catch(z.object({ q: text, after: text }), { q: '', after: '' }),
});
type OptionsRequest = z.infer<typeof optionsRequest>;

/** Fills the fields of the workflow actions: upcoming webinars, the dates of one, Zoom accounts. */
export async function listWebinarOptions({ request, vendors }: RequestCall): Promise<Reply> {
  const asked = z.parse(optionsRequest, request.body);
  switch (asked.inputFieldName) {
    case 'webinar':
      return listWebinars(vendors, asked);
    case 'occurrence':
      return toReply(search(await listDates(vendors, asked), asked));
    case 'zoom_account':
      return toReply(search(listAccounts(vendors), asked));
    default:
      return toReply([]);
  }
}

/**
 * The editor shows no reason; an empty list would be taken for the truth. Of an account that is not connected, it is:
 * HubSpot would ask again and again.
 */
export const failWebinarOptions = ({ kind, reason }: Failure): Reply =>
  reason.cause === 'connection-unknown' ? toReply([]) : { status: kind === 'rate-limited' ? 429 : 503, json: {} };

const toReply = (options: readonly Option[], after: string | null = null): Reply => ({
  status: 200,
  json: { options, ...(after === null ? {} : { after }), searchable: true },
});

const fold = (value: string): string => value.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const search = (options: readonly Option[], { fetchOptions }: OptionsRequest): readonly Option[] =>
  options.filter(({ label, description }) => fold(`${label} ${description}`).includes(fold(fetchOptions.q.trim())));

function fieldOf({ inputFields }: OptionsRequest, name: string): string {
  const given = inputFields[name] ?? '';
  return (typeof given === 'string' ? given : given.value).trim();
}

/** Account by account, the primary one first; within one by date. Three HubSpot calls in a new process, else two. */
async function listWebinars(vendors: Vendors, asked: OptionsRequest): Promise<Reply> {
  const store = await findStateStore(vendors.hubspot);
  if (store === null) return toReply([]);
  const account = fieldOf(asked, 'zoom_account');
  const connections = account === '' ? vendors.connections() : [findZoomAccount(vendors, account).connection];
  const { known } = await readKnown(store, connections);
  // Nobody is registered for those of a Zoom Event here.
  const subjects = known.filter(({ entry }) => !entry.isZoomEvent);
  const rows = new Map(subjects.map((subject) => [toWebinarRow(subject.entry, subject.terms, null), subject]));
  const matching = connections.flatMap(({ name }) => {
    const own = [...rows.keys()].filter(({ connection }) => connection === name);
    const { q: query } = asked.fetchOptions;
    const whole = { offset: 0, limit: own.length };
    return toWebinarPage(own, { query, when: 'upcoming', sort: 'startsAt', direction: 'ascending', ...whole }).webinars;
  });
  const offset = /^\d{1,6}$/.test(asked.fetchOptions.after) ? Number(asked.fetchOptions.after) : 0;
  const end = offset + pageSize;
  const shown = matching.slice(offset, end).flatMap((row) => {
    const subject = rows.get(row);
    return subject === undefined ? [] : [{ row, subject }];
  });
  // Sweeps do not see whether there is registration; a sync has.
  const states = await readStates(
    store,
    shown.map(({ subject }) => subject.key),
  );
  const options = shown
    .filter(({ subject }) => states.get(subject.key)?.source?.webinar.registrationScope !== 'none')
    .map(({ row, subject }) => toWebinarOption(row, subject, connections.length > 1));
  return toReply(options, end < matching.length ? String(end) : null);
}

function toWebinarOption(row: WebinarRow, { terms }: Subject, namesAccount: boolean): Option {
  const { topic, webinarId, hostName, connection } = row;
  const startsAt = parseInstant(row.startsAt);
  return {
    label: [topic, ...(startsAt === null ? [] : [toShortTime(startsAt)])].join(' · '),
    description: [...(namesAccount ? [connection] : []), ...(hostName === '' ? [] : [hostName]), webinarId].join(' · '),
    value: toWebinarValue({ accountId: terms.accountId, webinarId }),
  };
}

/** The editor does not say what language it speaks. */
const toShortTime = (instant: Instant): string => `${toIso(instant).slice(0, 16).replace('T', ' ')} UTC`;

/** Dates that are registered for one by one. Only Zoom knows their IDs: one call. Without a webinar there are none. */
async function listDates(vendors: Vendors, asked: OptionsRequest): Promise<readonly Option[]> {
  const choice = chooseWebinar([fieldOf(asked, 'webinar'), fieldOf(asked, 'webinar_id')]);
  if (choice === null) return [];
  try {
    const { source } = findZoomAccount(vendors, choice.accountId ?? fieldOf(asked, 'zoom_account'));
    const webinar = await source.readWebinar(parseWebinarId(choice.webinarId));
    if (webinar.registrationScope !== 'occurrence') return [];
    const now = systemTime.now();
    return webinar.occurrences
      .filter(({ isDeleted, startsAt }) => !isDeleted && startsAt > now)
      .map(({ occurrenceId, startsAt, lengthMinutes }) => ({
        label: toShortTime(startsAt),
        description: `${webinar.topic} · ${lengthMinutes} min`,
        value: occurrenceId,
      }));
  } catch (error) {
    // A webinar that is half typed has no dates.
    if (isIntegrationError(error) && noWebinar.has(error.failure.reason.cause)) return [];
    throw error;
  }
}

const noWebinar: ReadonlySet<string> = new Set(['webinar-id-invalid', 'webinar-not-found', 'connection-unknown']);

const listAccounts = (vendors: Vendors): readonly Option[] =>
  vendors.connections().map(({ name, accountId }) => ({ label: name, description: '', value: accountId }));
