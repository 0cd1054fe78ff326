import type { EmulatorAnswer } from '../core/operation.ts';

/** HubSpot's error body without the parts that every answer gets (`status`, `correlationId`). */
export interface ProblemBody {
  readonly message: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errors?: readonly ProblemDetail[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly errorType?: string;
  readonly errorTokens?: Readonly<Record<string, readonly string[]>>;
  readonly policyName?: string;
}

export interface ProblemDetail {
  readonly message: string;
  readonly code?: string;
  readonly in?: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A refusal on its way out of an operation; `defineOperation` turns it into the answer. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly body: ProblemBody;
  /** How the refusal reads as one row of a batch, where HubSpot words it differently. */
  readonly asRow: ProblemBody;

  constructor(status: number, body: ProblemBody, asRow: ProblemBody = body) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.asRow = asRow;
  }

  toAnswer(): EmulatorAnswer {
    return { status: this.status, json: this.body };
  }
}

export interface PropertyProblem {
  readonly name: string;
  readonly error: string;
  readonly message: string;
}

const validation = (message: string, extra: Omit<ProblemBody, 'message' | 'category'> = {}): Problem =>
  new Problem(400, { message, category: 'VALIDATION_ERROR', ...extra });

/** The one table of refusals. Texts that clients are known to read are as observed; the others are in the same style. */
export const problems = {
  unauthorised: (): Problem =>
    new Problem(401, {
      message:
        'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
      category: 'INVALID_AUTHENTICATION',
    }),
  missingScopes: (scopes: readonly string[]): Problem =>
    new Problem(403, {
      message: 'One or more of the following scopes are required.',
      context: { requiredGranularScopes: scopes },
      category: 'MISSING_SCOPES',
    }),
  notInThisTier: (): Problem =>
    new Problem(403, {
      message: "The scope needed for this API call isn't available for this account.",
      category: 'MISSING_SCOPES',
    }),
  rateLimited: (policyName: 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY', withCategory: boolean): Problem =>
    new Problem(429, {
      message: `You have reached your ${policyName.toLowerCase()} limit.`,
      errorType: 'RATE_LIMIT',
      policyName,
      ...(withCategory ? { category: 'RATE_LIMITS' } : {}),
    }),
  unsupportedMediaType: (): Problem => new Problem(415, { message: 'HTTP 415 Unsupported Media Type' }),
  bodyTooLarge: (): Problem => new Problem(413, { message: 'Request Entity Too Large' }),
  unknownPath: (): Problem => new Problem(404, { message: 'resource not found' }),

  invalidJson: (detail: string): Problem => validation(`Invalid input JSON on line 1, column 1: ${detail}`),
  fieldsNotSet: (names: readonly string[]): Problem =>
    validation(`Invalid input JSON on line 1, column 2. Some required fields were not set: [${names.join(', ')}]`),
  invalidField: (path: string, detail: string): Problem =>
    validation(`Invalid input JSON on line 1, column 2: ${path === '' ? 'the body' : path}: ${detail}`),
  queryRequired: (name: string): Problem => validation(`${name} is required`),
  invalidQuery: (name: string, detail: string): Problem =>
    validation(`Invalid value for query parameter ${name}: ${detail}`, {
      errors: [{ message: detail, in: name, code: 'INVALID_QUERY_PARAM' }],
    }),
  invalidPathParameter: (name: string): Problem =>
    new Problem(400, { message: `Unable to parse value for path parameter: ${name}` }),

  unknownObjectType: (name: string): Problem =>
    new Problem(400, { message: `Unable to infer object type from: ${name}` }),
  objectNotFound: (id: string): Problem =>
    /^\d+$/.test(id)
      ? new Problem(404, { message: 'resource not found', category: 'OBJECT_NOT_FOUND' })
      : new Problem(404, {
          message: 'Object not found.  objectId are usually numeric.',
          context: { id: [id] },
          category: 'OBJECT_NOT_FOUND',
        }),
  notFound: (message: string): Problem => new Problem(404, { message, category: 'OBJECT_NOT_FOUND' }),

  emptyBatch: (): Problem => validation('Batch input provided should have at least one object.'),
  tooManyInputs: (count: number, cap: number): Problem =>
    validation(`The batch holds ${count} inputs, the maximum is ${cap}.`),
  duplicateIds: (ids: readonly string[]): Problem =>
    validation(`Duplicate IDs found in batch input: [${ids.join(', ')}]. IDs must be unique`, { context: { ids } }),
  nothingToUpdate: (): Problem => validation('No properties found to update, please provide at least one.'),
  propertyValues: (found: readonly PropertyProblem[]): Problem =>
    validation(
      `Property values were not valid: ${JSON.stringify(
        found.map(({ name, error, message }) => ({ isValid: false, message, error, name })),
      )}`,
      {
        errors: found.map(({ name, error, message }) => ({
          message,
          code: error,
          context: { propertyName: [name] },
        })),
      },
    ),
  requiredPropertiesNotSet: (typeName: string, names: readonly string[]): Problem =>
    validation(`Error creating ${typeName}. Some required properties were not set.`, {
      errors: names.map((name) => ({
        message: `${name} must be set`,
        code: 'REQUIRED_PROPERTY',
        context: { propertyName: [name] },
      })),
    }),
  requiredByAdmin: (names: readonly string[]): Problem =>
    validation('Some properties that this account requires were not set.', {
      errors: names.map((name) => ({
        message: `${name} is required`,
        code: 'MISSING_REQUIRED_PROPERTY',
        context: { propertyName: [name] },
      })),
    }),
  archivedByEmail: (): Problem => validation('Archived contacts cannot be read by idProperty email.'),
  nonUniqueIdProperty: (typeId: string, name: string): Problem =>
    validation(`Unable to perform update/upsert by non-unique ${typeId} property ${name}`),
  unknownIdProperty: (typeId: string, name: string): Problem =>
    validation(`idProperty ${name} is not a unique property of ${typeId}`),
  contactExists: (existingId: string): Problem =>
    new Problem(
      409,
      { message: `Contact already exists. Existing ID: ${existingId}`, category: 'CONFLICT' },
      { message: 'Contact already exists', category: 'CONFLICT', context: { existingId: [existingId] } },
    ),
  valueTaken: (at: {
    portalId: number;
    objectTypeId: string;
    property: string;
    value: string;
    newId: string;
    ownerId: string;
  }): Problem => {
    const legacyName = at.objectTypeId === '0-1' ? 'legacyObjectType=CONTACT' : `objectTypeId=${at.objectTypeId}`;
    return validation(
      `Cannot set PropertyValueCoordinates{portalId=${at.portalId}, objectTypeId=ObjectTypeId{${legacyName}}, propertyName=${at.property}, value=${at.value}} on ${at.newId}. ${at.ownerId} already has that value.`,
    );
  },
  /** As for contacts, for a record of another object whose unique value is taken. */
  recordExists: (typeName: string, existingId: string): Problem =>
    new Problem(
      409,
      { message: `${typeName} already exists. Existing ID: ${existingId}`, category: 'CONFLICT' },
      { message: `${typeName} already exists`, category: 'CONFLICT', context: { existingId: [existingId] } },
    ),
  emailBlocked: (): Problem => validation('This e-mail address was deleted for privacy reasons and cannot be used.'),

  nameExists: (kind: 'property' | 'group', name: string): Problem =>
    new Problem(409, {
      message: `A property${kind === 'group' ? ' group' : ''} named '${name}' already exists.`,
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory:
        kind === 'group' ? 'PropertyGroupError.GROUP_WITH_NAME_EXISTS' : 'Properties.PROPERTY_WITH_NAME_EXISTS',
    }),
  definition: (message: string, subCategory: string, errors?: readonly ProblemDetail[]): Problem =>
    validation(message, errors === undefined ? { subCategory } : { subCategory, errors }),
  alreadyExists: (message: string): Problem => new Problem(409, { message, category: 'OBJECT_ALREADY_EXISTS' }),
  validation,
  marketingEventExists: (objectId: string): Problem =>
    new Problem(409, {
      message: 'A marketing event with these external ids already exists.',
      category: 'CONFLICT',
      errorType: 'UNIQUE_VALUE_CONFLICT',
      errorTokens: { existingObjectId: [objectId] },
    }),
  unknownState: (state: string): Problem =>
    validation(`Unknown state for '${state}'. Correct are 'register', 'attend' or 'cancel'.`),
} as const;
