import type { ContactWebinarsAnswer, GetContactWebinarsParameters } from '../contract/contact-webinars.ts';
import type { OverviewAnswer } from '../contract/overview.ts';
import type { SyncWebinarAnswer, SyncWebinarParameters } from '../contract/sync.ts';

/** What each app function takes and answers, by uid. */
interface Functions {
  readonly get_contact_webinars: {
    readonly parameters: GetContactWebinarsParameters;
    readonly answer: ContactWebinarsAnswer;
  };
  readonly get_overview: { readonly parameters: Readonly<Record<string, never>>; readonly answer: OverviewAnswer };
  readonly sync_webinar: { readonly parameters: SyncWebinarParameters; readonly answer: SyncWebinarAnswer };
}

/** Uid of an app function that the pages call. */
export type FunctionName = keyof Functions;
export type ParametersOf<Name extends FunctionName> = Functions[Name]['parameters'];
export type AnswerOf<Name extends FunctionName> = Functions[Name]['answer'];
