import type { Clock, EpochMs } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { Switches } from './switches.ts';
import type { WorkflowOffice } from './workflows/office.ts';

export type Tier = 'free' | 'starter' | 'professional' | 'enterprise' | 'enterprise-limit-increase' | 'unlimited';

/** One app that may call: HubSpot keeps marketing events and burst limits per app. */
export interface App {
  readonly appId: number;
  readonly name: string;
  readonly token: string;
  readonly scopes: ReadonlySet<string>;
}

export interface Account {
  readonly portalId: number;
  readonly tier: Tier;
  readonly accountType: 'STANDARD' | 'DEVELOPER_TEST' | 'SANDBOX' | 'APP_DEVELOPER';
  readonly timeZone: string;
  readonly uiDomain: string;
  readonly dataHostingLocation: string;
  readonly companyCurrency: string;
  readonly additionalCurrencies: readonly string[];
}

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

/** A property as HubSpot stores it; `createdAt` null for those that came with HubSpot. */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hubspotDefined: boolean;
  readonly calculated: boolean;
  readonly readOnlyValue: boolean;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string | undefined;
  readonly numberDisplayHint?: string | undefined;
  readonly textDisplayHint?: string | undefined;
  readonly showCurrencySymbol?: boolean | undefined;
  readonly dataSensitivity: 'non_sensitive' | 'sensitive' | 'highly_sensitive';
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly archivedAt: EpochMs | null;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

export interface PropertyCatalogue {
  readonly properties: Map<string, PropertyDefinition>;
  readonly groups: Map<string, PropertyGroup>;
  /** Properties that some list, workflow or form uses: HubSpot refuses to archive them. */
  readonly inUse: Set<string>;
}

export interface ObjectType {
  /** For example `0-1`, or `2-35478231` for a custom object. */
  readonly id: string;
  /** The names that paths accept besides the id. */
  readonly pathNames: readonly string[];
  /** As error messages call it. */
  readonly messageName: string;
  readonly createdProperty: string;
  readonly modifiedProperty: string;
  /** Returned when a read asks for no property by name. */
  readonly defaultProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  /** Any one of a list suffices. */
  readonly scopes: {
    readonly read: readonly string[];
    readonly write: readonly string[];
    readonly readDefinitions: readonly string[];
    readonly writeDefinitions: readonly string[];
  };
}

export interface RecordChange {
  readonly at: EpochMs;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What the search index held from an instant on. */
export interface IndexedVersion {
  readonly writtenAt: EpochMs;
  readonly properties: Readonly<Record<string, string>>;
}

/** A CRM record; values are HubSpot's canonical strings, a property without a value is absent, a cleared one ''. */
export interface CrmRecord {
  readonly id: string;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  archivedAt: EpochMs | null;
  properties: Readonly<Record<string, string>>;
  /** Oldest first; the last one equals `properties`. */
  versions: readonly IndexedVersion[];
  /** Newest first, bounded. */
  changes: readonly RecordChange[];
}

export interface ObjectStore {
  readonly type: ObjectType;
  readonly live: Map<string, CrmRecord>;
  readonly archived: Map<string, CrmRecord>;
  /** Property name → value → id of the live record that holds it. */
  readonly uniqueValues: Map<string, Map<string, string>>;
  /** Secondary address → id of the live contact that holds it. */
  readonly secondaryEmails: Map<string, string>;
  /** Merged-away id → id of the survivor. */
  readonly mergedInto: Map<string, string>;
  /** Ids in ascending order, dropped whenever a record comes or goes. */
  sortedLiveIds: readonly string[] | null;
  sortedArchivedIds: readonly string[] | null;
}

export interface ObjectSchema {
  readonly objectTypeId: string;
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly description: string | null;
  readonly primaryDisplayProperty: string | null;
  readonly secondaryDisplayProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly allowsSensitiveProperties: boolean;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly archivedAt: EpochMs | null;
}

export interface AssociationDefinition {
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED' | 'INTEGRATOR_DEFINED' | 'WORK';
  readonly typeId: number;
  readonly fromTypeId: string;
  readonly toTypeId: string;
  readonly name: string;
  readonly label: string | null;
  readonly inverseTypeId: number;
  readonly createdAt: EpochMs | null;
}

export type SubscriberState = 'register' | 'attend' | 'cancel';

export interface MarketingEvent {
  readonly objectId: string;
  readonly appId: number;
  readonly externalAccountId: string;
  readonly externalEventId: string;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  eventName: string;
  eventOrganizer: string;
  eventType: string | null;
  eventUrl: string | null;
  eventDescription: string | null;
  startDateTime: EpochMs | null;
  endDateTime: EpochMs | null;
  eventCancelled: boolean;
  eventCompleted: boolean;
  customProperties: ReadonlyMap<string, string>;
}

/** One stored attendance post: what the contact's timeline shows once. */
export interface AttendanceEntry {
  readonly sequence: number;
  readonly eventObjectId: string;
  readonly contactId: string;
  readonly state: SubscriberState;
  readonly interactionAt: EpochMs;
  readonly joinedAt: EpochMs | null;
  readonly leftAt: EpochMs | null;
  readonly recordedAt: EpochMs;
  /** False for the older upsert endpoints, which add nothing to the timeline. */
  readonly onTimeline: boolean;
}

export interface EventDefinition {
  readonly id: string;
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly objectTypeId: string;
  readonly label: string;
  readonly description: string | null;
  readonly primaryObject: 'CONTACT' | 'COMPANY' | 'DEAL' | 'TICKET';
  readonly customMatchingId?: unknown;
  readonly properties: Map<string, PropertyDefinition>;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

export interface EventOccurrence {
  readonly uuid: string;
  readonly eventName: string;
  readonly contactId: string;
  readonly occurredAt: EpochMs;
  readonly acceptedAt: EpochMs;
  readonly properties: Readonly<Record<string, string>>;
}

/** A custom event that was answered 204 and then thrown away, as HubSpot does without telling. */
export interface DroppedEvent {
  readonly at: EpochMs;
  readonly eventName: string;
  readonly uuid: string | null;
  readonly reason: string;
}

export interface Owner {
  readonly id: string;
  readonly email: string | null;
  readonly type: 'PERSON' | 'QUEUE';
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number | null;
  readonly userIdIncludingInactive: number | null;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly archived: boolean;
  readonly teams: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
}

export interface SettingsUser {
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly roleIds: readonly string[];
  readonly roleId: string | null;
  readonly primaryTeamId: string | null;
  readonly secondaryTeamIds: readonly string[];
  readonly superAdmin: boolean;
}

export interface Utterance {
  readonly id: string;
  readonly speaker: { readonly id: string; readonly name: string; readonly email?: string | undefined };
  readonly text: string;
  readonly startTimeMillis: number;
  readonly endTimeMillis: number;
  readonly languageCode?: string | undefined;
}

export interface Transcript {
  readonly id: string;
  readonly engagementId: number;
  readonly utterances: readonly Utterance[];
  readonly createdAt: EpochMs;
}

export interface LimitState {
  /** App token → instants of the calls that still count. */
  readonly burst: Map<string, EpochMs[]>;
  readonly associations: Map<string, EpochMs[]>;
  readonly search: EpochMs[];
  readonly sends: EpochMs[];
  /** Day in the account's time zone, yyyy-mm-dd. */
  day: string;
  dailyCount: number;
}

/** Everything the stand-in knows. */
export interface HubSpotWorld {
  readonly clock: Clock;
  readonly random: Random;
  publicUrl(): string;
  readonly account: Account;
  /** By token; the first is the app under test. */
  readonly apps: ReadonlyMap<string, App>;
  switches: Switches;
  readonly limits: LimitState;
  readonly objectTypes: Map<string, ObjectType>;
  readonly stores: Map<string, ObjectStore>;
  readonly catalogues: Map<string, PropertyCatalogue>;
  readonly schemas: Map<string, ObjectSchema>;
  readonly associationDefinitions: AssociationDefinition[];
  /** `fromType>toType` → from id → to id → keys of the association types. */
  readonly associations: Map<string, Map<string, Map<string, Set<string>>>>;
  readonly blockedEmails: Set<string>;
  /** Object type id → properties that an admin made required on creation; only 2026-09 paths enforce them. */
  readonly requiredByAdmin: Map<string, readonly string[]>;
  readonly marketingEvents: Map<string, MarketingEvent>;
  /** Event → contact → entries in order of arrival. */
  readonly attendance: Map<string, Map<string, AttendanceEntry[]>>;
  readonly eventDefinitions: Map<string, EventDefinition>;
  readonly eventOccurrences: EventOccurrence[];
  /** `eventName|uuid` → when it was accepted. */
  readonly acceptedEventUuids: Map<string, EpochMs>;
  readonly droppedEvents: DroppedEvent[];
  readonly owners: Owner[];
  /** By ascending id. */
  readonly users: SettingsUser[];
  readonly transcripts: Map<string, Transcript>;
  readonly callbackCompletions: { readonly callbackId: string; readonly outputFields: unknown; readonly at: EpochMs }[];
  readonly workflows: WorkflowOffice;
  nextObjectId(): string;
  nextSequence(): number;
}
