import * as z from 'zod';
import type { AttendanceEntry, CrmRecord, HubSpotWorld, MarketingEvent, SubscriberState } from '../entities.ts';
import { Problem, problems } from '../errors.ts';
import { attendanceInputsMax } from '../limits.ts';
import { contactStore } from '../object-types.ts';
import { batchBody, refuseBatchSize, type BatchError } from '../objects/batch.ts';
import { findBySecondaryEmail, findByUniqueValue } from '../objects/store.ts';
import { applyWrite, planCreate, type WriteContext } from '../objects/write.ts';
import { foldEmail } from '../properties/values.ts';
import { parseInstant } from '../time.ts';

const interaction = {
  interactionDateTime: z.int(),
  properties: z.record(z.string(), z.string()).nullish(),
};

export const byContactIdSchema = z.object({
  inputs: z.array(
    z.object({
      vid: z.union([z.int(), z.string().regex(/^\d+$/, 'is not a number').transform(Number)]),
      ...interaction,
    }),
  ),
});

export const byEmailSchema = z.object({
  inputs: z.array(
    z.object({
      email: z.string(),
      contactProperties: z.record(z.string(), z.unknown()).nullish(),
      ...interaction,
    }),
  ),
});

type ByContactId = z.infer<typeof byContactIdSchema>['inputs'][number];
type ByEmail = z.infer<typeof byEmailSchema>['inputs'][number];

const states: ReadonlySet<string> = new Set<SubscriberState>(['register', 'attend', 'cancel']);

/** @throws Problem 400 for the capital words of the guide and anything else that is not a state */
export function toSubscriberState(word: string): SubscriberState {
  if (!states.has(word)) throw problems.unknownState(word);
  return word as SubscriberState;
}

/** The older endpoints store a state only; the newer ones add times and a timeline entry. */
export type RecordingStyle = 'timeline' | 'state-only';

type Stored = 'stored' | 'nothing-stored' | BatchError;

interface Times {
  readonly joinedAt: number | null;
  readonly leftAt: number | null;
}

function timesOf(properties: ByContactId['properties']): Times | 'unreadable' {
  const read = (name: 'joinedAt' | 'leftAt'): number | null | undefined => {
    const text = properties?.[name];
    return text === undefined || text === '' ? null : (parseInstant(text) ?? undefined);
  };
  const [joinedAt, leftAt] = [read('joinedAt'), read('leftAt')];
  return joinedAt === undefined || leftAt === undefined ? 'unreadable' : { joinedAt, leftAt };
}

const rowError = (subCategory: string, message: string): BatchError => ({
  category: 'VALIDATION_ERROR',
  subCategory: `AttendanceValidationError.${subCategory}`,
  message,
});

function store(
  world: HubSpotWorld,
  target: { readonly event: MarketingEvent; readonly state: SubscriberState; readonly style: RecordingStyle },
  contactId: string,
  input: Pick<ByContactId, 'interactionDateTime' | 'properties'>,
  who: { readonly kind: 'EMAIL' | 'VID'; readonly name: string },
): Stored {
  const { event, state, style } = target;
  let times: Times = { joinedAt: null, leftAt: null };
  if (state === 'attend' && style === 'timeline') {
    const read = timesOf(input.properties);
    if (read === 'unreadable') {
      return rowError(`INVALID_DATE_FOR_${who.kind}`, `joinedAt or leftAt is not a time for \`${who.name}\``);
    }
    // Observed: attendance without its times is answered 200 and not stored.
    if (read.joinedAt === null || read.leftAt === null) return 'nothing-stored';
    if (read.leftAt <= read.joinedAt) {
      return rowError(
        `JOINED_AT_IS_LATER_THAN_LEFT_AT_FOR_${who.kind}`,
        `joinedAt param must be earlier than leftAt for \`${who.name}\``,
      );
    }
    times = read;
  }
  let byContact = world.attendance.get(event.objectId);
  if (byContact === undefined) {
    byContact = new Map<string, AttendanceEntry[]>();
    world.attendance.set(event.objectId, byContact);
  }
  const entries = byContact.get(contactId) ?? [];
  const isRepeat = entries.some((entry) => entry.state === state && entry.interactionAt === input.interactionDateTime);
  if (isRepeat) return 'nothing-stored';
  const entry: AttendanceEntry = {
    sequence: world.nextSequence(),
    eventObjectId: event.objectId,
    contactId,
    state,
    interactionAt: input.interactionDateTime,
    ...times,
    recordedAt: world.clock.now(),
    onTimeline: style === 'timeline',
  };
  byContact.set(contactId, [...entries, entry]);
  return 'stored';
}

function refuseSize(world: HubSpotWorld, count: number): void {
  const isCapped = world.switches.attendanceInputsOver100 === 'refuse';
  refuseBatchSize(count, isCapped ? attendanceInputsMax : Number.POSITIVE_INFINITY);
}

function unknownContact(world: HubSpotWorld, vid: number): Stored {
  if (world.switches.attendanceOfUnknownContact === 'left-out') return 'nothing-stored';
  return {
    category: 'OBJECT_NOT_FOUND',
    message: `No contact with the id ${vid} exists.`,
    context: { vid: [String(vid)] },
  };
}

/** Records attendance of contacts by id; 200 even when rows were refused or nothing was stored. */
export function recordByContactId(
  world: HubSpotWorld,
  event: MarketingEvent,
  state: SubscriberState,
  inputs: readonly ByContactId[],
  style: RecordingStyle = 'timeline',
): object {
  refuseSize(world, inputs.length);
  const results: object[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    const contactId = String(input.vid);
    const stored = contactStore(world).live.has(contactId)
      ? store(world, { event, state, style }, contactId, input, { kind: 'VID', name: contactId })
      : unknownContact(world, input.vid);
    if (stored === 'stored') results.push({ vid: input.vid });
    else if (stored !== 'nothing-stored') errors.push(stored);
  }
  return batchBody(world, results, errors);
}

function findOrCreate(world: HubSpotWorld, context: WriteContext, input: ByEmail): CrmRecord {
  const found =
    findByUniqueValue(context.store, 'email', input.email) ?? findBySecondaryEmail(context.store, input.email);
  if (found !== undefined) return found;
  return applyWrite(world, context, planCreate(world, context, { ...input.contactProperties, email: input.email }));
}

/** Records attendance by e-mail; the newer endpoint creates the contacts that are missing, the older leaves them out. */
export function recordByEmail(
  world: HubSpotWorld,
  app: { readonly appId: number },
  event: MarketingEvent,
  state: SubscriberState,
  inputs: readonly ByEmail[],
  style: RecordingStyle = 'timeline',
): object {
  refuseSize(world, inputs.length);
  const results: object[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    const email = foldEmail(input.email);
    const context: WriteContext = { store: contactStore(world), claims: new Map(), isDated: false, appId: app.appId };
    let contact: CrmRecord | undefined;
    if (style === 'state-only') contact = findByUniqueValue(context.store, 'email', email);
    else {
      try {
        contact = findOrCreate(world, context, { ...input, email });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        errors.push(error.asRow);
      }
    }
    if (contact === undefined) continue;
    const stored = store(world, { event, state, style }, contact.id, input, { kind: 'EMAIL', name: email });
    if (stored === 'stored') results.push({ vid: Number(contact.id), email });
    else if (stored !== 'nothing-stored') errors.push(stored);
  }
  return batchBody(world, results, errors);
}
