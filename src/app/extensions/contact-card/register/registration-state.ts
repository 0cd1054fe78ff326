import type { RegisterContactAnswer, RegistrationRefusal } from '../../contract/registration.ts';
import type { CallProblem } from '../../shared/call-function.ts';
import type { SyncOutcome } from '../sync-outcome.ts';
import type { SyncStep } from '../sync-contact.ts';
import { changeAnswer, changeOccurrence, type Draft, emptyDraft, takeRefusal } from './draft.ts';

export interface ChosenWebinar {
  readonly webinarId: string;
  readonly connection: string;
  readonly topic: string;
}

export type Registered = Exclude<RegisterContactAnswer, { outcome: 'refused' }>;

export type Submission =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'problem'; readonly problem: CallProblem }
  | { readonly kind: 'refused'; readonly refusal: RegistrationRefusal };

/** How HubSpot gets to know of a registration that it does not show yet. */
export type HubSpotSync =
  | { readonly kind: 'not-needed' }
  /** `step` is null before the first answer. */
  | { readonly kind: 'running'; readonly step: SyncStep | null }
  | { readonly kind: 'ended'; readonly outcome: SyncOutcome };

export type RegistrationState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'filling';
      readonly webinar: ChosenWebinar;
      readonly draft: Draft;
      /** Raised when Zoom's form turned out to be another one: it is loaded again. */
      readonly formVersion: number;
      readonly submission: Submission;
    }
  | {
      readonly kind: 'registered';
      readonly webinar: ChosenWebinar;
      readonly registered: Registered;
      readonly hubspotSync: HubSpotSync;
    };

export type RegistrationAction =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  /** Also to choose another one. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'chosen'; readonly webinar: ChosenWebinar }
  | { readonly kind: 'answer-changed'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'occurrence-changed'; readonly occurrenceId: string }
  /** Something is missing on the form. */
  | { readonly kind: 'checked' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'failed'; readonly problem: CallProblem }
  | { readonly kind: 'refused'; readonly refusal: RegistrationRefusal }
  /** Back from a refusal to what was filled in. */
  | { readonly kind: 'resumed' }
  | { readonly kind: 'registered'; readonly registered: Registered }
  | { readonly kind: 'sync-progressed'; readonly step: SyncStep }
  | { readonly kind: 'sync-ended'; readonly outcome: SyncOutcome };

export const closedRegistration: RegistrationState = { kind: 'closed' };

/** True while something runs whose outcome must not be lost, even if the panel is closed meanwhile. */
export const isBusy = (state: RegistrationState): boolean =>
  (state.kind === 'filling' && state.submission.kind === 'running') ||
  (state.kind === 'registered' && state.hubspotSync.kind === 'running');

/** Whatever does not fit the state changes nothing. */
export function reduceRegistration(state: RegistrationState, action: RegistrationAction): RegistrationState {
  switch (action.kind) {
    case 'opened':
      return state.kind === 'closed' ? { kind: 'choosing' } : state;
    case 'closed':
      return isBusy(state) ? state : closedRegistration;
    case 'restarted':
      return isBusy(state) ? state : { kind: 'choosing' };
    case 'chosen':
      return state.kind === 'choosing'
        ? { kind: 'filling', webinar: action.webinar, draft: emptyDraft, formVersion: 1, submission: { kind: 'none' } }
        : state;
    case 'sync-progressed':
    case 'sync-ended':
      return reduceRegistered(state, action);
    default:
      return reduceFilling(state, action);
  }
}

type FillingAction = Exclude<
  RegistrationAction,
  { kind: 'opened' | 'closed' | 'restarted' | 'chosen' | 'sync-progressed' | 'sync-ended' }
>;

function reduceFilling(state: RegistrationState, action: FillingAction): RegistrationState {
  if (state.kind !== 'filling') return state;
  switch (action.kind) {
    case 'answer-changed':
      return { ...state, draft: changeAnswer(state.draft, action.name, action.values) };
    case 'occurrence-changed':
      return { ...state, draft: changeOccurrence(state.draft, action.occurrenceId) };
    case 'checked':
      return { ...state, draft: { ...state.draft, isChecked: true }, submission: { kind: 'none' } };
    case 'submitted':
      return { ...state, submission: { kind: 'running' } };
    case 'failed':
      return { ...state, submission: { kind: 'problem', problem: action.problem } };
    case 'refused':
      return {
        ...state,
        draft: takeRefusal(state.draft, action.refusal),
        formVersion: state.formVersion + (isFormOutdated(action.refusal) ? 1 : 0),
        submission: { kind: 'refused', refusal: action.refusal },
      };
    case 'resumed':
      return { ...state, submission: { kind: 'none' } };
    case 'registered': {
      const { webinar } = state;
      const { registered } = action;
      const hubspotSync: HubSpotSync = registered.isShownInHubSpot
        ? { kind: 'not-needed' }
        : { kind: 'running', step: null };
      return { kind: 'registered', webinar, registered, hubspotSync };
    }
  }
}

function reduceRegistered(
  state: RegistrationState,
  action: Extract<RegistrationAction, { kind: 'sync-progressed' | 'sync-ended' }>,
): RegistrationState {
  if (state.kind !== 'registered' || state.hubspotSync.kind !== 'running') return state;
  return action.kind === 'sync-progressed'
    ? { ...state, hubspotSync: { kind: 'running', step: action.step } }
    : { ...state, hubspotSync: { kind: 'ended', outcome: action.outcome } };
}

/** The host changed the form after it was loaded. */
const isFormOutdated = ({ cause }: RegistrationRefusal): boolean =>
  cause === 'answers-missing' || cause === 'occurrence-missing' || cause === 'occurrence-unknown';
