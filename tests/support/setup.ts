import { afterEach, beforeEach, expect, vi } from 'vitest';

(globalThis as { self?: unknown }).self ??= globalThis;
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const loudMethods = ['log', 'info', 'warn', 'error', 'debug'] as const;

beforeEach(() => {
  for (const method of loudMethods) vi.spyOn(console, method).mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const method of loudMethods) {
    const spy = vi.mocked(console[method]);
    const calls = [...(spy.mock?.calls ?? [])];
    spy.mockRestore?.();
    expect(calls, `console.${method} was called; a test that expects output captures it itself`).toEqual([]);
  }
});
