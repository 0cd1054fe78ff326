import type { PropertyCatalogue, PropertyDefinition, PropertyGroup, PropertyOption } from '../entities.ts';
import { callTypeId, contactTypeId, marketingEventTypeId, userTypeId } from '../object-types.ts';

interface Sketch {
  readonly name: string;
  readonly label: string;
  /** `type/fieldType`; absent: string/text. */
  readonly kind?: string;
  readonly options?: readonly string[];
  /** The value is HubSpot's business. */
  readonly calculated?: true;
  readonly unique?: true;
  readonly owner?: true;
}

/** Turns values into options labelled by themselves, in order. */
export const toOptions = (values: readonly string[]): readonly PropertyOption[] =>
  values.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false }));

export const booleanOptions: readonly PropertyOption[] = [
  { label: 'True', value: 'true', displayOrder: 0, hidden: false },
  { label: 'False', value: 'false', displayOrder: 1, hidden: false },
];

function toStandardProperty(sketch: Sketch, groupName: string): PropertyDefinition {
  const [type = 'string', fieldType = 'text'] = (sketch.kind ?? 'string/text').split('/');
  return {
    name: sketch.name,
    label: sketch.label,
    type,
    fieldType,
    groupName,
    description: '',
    options: type === 'bool' ? booleanOptions : toOptions(sketch.options ?? []),
    displayOrder: -1,
    hasUniqueValue: sketch.unique === true,
    hidden: false,
    formField: sketch.calculated !== true,
    hubspotDefined: true,
    calculated: sketch.calculated === true,
    readOnlyValue: sketch.calculated === true,
    externalOptions: sketch.owner === true,
    referencedObjectType: sketch.owner === true ? 'OWNER' : undefined,
    dataSensitivity: 'non_sensitive',
    createdAt: null,
    updatedAt: null,
    archivedAt: null,
  };
}

const enumeration = 'enumeration/select';
const dateTime = 'datetime/date';
const number = 'number/number';
const multiLine = 'string/textarea';

const owner: Sketch = { name: 'hubspot_owner_id', label: 'Owner', kind: enumeration, owner: true };
const objectId: Sketch = { name: 'hs_object_id', label: 'Record ID', kind: number, calculated: true };
const mergedIds: Sketch = {
  name: 'hs_merged_object_ids',
  label: 'Merged record IDs',
  kind: 'enumeration/checkbox',
  calculated: true,
};
const createdAndModified: readonly Sketch[] = [
  { name: 'hs_createdate', label: 'Object create date/time', kind: dateTime, calculated: true },
  { name: 'hs_lastmodifieddate', label: 'Object last modified date/time', kind: dateTime, calculated: true },
];

const contactProperties: readonly Sketch[] = [
  objectId,
  { name: 'createdate', label: 'Create Date', kind: dateTime, calculated: true },
  { name: 'lastmodifieddate', label: 'Last Modified Date', kind: dateTime, calculated: true },
  // E-mail is unique by rules of its own, not by the flag.
  { name: 'email', label: 'Email' },
  { name: 'hs_additional_emails', label: 'Additional email addresses', kind: 'enumeration/checkbox', calculated: true },
  { name: 'hs_email_domain', label: 'Email Domain', calculated: true },
  { name: 'hs_all_contact_vids', label: 'All vids for a contact', kind: 'enumeration/checkbox', calculated: true },
  mergedIds,
  { name: 'firstname', label: 'First Name' },
  { name: 'lastname', label: 'Last Name' },
  { name: 'salutation', label: 'Salutation' },
  { name: 'phone', label: 'Phone Number', kind: 'string/phonenumber' },
  { name: 'mobilephone', label: 'Mobile Phone Number', kind: 'string/phonenumber' },
  { name: 'fax', label: 'Fax Number' },
  { name: 'company', label: 'Company Name' },
  { name: 'jobtitle', label: 'Job Title' },
  { name: 'website', label: 'Website URL' },
  { name: 'industry', label: 'Industry' },
  { name: 'address', label: 'Street Address' },
  { name: 'city', label: 'City' },
  { name: 'state', label: 'State/Region' },
  { name: 'zip', label: 'Postal Code' },
  { name: 'country', label: 'Country/Region' },
  { name: 'message', label: 'Message', kind: multiLine },
  { name: 'date_of_birth', label: 'Date of birth' },
  { name: 'annualrevenue', label: 'Annual Revenue', kind: number },
  {
    name: 'numemployees',
    label: 'Number of Employees',
    kind: enumeration,
    options: ['1-5', '5-25', '25-50', '50-100', '100-500', '500-1000', '1000+'],
  },
  {
    name: 'lifecyclestage',
    label: 'Lifecycle Stage',
    kind: 'enumeration/radio',
    options: [
      'subscriber',
      'lead',
      'marketingqualifiedlead',
      'salesqualifiedlead',
      'opportunity',
      'customer',
      'evangelist',
      'other',
    ],
  },
  {
    name: 'hs_lead_status',
    label: 'Lead Status',
    kind: 'enumeration/radio',
    options: [
      'NEW',
      'OPEN',
      'IN_PROGRESS',
      'OPEN_DEAL',
      'UNQUALIFIED',
      'ATTEMPTED_TO_CONTACT',
      'CONNECTED',
      'BAD_TIMING',
    ],
  },
  {
    name: 'hs_language',
    label: 'Preferred language',
    kind: enumeration,
    options: ['de', 'en', 'fr', 'nb', 'pt-br', 'zh-tw'],
  },
  {
    name: 'hs_timezone',
    label: 'Time Zone',
    kind: enumeration,
    options: ['utc', 'europe_slash_berlin', 'us_slash_eastern'],
  },
  {
    name: 'hs_marketable_status',
    label: 'Marketing contact status',
    kind: 'enumeration/select',
    options: ['true', 'false'],
    calculated: true,
  },
  { name: 'hs_email_optout', label: 'Unsubscribed from all email', kind: 'bool/booleancheckbox', calculated: true },
  { name: 'hs_linkedin_url', label: 'LinkedIn URL' },
  { name: 'twitterhandle', label: 'Twitter Username' },
  owner,
];

const callProperties: readonly Sketch[] = [
  objectId,
  ...createdAndModified,
  mergedIds,
  { name: 'hs_timestamp', label: 'Activity date', kind: dateTime },
  { name: 'hs_call_title', label: 'Call Title' },
  { name: 'hs_call_body', label: 'Call notes', kind: 'string/html' },
  { name: 'hs_body_preview', label: 'Body preview', calculated: true },
  { name: 'hs_call_direction', label: 'Call direction', kind: enumeration, options: ['INBOUND', 'OUTBOUND'] },
  { name: 'hs_call_duration', label: 'Call duration', kind: number },
  {
    name: 'hs_call_status',
    label: 'Call status',
    kind: enumeration,
    options: [
      'BUSY',
      'CALLING_CRM_USER',
      'CANCELED',
      'COMPLETED',
      'CONNECTING',
      'FAILED',
      'IN_PROGRESS',
      'NO_ANSWER',
      'QUEUED',
      'RINGING',
    ],
  },
  {
    name: 'hs_call_disposition',
    label: 'Call outcome',
    kind: enumeration,
    options: [
      'f240bbac-87c9-4f6e-bf70-924b57d47db7',
      '9d9162e7-6cf3-4944-bf63-4dff82258764',
      'a4c4c377-d246-4b32-a13b-75a56a4cd0ff',
      'b2cf5968-551e-4856-9783-52b3da59a7d0',
      '73a0d17f-1163-4015-bdd5-ec830791da20',
      '17b47fee-58de-441e-a44c-c6300d46f273',
    ],
  },
  { name: 'hs_call_recording_url', label: 'Recording URL' },
  { name: 'hs_call_source', label: 'Call Source', kind: enumeration, options: ['INTEGRATIONS_PLATFORM'] },
  { name: 'hs_call_app_id', label: 'Call App ID', kind: number },
  { name: 'hs_call_external_id', label: 'Call External ID' },
  { name: 'hs_call_external_account_id', label: 'Call External Account ID' },
  { name: 'hs_call_from_number', label: 'From Number' },
  { name: 'hs_call_to_number', label: 'To Number' },
  { name: 'hs_activity_type', label: 'Call and meeting type' },
  { name: 'hs_attachment_ids', label: 'Attached file IDs' },
  { name: 'hs_call_has_transcript', label: 'Call has transcript', kind: 'bool/booleancheckbox', calculated: true },
  owner,
];

const userProperties: readonly Sketch[] = [
  objectId,
  ...createdAndModified,
  { name: 'hs_email', label: 'Email', calculated: true },
  { name: 'hs_given_name', label: 'First name', calculated: true },
  { name: 'hs_family_name', label: 'Last name', calculated: true },
  { name: 'hs_internal_user_id', label: 'Internal user ID', kind: number, calculated: true },
  { name: 'hs_job_title', label: 'Job title' },
];

const marketingEventProperties: readonly Sketch[] = [
  objectId,
  ...createdAndModified,
  { name: 'hs_event_name', label: 'Event name' },
  { name: 'hs_event_type', label: 'Event type' },
  { name: 'hs_event_organizer', label: 'Event organizer' },
  { name: 'hs_event_description', label: 'Event description', kind: multiLine },
  { name: 'hs_event_url', label: 'Event URL' },
  { name: 'hs_start_datetime', label: 'Start time', kind: dateTime },
  { name: 'hs_end_datetime', label: 'End time', kind: dateTime },
];

/** What every custom object has from its first day. */
export const customObjectProperties: readonly Sketch[] = [
  objectId,
  ...createdAndModified,
  mergedIds,
  owner,
  { name: 'hs_all_owner_ids', label: 'All owner IDs', kind: 'enumeration/checkbox', calculated: true },
  { name: 'hs_unique_creation_key', label: 'Unique creation key', unique: true, calculated: true },
];

const standard: Readonly<Record<string, { readonly group: PropertyGroup; readonly properties: readonly Sketch[] }>> = {
  [contactTypeId]: {
    group: { name: 'contactinformation', label: 'Contact information', displayOrder: 0, archived: false },
    properties: contactProperties,
  },
  [callTypeId]: {
    group: { name: 'call', label: 'Call information', displayOrder: 0, archived: false },
    properties: callProperties,
  },
  [userTypeId]: {
    group: { name: 'user_information', label: 'User information', displayOrder: 0, archived: false },
    properties: userProperties,
  },
  [marketingEventTypeId]: {
    group: {
      name: 'marketing_event_information',
      label: 'Marketing event information',
      displayOrder: 0,
      archived: false,
    },
    properties: marketingEventProperties,
  },
};

/** A fresh catalogue: one group with the properties that HubSpot brings along. */
export function createCatalogue(group: PropertyGroup, sketches: readonly Sketch[]): PropertyCatalogue {
  return {
    groups: new Map([[group.name, group]]),
    properties: new Map(sketches.map((sketch) => [sketch.name, toStandardProperty(sketch, group.name)])),
    inUse: new Set(),
  };
}

export function createStandardCatalogues(): Map<string, PropertyCatalogue> {
  return new Map(
    Object.entries(standard).map(([typeId, { group, properties }]) => [typeId, createCatalogue(group, properties)]),
  );
}
