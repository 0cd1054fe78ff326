import { createRandom } from '../../emulators/core/random.ts';
import type { AccountSeed, RegistrantSeed, WebinarSeed } from '../support/two-accounts.ts';
import { dayMs, hourMs, minuteMs, noon, type WebinarWorld } from '../support/webinar-world.ts';

/** How much happens. */
export interface MonthSize {
  readonly webinarCount: number;
  readonly dayCount: number;
  readonly audienceCount: number;
  readonly registrationsPerWebinar: number;
  /** How often the scheduled workflow runs. */
  readonly hoursBetweenRuns: number;
  readonly seed: number;
}

/** Something that somebody does at Zoom. */
export interface Act {
  readonly at: number;
  readonly lever: string;
  readonly body: object;
}

/** Everything that will happen, in order, and what there is before. */
export interface Agenda {
  /** By place of the Zoom account. */
  readonly webinars: readonly (readonly WebinarSeed[])[];
  readonly acts: readonly Act[];
}

/** The second Zoom account, beside the one of every world. */
export const academy = {
  name: 'academy',
  accountId: 'acc-academy',
  clientId: 'client-academy',
  clientSecret: 'secret-academy',
} as const;

const hostsPerAccount = 4;
const dates = 3;
const lengthMinutes = 60;
const announcedDaysBefore = 8;

export const hostsOf = (account: number): NonNullable<AccountSeed['users']> =>
  Array.from({ length: hostsPerAccount }, (_, index) => ({
    id: `host-${account + 1}-${index + 1}`,
    email: `host${account + 1}${index + 1}@acme.example.com`,
    first_name: `Hanna${index + 1}`,
    last_name: 'Host',
  }));

const toIso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/**
 * A month of webinars that is the same for the same seed. Each is announced some days before; people register every day,
 * some take it back, most come, some lose the connection, some come without having registered. Every tenth is a series,
 * every fourth is recorded with a transcript, some are renamed or deleted.
 */
export function createAgenda({
  webinarCount,
  dayCount,
  audienceCount,
  registrationsPerWebinar,
  seed,
}: MonthSize): Agenda {
  const random = createRandom(seed);
  const webinars: WebinarSeed[][] = [[], []];
  const acts: Act[] = [];
  const emails = Array.from({ length: audienceCount }, (_, index) => `guest${index + 1}@acme.example.com`);
  let registrantCount = 0;

  const toRegistrant = (email: string, at: number): RegistrantSeed => {
    registrantCount += 1;
    const name = email.slice(0, email.indexOf('@'));
    return {
      id: `registrant-${registrantCount}`,
      email,
      first_name: `First${name.slice('guest'.length)}`,
      last_name: 'Quillfeather',
      create_time: toIso(at),
    };
  };

  for (let number = 0; number < webinarCount; number += 1) {
    const account = number % 3 === 2 ? 1 : 0;
    const webinar_id = 82_000_000_000 + number;
    const ofWebinar = { webinar_id };
    const isSeries = number % 10 === 3;
    const isRecorded = number % 4 === 1;
    const daysBetween = Math.max(1, Math.min(7, Math.floor((dayCount - 2) / dates)));
    const lastDay = dayCount - 2 - (isSeries ? daysBetween * (dates - 1) : 0);
    const firstStart =
      noon +
      random.integer(1, Math.max(1, lastDay)) * dayMs +
      random.integer(-4, 5) * hourMs +
      random.integer(0, 3) * 15 * minuteMs;
    const starts = Array.from({ length: isSeries ? dates : 1 }, (_, index) => firstStart + index * daysBetween * dayMs);
    const announcedAt = firstStart - announcedDaysBefore * dayMs;
    const webinar: WebinarSeed = {
      id: String(webinar_id),
      uuid: `planned${number}==`,
      host_id: `host-${account + 1}-${random.integer(1, hostsPerAccount)}`,
      topic: `Webinar ${number + 1}`,
      start_time: toIso(firstStart),
      duration: lengthMinutes,
      join_url: `https://zoom.example.com/j/${webinar_id}`,
      registration_url: `https://zoom.example.com/webinar/register/${webinar_id}`,
      settings: { approval_type: 0, registration_type: 1 },
      ...(isSeries
        ? { type: 9, occurrences: starts.map((start) => ({ occurrence_id: String(start), start_time: toIso(start) })) }
        : {}),
    };
    if (announcedAt <= noon) webinars[account]?.push({ ...webinar, created_at: toIso(announcedAt) });
    else {
      const account_id = account === 0 ? 'acc-main' : academy.accountId;
      acts.push({ at: announcedAt, lever: 'add-webinar', body: { account_id, webinar } });
    }

    const isDeleted = number % 25 === 7;
    const deletedAt = firstStart - random.integer(6, 30) * hourMs;
    const lastAct = isDeleted ? deletedAt - hourMs : firstStart;
    const guests = random.shuffle(emails).slice(0, registrationsPerWebinar);
    const registered: string[] = [];
    for (const email of guests) {
      const from = Math.max(noon, announcedAt) + minuteMs;
      const at = from + Math.floor(random.next() * Math.max(0, lastAct - from));
      if (at >= lastAct) continue;
      acts.push({ at, lever: 'add-registrant', body: { ...ofWebinar, registrant: toRegistrant(email, at) } });
      if (random.next() < 0.12) {
        const cancelledAt = at + Math.floor(random.next() * (lastAct - at));
        const lever = random.pick(['self-cancel', 'host-cancel'] as const);
        acts.push({ at: Math.max(at + 1, cancelledAt), lever, body: { ...ofWebinar, email } });
      } else registered.push(email);
    }
    if (number % 9 === 4) {
      const change = { topic: `Webinar ${number + 1}, renamed` };
      acts.push({ at: lastAct - 2 * hourMs, lever: 'change-webinar', body: { ...ofWebinar, change } });
    }
    if (isDeleted) {
      acts.push({ at: deletedAt, lever: 'delete-webinar', body: ofWebinar });
      continue;
    }

    for (const [index, start] of starts.entries()) {
      const walkIns = random.shuffle(emails.filter((email) => !guests.includes(email))).slice(0, 1);
      const participants = [...registered.filter(() => random.next() < 0.8), ...walkIns].flatMap((email) => {
        const stay = (fromMinute: number, toMinute: number) => ({
          name: `${email.slice(0, email.indexOf('@'))} Quillfeather`,
          user_email: email,
          join_time: toIso(start + fromMinute * minuteMs),
          leave_time: toIso(start + toMinute * minuteMs),
        });
        const joined = random.integer(0, 10);
        return random.next() < 0.3
          ? [stay(joined, 25), stay(27, lengthMinutes)]
          : [stay(joined, random.integer(30, lengthMinutes))];
      });
      const end = start + lengthMinutes * minuteMs;
      const recording = {
        recording: { standIn: { processingMs: 2 * hourMs } },
        transcript: { availableAfterMs: 3 * hourMs },
      };
      const instance = {
        uuid: `run${number}x${index}==`,
        start_time: toIso(start),
        end_time: toIso(end),
        participants,
        ...(isRecorded ? recording : {}),
      };
      acts.push({ at: end, lever: 'add-instance', body: { ...ofWebinar, instance } });
    }
  }
  return { webinars, acts: acts.toSorted((a, b) => a.at - b.at) };
}

export const perform = (world: WebinarWorld, { lever, body }: Act): void => world.atZoom(lever, body);
