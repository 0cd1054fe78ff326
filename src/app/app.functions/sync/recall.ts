import type { Person, Registration } from '../domain/person.ts';
import type { PersonMark } from './people-marks.ts';

/**
 * Where the host approves registrations, Zoom shows a cancelled one and a refused one alike. Who is known to have been
 * registered before was cancelled, not refused.
 */
export function recallRegistration(person: Person, mark: PersonMark | undefined): Person {
  const wasRegistered = mark?.standing === 'registered' || mark?.standing === 'cancelled';
  if (!wasRegistered || person.registration?.state !== 'denied') return person;
  const asCancelled = (registration: Registration | null): Registration | null =>
    registration?.state === 'denied' ? { ...registration, state: 'cancelled' } : registration;
  return {
    ...person,
    registration: asCancelled(person.registration),
    sessions: person.sessions.map((session) => ({ ...session, registration: asCancelled(session.registration) })),
  };
}
