/**
 * Asks the preview's server to do something.
 *
 * @throws Error with the server's own words when it refuses
 */
export async function postJson<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const hasMessage = typeof answer === 'object' && answer !== null && 'message' in answer;
  throw new Error(hasMessage ? String(answer.message) : `The preview answers ${response.status}.`);
}
