import { expect, it } from 'vitest';
import { nextDraft, type Draft, type DraftEvent } from '../../../preview/host/components/draft.ts';

const empty: Draft<string> = { text: '', committed: '', given: '', echoes: [], isFocused: false, generation: 0 };

const after = (...events: readonly DraftEvent<string>[]): Draft<string> => events.reduce(nextDraft<string>, empty);

const focused: DraftEvent<string> = { type: 'focused' };
const typed = (text: string): DraftEvent<string> => ({ type: 'typed', text, echo: text });
const given = (value: string | undefined): DraftEvent<string> => ({ type: 'given', value, empty: '' });

it('keeps what is typed when older values come back', () => {
  expect(after(focused, typed('a'), typed('ab'), given('a'), typed('abc'), given('ab')).text).toBe('abc');
});

it('takes a value that it did not send itself', () => {
  expect(after(focused, typed('a'), typed('ab'), given('A')).text).toBe('A');
});

it('takes every value when nobody is typing', () => {
  expect(after(focused, typed('a'), typed('ab'), { type: 'blurred' }, given('a')).text).toBe('a');
});

it('is emptied when the value is taken away', () => {
  expect(after({ type: 'committed', text: 'a' }, given('a'), given(undefined))).toMatchObject({
    text: '',
    committed: '',
  });
});

it('remembers only what it sent after the last commit', () => {
  const draft = after(focused, typed('a'), typed('ab'), { type: 'committed', text: 'ab' }, given('a'));
  expect(draft.text).toBe('a');
});

it('goes back to the first value with its form', () => {
  expect(after(focused, typed('a'), { type: 'reset', value: 'first', generation: 1 })).toMatchObject({
    text: 'first',
    committed: 'first',
    generation: 1,
  });
});
