import { describe, expect, it } from 'vitest';
import { parseStartArguments } from '../../../scripts/demo/start-arguments.ts';
import { UsageError } from '../../../scripts/terminal/run-command.ts';

describe('the arguments of npm start', () => {
  it('lead to port 4000 and the whole demo when there are none', () => {
    expect(parseStartArguments([])).toEqual({ port: 4000, isFresh: false, endsAfterSyncs: false, isJson: false });
  });

  it('take every flag', () => {
    expect(parseStartArguments(['--port', '0', '--once', '--json'])).toEqual({
      port: 0,
      isFresh: false,
      endsAfterSyncs: true,
      isJson: true,
    });
    expect(parseStartArguments(['--fresh'])).toMatchObject({ isFresh: true });
  });

  it.each([
    [['--port', '70000'], '--port must be a whole number from 0 to 65535'],
    [['--port', 'four'], '--port must be a whole number from 0 to 65535'],
    [['--fresh', '--once'], '--fresh leaves nothing to report'],
    [['--fresh', '--json'], '--fresh leaves nothing to report'],
    [['--frish'], "Unknown option '--frish'"],
  ])('%j are refused in a sentence', (argv, sentence) => {
    expect(() => parseStartArguments(argv)).toThrow(UsageError);
    expect(() => parseStartArguments(argv)).toThrow(sentence);
  });
});
