import { expect } from 'vitest';
import { hubspotToken, secretsOf, type TwoAccounts } from './two-accounts.ts';

/** Kinds of the app's records in which people stand by their address: those of an open run, and the lists of people not synced. */
const kindsWithPeople: ReadonlySet<string> = new Set(['rows', 'outcomes', 'skipped']);

/**
 * Looks through everything that the app sent and stored in a world: what opens an account or starts somebody's webinar is
 * nowhere, and addresses of people are only in records that exist for them.
 */
export function expectNoCanaries(two: TwoAccounts): void {
  const zoomSecrets = secretsOf(two).filter((secret) => secret !== hubspotToken);
  const forbidden = [...zoomSecrets, ...passcodesOf(two), '?zak='];
  const sentToHubSpot = two.hubspot.requests.list().map(({ target, requestBody }) => `${target}\n${requestBody}`);
  expect(findIn(sentToHubSpot, [...forbidden, hubspotToken])).toEqual([]);
  const sentToZoom = two.zoom.requests.list().map(({ target, requestBody }) => `${target}\n${requestBody}`);
  expect(findIn(sentToZoom, [...zoomSecrets, hubspotToken])).toEqual([]);

  const records = recordsOf(two);
  const stored = records.map((properties) => JSON.stringify(properties));
  expect(findIn(stored, [...forbidden, hubspotToken])).toEqual([]);
  const people = addressesOf(two);
  const strays = records.filter(
    ({ kind, payload, summary }) =>
      !kindsWithPeople.has(kind ?? '') &&
      addressesIn(`${withoutPeople(payload)} ${summary ?? ''}`).some((found) => people.has(found)),
  );
  expect([...new Set(strays.map(({ kind }) => kind))]).toEqual([]);
}

const findIn = (texts: readonly string[], words: readonly string[]): readonly string[] =>
  words.filter((word) => texts.some((text) => text.includes(word)));

const addressesIn = (text: string): readonly string[] =>
  (text.match(/[\w.+-]+@[\w.-]+/g) ?? []).map((found) => found.toLowerCase());

/** The report of somebody's own sync names that person. A payload that a test has damaged is looked through as it is. */
function withoutPeople(payload: string | null | undefined): string {
  try {
    return JSON.stringify(JSON.parse(payload ?? '""', (name, value: unknown) => (name === 'people' ? null : value)));
  } catch {
    return payload ?? '';
  }
}

/** Addresses of registrants and participants, without those who run webinars: they are known by address. */
function addressesOf({ zoom }: TwoAccounts): ReadonlySet<string> {
  const { accountsById, webinarsById } = zoom.world();
  const webinars = [...webinarsById.values()];
  const staff = new Set([
    ...[...accountsById.values()].flatMap(({ usersByEmail }) => [...usersByEmail.keys()]),
    ...webinars.flatMap(({ panelists }) => panelists.map(({ email }) => email.toLowerCase())),
    ...webinars.flatMap(({ settings }) => addressesIn(JSON.stringify(settings.other))),
  ]);
  const texts = webinars.flatMap(({ roster, instances }) => [
    ...[...roster.all()].map(({ email }) => email),
    ...instances.flatMap(({ participants }) => participants.map(({ email }) => email)),
  ]);
  return new Set(texts.map((text) => text.toLowerCase()).filter((email) => email !== '' && !staff.has(email)));
}

function passcodesOf({ zoom }: TwoAccounts): readonly string[] {
  const recordings = [...zoom.world().webinarsById.values()].flatMap(({ instances }) =>
    instances.flatMap(({ recording }) => (recording === null ? [] : [recording.password, recording.playPasscode])),
  );
  return recordings.filter((text): text is string => text !== null && text.length > 5);
}

function recordsOf({ hubspot }: TwoAccounts): readonly Readonly<Record<string, string | null | undefined>>[] {
  const { schemas, stores } = hubspot.world();
  return [...schemas.values()].flatMap(({ objectTypeId }) =>
    [...(stores.get(objectTypeId)?.live.values() ?? [])].map(({ properties }) => properties),
  );
}
