/*
 * What the pages “Workflow” and “Zoom” read and do, below `/preview/outside/`. They need the stand-ins of both vendors: where
 * there are none, `PreviewApp.hasOutsideWorld` is false and every path here answers 404. Times are ISO 8601, of the stand-ins'
 * clocks.
 */

/** One input or output of a workflow action. */
export interface ActionField {
  readonly name: string;
  /** `select`, `text`, `number` …, as HubSpot names them. */
  readonly fieldType: string;
  /** Fixed choices; null where there are none. */
  readonly options: readonly ActionOption[] | null;
  readonly hasFetchedOptions: boolean;
  readonly isRequired: boolean;
  /** Whether the value is the property of the contact that is chosen, and not what is typed. */
  readonly isProperty: boolean;
}

export interface ActionLabels {
  readonly actionName: string;
  readonly actionDescription: string;
  readonly inputFieldLabels: Readonly<Record<string, string>>;
  readonly inputFieldDescriptions: Readonly<Record<string, string>>;
  readonly outputFieldLabels: Readonly<Record<string, string>>;
}

/** A workflow action as its metadata describes it. */
export interface WorkflowAction {
  readonly uid: string;
  readonly inputs: readonly ActionField[];
  readonly outputs: readonly ActionField[];
  /** By locale in HubSpot's spelling; English is always there. */
  readonly labels: Readonly<Record<string, ActionLabels>>;
}

/** `GET workflow-actions`: those that contacts can be enrolled into. */
export interface WorkflowActions {
  readonly actions: readonly WorkflowAction[];
}

export interface ActionOption {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

export type ActionInputs = Readonly<Record<string, string | { readonly property: string }>>;

/** `POST options`: asks the app for a list as the workflow editor does; answered with `ActionOptions`. */
export interface OptionsQuestion {
  readonly action: string;
  readonly field: string;
  readonly inputs: ActionInputs;
  /** Only where an answer has said that the list can be searched. */
  readonly query?: string | undefined;
  readonly after?: string | undefined;
}

export interface ActionOptions {
  readonly options: readonly ActionOption[];
  /** Where the next page begins; null on the last. */
  readonly after: string | null;
  readonly isSearchable: boolean;
}

/** `POST enrolments`: sends a contact through a workflow of this one action; answered with the `Enrolment` so far. */
export interface NewEnrolment {
  readonly action: string;
  readonly contactId: string;
  readonly inputs: ActionInputs;
  readonly locale: string;
}

export interface EnrolmentAttempt {
  readonly at: string;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly outcome: string;
}

/** `GET enrolments`: newest first. */
export interface Enrolments {
  readonly enrolments: readonly Enrolment[];
}

export interface Enrolment {
  readonly callbackId: string;
  readonly action: string;
  readonly contactId: string;
  readonly enrolledAt: string;
  readonly status: 'waiting' | 'blocked' | 'done';
  readonly attempts: readonly EnrolmentAttempt[];
  readonly nextAt: string | null;
  readonly finalState: string | null;
  /** What the workflow's history says; null where no rule says anything. */
  readonly sentence: string | null;
  readonly outputs: Readonly<Record<string, string>>;
}

export type WebinarState = 'upcoming' | 'live' | 'past';

export interface ZoomWebinarSummary {
  readonly id: string;
  readonly topic: string;
  /** Planned start of what comes next, else start of the latest session; null where Zoom has none. */
  readonly startsAt: string | null;
  readonly state: WebinarState;
  readonly registeredCount: number;
}

/** `GET zoom/webinars`: live ones first, then what comes next, then the latest. */
export interface ZoomWebinars {
  readonly now: string;
  readonly webinars: readonly ZoomWebinarSummary[];
}

export interface ZoomPerson {
  readonly email: string;
  readonly name: string;
  /** Null: came without registration. */
  readonly registration: string | null;
  readonly isInside: boolean;
}

/** `GET zoom/webinars/:id` */
export interface ZoomWebinar extends ZoomWebinarSummary {
  readonly now: string;
  readonly hasRegistration: boolean;
  readonly people: readonly ZoomPerson[];
  /** Of the latest session that is over; null where there is none. */
  readonly session: { readonly endedAt: string; readonly hasRecording: boolean } | null;
}

interface OfPerson {
  readonly webinarId: string;
  readonly email: string;
}

/** `POST zoom/acts`: what somebody does at Zoom. */
export type ZoomAct =
  | (OfPerson & { readonly act: 'register'; readonly firstName: string; readonly lastName: string })
  | (OfPerson & { readonly act: 'cancel' | 'leave' })
  | (OfPerson & { readonly act: 'join'; readonly name: string })
  | { readonly act: 'start' | 'end' | 'record'; readonly webinarId: string };

/** `POST time`: everybody's clocks go ahead. */
export interface TimePassing {
  readonly minutes: number;
}

export interface ZoomDelivery {
  readonly sequence: number;
  readonly event: string;
  readonly state: string;
  readonly at: string | null;
  /** Of the last attempt; null: no answer. */
  readonly status: number | null;
  readonly attemptCount: number;
  /** When it is sent next; null when it is not. */
  readonly nextAt: string | null;
}

/** `GET zoom/deliveries`: newest first. */
export interface ZoomDeliveries {
  /** Whether Zoom's events have somewhere to go, and Zoom has found that it is ours. */
  readonly subscriptions: readonly { readonly id: string; readonly state: string }[];
  readonly deliveries: readonly ZoomDelivery[];
}

export interface FollowedEvent {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly registered: number;
  readonly attended: number;
  readonly noShow: number;
  readonly cancelled: number;
}

export interface FollowedContact {
  readonly id: string;
  readonly name: string;
  /** HubSpot's state of this contact in the webinar's marketing events. */
  readonly participations: readonly { readonly eventName: string; readonly state: string; readonly at: string }[];
}

/** `GET zoom/webinars/:id/in-hubspot?email=`: what HubSpot knows of it by now. */
export interface InHubSpot {
  readonly events: readonly FollowedEvent[];
  /** Null: no such contact, or nobody was asked for. */
  readonly contact: FollowedContact | null;
}

export interface DoorCall {
  readonly sequence: number;
  readonly at: string;
  /** Of the function. */
  readonly uid: string;
  readonly status: number;
  readonly elapsedMs: number;
}

/** `GET calls`: requests to endpoint functions, newest first. */
export interface DoorCalls {
  readonly calls: readonly DoorCall[];
}
