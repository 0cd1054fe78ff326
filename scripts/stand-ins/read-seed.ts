import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { createDemoWorld, type WorldSeed } from '../demo/demo-world.ts';
import { UsageError } from '../terminal/run-command.ts';
import type { StandInArguments } from './stand-in-arguments.ts';

const seedFileSchema = z.strictObject({
  zoom: z.record(z.string(), z.unknown()).default({}),
  hubspot: z.record(z.string(), z.unknown()).default({}),
});

/**
 * The halves of a file are judged by the stand-ins themselves when they start.
 *
 * @throws UsageError when the file cannot be read or has another shape
 */
export function readSeed(choice: StandInArguments['seed'], now: number): WorldSeed {
  switch (choice.kind) {
    case 'demo':
      return createDemoWorld(now);
    case 'none':
      return { zoom: {}, hubspot: {}, connectionNames: new Map() };
    case 'file': {
      const { zoom, hubspot } = readSeedFile(choice.path);
      return { zoom, hubspot, connectionNames: new Map() };
    }
  }
}

function readSeedFile(path: string): z.output<typeof seedFileSchema> {
  let text: string;
  try {
    // npm runs commands in the project's folder and keeps the caller's in INIT_CWD.
    text = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path), 'utf8');
  } catch {
    throw new UsageError(`The seed file ${path} cannot be read.`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The seed file ${path} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = seedFileSchema.safeParse(content);
  if (!parsed.success) {
    throw new UsageError(
      `The seed file ${path} must look like { "zoom": {…}, "hubspot": {…} }: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
