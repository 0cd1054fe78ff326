import type { ParticipationCounts } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import type { ApprovalStatus, Panelist, Participation, Registrant, Webinar } from '../domain/webinar.ts';
import type { AccountUserGateway, ContactParticipationGateway, DeletedContactGateway } from './account-ports.ts';
import type { CallGateway } from './recording-ports.ts';

/** One page of a list. Rows that could not be understood are counted, never dropped silently. */
export interface Page<Row> {
  readonly kind: 'page';
  readonly rows: readonly Row[];
  readonly quarantinedCount: number;
  /** Null at the end of the list. */
  readonly nextPageToken: string | null;
  /** The vendor's own count of the whole list, if it said so. */
  readonly totalCount: number | null;
}

/** The token outlived its fifteen minutes; the list must be read from its beginning. */
export interface PageTokenExpired {
  readonly kind: 'page-token-expired';
}

/** Zoom has no report (yet) under this uuid. */
export interface NotReady {
  readonly kind: 'not-ready';
}

export interface RegistrationOff {
  readonly kind: 'registration-off';
}

export interface InstanceReport {
  readonly kind: 'report';
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** What a sync reads from Zoom. Every method is one call (plus a token when none is cached) and throws IntegrationError. */
export interface ZoomSource {
  readWebinar(webinarId: string): Promise<Webinar>;
  /** Ended instances, oldest first. */
  listInstances(webinarId: string): Promise<readonly { readonly uuid: string; readonly startedAt: Instant | null }[]>;
  readInstanceReport(instanceUuid: string): Promise<InstanceReport | NotReady>;
  listPanelists(webinarId: string): Promise<readonly Panelist[]>;
  readRegistrantPage(request: {
    readonly webinarId: string;
    readonly status: ApprovalStatus;
    readonly occurrenceId: string | null;
    readonly pageToken: string | null;
  }): Promise<Page<Registrant> | PageTokenExpired | RegistrationOff>;
  readParticipantPage(request: {
    readonly instanceUuid: string;
    readonly pageToken: string | null;
  }): Promise<Page<Participation> | PageTokenExpired | NotReady>;
}

/** A contact as HubSpot holds it; addresses in lower case. */
export interface StoredContact {
  readonly contactId: string;
  readonly email: string | null;
  readonly additionalEmails: readonly string[];
  readonly properties: Readonly<Record<string, string | null>>;
}

/** What became of each input of a batch, by the input's key. Every key is in exactly one of the three. */
export interface ContactWriteOutcome {
  readonly written: ReadonlyMap<string, { readonly contactId: string; readonly isNew: boolean }>;
  /** Value: what HubSpot said, without addresses. */
  readonly rejected: ReadonlyMap<string, string>;
  /** HubSpot neither confirmed nor refused these. */
  readonly missing: readonly string[];
}

/** At most 100 records a call; each method is one call. */
export interface ContactGateway {
  /** Matches primary and secondary addresses; absent contacts are simply not in the answer. Addresses must be distinct and in lower case. */
  readByEmail(emails: readonly string[], properties: readonly string[]): Promise<readonly StoredContact[]>;
  readById(contactIds: readonly string[], properties: readonly string[]): Promise<readonly StoredContact[]>;
  /** Creates or updates by primary address. */
  upsertByEmail(
    inputs: readonly {
      readonly key: string;
      readonly email: string;
      readonly properties: Readonly<Record<string, string>>;
    }[],
  ): Promise<ContactWriteOutcome>;
  updateById(
    inputs: readonly {
      readonly key: string;
      readonly contactId: string;
      readonly properties: Readonly<Record<string, string>>;
    }[],
  ): Promise<ContactWriteOutcome>;
}

export interface MarketingEventFacts {
  readonly externalEventId: string;
  readonly name: string;
  readonly organiser: string;
  readonly description: string;
  readonly url: string | null;
  readonly startsAt: Instant;
  /** Null while it is not known who came. */
  readonly endsAt: Instant | null;
  readonly isCompleted: boolean;
}

export interface AttendanceEntry {
  readonly contactId: string;
  /** Derived from Zoom's times: HubSpot ignores a repeat with the same instant. */
  readonly interactionAt: Instant;
  /** Only for `attend`, and then `leftAt` is later than `joinedAt`. */
  readonly joinedAt?: Instant;
  readonly leftAt?: Instant;
}

export type AttendanceState = 'register' | 'attend' | 'cancel';

export interface MarketingEventGateway {
  /** Creates or replaces the event. Idempotent. */
  upsert(event: MarketingEventFacts): Promise<void>;
  /** Marks the event as over, so that HubSpot knows the no-shows. Idempotent. */
  complete(externalEventId: string, startedAt: Instant, endedAt: Instant): Promise<void>;
  /** At most 100 entries. HubSpot answers 200 even when it refuses entries: what it said comes back. */
  record(
    externalEventId: string,
    state: AttendanceState,
    entries: readonly AttendanceEntry[],
  ): Promise<{ readonly refusals: readonly { readonly contactIds: readonly string[]; readonly problem: string }[] }>;
  readParticipations(externalEventId: string): Promise<ParticipationCounts>;
  /** Marks the event as cancelled. Idempotent; an event that does not exist is fine. */
  cancel(externalEventId: string): Promise<void>;
}

export interface BehaviouralEvent {
  readonly kind: 'registration' | 'attendance' | 'recording';
  readonly contactId: string;
  readonly occurredAt: Instant;
  /** Derived from Zoom's data: HubSpot drops a repeat. */
  readonly uuid: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface BehaviouralEventGateway {
  /** At most 500 events, one call. HubSpot answers before it looks at them. */
  send(events: readonly BehaviouralEvent[]): Promise<void>;
}

export type RecordKind =
  | 'setup'
  | 'settings'
  | 'facts'
  | 'webinar'
  | 'rows'
  | 'outcomes'
  | 'people'
  | 'skipped'
  | 'lease'
  | 'audit'
  | 'sweep'
  | 'registration'
  | 'doorbell'
  | 'doors'
  | 'writes';

/** A record of the app's own custom object. */
export interface StateRecord {
  /** Unique in the account. */
  readonly key: string;
  readonly kind: RecordKind;
  /** At most 65,000 characters. */
  readonly payload: string;
  readonly version: number;
  readonly status: string;
  readonly occurredAt: Instant | null;
  /** One line for an admin who looks at the record in HubSpot. */
  readonly summary: string;
  /** Of a webinar: what its syncs did, for whoever reads the records of many. */
  readonly activity?: string;
}

export interface StoredRecord extends StateRecord {
  /** HubSpot's id, needed to remove the record. */
  readonly recordId: string;
}

/** The app's memory between steps: the only place with unique keys. */
export interface StateStore {
  /** One call per 100 keys. Absent keys are absent in the map. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /** Atomic: of several that create one key, exactly one gets the id; the others get null. */
  create(record: StateRecord): Promise<string | null>;
  /** The same for up to a hundred records with different keys, in one call unless an answer is lost: key → record id. */
  createAll(records: readonly StateRecord[]): Promise<ReadonlyMap<string, string>>;
  /** Creates or replaces; one call per 100 records (fewer if they are large). Answers key → record id. */
  write(records: readonly StateRecord[]): Promise<ReadonlyMap<string, string>>;
  /** How many calls `write` will need for these records. */
  countWriteCalls(records: readonly StateRecord[]): number;
  /** One call per 100 ids. Ids that are gone already are fine. */
  remove(recordIds: readonly string[]): Promise<void>;
  /** Newest by `occurredAt` first, with `before` only those of before that moment; may lag some seconds behind. */
  listNewest(kind: RecordKind, limit: number, before?: Instant): Promise<readonly StoredRecord[]>;
  /** Records of any of the ages, in no order; may lag some seconds behind. One call for up to 200. */
  listOld(ages: readonly RecordAge[], limit: number): Promise<readonly StoredRecord[]>;
}

/** Records of some kinds of before a moment, by `occurredAt`. */
export interface RecordAge {
  readonly kinds: readonly RecordKind[];
  readonly before: Instant;
}

/** The HubSpot account as a sync needs it. */
export interface Account {
  /** Key of the record that says that everything is set up. */
  readonly setupKey: string;
  /** Null when the app has never been set up in this account. */
  findStore(): Promise<StateStore | null>;
  /**
   * Makes sure that properties, event definitions and the app's own object exist.
   *
   * @param setup - the record under `setupKey` as just read
   */
  prepare(setup: StoredRecord | undefined): Promise<PreparedAccount>;
}

export interface PreparedAccount {
  readonly store: StateStore;
  readonly contacts: ContactGateway;
  readonly marketingEvents: MarketingEventGateway;
  readonly behaviouralEvents: BehaviouralEventGateway;
  readonly users: AccountUserGateway;
  readonly deletedContacts: DeletedContactGateway;
  readonly participations: ContactParticipationGateway;
  readonly calls: CallGateway;
}
