import { afterEach, expect, it, vi } from 'vitest';
import { readable } from '../../src/app/extensions/shared/readable.ts';
import { captureLog } from './support/functions-double.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('is the view of an answer that can be read', () => {
  expect(readable(() => 'a view')).toEqual({ kind: 'view', view: 'a view' });
});

it('is a problem to show, and a line in the log, when the answer is of another version', () => {
  const log = captureLog();
  const answer = {} as { readonly webinars: readonly string[] };

  expect(readable(() => answer.webinars.length)).toEqual({ kind: 'problem', problem: { kind: 'unreadable-answer' } });
  expect(log).toEqual([{ msg: 'answer.unreadable', message: expect.stringContaining("'length'") }]);
});
