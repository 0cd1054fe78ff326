import * as z from 'zod/mini';
import { parseInstant, type Instant } from '../domain/instant.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody, unexpectedShape } from '../http/json.ts';
import type { ContactParticipation, ContactParticipationGateway } from '../sync/account-ports.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import type { CallFacts } from './hubspot-call.ts';
import { participationPageSize } from './hubspot-limits.ts';
import { paging, readNextPage } from './paging.ts';

const facts: CallFacts = {
  operation: 'read participations of contact',
  isIdempotent: true,
  rateClass: 'hubspot.general',
};

const numberOrText = z.union([z.number(), z.string()]);
const breakdownRow = z.object({
  associations: z.object({
    marketingEvent: z.object({
      name: z.optional(z.nullable(z.string())),
      externalAccountId: z.optional(z.nullable(z.string())),
      externalEventId: z.optional(z.nullable(z.string())),
    }),
  }),
  properties: z.object({
    attendanceState: z.string(),
    occurredAt: numberOrText,
    attendanceDurationSeconds: z.optional(z.nullable(z.number())),
    attendancePercentage: z.optional(z.nullable(numberOrText)),
  }),
});
type BreakdownRow = z.infer<typeof breakdownRow>;
const breakdownPage = z.object({ results: z.array(breakdownRow), paging });

/** HubSpot has another one for people without a state. */
const states: ReadonlyMap<string, ContactParticipation['state']> = new Map([
  ['REGISTERED', 'registered'],
  ['CANCELLED', 'cancelled'],
  ['ATTENDED', 'attended'],
  ['NO_SHOW', 'no-show'],
]);

/**
 * In which marketing events a contact has a part. Other Zoom accounts' events and states that say nothing are left out.
 * A contact that HubSpot does not know has none.
 *
 * Whether HubSpot gives the share of attendance as a fraction or in percent is not established. One account has one
 * form, so one share above 1 shows that all are percents; otherwise they are read as fractions. What is misread then are
 * contacts who never stayed longer than a hundredth of any webinar.
 *
 * @param options.externalAccountId - of the Zoom account
 * @throws IntegrationError of every kind that a call can have
 * @see https://developers.hubspot.com/docs/api-reference/legacy/marketing/marketing-events/guide (read 2026-11-20)
 */
export function createContactParticipationGateway(
  api: HubSpotApi,
  { externalAccountId }: { readonly externalAccountId: string },
): ContactParticipationGateway {
  return {
    async listParticipations(contactId) {
      const rows = await readRows(api, contactId);
      const arePercents = rows.some(({ properties }) => readShare(properties.attendancePercentage) > 1);
      return rows.flatMap(({ associations: { marketingEvent }, properties, occurredAt }) => {
        const state = states.get(properties.attendanceState);
        const { externalEventId, name } = marketingEvent;
        if (marketingEvent.externalAccountId !== externalAccountId || externalEventId == null) return [];
        if (state === undefined) return [];
        const attendance = readAttendance(state, properties, arePercents);
        return [{ externalEventId, eventName: name ?? '', state, occurredAt, ...attendance }];
      });
    },
  };
}

type DatedRow = BreakdownRow & { readonly occurredAt: Instant };

async function readRows(api: HubSpotApi, contactId: string): Promise<readonly DatedRow[]> {
  const rows: DatedRow[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<HubSpotApi['call']>> | null = await api
      .call(
        facts,
        api.participations.getParticipationsBreakdownByContactId(
          contactId,
          undefined,
          participationPageSize,
          after ?? undefined,
        ),
      )
      .catch((error: unknown) => {
        if (isFailureOfKind(error, 'not-found')) return null;
        throw error;
      });
    if (answer === null) return rows;
    const page = parseJsonBody({ system: 'hubspot', ...facts }, answer, breakdownPage);
    for (const row of page.results) {
      const occurredAt = readInstant(row.properties.occurredAt);
      if (occurredAt === null) {
        throw unexpectedShape({ system: 'hubspot', ...facts }, answer, 'properties.occurredAt is no point in time');
      }
      rows.push({ ...row, occurredAt });
    }
    after = readNextPage(facts, answer, page, after);
  } while (after !== null);
  return rows;
}

/** The specification has milliseconds, the guide's example a time in words. */
function readInstant(value: number | string): Instant | null {
  if (typeof value === 'number') return value;
  return /^\d+$/.test(value) ? Number(value) : parseInstant(value);
}

function readShare(share: number | string | null | undefined): number {
  return share == null || share === '' ? Number.NaN : Number(share);
}

function readAttendance(
  state: ContactParticipation['state'],
  { attendanceDurationSeconds, attendancePercentage }: BreakdownRow['properties'],
  arePercents: boolean,
): Pick<ContactParticipation, 'attendedSeconds' | 'percentage'> {
  if (state !== 'attended') return { attendedSeconds: null, percentage: null };
  const share = readShare(attendancePercentage);
  const percentage = Math.min(100, Math.max(0, Math.round(arePercents ? share : share * 100)));
  return {
    attendedSeconds: attendanceDurationSeconds ?? null,
    percentage: Number.isNaN(percentage) ? null : percentage,
  };
}
