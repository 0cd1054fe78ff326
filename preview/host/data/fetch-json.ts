/**
 * Reads from the preview's server, which both sides of the type come from.
 *
 * @throws Error with the server's own words when it refuses
 */
export async function fetchJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(path, signal === undefined ? {} : { signal });
  if (response.ok) return (await response.json()) as Answer;
  const body: unknown = await response.json().catch(() => null);
  const hasMessage = typeof body === 'object' && body !== null && 'message' in body;
  throw new Error(hasMessage ? String(body.message) : `The preview answers ${response.status}.`);
}
