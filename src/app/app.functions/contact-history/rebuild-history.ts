import { toWholeSeconds, type Instant } from '../domain/instant.ts';
import { isSameWebinar, recordWebinar, type ContactHistory, type HistorySession } from './contact-history.ts';

/** What HubSpot's marketing events say about a contact in one session. */
export interface KnownParticipation {
  readonly accountId: string;
  readonly webinarId: string;
  readonly sessionKey: string;
  readonly topic: string;
  readonly state: 'registered' | 'cancelled' | 'attended' | 'no-show';
  readonly occurredAt: Instant;
  readonly attendedSeconds: number | null;
  readonly percentage: number | null;
}

/**
 * Takes the webinars of contacts that were merged into this one over into its history, from what HubSpot's marketing
 * events know: with the merged contact its own history is gone. What the history knows already is left alone; the next
 * sync of such a webinar replaces what is approximate here by Zoom's own data.
 *
 * @param mergedContactIds - all contacts that were ever merged into this one
 */
export function rebuildHistory(
  history: ContactHistory,
  participations: readonly KnownParticipation[],
  mergedContactIds: readonly string[],
): ContactHistory {
  const rebuilt = participations
    .toSorted(compareParticipations)
    .reduce((known, participation) => addParticipation(known, participation), history);
  return { ...rebuilt, mergedContactIds: [...new Set([...history.mergedContactIds, ...mergedContactIds])].sort() };
}

/** HubSpot's list of merged contacts, from its property. */
export const parseMergedContactIds = (value: string | null | undefined): readonly string[] =>
  (value ?? '').split(';').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));

const standingRank: Readonly<Record<KnownParticipation['state'], number>> = {
  attended: 0,
  'no-show': 1,
  registered: 2,
  cancelled: 3,
};

/** Of several sessions of one webinar, one that stands says how the contact stands in the whole. */
const compareParticipations = (a: KnownParticipation, b: KnownParticipation): number =>
  standingRank[a.state] - standingRank[b.state] ||
  a.occurredAt - b.occurredAt ||
  (a.sessionKey < b.sessionKey ? -1 : a.sessionKey > b.sessionKey ? 1 : 0);

function addParticipation(history: ContactHistory, participation: KnownParticipation): ContactHistory {
  const known = history.webinars.find((webinar) => isSameWebinar(webinar, participation));
  if (known?.sessions.some(({ key }) => key === participation.sessionKey) === true) return history;
  const session = toSession(participation);
  const base = known ?? {
    accountId: participation.accountId,
    webinarId: participation.webinarId,
    topic: participation.topic,
    url: '',
    registration: session.registration,
    registeredAt: session.registeredAt,
    joinUrl: null,
    sessions: [],
  };
  return recordWebinar(history, { ...base, sessions: [...base.sessions, session] });
}

/** Who attended has registered, as far as anybody can tell from the event. */
function toSession(participation: KnownParticipation): HistorySession {
  const { sessionKey, state, attendedSeconds, percentage } = participation;
  const occurredAt = toWholeSeconds(participation.occurredAt);
  const seconds = attendedSeconds ?? 0;
  const share = percentage ?? 0;
  return {
    key: sessionKey,
    startedAt: occurredAt,
    lengthSeconds: share > 0 ? Math.round((seconds * 100) / share) : seconds,
    registration: state === 'cancelled' ? 'cancelled' : 'registered',
    registeredAt: occurredAt - (state === 'attended' ? 1000 : 0),
    changeCount: state === 'cancelled' ? 1 : 0,
    attendance:
      state === 'attended'
        ? {
            attendedSeconds: seconds,
            percentage: share,
            firstJoinedAt: occurredAt,
            lastLeftAt: occurredAt + seconds * 1000,
          }
        : null,
    isOver: state === 'attended' || state === 'no-show',
  };
}
