import type { Person, Registration } from '../domain/person.ts';
import type { PersonMark } from './people-marks.ts';

/**
 * Where the host approves registrations, Zoom shows a cancelled one and a refused one alike, and one that was cancelled
 * and made again waits for approval. Who is known to have been registered before was cancelled, not refused.
 */
export function recallRegistration(person: Person, mark: PersonMark | null): Person {
  const wasRegistered = mark?.standing === 'registered' || mark?.standing === 'cancelled';
  if (!wasRegistered || !isWithheld(person.registration)) return person;
  const asCancelled = (registration: Registration | null): Registration | null =>
    registration !== null && isWithheld(registration) ? { ...registration, state: 'cancelled' } : registration;
  return {
    ...person,
    registration: asCancelled(person.registration),
    sessions: person.sessions.map((session) => ({ ...session, registration: asCancelled(session.registration) })),
  };
}

const isWithheld = (registration: Registration | null): boolean =>
  registration?.state === 'denied' || registration?.state === 'pending';
