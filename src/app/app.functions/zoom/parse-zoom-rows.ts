import { safeParse, type core } from 'zod/mini';
import type { ApprovalStatus, Participation, Registrant } from '../domain/webinar.ts';
import { zoomParticipantSchema, zoomRegistrantSchema } from './zoom-schemas.ts';

/** The rows that could be understood, in Zoom's order, and how many could not. */
export interface ParsedRows<Row> {
  readonly rows: readonly Row[];
  readonly quarantinedCount: number;
}

/** One row that does not fit costs itself, never the page. */
export function parseZoomRows<Schema extends core.$ZodType, Row>(
  wireRows: readonly unknown[],
  schema: Schema,
  toRow: (parsed: core.output<Schema>) => Row,
): ParsedRows<Row> {
  const rows = wireRows.flatMap((wireRow) => {
    const parsed = safeParse(schema, wireRow);
    return parsed.success ? [toRow(parsed.data)] : [];
  });
  return { rows, quarantinedCount: wireRows.length - rows.length };
}

/** @param list - which list the rows were found in */
export function parseZoomRegistrants(
  wireRows: readonly unknown[],
  list: { readonly status: ApprovalStatus; readonly occurrenceId: string | null },
): ParsedRows<Registrant> {
  return parseZoomRows(wireRows, zoomRegistrantSchema, (registrant) => {
    const status = toApprovalStatus(registrant.status) ?? list.status;
    return {
      registrantId: registrant.id,
      email: registrant.email.trim().toLowerCase(),
      firstName: registrant.first_name,
      lastName: registrant.last_name,
      status,
      registeredAt: registrant.create_time,
      occurrenceId: list.occurrenceId,
      joinUrl: status === 'approved' ? registrant.join_url : null,
    };
  });
}

const approvalStatuses: readonly string[] = ['approved', 'pending', 'denied'] satisfies readonly ApprovalStatus[];

const isApprovalStatus = (status: string): status is ApprovalStatus => approvalStatuses.includes(status);

/** Null for a status that is missing, or that Zoom did not have before. */
export const toApprovalStatus = (status: string | null | undefined): ApprovalStatus | null =>
  status !== null && status !== undefined && isApprovalStatus(status) ? status : null;

/** One row for each join, in Zoom's order; a person who came back appears several times. */
export function parseZoomParticipants(wireRows: readonly unknown[], instanceUuid: string): ParsedRows<Participation> {
  return parseZoomRows(wireRows, zoomParticipantSchema, (participant) => ({
    instanceUuid,
    joinId: participant.user_id,
    registrantId: participant.registrant_id,
    email: participant.user_email,
    userId: participant.participant_user_id ?? participant.id,
    displayName: participant.name,
    joinedAt: participant.join_time,
    leftAt: participant.leave_time,
    durationSeconds: participant.duration,
    wasInWaitingRoom: participant.status === 'in_waiting_room',
  }));
}
