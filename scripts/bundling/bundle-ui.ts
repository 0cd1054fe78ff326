import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import * as z from 'zod';

/** Folders of the app that may hold UI entries. */
const uiFolders = ['cards', 'settings', 'pages'] as const;

const metadataSchema = z.object({
  uid: z.string().min(1),
  type: z.enum(['card', 'settings', 'page']),
  config: z.object({ entrypoint: z.string().min(1) }),
});

export interface UiEntry {
  readonly uid: string;
  readonly folder: string;
  readonly sourcePath: string;
}

export interface BuiltUiEntry extends UiEntry {
  readonly path: string;
  readonly bundleBytes: number;
}

/** Every card, settings page and app page of the app, sorted by uid. */
export function readUiEntries(appDir: string): readonly UiEntry[] {
  return uiFolders
    .map((name) => join(appDir, name))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('-hsmeta.json'))
        .map((name) => readEntry(folder, join(folder, name))),
    )
    .sort((left, right) => (left.uid < right.uid ? -1 : 1));
}

function readEntry(folder: string, metadataPath: string): UiEntry {
  const parsed = metadataSchema.safeParse(JSON.parse(readFileSync(metadataPath, 'utf8')));
  if (!parsed.success) {
    throw new Error(`${metadataPath} is not the metadata of a UI entry: ${z.prettifyError(parsed.error)}`);
  }
  const { uid, config } = parsed.data;
  return { uid, folder, sourcePath: join(dirname(dirname(folder)), config.entrypoint) };
}

/**
 * Builds the entries with HubSpot's own builder, as its cloud does after an upload. The builder only prints what its code
 * checks find; here a finding is an error.
 *
 * @returns in the order of `entries`; each is built into `<outputDir>/<uid>/`
 */
export async function bundleUi(entries: readonly UiEntry[], outputDir: string): Promise<readonly BuiltUiEntry[]> {
  const built: BuiltUiEntry[] = [];
  for (const entry of entries) {
    const entryOutputDir = join(outputDir, entry.uid);
    const findings = await collectFindings(() =>
      buildSingleExtension({
        file: entry.sourcePath,
        root: entry.folder,
        outputDir: entryOutputDir,
        emptyOutDir: true,
        minify: true,
        logLevel: 'warn',
        codeCheckingPluginEnabled: true,
        appConfig: { variables: {} },
      }),
    );
    if (findings.length > 0) throw new Error(`${entry.uid}: HubSpot's builder complains: ${findings.join(' ')}`);
    const path = join(entryOutputDir, `${basename(entry.sourcePath, extname(entry.sourcePath))}.js`);
    built.push({ ...entry, path, bundleBytes: statSync(path).size });
  }
  return built;
}

async function collectFindings(build: () => Promise<void>): Promise<readonly string[]> {
  const findings: string[] = [];
  const { warn, error } = console;
  const { NODE_ENV } = process.env;
  // The builder writes this into the bundle.
  process.env['NODE_ENV'] = 'production';
  console.warn = (...parts: unknown[]) => findings.push(parts.map(String).join(' '));
  console.error = console.warn;
  try {
    await build();
  } finally {
    console.warn = warn;
    console.error = error;
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
  return findings;
}
