/** Parameters of the function `get_contact_webinars`. */
export interface GetContactWebinarsParameters {
  readonly contactId: string | number;
}

export type SessionState = 'registered' | 'attended' | 'no-show' | 'cancelled';

export interface ContactSession {
  readonly key: string;
  readonly startedAt: string;
  readonly lengthSeconds: number;
  readonly state: SessionState;
  readonly attendedSeconds: number | null;
  /** 0 to 100. */
  readonly percentage: number | null;
  readonly joinedAt: string | null;
  readonly leftAt: string | null;
  /** Its time has passed. Until Zoom's report is final, `state` is still `registered`. */
  readonly isOver: boolean;
  /** Of this session; null while there is none to show, and for people from whom recordings are kept. */
  readonly recordingUrl: string | null;
}

export interface ContactWebinar {
  readonly webinarId: string;
  /** Name of the Zoom connection; null when its account is not connected any more. */
  readonly connection: string | null;
  readonly topic: string;
  /** Registration URL, else public join URL; empty where neither is known. */
  readonly url: string;
  /** The contact's personal link, while a session is to come. */
  readonly joinUrl: string | null;
  /** Null when the contact attended without registering. */
  readonly registeredAt: string | null;
  /** Newest first. */
  readonly sessions: readonly ContactSession[];
}

export interface ContactWebinarsAnswer {
  readonly ok: true;
  readonly summary: {
    readonly registrationCount: number;
    readonly attendedWebinarCount: number;
    readonly attendedSessionCount: number;
    /** 0 to 100; null when nothing was attended. */
    readonly averagePercentage: number | null;
    readonly lastAttendedAt: string | null;
  };
  /** Newest first. */
  readonly webinars: readonly ContactWebinar[];
}
