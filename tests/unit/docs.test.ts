import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { faultEffectSchema, faultSchema } from '../../emulators/core/faults.ts';
import { repositoryRoot } from '../../scripts/project/paths.ts';
import { startStandIns } from '../../scripts/stand-ins/start-stand-ins.ts';
import { standInUsage } from '../../scripts/stand-ins/stand-in-arguments.ts';
import { syncUsage } from '../../scripts/sync/sync-arguments.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

const foldersOfOthers: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'build', 'coverage']);

function listMarkdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foldersOfOthers.has(entry.name) ? [] : listMarkdownFiles(path);
    return entry.name.endsWith('.md') ? [relative(repositoryRoot, path)] : [];
  });
}

const documents = listMarkdownFiles(repositoryRoot);

/** Without code: what stands there is no link and no heading. */
const withoutCode = (text: string): string => text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, 'code');

const readLinks = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** As GitHub names the places of headings. */
const readAnchors = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

function isBroken(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? join(repositoryRoot, document) : resolve(repositoryRoot, dirname(document), path);
  if (!existsSync(file)) return true;
  return anchor !== undefined && !readAnchors(readFileSync(file, 'utf8')).has(anchor);
}

/** The values of a union of the contract: its causes, or else its members. A declaration ends with an empty line. */
function readUnion(path: string, name: string): readonly string[] {
  const [, after = ''] = read(path).split(`export type ${name} =`);
  const [declaration = ''] = after.split('\n\n');
  const pattern = declaration.includes('cause: ') ? /cause: '([a-z-]+)'/g : /\| '([a-z-]+)'/g;
  return [...declaration.matchAll(pattern)].map(([, value = '']) => value);
}

/** The first column of the tables whose first column is headed so. */
function readColumn(path: string, heading: string): readonly string[] {
  const tables = read(path)
    .split(new RegExp(`^\\| ${heading} .*\\n`, 'm'))
    .slice(1);
  return tables.flatMap((table) =>
    [...(table.split('\n\n')[0]?.matchAll(/^\| `([a-z-]+)` /gm) ?? [])].map(([, value = '']) => value),
  );
}

describe('links', () => {
  it('are found: in every folder that has documents, and many', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/limits.md', 'emulators/zoom/README.md']));
    expect(documents.flatMap((document) => readLinks(read(document))).length).toBeGreaterThan(100);
  });

  it('that lead to a missing file or heading are noticed', () => {
    expect(isBroken('docs/limits.md', '../README.md')).toBe(false);
    expect(isBroken('docs/limits.md', '../MISSING.md')).toBe(true);
    expect(isBroken('docs/limits.md', '../README.md#no-such-heading')).toBe(true);
  });

  it.each(documents)('of %s lead to files and headings that are there', (document) => {
    expect(readLinks(read(document)).filter((target) => isBroken(document, target))).toEqual([]);
  });
});

describe('the README', () => {
  const text = read('README.md');
  const scripts = Object.keys(
    z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts,
  );
  const named = new Set(
    [...text.matchAll(/npm (?:run (?:--silent )?([a-z][\w:]*)|(start|test))\b/g)].map(
      ([, run, own]) => run ?? own ?? '',
    ),
  );

  it('names every script of package.json', () => {
    expect(scripts.filter((script) => !named.has(script))).toEqual([]);
  });

  it('names no script that is not there', () => {
    expect([...named].filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it.each([
    ['npm run sync', syncUsage],
    ['npm run emulators', standInUsage],
  ])('names every flag of %s', (command, usage) => {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${command}\``)) ?? '';
    const flags = new Set([...usage.matchAll(/--[a-z-]+/g)].map(([flag]) => flag));

    expect(flags.size).toBeGreaterThan(4);
    expect([...flags].filter((flag) => !row.includes(`\`${flag}`))).toEqual([]);
  });
});

describe('docs/failures.md', () => {
  const failures = 'src/app/extensions/contract/failure.ts';
  const sync = 'src/app/extensions/contract/sync.ts';

  it.each([
    ['kind', readUnion(failures, 'FailureKind'), 'Kind', 'bug'],
    ['reason', readUnion(failures, 'FailureReason'), 'Cause', 'internal'],
    ['warning', readUnion(sync, 'SyncWarning'), 'Cause', 'participations-differ'],
  ])('has a row for every %s', (_, values, heading, last) => {
    const documented = readColumn('docs/failures.md', heading);

    expect(values).toContain(last);
    expect(values.filter((value) => !documented.includes(value))).toEqual([]);
  });

  it('has no row for anything else', () => {
    const documented = [...readColumn('docs/failures.md', 'Kind'), ...readColumn('docs/failures.md', 'Cause')];
    const known = [
      ...readUnion(failures, 'FailureKind'),
      ...readUnion(failures, 'FailureReason'),
      ...readUnion(sync, 'SyncWarning'),
    ];

    expect(documented.toSorted()).toEqual(known.toSorted());
  });
});

describe('docs/limits.md', () => {
  const text = read('docs/limits.md');

  it('links every file of limits in the product, the runner and the stand-ins', () => {
    const folders = ['src/app/app.functions', 'scripts/function-runner', 'emulators'];
    const files = folders
      .flatMap((folder) =>
        readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
          join(folder, path),
        ),
      )
      .filter((path) => /(?:^|[/-])limits\.ts$/.test(path));

    expect(files.length).toBeGreaterThan(4);
    expect(files.filter((file) => !text.includes(`](../${file})`))).toEqual([]);
  });

  it('names only files that are there', () => {
    const places = ['src/app/app.functions', 'scripts', ''];
    const named = new Set([...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = '']) => path));

    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((path) => !places.some((place) => existsSync(join(repositoryRoot, place, path))))).toEqual(
      [],
    );
  });
});

describe.each(['CONTRIBUTING.md', 'docs/data-flow.md', 'docs/failures.md', 'docs/glossary.md'])('%s', (document) => {
  it('names only files that are there', () => {
    const places = ['src/app/app.functions', 'src/app/extensions', ''];
    const named = [...read(document).matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.tsx?)`/g)].map(([, path = '']) => path);

    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !places.some((place) => existsSync(join(repositoryRoot, place, path))))).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const folder = join(repositoryRoot, 'docs', 'decisions');
  const records = readdirSync(folder).filter((name) => name !== 'README.md');

  it.each(records)('%s has a number, a date, a status, all its parts, and a row in the list', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');

    expect(name).toMatch(/^\d{3}-[a-z0-9-]+\.md$/);
    expect(text).toMatch(
      new RegExp(`^# ${name.slice(0, 3)} .+\\n\\n\\d{4}-\\d{2}-\\d{2}, (?:accepted|replaced by \\d{3})\\n`),
    );
    for (const part of ['Context', 'Decision', 'Consequences', 'How to undo'])
      expect(text).toContain(`\n**${part}.** `);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`](${name})`);
  });
});

describe('emulators/README.md', () => {
  const blocks = [...read('emulators/README.md').matchAll(/^```json\n(.*?)^```/gms)].map(([, block = '']): unknown =>
    JSON.parse(block),
  );
  const seedFile = z.object({ zoom: z.unknown(), hubspot: z.unknown() });

  it('has a seed file that starts both stand-ins', async () => {
    const seed = blocks
      .map((block) => seedFile.safeParse(block).data)
      .find((parsed) => typeof parsed?.zoom === 'object');

    const standIns = await startStandIns({
      seed: { zoom: seed?.zoom ?? {}, hubspot: seed?.hubspot ?? {}, connectionNames: new Map() },
    });
    onTestFinished(() => standIns.close());

    expect(standIns.connectionNames).toEqual(['account-1']);
  });

  it('has a fault script that a stand-in takes', () => {
    const script = blocks.find((block) => Array.isArray(block));

    expect(z.array(faultSchema).parse(script).length).toBeGreaterThan(1);
  });

  it('explains every kind of fault', () => {
    const kinds = faultEffectSchema.options.map(({ shape }) => shape.kind.value);

    expect(readColumn('emulators/README.md', 'Kind').toSorted()).toEqual(kinds.toSorted());
  });
});
