/** Parameters of the function `list_past_webinars`. */
export interface ListPastWebinarsParameters {
  readonly connection?: string;
  /** How far back, at most 180 (Zoom keeps reports six months). Default 180. */
  readonly days?: number;
}

export interface PastWebinar {
  readonly webinarId: string;
  readonly topic: string;
  readonly hostName: string;
  readonly lastStartedAt: string;
  readonly participantCount: number;
}

export interface PastWebinarsAnswer {
  readonly ok: true;
  readonly connection: string;
  /** One entry per webinar ID, newest first. */
  readonly webinars: readonly PastWebinar[];
  readonly calls: { readonly zoom: number; readonly hubspot: number };
}
