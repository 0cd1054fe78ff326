import { expect, it } from 'vitest';
import { assertNever } from '../../../src/app/app.functions/domain/assert-never.ts';

it('names the value that a switch did not know', () => {
  const value = { kind: 'unheard-of' } as never;

  expect(() => assertNever(value)).toThrow('{"kind":"unheard-of"}');
});
