/**
 * Every scope that the app needs in HubSpot, in the order of `app-hsmeta.json`; a test compares the two.
 */
export const hubspotScopes = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.objects.marketing_events.read',
  'crm.objects.marketing_events.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'behavioral_events.event_definitions.read_write',
  'analytics.behavioral_events.send',
  'settings.users.read',
  'crm.extensions_calling_transcripts.read',
  'crm.extensions_calling_transcripts.write',
] as const;

export type HubSpotScope = (typeof hubspotScopes)[number];

/** A scope of a server-to-server app, and the older, broader one that covers it. */
export interface ZoomScope {
  readonly name: string;
  readonly classicName: string;
}

const granular = (name: string, classicName: string): ZoomScope => ({ name, classicName });

/**
 * Every scope that the app needs in Zoom; a test compares them with the guide for installing it.
 *
 * @see https://developers.zoom.us/docs/internal-apps/oauth-scopes-overview/ (read 2026-11-20)
 */
export const zoomScopes: readonly ZoomScope[] = [
  granular('user:read:list_users:admin', 'user:read:admin'),
  granular('webinar:read:list_webinars:admin', 'webinar:read:admin'),
  granular('webinar:read:webinar:admin', 'webinar:read:admin'),
  granular('webinar:read:list_past_instances:admin', 'webinar:read:admin'),
  granular('webinar:read:list_registrants:admin', 'webinar:read:admin'),
  granular('webinar:read:list_registration_questions:admin', 'webinar:read:admin'),
  granular('webinar:write:registrant:admin', 'webinar:write:admin'),
  granular('webinar:update:registrant_status:admin', 'webinar:write:admin'),
  granular('webinar:read:list_panelists:admin', 'webinar:read:admin'),
  granular('report:read:webinar:admin', 'report:read:admin'),
  granular('report:read:list_webinar_participants:admin', 'report:read:admin'),
  granular('report:read:list_history_meetings:admin', 'report:read:admin'),
  granular('cloud_recording:read:list_recording_files:admin', 'recording:read:admin'),
  granular('cloud_recording:read:list_user_recordings:admin', 'recording:read:admin'),
  granular('cloud_recording:read:meeting_transcript:admin', 'recording:read:admin'),
];

/** Names of the required scopes that none of the granted ones covers. */
export function findMissingZoomScopes(granted: readonly string[]): readonly string[] {
  const held = new Set(granted);
  const covers = (name: string): boolean => held.has(name) || held.has(name.replace(/:admin$/, ':master'));
  return zoomScopes.filter(({ name, classicName }) => !covers(name) && !covers(classicName)).map(({ name }) => name);
}
