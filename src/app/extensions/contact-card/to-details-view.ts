import type { ContactSession, ContactWebinar } from '../contract/contact-webinars.ts';
import type { Words } from '../shared/words/words.ts';

/** What a webinar shows on demand. */
export interface DetailsView {
  /** Null for somebody who came without a registration. */
  readonly registeredOn: string | null;
  readonly joinUrl: string | null;
  /** The webinar's public page, while there is something to come. */
  readonly pageUrl: string | null;
  readonly sessions: readonly SessionDetailsView[];
}

export interface SessionDetailsView {
  readonly key: string;
  /** Named where there are several. */
  readonly date: string | null;
  readonly stay: string | null;
  readonly note: string | null;
  readonly recording: { readonly url: string; readonly label: string } | null;
}

/** @param sessions - of the webinar, in the order of the card */
export function toDetailsView(
  { registeredAt, joinUrl, url, ...webinar }: ContactWebinar,
  sessions: readonly ContactSession[],
  words: Words,
): DetailsView {
  const { formats } = words;
  const isToCome = webinar.sessions.length === 0 || sessions.some(({ isOver }) => !isOver);
  return {
    registeredOn: registeredAt === null ? null : formats.dateAndTime(registeredAt),
    joinUrl,
    pageUrl: isToCome && url !== '' ? url : null,
    sessions: sessions
      .map((session) => toSessionDetails(session, sessions.length > 1, words))
      .filter(({ stay, note, recording }) => stay !== null || note !== null || recording !== null),
  };
}

function toSessionDetails(session: ContactSession, isOneOfSeveral: boolean, { t, formats }: Words): SessionDetailsView {
  const { joinedAt, leftAt, recordingUrl } = session;
  const date = isOneOfSeveral ? formats.dateAndTime(session.startedAt) : null;
  return {
    key: session.key,
    date,
    stay:
      joinedAt === null || leftAt === null
        ? null
        : t('card.details.stay-from-to', { joined: formats.time(joinedAt), left: formats.time(leftAt) }),
    note: session.isOver && session.state === 'registered' ? t('card.details.not-final') : null,
    recording:
      recordingUrl === null
        ? null
        : {
            url: recordingUrl,
            label: isOneOfSeveral
              ? t('card.details.watch-recording-of', { date: formats.date(session.startedAt) })
              : t('card.details.watch-recording'),
          },
  };
}
