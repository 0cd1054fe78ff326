/** A webinar of a Zoom account. */
export interface WebinarSubject {
  readonly webinarId: string;
  /** Null for the primary account. */
  readonly connection: string | null;
  /** What to call it; the ID where nothing else is known. */
  readonly topic: string;
}

export const keyOf = ({ webinarId, connection }: Pick<WebinarSubject, 'webinarId' | 'connection'>): string =>
  `${connection ?? ''}:${webinarId}`;

/** How the functions name it. */
export const toParameters = ({
  webinarId,
  connection,
}: Pick<WebinarSubject, 'webinarId' | 'connection'>): { readonly webinarId: string; readonly connection?: string } =>
  connection === null ? { webinarId } : { webinarId, connection };
