import * as z from 'zod/mini';
import type { ContactHistory, HistorySession, HistoryWebinar } from './contact-history.ts';

/**
 * The history as a compact text for one contact property: tuples instead of objects, times in whole seconds.
 * HubSpot holds at most 65,536 characters in a text property.
 */
export const historyCharactersMax = 60_000;

const seconds = z.nullable(z.number());
const registrationCode = z.enum(['r', 'c', '-']);

const sessionTuple = z.tuple([
  z.string(), // key
  z.number(), // startedAt, s
  z.number(), // length, s
  registrationCode,
  seconds, // registeredAt
  z.number(), // changeCount
  z.nullable(z.tuple([z.number(), z.number(), z.number(), z.number()])), // attended s, percentage, joined s, left s
  z.boolean(), // isOver
]);

const webinarTuple = z.tuple([
  z.string(), // accountId
  z.string(), // webinarId
  z.string(), // topic
  z.string(), // url
  registrationCode,
  seconds, // registeredAt
  z.array(sessionTuple),
]);

const historyDocument = z.object({
  v: z.literal(1),
  n: z.nullable(z.tuple([z.string(), z.string(), z.number()])),
  w: z.array(webinarTuple),
});

type SessionTuple = z.infer<typeof sessionTuple>;
type WebinarTuple = z.infer<typeof webinarTuple>;

const toSeconds = (instant: number | null): number | null => (instant === null ? null : Math.floor(instant / 1000));
const toMs = (value: number | null): number | null => (value === null ? null : value * 1000);
const toCode = (registration: HistoryWebinar['registration']): 'r' | 'c' | '-' =>
  registration === null ? '-' : registration === 'registered' ? 'r' : 'c';
const fromCode = (code: 'r' | 'c' | '-'): HistoryWebinar['registration'] =>
  code === '-' ? null : code === 'r' ? 'registered' : 'cancelled';

/**
 * @returns null for a text that this version cannot read; an empty property is an empty history
 */
export function parseHistory(text: string | null | undefined): ContactHistory | null {
  if (text === null || text === undefined || text === '') return { writtenNames: null, webinars: [] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const document = z.safeParse(historyDocument, parsed);
  if (!document.success) return null;
  const { n, w } = document.data;
  return {
    writtenNames: n === null ? null : { firstName: n[0], lastName: n[1], registeredAt: n[2] * 1000 },
    webinars: w.map(fromWebinarTuple),
  };
}

/**
 * Writes the history. When it would be too long, the oldest webinars lose topic and link first, then their places are
 * given up, oldest first; the counters are computed before that happens, from the whole history.
 */
export function formatHistory(history: ContactHistory): string {
  const { writtenNames, webinars } = history;
  const names =
    writtenNames === null
      ? null
      : [writtenNames.firstName, writtenNames.lastName, Math.floor(writtenNames.registeredAt / 1000)];
  const format = (tuples: readonly WebinarTuple[]): string => JSON.stringify({ v: 1, n: names, w: tuples });

  let tuples = webinars.map(toWebinarTuple);
  let text = format(tuples);
  for (let index = tuples.length - 1; index >= 0 && text.length > historyCharactersMax; index -= 1) {
    tuples = tuples.map((tuple, position) => (position === index ? withoutWords(tuple) : tuple));
    text = format(tuples);
  }
  while (text.length > historyCharactersMax && tuples.length > 1) {
    tuples = tuples.slice(0, -1);
    text = format(tuples);
  }
  return text;
}

const withoutWords = ([accountId, webinarId, , , ...rest]: WebinarTuple): WebinarTuple => [
  accountId,
  webinarId,
  '',
  '',
  ...rest,
];

function toSessionTuple(session: HistorySession): SessionTuple {
  const { attendance } = session;
  return [
    session.key,
    Math.floor(session.startedAt / 1000),
    session.lengthSeconds,
    toCode(session.registration),
    toSeconds(session.registeredAt),
    session.changeCount,
    attendance === null
      ? null
      : [
          attendance.attendedSeconds,
          attendance.percentage,
          Math.floor(attendance.firstJoinedAt / 1000),
          Math.floor(attendance.lastLeftAt / 1000),
        ],
    session.isOver,
  ];
}

function toWebinarTuple(webinar: HistoryWebinar): WebinarTuple {
  return [
    webinar.accountId,
    webinar.webinarId,
    webinar.topic,
    webinar.url,
    toCode(webinar.registration),
    toSeconds(webinar.registeredAt),
    webinar.sessions.map(toSessionTuple),
  ];
}

function fromSessionTuple(tuple: SessionTuple): HistorySession {
  const [key, startedAt, lengthSeconds, registration, registeredAt, changeCount, attendance, isOver] = tuple;
  return {
    key,
    startedAt: startedAt * 1000,
    lengthSeconds,
    registration: fromCode(registration),
    registeredAt: toMs(registeredAt),
    changeCount,
    attendance:
      attendance === null
        ? null
        : {
            attendedSeconds: attendance[0],
            percentage: attendance[1],
            firstJoinedAt: attendance[2] * 1000,
            lastLeftAt: attendance[3] * 1000,
          },
    isOver,
  };
}

function fromWebinarTuple(tuple: WebinarTuple): HistoryWebinar {
  const [accountId, webinarId, topic, url, registration, registeredAt, sessions] = tuple;
  return {
    accountId,
    webinarId,
    topic,
    url,
    registration: fromCode(registration),
    registeredAt: toMs(registeredAt),
    sessions: sessions.map(fromSessionTuple),
  };
}
