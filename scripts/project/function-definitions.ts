import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';

/** One app function as its metadata file describes it. */
export interface FunctionDefinition {
  readonly uid: string;
  /** Path of the bundle as the platform sees it, from the source folder: `/app/functions/dist/<uid>.js`. */
  readonly entrypoint: string;
  /** Names of the account's secrets that the platform hands to the function. */
  readonly secretKeys: readonly string[];
  /** Where anybody can call it; null for a private function, which pages call. */
  readonly endpoint: FunctionEndpoint | null;
  readonly metadataPath: string;
}

export interface FunctionEndpoint {
  /** Below `/hs/serverless/`, without a slash in front. */
  readonly path: string;
  /** In upper case. */
  readonly methods: readonly string[];
}

/** The metadata may have a slash in front of the path; HubSpot's templates do, its examples do not. */
const endpointSchema = z.strictObject({
  path: z
    .string()
    .regex(/^\/?[\w-]+(?:\/[\w-]+)*$/)
    .transform((path) => path.replace(/^\//, '')),
  methods: z.array(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).min(1),
});

const metadataSchema = z.object({
  uid: z.string().min(1),
  type: z.literal('app-function'),
  config: z.object({
    entrypoint: z.string().min(1),
    secretKeys: z.array(z.string()).default([]),
    endpoint: endpointSchema.nullable().default(null),
  }),
});

/**
 * Reads every `*-hsmeta.json` directly inside the folder, sorted by uid.
 *
 * @throws Error naming the file when a metadata file is unreadable, is not an app function, or repeats a uid or an endpoint
 */
export function readFunctionDefinitions(functionsDir: string): readonly FunctionDefinition[] {
  const definitions = readdirSync(functionsDir)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .map((name) => readDefinition(join(functionsDir, name)))
    .sort((left, right) => (left.uid < right.uid ? -1 : 1));
  refuseTwins(definitions, ({ uid }) => uid, 'uid');
  refuseTwins(definitions, ({ endpoint }) => endpoint?.path, 'endpoint');
  return definitions;
}

function refuseTwins(
  definitions: readonly FunctionDefinition[],
  keyOf: (definition: FunctionDefinition) => string | undefined,
  what: string,
): void {
  const seen = new Map<string, FunctionDefinition>();
  for (const definition of definitions) {
    const key = keyOf(definition);
    if (key === undefined) continue;
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw new Error(`${basename(twin.metadataPath)} and ${basename(definition.metadataPath)} have the same ${what}.`);
    }
    seen.set(key, definition);
  }
}

function readDefinition(metadataPath: string): FunctionDefinition {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(metadataPath, 'utf8'));
  } catch (cause) {
    throw new Error(`${metadataPath} is not JSON.`, { cause });
  }
  const parsed = metadataSchema.safeParse(content);
  if (!parsed.success)
    throw new Error(`${metadataPath} is not the metadata of a function: ${z.prettifyError(parsed.error)}`);
  const { uid, config } = parsed.data;
  return { uid, ...config, metadataPath };
}
