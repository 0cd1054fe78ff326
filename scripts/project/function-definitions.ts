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
  readonly metadataPath: string;
}

const metadataSchema = z.object({
  uid: z.string().min(1),
  type: z.literal('app-function'),
  config: z.object({ entrypoint: z.string().min(1), secretKeys: z.array(z.string()).default([]) }),
});

/**
 * Reads every `*-hsmeta.json` directly inside the folder, sorted by uid.
 *
 * @throws Error naming the file when a metadata file is unreadable, is not an app function, or repeats a uid
 */
export function readFunctionDefinitions(functionsDir: string): readonly FunctionDefinition[] {
  const definitions = readdirSync(functionsDir)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .map((name) => readDefinition(join(functionsDir, name)))
    .sort((left, right) => (left.uid < right.uid ? -1 : 1));
  const seen = new Map<string, FunctionDefinition>();
  for (const definition of definitions) {
    const twin = seen.get(definition.uid);
    if (twin !== undefined) {
      throw new Error(`${basename(twin.metadataPath)} and ${basename(definition.metadataPath)} have the same uid.`);
    }
    seen.set(definition.uid, definition);
  }
  return definitions;
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
  return { uid, entrypoint: config.entrypoint, secretKeys: config.secretKeys, metadataPath };
}
