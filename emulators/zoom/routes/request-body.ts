import type * as z from 'zod';
import type { EmulatorCall } from '../../core/operation.ts';
import { refusals } from '../errors.ts';

/**
 * Reads a JSON body against its schema.
 * @throws Refused 400/300 for another content type, or naming every field that is wrong
 */
export function readBody<Schema extends z.ZodType>(call: EmulatorCall, schema: Schema): z.output<Schema> {
  const contentType = (call.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw refusals.unsupportedContentType();
  const parsed = schema.safeParse(call.json());
  if (parsed.success) return parsed.data;
  const fields = new Set(
    parsed.error.issues.map(({ path }) => path.map(String).join('.')).map((path) => path || 'body'),
  );
  throw refusals.validationFailed([...fields]);
}
