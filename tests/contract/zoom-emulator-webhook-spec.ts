import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const specFile = fileURLToPath(
  new URL('../../../shared/specs/zoom/webinar-subset.webhooks.2026-08.json', import.meta.url),
);

/** Whether the vendor's file of events lies beside this repository; without it no event is checked against it. */
export const hasWebhookSpec = existsSync(specFile);

const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false, coerceTypes: false });
addFormats(ajv);
const validators = new Map<string, ValidateFunction>();

if (hasWebhookSpec) {
  const document = JSON.parse(readFileSync(specFile, 'utf8')) as { readonly webhooks: object };
  // Its references lead to `paths`, where its events do not stand.
  ajv.addSchema({ ...document, paths: document.webhooks }, 'events');
}

const eventSchema = z.looseObject({
  event: z.string(),
  payload: z.looseObject({ object: z.record(z.string(), z.unknown()) }),
});

/**
 * What is left out before the schema is asked, because the vendor contradicts itself: addresses of guests are empty text in
 * its words and e-mails in its formats, and its sample of a finished transcript lacks the extension that its schema wants.
 */
function withoutContradictions(body: unknown): unknown {
  const parsed = eventSchema.parse(body);
  const object = { ...parsed.payload.object };
  if (typeof object['participant'] === 'object') {
    const participant = object['participant'] as Record<string, unknown>;
    object['participant'] = participant['email'] === '' ? { ...participant, email: 'guest@none.example' } : participant;
  }
  if (parsed.event === 'recording.transcript_completed') {
    const files = object['recording_files'] as readonly object[];
    object['recording_files'] = files.map((file) => ({ file_extension: 'VTT', ...file }));
  }
  return { ...parsed, payload: { ...parsed.payload, object } };
}

/** What the vendor's file has against the body of an event; empty when it has nothing, or is not there. */
export function judgeEvent(body: unknown): string[] {
  if (!hasWebhookSpec) return [];
  const { event } = eventSchema.parse(body);
  let validate = validators.get(event);
  if (validate === undefined) {
    const $ref = `events#/webhooks/${event}/post/requestBody/content/application~1json/schema`;
    validate = ajv.compile({ $ref });
    validators.set(event, validate);
  }
  return validate(withoutContradictions(body))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${event}${instancePath} ${message ?? ''}`);
}
