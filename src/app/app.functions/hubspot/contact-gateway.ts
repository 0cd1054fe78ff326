import { parseJsonBody } from '../http/json.ts';
import type { ContactGateway, ContactWriteOutcome, StoredContact } from '../sync/ports.ts';
import { batchAnswer, readFound, settleBatch, type HubSpotObject, type TracedInput } from './batch-answer.ts';
import { addressProperties, readContactAddresses } from './contact-addresses.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { objectBatchSizeMax } from './hubspot-limits.ts';
import { describeProblem } from './hubspot-problem.ts';
import { isolateRefused } from './isolate-refused.ts';
import { bug, type CallFacts } from './hubspot-call.ts';

const objectType = 'contacts';

interface KeyedInput {
  readonly key: string;
  readonly properties: Readonly<Record<string, string>>;
}

interface ContactRow<Input extends KeyedInput> extends TracedInput {
  readonly input: Input;
}

const callFacts = (operation: string): CallFacts => ({ operation, isIdempotent: true, rateClass: 'hubspot.general' });

/**
 * HubSpot's contacts. Nothing is sent for an empty list. Writes carry a trace id per input, so that HubSpot judges each
 * row for itself; where it refuses a whole request nevertheless, the rows are sent again in halves until the refused
 * ones stand alone, so one method may then take several calls.
 *
 * @throws IntegrationError of every kind that a call can have; `bug` for more than 100 inputs or repeated keys
 * @see https://developers.hubspot.com/docs/api-reference/legacy/crm/objects/contacts/batch/upsert-contacts (read 2026-11-20)
 */
export function createContactGateway(api: HubSpotApi): ContactGateway {
  return {
    readByEmail: (emails, properties) =>
      readContacts(api, callFacts('read contacts by address'), emails, properties, 'email'),
    readById: (contactIds, properties) =>
      readContacts(api, callFacts('read contacts by id'), contactIds, properties, undefined),

    upsertByEmail(inputs) {
      const facts = callFacts('create or update contacts');
      return writeContacts(
        facts,
        inputs.map((input, index) => ({ input, traceId: toTraceId(index), identity: input.email.toLowerCase() })),
        (rows) =>
          // The address stands in `id` alone: as a property it would become the primary address of a contact that has
          // it as a secondary one.
          api.call(
            facts,
            api.objectBatches.upsert(objectType, {
              inputs: rows.map(({ input, traceId }) => ({
                id: input.email,
                idProperty: 'email',
                objectWriteTraceId: traceId,
                properties: { ...input.properties },
              })),
            }),
          ),
      );
    },

    updateById(inputs) {
      const facts = callFacts('update contacts');
      return writeContacts(
        facts,
        inputs.map((input, index) => ({ input, traceId: toTraceId(index), identity: input.contactId })),
        (rows) =>
          api.call(
            facts,
            api.objectBatches.update(objectType, {
              inputs: rows.map(({ input, traceId }) => ({
                id: input.contactId,
                objectWriteTraceId: traceId,
                properties: { ...input.properties },
              })),
            }),
          ),
      );
    },
  };
}

// The caller's keys may say who a row is about; trace ids end up in HubSpot's logs.
const toTraceId = (index: number): string => `row-${index}`;

async function readContacts(
  api: HubSpotApi,
  facts: CallFacts,
  ids: readonly string[],
  properties: readonly string[],
  idProperty: string | undefined,
): Promise<readonly StoredContact[]> {
  if (ids.length === 0) return [];
  refuseTooMany(facts, ids.length);
  const answer = await api.call(
    facts,
    api.objectBatches.read(objectType, {
      inputs: ids.map((id) => ({ id })),
      properties: [...new Set([...addressProperties, ...properties])],
      propertiesWithHistory: [],
      ...(idProperty === undefined ? {} : { idProperty }),
    }),
  );
  const found = readFound(facts, parseJsonBody({ system: 'hubspot', ...facts }, answer, batchAnswer));
  // Two addresses of one contact may bring it twice.
  return [...new Map(found.map((record) => [record.id, toStoredContact(record)])).values()];
}

function toStoredContact({ id, properties }: HubSpotObject): StoredContact {
  const { primary, additional } = readContactAddresses(properties);
  return { contactId: id, email: primary, additionalEmails: additional, properties };
}

async function writeContacts<Input extends KeyedInput>(
  facts: CallFacts,
  rows: readonly ContactRow<Input>[],
  send: (rows: readonly ContactRow<Input>[]) => ReturnType<HubSpotApi['call']>,
): Promise<ContactWriteOutcome> {
  refuseTooMany(facts, rows.length);
  if (new Set(rows.map(({ input }) => input.key)).size < rows.length) throw bug(facts.operation, 'repeated keys');
  const written = new Map<string, { readonly contactId: string; readonly isNew: boolean }>();
  const rejected = new Map<string, string>();
  if (rows.length === 0) return { written, rejected, missing: [] };

  const isolation = await isolateRefused(rows, async (group) => {
    const batch = parseJsonBody({ system: 'hubspot', ...facts }, await send(group), batchAnswer);
    const settlement = settleBatch(group, batch, identitiesOf);
    for (const [{ input }, record] of settlement.written) {
      written.set(input.key, { contactId: record.id, isNew: record.new ?? false });
    }
    for (const [{ input }, { problem }] of settlement.rejected) rejected.set(input.key, problem);
    const [unattributed] = settlement.unattributed;
    return unattributed === undefined
      ? { open: [], problem: '' }
      : { open: settlement.missing, problem: describeProblem(unattributed) };
  });
  for (const [{ input }, problem] of isolation.refused) rejected.set(input.key, problem);

  const missing = rows.map(({ input }) => input.key).filter((key) => !written.has(key) && !rejected.has(key));
  if (written.size + rejected.size + missing.length !== rows.length) {
    throw bug(facts.operation, 'inputs are not the sum of written, rejected and missing');
  }
  return { written, rejected, missing };
}

const identitiesOf = ({ id, properties }: HubSpotObject): readonly string[] => {
  const email = properties.email?.trim().toLowerCase();
  return email === undefined ? [id] : [id, email];
};

function refuseTooMany({ operation }: CallFacts, count: number): void {
  if (count > objectBatchSizeMax) throw bug(operation, `${count} inputs, the maximum is ${objectBatchSizeMax}`);
}
