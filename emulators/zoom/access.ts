import type { RateLabel } from './limits.ts';

/** What a caller needs for one operation. */
export interface Access {
  readonly label: RateLabel;
  /** Granular scopes as the vendor names them; a server-to-server app holds those that end in `:admin`. */
  readonly scopes: readonly string[];
  /** The older, broader scope that also opens the operation. */
  readonly classicScope: string;
  readonly permission: string;
}

const read = (label: RateLabel, scope: string): Access => ({
  label,
  scopes: [`webinar:read:${scope}`, `webinar:read:${scope}:admin`],
  classicScope: 'webinar:read:admin',
  permission: 'User:Read',
});
const write = (label: RateLabel, scope: string): Access => ({
  label,
  scopes: [`webinar:${scope}`, `webinar:${scope}:admin`],
  classicScope: 'webinar:write:admin',
  permission: 'User:Edit',
});
const recording = (label: RateLabel, scope: string): Access => ({
  label,
  scopes: [`cloud_recording:read:${scope}`, `cloud_recording:read:${scope}:admin`],
  classicScope: 'recording:read:admin',
  permission: 'Recording:Read',
});
const report = (scope: string): Access => ({
  label: 'heavy',
  scopes: [`report:read:${scope}:admin`],
  classicScope: 'report:read:admin',
  permission: 'UsageReport:Read',
});

/**
 * Rate label, scopes and role permission of every operation.
 * @see the vendor's OpenAPI files of 2026-08 (`x-extensions`)
 */
export const accessByOperation = {
  'users.list': {
    label: 'medium',
    scopes: ['user:read:list_users:admin'],
    classicScope: 'user:read:admin',
    permission: 'User:Read',
  },
  'users.get': {
    label: 'light',
    scopes: ['user:read:user', 'user:read:user:admin'],
    classicScope: 'user:read:admin',
    permission: 'User:Read',
  },
  'webinars.list': read('medium', 'list_webinars'),
  'webinars.get': read('light', 'webinar'),
  'webinars.instances': read('light', 'list_past_instances'),
  'registrants.list': read('medium', 'list_registrants'),
  'registrants.get': read('light', 'registrant'),
  'registrants.add': write('light', 'write:registrant'),
  'registrants.status': write('medium', 'update:registrant_status'),
  'registrants.delete': write('light', 'delete:registrant'),
  'registrants.questions': read('light', 'list_registration_questions'),
  'tracking-sources.list': read('medium', 'list_tracking_sources'),
  'panelists.list': read('medium', 'list_panelists'),
  'report.webinar': report('webinar'),
  'report.participants': report('list_webinar_participants'),
  'report.history': report('list_history_meetings'),
  'report.user-meetings': report('user'),
  'past.participants': read('medium', 'list_past_participants'),
  'past.absentees': read('heavy', 'list_absentees'),
  'recordings.get': recording('light', 'list_recording_files'),
  'recordings.list': recording('medium', 'list_user_recordings'),
  'transcript.get': recording('medium', 'meeting_transcript'),
} as const satisfies Record<string, Access>;

export type ApiOperationId = keyof typeof accessByOperation;

const table: Readonly<Record<string, Access>> = accessByOperation;

/** Null for the token endpoint, which is not part of the API. */
export const accessOf = (operationId: string): Access | null => table[operationId] ?? null;

/** Whether a token may fetch files of recordings at all: any right to read recordings will do. */
export const mayDownload = (granted: ReadonlySet<string>): boolean =>
  [accessByOperation['recordings.get'], accessByOperation['recordings.list'], accessByOperation['transcript.get']].some(
    (access) => isAllowed(granted, access),
  );

const isForServers = (scope: string): boolean => scope.endsWith(':admin') || scope.endsWith(':master');

/** Every scope that opens something here; what an account has if its seed does not say. */
export const knownScopes: readonly string[] = [
  ...new Set(Object.values(table).flatMap(({ scopes }) => scopes.filter(isForServers))),
].sort();

export const isAllowed = (granted: ReadonlySet<string>, { scopes, classicScope }: Access): boolean =>
  granted.has(classicScope) || scopes.some((scope) => isForServers(scope) && granted.has(scope));
