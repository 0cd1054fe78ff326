import * as z from 'zod/mini';
import { emptyHistory, type ContactHistory, type HistorySession, type HistoryWebinar } from './contact-history.ts';

/**
 * The history as a compact text for one contact property: tuples instead of objects, times in whole seconds.
 * HubSpot holds at most 65,536 characters in a text property.
 */
export const historyCharactersMax = 60_000;

/** What no date can be made of was written by somebody else. */
const second = z.number().check(z.minimum(0), z.maximum(253_402_300_799));
const seconds = z.nullable(second);
const lengthOfTime = z.number().check(z.minimum(0), z.maximum(1_000_000_000));
const registrationCode = z.enum(['r', 'c', '-']);

const sessionTuple = z.tuple([
  z.string(), // key
  second, // startedAt, s
  lengthOfTime, // length, s
  registrationCode,
  seconds, // registeredAt
  z.number(), // changeCount
  z.nullable(z.tuple([lengthOfTime, z.number(), second, second], second)), // attended s, percentage, joined s, left s, known at s
  z.boolean(), // isOver
]);

const webinarTuple = z.tuple(
  [
    z.string(), // accountId
    z.string(), // webinarId
    z.string(), // topic
    z.string(), // url
    registrationCode,
    seconds, // registeredAt
    z.array(sessionTuple),
  ],
  z.string(), // joinUrl, where there is one
);

const historyDocument = z.object({
  v: z.literal(1),
  n: z.nullable(z.tuple([z.string(), z.string(), second])),
  m: z.optional(z.array(z.string())),
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
  if (text === null || text === undefined || text === '') return emptyHistory;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const document = z.safeParse(historyDocument, parsed);
  if (!document.success) return null;
  const { n, m, w } = document.data;
  return {
    writtenNames: n === null ? null : { firstName: n[0], lastName: n[1], registeredAt: n[2] * 1000 },
    mergedContactIds: m ?? [],
    webinars: w.map(fromWebinarTuple),
  };
}

/**
 * Writes the history. When it would be too long, the oldest webinars lose topic and link first, then their places are
 * given up, oldest first, and at last the oldest sessions of the newest webinar; the counters are computed before that
 * happens, from the whole history.
 */
export function formatHistory({ writtenNames, mergedContactIds, webinars }: ContactHistory): string {
  const names =
    writtenNames === null
      ? null
      : [writtenNames.firstName, writtenNames.lastName, Math.floor(writtenNames.registeredAt / 1000)];
  const merged = mergedContactIds.length === 0 ? '' : `"m":${JSON.stringify(mergedContactIds)},`;
  const format = (texts: readonly string[]): string =>
    `{"v":1,"n":${JSON.stringify(names)},${merged}"w":[${texts.join(',')}]}`;
  const charactersLeft = historyCharactersMax - format([]).length;
  return format(fitWebinars(webinars.map(toWebinarTuple), charactersLeft));
}

function fitWebinars(tuples: readonly WebinarTuple[], charactersMax: number): readonly string[] {
  const texts = tuples.map((tuple) => JSON.stringify(tuple));
  let length = texts.reduce((sum, text) => sum + text.length + 1, 0);
  for (const [index, tuple] of [...tuples.entries()].reverse()) {
    if (length <= charactersMax) return texts;
    const text = JSON.stringify(withoutWords(tuple));
    length += text.length - (texts[index]?.length ?? 0);
    texts[index] = text;
  }
  while (length > charactersMax && texts.length > 1) length -= (texts.pop()?.length ?? 0) + 1;
  const [newest] = tuples;
  return newest === undefined || length <= charactersMax ? texts : fitSessions(withoutWords(newest), charactersMax);
}

function fitSessions([...tuple]: WebinarTuple, charactersMax: number): readonly string[] {
  while (tuple[6].length > 0 && JSON.stringify(tuple).length >= charactersMax) tuple[6] = tuple[6].slice(1);
  return [JSON.stringify(tuple)];
}

const withoutWords = ([accountId, webinarId, , , registration, registeredAt, sessions]: WebinarTuple): WebinarTuple => [
  accountId,
  webinarId,
  '',
  '',
  registration,
  registeredAt,
  sessions,
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
          ...(session.attendanceKnownAt === undefined ? [] : [Math.floor(session.attendanceKnownAt / 1000)]),
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
    ...(webinar.joinUrl === null ? [] : [webinar.joinUrl]),
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
    ...(attendance?.[4] === undefined ? {} : { attendanceKnownAt: attendance[4] * 1000 }),
    isOver,
  };
}

function fromWebinarTuple(tuple: WebinarTuple): HistoryWebinar {
  const [accountId, webinarId, topic, url, registration, registeredAt, sessions, joinUrl] = tuple;
  return {
    accountId,
    webinarId,
    topic,
    url,
    registration: fromCode(registration),
    registeredAt: toMs(registeredAt),
    joinUrl: joinUrl ?? null,
    sessions: sessions.map(fromSessionTuple),
  };
}
