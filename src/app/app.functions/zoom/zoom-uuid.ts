/**
 * A webinar UUID as a path segment. Zoom decodes twice when the UUID begins with a slash or contains two, and takes the
 * twice-encoded form of every UUID with a slash.
 *
 * @see https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid (read 2026-11-20)
 */
export function encodeZoomUuid(uuid: string): string {
  const encoded = encodeURIComponent(uuid);
  return uuid.includes('/') ? encodeURIComponent(encoded) : encoded;
}
