import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** What a source file says about keys. */
export interface KeyUse {
  /** Texts that look like keys. */
  readonly literals: ReadonlySet<string>;
  /** Of template literals that begin like a key, such as `sync.status.${status}`. */
  readonly patterns: readonly RegExp[];
}

const parseSource = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

function visit(node: ts.Node, onNode: (node: ts.Node) => void): void {
  onNode(node);
  ts.forEachChild(node, (child) => visit(child, onNode));
}

/** @param areas - the first parts of keys; a text that begins with none of them is no key */
export function readKeyUse(paths: readonly string[], areas: ReadonlySet<string>): KeyUse {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const isKeyLike = (text: string): boolean => areas.has(text.split('.')[0] ?? '') && /^[\w-]+\.[\w.-]*$/u.test(text);
  for (const path of paths) {
    visit(parseSource(path), (node) => {
      if (ts.isStringLiteralLike(node) && isKeyLike(node.text)) literals.add(node.text);
      if (ts.isTemplateExpression(node) && isKeyLike(node.head.text)) patterns.push(toPattern(node));
    });
  }
  return { literals, patterns };
}

/** A value stands for one part of a key, or for a piece of it. */
function toPattern({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const escape = (text: string): string => text.replaceAll('.', String.raw`\.`);
  return new RegExp(
    `^${escape(head.text)}${templateSpans.map(({ literal }) => String.raw`[\w-]+${escape(literal.text)}`).join('')}$`,
  );
}

export const listSourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** The file and every file that a bundle of it would hold, by its imports of values. Packages are left out. */
export function listBundledFiles(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [resolve(entry)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...listValueImports(path));
  }
  return found;
}

function listValueImports(path: string): readonly string[] {
  const imports: string[] = [];
  visit(parseSource(path), (node) => {
    const isOfValues =
      (ts.isImportDeclaration(node) &&
        node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword &&
        !importsOnlyTypes(node)) ||
      (ts.isExportDeclaration(node) && !node.isTypeOnly);
    if (!isOfValues || node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) return;
    const specifier = node.moduleSpecifier.text;
    if (specifier.startsWith('.')) imports.push(resolve(dirname(path), specifier));
  });
  return imports;
}

function importsOnlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  const bindings = importClause?.namedBindings;
  return (
    importClause?.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}
