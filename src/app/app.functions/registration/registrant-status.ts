import type { FoundRegistrant } from './find-registrant.ts';
import type { RegistrantName } from './ports.ts';

/** Whom to cancel at Zoom; null for somebody who is not registered. */
export function findCancellable(found: FoundRegistrant, email: string): RegistrantName | null {
  switch (found.kind) {
    case 'absent':
      return null;
    case 'unknown':
      return { registrantId: null, email };
    case 'found':
      // Zoom has no cancelled state: whoever was cancelled before is listed as denied.
      return found.registrant.status === 'denied' ? null : { registrantId: found.registrant.registrantId, email };
  }
}
