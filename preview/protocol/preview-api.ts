import type { ExtensionLocation } from './extension-context.ts';

/*
 * What the page reads from the preview's server, below `/preview/`. Everything about records comes from HubSpot's public
 * API; times are ISO 8601.
 */

/** One card, settings page or app page, as its metadata describes it. */
export interface PreviewExtension {
  readonly uid: string;
  readonly title: string;
  readonly location: ExtensionLocation;
  readonly bundleUrl: string;
}

/** `GET /preview/app` */
export interface PreviewApp {
  readonly appId: number;
  readonly appName: string;
  readonly appDescription: string;
  readonly extensions: readonly PreviewExtension[];
  readonly permittedUrls: { readonly fetch: readonly string[]; readonly iframe: readonly string[] };
  readonly portal: { readonly id: number; readonly timeZone: string };
  /** Who looks at the pages: a user of the account. */
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
  };
  /** What the accounts' clocks are ahead of the machine's. */
  readonly clockOffsetMs: number;
  /** Whether somebody can play the outside world here: see `outside-api.ts`. */
  readonly hasOutsideWorld: boolean;
}

export interface ContactSummary {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly company: string;
  /** Null where the app has written nothing. */
  readonly attendedWebinarCount: number | null;
}

/** `GET /preview/contacts?query=&after=`: those with webinars first. */
export interface ContactsPage {
  readonly total: number;
  readonly contacts: readonly ContactSummary[];
  readonly after: string | null;
}

export interface ContactProperty {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
}

/** `GET /preview/contacts/:id`: the properties that a record's page shows, empty ones too. */
export interface ContactRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly company: string;
  readonly sections: readonly { readonly title: string; readonly properties: readonly ContactProperty[] }[];
}

/** `GET /preview/contacts/:id/properties?names=a,b`; without names all that have a value. */
export type ContactValues = Readonly<Record<string, string | null>>;

export interface TimelineEntry {
  readonly id: string;
  readonly kind: 'event' | 'marketing-event' | 'call';
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** Where the title leads; null when nowhere. */
  readonly link: string | null;
}

/** `GET /preview/contacts/:id/timeline`: newest first. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
}

export interface MarketingEventSummary {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly organizer: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly status: string;
  readonly counts: ParticipationCounts;
}

export interface ParticipationCounts {
  readonly registered: number;
  readonly attended: number;
  readonly noShow: number;
  readonly cancelled: number;
}

/** `GET /preview/marketing-events`: newest first. */
export interface MarketingEvents {
  readonly events: readonly MarketingEventSummary[];
}

/** `GET /preview/marketing-events/:id` */
export interface MarketingEventRecord extends MarketingEventSummary {
  readonly url: string | null;
  readonly description: string;
  readonly externalEventId: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

export interface Participant {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly state: string;
  readonly joinedAt: string | null;
  readonly leftAt: string | null;
  readonly minutes: number | null;
  /** 0 to 100. */
  readonly percentage: number | null;
}

/** `GET /preview/marketing-events/:id/participants?state=&after=` */
export interface ParticipantsPage {
  readonly total: number;
  readonly participants: readonly Participant[];
  readonly after: string | null;
}
