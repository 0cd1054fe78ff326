import { contactPropertyNames } from '../domain/contact-properties.ts';
import type { BehaviouralEvent, RecordKind } from '../sync/ports.ts';

/*
 * What the app adds to a HubSpot account. HubSpot's own Zoom app names its contact properties `zoom_webinar_…`, so
 * everything here begins with `zwh_`; the two apps can be installed in one account.
 */

export interface OptionDefinition {
  readonly value: string;
  readonly label: string;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'datetime' | 'enumeration';
  readonly fieldType: 'text' | 'textarea' | 'number' | 'date' | 'select';
  readonly options?: readonly OptionDefinition[];
  readonly hasUniqueValue?: true;
}

export interface EventPropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'datetime';
}

export interface EventDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly properties: readonly EventPropertyDefinition[];
}

export const contactPropertyGroup = { name: 'zoom_webinars_app', label: 'Zoom webinars' } as const;

export const contactProperties: readonly PropertyDefinition[] = [
  {
    name: contactPropertyNames.averagePercentage,
    label: 'Average Zoom webinar attendance duration',
    description:
      'The average share, from 0 to 100, of the Zoom webinars this contact attended. 100 means that the contact stayed to the end of each of them.',
    type: 'number',
    fieldType: 'number',
  },
  {
    name: contactPropertyNames.lastRegisteredWebinar,
    label: 'Last registered Zoom webinar',
    description: 'The public link of the newest Zoom webinar that this contact registered for.',
    type: 'string',
    fieldType: 'text',
  },
  {
    name: contactPropertyNames.registrationCount,
    label: 'Total number of Zoom webinar registrations',
    description:
      'How many Zoom webinars this contact is or was registered for. A cancelled registration does not count.',
    type: 'number',
    fieldType: 'number',
  },
  {
    name: contactPropertyNames.attendedWebinarCount,
    label: 'Total number of Zoom webinars attended',
    description: 'How many Zoom webinars this contact attended. A recurring webinar counts once.',
    type: 'number',
    fieldType: 'number',
  },
  {
    name: contactPropertyNames.attendedSessionCount,
    label: 'Total number of Zoom webinar sessions attended',
    description: 'How many sessions this contact attended. Every occurrence of a recurring webinar counts.',
    type: 'number',
    fieldType: 'number',
  },
  {
    name: contactPropertyNames.nextWebinarName,
    label: 'Next Zoom webinar: name',
    description: 'The topic of the next Zoom webinar that this contact is registered for; empty when there is none.',
    type: 'string',
    fieldType: 'text',
  },
  {
    name: contactPropertyNames.nextWebinarStartsAt,
    label: 'Next Zoom webinar: date and time',
    description: 'When the next Zoom webinar begins that this contact is registered for; empty when there is none.',
    type: 'datetime',
    fieldType: 'date',
  },
  {
    name: contactPropertyNames.nextWebinarJoinUrl,
    label: 'Next Zoom webinar: personal join link',
    description:
      'The link with which this contact, and nobody else, joins the next Zoom webinar. For e-mails to this contact only: whoever opens it joins under the name of the contact.',
    type: 'string',
    fieldType: 'text',
  },
  {
    name: contactPropertyNames.history,
    label: 'Zoom webinar history (used by the app)',
    description:
      'What the Zoom webinars app knows about this contact; the other Zoom webinar properties are computed from it. Please do not edit it by hand.',
    type: 'string',
    fieldType: 'textarea',
  },
];

/** By what the app finds a call record again. Unique properties can only be made, never changed into. */
export const callKeyProperty: PropertyDefinition = {
  name: 'zwh_recording_key',
  label: 'Zoom recording key (used by the app)',
  description: 'Which Zoom recording this call record stands for. Please do not edit it by hand.',
  type: 'string',
  fieldType: 'text',
  hasUniqueValue: true,
};

/** HubSpot sends and filters these events by the fully qualified name that it makes of `name`. */
export const eventDefinitions: Readonly<Record<BehaviouralEvent['kind'], EventDefinition>> = {
  registration: {
    name: 'zwh_webinar_registration',
    label: 'Zoom: webinar registration',
    description: 'The contact registered for a Zoom webinar.',
    properties: [
      { name: 'webinar_id', label: 'Webinar ID', description: 'Digits, without blanks.', type: 'string' },
      { name: 'webinar_name', label: 'Webinar name', description: 'The topic of the webinar.', type: 'string' },
      { name: 'registered_at', label: 'Registered at', description: 'When the contact registered.', type: 'datetime' },
    ],
  },
  attendance: {
    name: 'zwh_webinar_attendance',
    label: 'Zoom: webinar attendance',
    description: 'The contact attended a session of a Zoom webinar.',
    properties: [
      { name: 'webinar_id', label: 'Webinar ID', description: 'Digits, without blanks.', type: 'string' },
      { name: 'webinar_name', label: 'Webinar name', description: 'The topic of the webinar.', type: 'string' },
      {
        name: 'session_started_at',
        label: 'Session started at',
        description: 'When the session began that the contact attended.',
        type: 'datetime',
      },
      {
        name: 'duration_minutes',
        label: 'Duration (minutes)',
        description: 'How long the contact attended the session.',
        type: 'number',
      },
      {
        name: 'duration_percentage',
        label: 'Duration (percentage)',
        description: 'The share of the session that the contact attended, from 0 to 100.',
        type: 'number',
      },
    ],
  },
  recording: {
    name: 'zwh_recording_available',
    label: 'Zoom: recording available',
    description: 'There is a recording of a Zoom webinar that the contact registered for or attended.',
    properties: [
      { name: 'webinar_id', label: 'Webinar ID', description: 'Digits, without blanks.', type: 'string' },
      { name: 'webinar_name', label: 'Topic', description: 'The topic of the webinar.', type: 'string' },
      {
        name: 'session_started_at',
        label: 'Start time',
        description: 'When the recorded session began.',
        type: 'datetime',
      },
      { name: 'recording_url', label: 'Recording URL', description: 'Where the recording plays.', type: 'string' },
    ],
  },
};

const recordKindLabels: Readonly<Record<RecordKind, string>> = {
  setup: 'Set-up',
  settings: 'Settings',
  facts: 'Facts about webinars',
  webinar: 'Webinar',
  rows: 'Rows read from Zoom',
  outcomes: 'Outcomes of people',
  people: 'People of a webinar',
  skipped: 'People who were not synced',
  lease: 'Running sync',
  audit: 'Audit log',
  sweep: 'Search for webinars',
  registration: 'Registration by a workflow',
  doorbell: 'Event from Zoom',
  doors: 'Requests from outside',
  writes: 'Times of writing',
};

/** The app's own custom object. Its fully qualified name and type id are made by HubSpot. */
export const stateObject = {
  name: 'zoom_integration_record',
  labels: { singular: 'Zoom integration record', plural: 'Zoom integration records' },
  description: 'Progress, results and audit logs of the Zoom webinars app. Please do not edit these records by hand.',
  keyProperty: 'record_key',
  secondaryDisplayProperties: ['kind', 'summary'],
  searchableProperties: ['record_key', 'summary'],
  properties: [
    {
      name: 'record_key',
      label: 'Record key',
      description: 'What the record is about; unique in the account.',
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
    },
    {
      name: 'kind',
      label: 'Kind',
      description: 'What sort of record this is.',
      type: 'enumeration',
      fieldType: 'select',
      options: Object.entries(recordKindLabels).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'payload',
      label: 'Payload',
      description: 'The content of the record, written and read by the app.',
      type: 'string',
      fieldType: 'textarea',
    },
    {
      name: 'version',
      label: 'Version',
      description: 'Rises whenever the app rewrites the record.',
      type: 'number',
      fieldType: 'number',
    },
    { name: 'status', label: 'Status', description: 'Where the work stands.', type: 'string', fieldType: 'text' },
    {
      name: 'occurred_at',
      label: 'Occurred at',
      description: 'When it happened; records are listed by it.',
      type: 'datetime',
      fieldType: 'date',
    },
    {
      name: 'summary',
      label: 'Summary',
      description: 'The record in one line.',
      type: 'string',
      fieldType: 'text',
    },
    {
      name: 'activity',
      label: 'Activity',
      description:
        'Of a webinar: what its syncs of the last weeks did, in numbers, for the chart of the settings page.',
      type: 'string',
      fieldType: 'textarea',
    },
  ] satisfies readonly PropertyDefinition[] as readonly PropertyDefinition[],
} as const;

/** Whether a text is one of the kinds that the object's enumeration offers. */
export const isRecordKind = (text: string): text is RecordKind => Object.hasOwn(recordKindLabels, text);
