/** More than any event of Zoom's and any request of HubSpot's has. */
export const jsonDepthMax = 20;
export const jsonNodesMax = 10_000;

export type JsonProblem = 'too-complex' | 'forbidden-name';

const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const isForbiddenName = (name: string): boolean => forbiddenNames.has(name);

/**
 * What is wrong with parsed JSON from a stranger: nested deeper or of more parts than anything that is expected, or with a
 * name that reaches into prototypes when somebody copies it. Stops at the first problem, and needs no stack.
 */
export function findJsonProblem(root: unknown): JsonProblem | null {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }];
  let nodeCount = 1;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > jsonDepthMax) return 'too-complex';
    const names = Array.isArray(value) ? [] : Object.keys(value);
    // Before anything is made for each part: a parsed body of megabytes may have millions.
    nodeCount += Array.isArray(value) ? value.length : names.length;
    if (nodeCount > jsonNodesMax) return 'too-complex';
    if (names.some(isForbiddenName)) return 'forbidden-name';
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  }
  return null;
}
