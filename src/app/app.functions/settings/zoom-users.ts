import * as z from 'zod/mini';
import type { Settings } from '../../extensions/contract/settings.ts';
import type { ZoomUserRow } from '../../extensions/contract/zoom-users.ts';
import { tryParseJson } from '../http/json.ts';
import type { ZoomUser } from '../sweep/ports.ts';
import { decideRecordings, decideWebinar } from './decide.ts';
import { getUserSettings } from './user-settings.ts';

export interface ZoomUsersRequest {
  readonly accountId: string;
  readonly settings: Settings;
  /** Part of a name or an address; empty for everybody. */
  readonly query: string;
  /** From the page before. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly webinarPlanOf: (userId: string) => ZoomUserRow['webinarPlan'];
}

export type ZoomUsersPage =
  | {
      readonly kind: 'page';
      readonly users: readonly ZoomUserRow[];
      readonly totalCount: number;
      readonly after: string | null;
    }
  /** `after` is not from an answer. */
  | { readonly kind: 'unknown-place' };

/**
 * A page of the users who match, by name, then by address. Who comes or goes between two pages makes nobody else come
 * twice or not at all, because a page begins behind a user and not at a number.
 */
export function toZoomUsersPage(users: readonly ZoomUser[], request: ZoomUsersRequest): ZoomUsersPage {
  const { query, after, limit } = request;
  const place = after === undefined ? null : parsePlace(after);
  if (place === undefined) return { kind: 'unknown-place' };
  const wanted = fold(query.trim());
  const matching = users
    .filter(({ name, email }) => fold(name).includes(wanted) || fold(email).includes(wanted))
    .toSorted(compareUsers);
  const left = place === null ? matching : matching.filter((user) => compareUsers(user, place) > 0);
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  return {
    kind: 'page',
    users: shown.map((user) => toRow(user, request)),
    totalCount: matching.length,
    after: last === undefined || shown.length === left.length ? null : formatPlace(last),
  };
}

function toRow(
  { userId, name, email }: ZoomUser,
  { accountId, settings, webinarPlanOf }: ZoomUsersRequest,
): ZoomUserRow {
  // No webinar has an empty ID, so that neither a single switch nor the age of a webinar counts.
  const anyWebinar = { accountId, hostId: userId, webinarId: '', createdAt: null };
  return {
    userId,
    name,
    email,
    webinarPlan: webinarPlanOf(userId),
    settings: getUserSettings(settings, accountId, userId),
    syncsWebinars: decideWebinar(settings, anyWebinar).isOn,
    syncsRecordings: decideRecordings(settings, anyWebinar).isOn,
  };
}

/** Accents and capitals do not matter. */
const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

let collator: Intl.Collator | undefined;
/** Made when it is first needed: it takes a good part of a cold start. */
const byLetters = (): Intl.Collator => (collator ??= new Intl.Collator('en', { sensitivity: 'base' }));
const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function compareUsers(one: ZoomUser, other: ZoomUser): number {
  return (
    byLetters().compare(one.name, other.name) ||
    byLetters().compare(one.email, other.email) ||
    compareTexts(one.userId, other.userId)
  );
}

const placeShape = z.tuple([z.string(), z.string(), z.string()]);

const formatPlace = ({ name, email, userId }: ZoomUser): string =>
  Buffer.from(JSON.stringify([name, email, userId])).toString('base64url');

/** @returns undefined for a text that {@link formatPlace} has not made */
function parsePlace(after: string): ZoomUser | undefined {
  const parsed = z.safeParse(placeShape, tryParseJson(Buffer.from(after, 'base64url').toString('utf8')));
  if (!parsed.success) return undefined;
  const [name, email, userId] = parsed.data;
  return { name, email, userId };
}
