import type { ActivityAnswer, GetActivityParameters } from '../contract/activity.ts';
import type { AuditLogAnswer, GetAuditLogParameters } from '../contract/audit-log.ts';
import type { ContactWebinarsAnswer, GetContactWebinarsParameters } from '../contract/contact-webinars.ts';
import type { OverviewAnswer } from '../contract/overview.ts';
import type { PreviewSettingsAnswer, PreviewSettingsParameters } from '../contract/preview-settings.ts';
import type {
  GetRegistrationFormParameters,
  RegisterContactAnswer,
  RegisterContactParameters,
  RegistrationFormAnswer,
} from '../contract/registration.ts';
import type { SaveSettingsAnswer, SaveSettingsParameters, SettingsAnswer } from '../contract/settings.ts';
import type { SyncPersonParameters } from '../contract/person.ts';
import type { RunSetupAnswer } from '../contract/setup.ts';
import type { RunSweepAnswer, RunSweepParameters } from '../contract/sweep.ts';
import type { SyncWebinarAnswer, SyncWebinarParameters } from '../contract/sync.ts';
import type { ListWebinarsParameters, WebinarsAnswer } from '../contract/webinars.ts';
import type { ListZoomUsersParameters, ZoomUsersAnswer } from '../contract/zoom-users.ts';

/** What each app function takes and answers, by uid. */
interface Functions {
  readonly get_activity: { readonly parameters: GetActivityParameters; readonly answer: ActivityAnswer };
  readonly get_audit_log: { readonly parameters: GetAuditLogParameters; readonly answer: AuditLogAnswer };
  readonly get_contact_webinars: {
    readonly parameters: GetContactWebinarsParameters;
    readonly answer: ContactWebinarsAnswer;
  };
  readonly get_overview: { readonly parameters: Readonly<Record<string, never>>; readonly answer: OverviewAnswer };
  readonly get_registration_form: {
    readonly parameters: GetRegistrationFormParameters;
    readonly answer: RegistrationFormAnswer;
  };
  readonly get_settings: { readonly parameters: Readonly<Record<string, never>>; readonly answer: SettingsAnswer };
  readonly list_webinars: { readonly parameters: ListWebinarsParameters; readonly answer: WebinarsAnswer };
  readonly list_zoom_users: { readonly parameters: ListZoomUsersParameters; readonly answer: ZoomUsersAnswer };
  readonly preview_settings: {
    readonly parameters: PreviewSettingsParameters;
    readonly answer: PreviewSettingsAnswer;
  };
  readonly register_contact: { readonly parameters: RegisterContactParameters; readonly answer: RegisterContactAnswer };
  readonly save_settings: { readonly parameters: SaveSettingsParameters; readonly answer: SaveSettingsAnswer };
  readonly run_sweep: { readonly parameters: RunSweepParameters; readonly answer: RunSweepAnswer };
  readonly run_setup: { readonly parameters: Readonly<Record<string, never>>; readonly answer: RunSetupAnswer };
  readonly sync_person: { readonly parameters: SyncPersonParameters; readonly answer: SyncWebinarAnswer };
  readonly sync_webinar: { readonly parameters: SyncWebinarParameters; readonly answer: SyncWebinarAnswer };
}

/** Uid of an app function that the pages call. */
export type FunctionName = keyof Functions;
export type ParametersOf<Name extends FunctionName> = Functions[Name]['parameters'];
export type AnswerOf<Name extends FunctionName> = Functions[Name]['answer'];
