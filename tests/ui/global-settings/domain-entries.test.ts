import { describe, expect, it } from 'vitest';
import { addEntries, splitEntries } from '../../../src/app/extensions/settings-page/global-settings/domain-entries.ts';

describe('what is pasted into a list of domains', () => {
  it.each([
    ['commas', 'a.example,b.example'],
    ['semicolons', 'a.example; b.example'],
    ['blanks', '  a.example b.example '],
    ['lines', 'a.example\r\nb.example\n'],
    ['tabs, as from a spreadsheet', 'a.example\tb.example'],
    ['all of them', ',a.example ,;\n b.example,'],
  ])('is taken apart at %s', (_separator, typed) => {
    expect(splitEntries(typed)).toEqual(['a.example', 'b.example']);
  });

  it('is not judged: that is the server’s to do', () => {
    expect(splitEntries('Jane@A.Example https://b.example/x com')).toEqual([
      'jane@a.example',
      'https://b.example/x',
      'com',
    ]);
  });

  it('adds each new entry once', () => {
    expect(addEntries(['a.example'], 'A.example b.example B.EXAMPLE')).toEqual({
      entries: ['a.example', 'b.example'],
      addedCount: 1,
      typedCount: 2,
    });
  });
});
