import type { RegistrationRefusal } from '../../extensions/contract/registration.ts';
import { normaliseAddress } from '../domain/address.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import type { RegistrationForm } from '../registration/form.ts';
import type { ContactToRegister } from '../registration/prepare-registration.ts';
import type { Refused } from '../registration/ports.ts';
import { readForm } from '../registration/read-form.ts';
import type { RegisterParts } from '../registration/register.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import type { StoredContact } from '../sync/ports.ts';
import { explainRefusal } from '../zoom/registration-refusals.ts';
import { createAccount } from './accounts.ts';
import { createSyncParts, isZoomEvent } from './sync-parts.ts';
import { systemTime } from './system-time.ts';
import type { Vendors, ZoomAccount } from './vendors.ts';

/** A step of the sync that would have less time than this could leave its webinar locked and half-done. */
const writeBackMsLeast = 4_000;

/** Of the contact, to be read before it is registered. */
export const namePropertyNames = ['firstname', 'lastname'] as const;

export const toContactToRegister = ({ properties }: StoredContact, email: string): ContactToRegister => ({
  email,
  firstName: properties['firstname'] ?? '',
  lastName: properties['lastname'] ?? '',
});

export const toRegisterParts = (vendors: Vendors, { source }: ZoomAccount): RegisterParts => ({
  zoom: source,
  now: systemTime.now,
  hasLeft: (ms) => vendors.deadline.remainingMs() >= ms,
});

/** Why nobody can be registered for a webinar that Zoom does not show. */
const causesOfForm: ReadonlySet<RegistrationRefusal['cause']> = new Set(['webinar-not-found', 'licence-missing']);

export async function readFormOrRefusal(
  { source }: ZoomAccount,
  webinarId: string,
): Promise<(RegistrationForm & { readonly kind: 'form' }) | Refused> {
  const { now } = systemTime;
  try {
    const form = await readForm(
      { zoom: source, isZoomEvent: (webinar) => isZoomEvent(source, webinar), now },
      webinarId,
    );
    return { kind: 'form', ...form };
  } catch (error) {
    const refusal = isIntegrationError(error) ? explainRefusal(error.failure, { now: now(), questionNames: [] }) : null;
    if (refusal === null || !causesOfForm.has(refusal.cause)) throw error;
    return { kind: 'refused', refusal };
  }
}

/** Who is to be shown in HubSpot as Zoom lists the person now. */
export interface WriteBack {
  readonly webinarId: string;
  readonly email: string;
  readonly callId: string;
  /** Of the call, on the clock that never jumps. */
  readonly startedMs: number;
}

/** @returns whether HubSpot shows it; whatever goes wrong here, Zoom has it, and the next sync sees it */
export async function writeBack(
  vendors: Vendors,
  { connection }: ZoomAccount,
  { webinarId, email, callId, startedMs }: WriteBack,
): Promise<boolean> {
  if (vendors.deadline.remainingMs() < writeBackMsLeast) return false;
  // Its report counts its own calls.
  const fork = vendors.fork();
  const parts = { ...createSyncParts(fork, fork.zoom(connection.name), callId), startedMs };
  const account = createAccount(fork.hubspot, connection.accountId, parts.now);
  try {
    const { report } = await runSyncStep(
      { ...parts, isDryRun: false, account },
      { webinarId, trigger: 'person', onlyAddress: normaliseAddress(email) },
    );
    const outcome = report?.people?.[0]?.outcome;
    return outcome !== undefined && outcome !== 'skip';
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return false;
  }
}
