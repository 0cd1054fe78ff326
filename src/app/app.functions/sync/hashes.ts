import { createHash } from 'node:crypto';
import type { Person } from '../domain/person.ts';
import type { WebinarFacts } from './facts.ts';
import type { SessionStanding } from './people-marks.ts';

/** Raised when the engine would write something else for the same data from Zoom. */
const engineVersion = 2;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Twelve characters for a person of one Zoom account, so that no address is stored. */
export const hashPersonKey = (accountId: string, key: string): string =>
  digest(`${accountId}\n${key}`).toString('base64url').slice(0, 12);

/** Eight characters that change whenever something would be written differently for this person. */
export function hashPersonState(person: Person, facts: WebinarFacts): string {
  const sessions = person.sessions.map(({ sessionKey, registration, attendance }) => {
    const session = facts.sessions.find(({ key }) => key === sessionKey);
    const { startedAt, lengthMs, isFinal, isHeld, isPast } = session ?? {};
    return [sessionKey, startedAt, lengthMs, isFinal, isHeld, isPast, registration, attendance];
  });
  const { accountId, webinarId, topic, url } = facts;
  const { firstName, lastName, joinUrl } = person;
  const written = [engineVersion, accountId, webinarId, topic, url, firstName, lastName, joinUrl];
  return digest(JSON.stringify([...written, person.registration, sessions]))
    .toString('base64url')
    .slice(0, 8);
}

/** The same for somebody who is registered by what is remembered, and whom Zoom does not list. */
export function hashAbsentState(standings: readonly SessionStanding[], facts: WebinarFacts): string {
  const { accountId, webinarId, topic, url } = facts;
  const sessions = standings.map(({ key, registration, hasAttended }) => {
    const { startedAt, lengthMs, isFinal, isHeld, isPast } =
      facts.sessions.find((session) => session.key === key) ?? {};
    return [key, startedAt, lengthMs, isFinal, isHeld, isPast, registration, hasAttended];
  });
  return digest(JSON.stringify([engineVersion, accountId, webinarId, topic, url, 'absent', sessions]))
    .toString('base64url')
    .slice(0, 8);
}

/** A uuid that is always the same for the same parts. */
export function deriveUuid(...parts: readonly string[]): string {
  const bytes = digest(parts.join('\n')).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Sixteen characters of any JSON value. */
export const hashJson = (value: unknown): string => digest(JSON.stringify(value)).toString('base64url').slice(0, 16);
