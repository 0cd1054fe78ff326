import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const specFolder = fileURLToPath(new URL('../../../shared/specs/zoom/', import.meta.url));

/** Whether the vendor's OpenAPI files lie beside this repository; without them nothing is checked against them. */
export const hasVendorSpecs = existsSync(specFolder);

export interface Exchange {
  readonly method: string;
  /** Without `/v2`, percent-encoded as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

const schemaObject = z.looseObject({});
const parameterSchema = z.looseObject({
  in: z.string(),
  name: z.string(),
  required: z.boolean().default(false),
  schema: z.looseObject({ type: z.string().optional() }),
});
const contentSchema = z.record(z.string(), z.looseObject({ schema: schemaObject.optional() })).default({});
const operationSchema = z.looseObject({
  description: z.string().default(''),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.looseObject({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string().default(''), content: contentSchema })),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });
type SpecOperation = z.output<typeof operationSchema>;

interface KnownOperation extends SpecOperation {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly fixedSegmentCount: number;
}

/** Query parameters that the vendor's answers call for and its parameter lists forget. */
const forgottenParameters: Readonly<Record<string, readonly string[]>> = {
  'GET /past_webinars/{webinarId}/participants': ['include_fields'],
  'GET /users/{userId}/webinars': ['next_page_token'],
};

/**
 * Where the vendor's words contradict its own schema: addresses of guests are the empty text, says the description of the
 * field; its format says e-mail.
 */
const emptyEmailAllowed = 'GET /past_webinars/{webinarId}/participants';
const participantsBody = z.looseObject({ participants: z.array(z.looseObject({ user_email: z.string() })) });

/**
 * Recordings: the type comes as a number and is text in the schema; a file that is not finished says `processing`, which the
 * webhooks list and the schema does not; TIMELINE is in the words of the schema and missing from its list.
 */
const recordingOperations = new Set(['GET /meetings/{meetingId}/recordings', 'GET /users/{userId}/recordings']);
const recordingBody = z.looseObject({
  type: z.number().transform(String),
  recording_files: z
    .array(z.looseObject({ file_type: z.string(), status: z.string().optional() }))
    .transform((files) =>
      files
        .filter(({ file_type }) => file_type !== 'TIMELINE')
        .map((file) => (file.status === 'processing' ? { ...file, status: 'completed' } : file)),
    ),
});
const recordingsBody = z.looseObject({ meetings: z.array(recordingBody) });

/** The answer without the fields on which the vendor contradicts itself. */
function withoutContradictions(operation: KnownOperation, body: unknown): unknown {
  if (recordingOperations.has(operation.name)) {
    const parsedRecording = z.union([recordingsBody, recordingBody]).safeParse(body);
    return parsedRecording.success ? parsedRecording.data : body;
  }
  if (operation.name !== emptyEmailAllowed) return body;
  const parsed = participantsBody.safeParse(body);
  if (!parsed.success) return body;
  const participants = parsed.data.participants.map(({ user_email, ...row }) =>
    user_email === '' ? row : { user_email, ...row },
  );
  return { ...parsed.data, participants };
}

/** Answered in front of every operation, whatever the operation lists: tokens, and codes of 400 for rights and parameters. */
const platformStatuses = new Set([401]);
const platformCodesOf400 = new Set([200, 300, 4711]);

const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false, coerceTypes: false });
addFormats(ajv);
const validators = new WeakMap<object, ValidateFunction>();

function complaints(schema: object, value: unknown): string[] {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}

function loadOperations(): KnownOperation[] {
  return readdirSync(specFolder)
    .filter((file) => file.endsWith('.openapi.2026-08.json'))
    .flatMap((file) => {
      const { paths } = documentSchema.parse(JSON.parse(readFileSync(`${specFolder}${file}`, 'utf8')));
      return Object.entries(paths).flatMap(([path, byMethod]) =>
        Object.entries(byMethod).map(([method, operation]) => ({
          ...operation,
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
          fixedSegmentCount: path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{')).length,
        })),
      );
    });
}

const operations = hasVendorSpecs ? loadOperations() : [];

/** The vendor's operation that a path belongs to; fixed segments win over parameters. */
export function findSpecOperation(method: string, path: string): KnownOperation | undefined {
  return operations
    .filter((operation) => operation.method === method && operation.pattern.test(path))
    .sort((left, right) => right.fixedSegmentCount - left.fixedSegmentCount)[0];
}

/**
 * What the vendor's specification has against an exchange: against every answer, and against every request that the
 * stand-in accepted. Empty when it has nothing, or when the files are not there.
 */
export function judge(exchange: Exchange): string[] {
  if (!hasVendorSpecs) return [];
  const operation = findSpecOperation(exchange.method, exchange.path);
  if (operation === undefined) {
    return exchange.status === 400 ? [] : [`${exchange.method} ${exchange.path} is not in the specification`];
  }
  const isAccepted = exchange.status < 300;
  return [...(isAccepted ? judgeRequest(operation, exchange) : []), ...judgeAnswer(operation, exchange)].map(
    (complaint) => `${operation.name} ${exchange.status}: ${complaint}`,
  );
}

function judgeRequest(operation: KnownOperation, { query, requestBody }: Exchange): string[] {
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  const found = declared
    .filter(({ name, required }) => required && !query.has(name))
    .map(({ name }) => `accepted without the required parameter ${name}`);
  for (const [name, text] of query) {
    const parameter = declared.find((each) => each.name === name);
    if (parameter === undefined) {
      if (!(forgottenParameters[operation.name] ?? []).includes(name)) found.push(`sent the unknown parameter ${name}`);
      continue;
    }
    const value = toScalar(parameter.schema.type, text);
    found.push(...complaints(parameter.schema, value).map((complaint) => `accepted ${name}=${text}: ${complaint}`));
  }
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  if (bodySchema !== undefined) {
    found.push(...complaints(bodySchema, requestBody).map((complaint) => `accepted a body: ${complaint}`));
  }
  return found;
}

function toScalar(type: string | undefined, text: string): unknown {
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

const errorBody = z.looseObject({ code: z.int(), message: z.string().min(1) });

function judgeAnswer(operation: KnownOperation, { status, responseBody }: Exchange): string[] {
  const documented = operation.responses[String(status)];
  const parsed = errorBody.safeParse(responseBody);
  const isOfPlatform =
    platformStatuses.has(status) || (status === 400 && parsed.success && platformCodesOf400.has(parsed.data.code));
  if (documented === undefined && !isOfPlatform) return ['this status is not documented'];
  if (status >= 400) {
    return parsed.success ? [] : [`not an error of Zoom's shape: ${JSON.stringify(responseBody)}`];
  }
  const schema = documented?.content['application/json']?.schema;
  if (schema === undefined) return responseBody === undefined ? [] : ['documented without a body'];
  return complaints(schema, withoutContradictions(operation, responseBody));
}
