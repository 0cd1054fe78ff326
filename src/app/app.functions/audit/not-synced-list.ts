import * as z from 'zod/mini';
import type { NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import type { SkipReason } from '../../extensions/contract/sync.ts';
import { deflateText, inflateText } from './deflated-text.ts';

/** How many people of one part of a webinar are listed; counts are exact all the same. */
export const notSyncedPeopleMax = 2_000;

const addressCharactersMax = 254;
const nameCharactersMax = 120;
const detailCharactersMax = 240;

const worthDeflating = 2_000;

/*
 * `{"v":1,"reasons":["denied",…],"people":[["jane@example.com","Jane Doe",0],["joe@acme.example","",1,"acme.example"],[0,"Guest",2]]}`:
 * a reason by its place in the list, 0 for no address, the detail only where there is one. Long texts are deflated.
 */
const listShape = z.object({
  v: z.literal(1),
  reasons: z.array(z.string()),
  people: z.array(
    z.union([
      z.tuple([z.union([z.string(), z.literal(0)]), z.string(), z.int()]),
      z.tuple([z.union([z.string(), z.literal(0)]), z.string(), z.int(), z.string()]),
    ]),
  ),
});
type Row = z.infer<typeof listShape>['people'][number];

/** By address, guests last and by name. */
export function compareNotSynced(a: NotSyncedPerson, b: NotSyncedPerson): number {
  if (a.address === null || b.address === null) {
    return Number(a.address === null) - Number(b.address === null) || compareTexts(a.name, b.name);
  }
  return compareTexts(a.address, b.address) || compareTexts(a.name, b.name) || compareTexts(a.reason, b.reason);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Texts for the list of one part of a webinar's people, sorted by address. Of more than {@link notSyncedPeopleMax} the last
 * ones are left out, so guests go first. The order of the input does not matter.
 *
 * @param charactersMax - of each text
 */
export function formatNotSynced(people: readonly NotSyncedPerson[], charactersMax: number): readonly string[] {
  return formatChunks(people.toSorted(compareNotSynced).slice(0, notSyncedPeopleMax), charactersMax);
}

/** The text of a list of nobody. */
export const emptyNotSynced = JSON.stringify({ v: 1, reasons: [], people: [] });

function formatChunks(people: readonly NotSyncedPerson[], charactersMax: number): readonly string[] {
  if (people.length === 0) return [];
  const text = formatChunk(people);
  if (text.length <= charactersMax || people.length === 1) return [text];
  const chunkCount = Math.ceil((text.length / charactersMax) * 1.05);
  const chunkSize = Math.ceil(people.length / chunkCount);
  return Array.from({ length: chunkCount }, (_, index) =>
    people.slice(index * chunkSize, (index + 1) * chunkSize),
  ).flatMap((chunk) => formatChunks(chunk, charactersMax));
}

function formatChunk(people: readonly NotSyncedPerson[]): string {
  const reasons = [...new Set(people.map(({ reason }) => reason))];
  const text = JSON.stringify({ v: 1, reasons, people: people.map((person) => toRow(person, reasons)) });
  return text.length < worthDeflating ? text : deflateText(text);
}

function toRow({ address, name, reason, detail }: NotSyncedPerson, reasons: readonly SkipReason[]): Row {
  const who = address === null ? 0 : cut(address, addressCharactersMax);
  const row = [who, cut(name, nameCharactersMax), reasons.indexOf(reason)] as const;
  return detail === null ? [...row] : [...row, cut(detail, detailCharactersMax)];
}

/** Whole characters only. */
const cut = (text: string, charactersMax: number): string =>
  text.slice(0, charactersMax).replace(/[\ud800-\udbff]$/, '');

/**
 * Reads one text of {@link formatNotSynced}.
 *
 * @returns null for a text that is not ours or was damaged. A reason of a later version is handed on as it is.
 */
export function parseNotSynced(text: string): readonly NotSyncedPerson[] | null {
  const parsed = z.safeParse(listShape, readJson(text));
  if (!parsed.success) return null;
  const { reasons, people } = parsed.data;
  const found = people.map(([address, name, reasonIndex, detail]) => ({
    address: address === 0 ? null : address,
    name,
    reason: reasons[reasonIndex] as SkipReason | undefined,
    detail: detail ?? null,
  }));
  return found.every(hasReason) ? found : null;
}

const hasReason = (
  person: Omit<NotSyncedPerson, 'reason'> & { reason?: SkipReason | undefined },
): person is NotSyncedPerson => person.reason !== undefined;

function readJson(text: string): unknown {
  try {
    return JSON.parse(inflateText(text)) as unknown;
  } catch {
    return null;
  }
}
