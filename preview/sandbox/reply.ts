import type { Reply } from '../protocol/sandbox-protocol.ts';

/** The value of a reply. @throws Error when the page could not do it */
export async function unwrap(reply: Promise<Reply>): Promise<unknown> {
  const result = await reply;
  if (result.ok) return result.value;
  throw new Error(result.message);
}
