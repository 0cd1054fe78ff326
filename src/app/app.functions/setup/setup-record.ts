import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import { tryParseJson } from '../http/json.ts';
import {
  callKeyProperty,
  contactProperties,
  contactPropertyGroup,
  eventDefinitions,
  stateObject,
} from '../hubspot/definitions.ts';
import type { BehaviouralEvent, StateRecord } from '../sync/ports.ts';

/** Key of the record that remembers a finished set-up; worth reading along with a step's own keys. */
export const setupRecordKey = 'setup';

/** Fully qualified names, as the account gave them. */
export type EventNames = Readonly<Record<BehaviouralEvent['kind'], string>>;

/** Changes with any change of the definitions, so that nobody has to remember to raise it. */
export const definitionsVersion = createHash('sha256')
  .update(JSON.stringify([contactPropertyGroup, contactProperties, callKeyProperty, eventDefinitions, stateObject]))
  .digest('hex')
  .slice(0, 16);

const setupPayload = z.object({
  definitionsVersion: z.string(),
  eventNames: z.object({ registration: z.string(), attendance: z.string(), recording: z.string() }),
});

/**
 * What a finished set-up left behind.
 *
 * @returns null when the account has to be set up (again): no record, one of other definitions, or one that was damaged
 */
export function parseSetupRecord(
  record: Pick<StateRecord, 'payload'> | null | undefined,
): { readonly eventNames: EventNames } | null {
  if (record === null || record === undefined) return null;
  const parsed = z.safeParse(setupPayload, tryParseJson(record.payload));
  if (!parsed.success || parsed.data.definitionsVersion !== definitionsVersion) return null;
  return { eventNames: parsed.data.eventNames };
}

export function toSetupRecord(eventNames: EventNames, now: Instant): StateRecord {
  return {
    key: setupRecordKey,
    kind: 'setup',
    payload: JSON.stringify({ definitionsVersion, eventNames }),
    version: 1,
    status: 'complete',
    occurredAt: now,
    summary: 'Properties, events and this object are set up.',
  };
}
