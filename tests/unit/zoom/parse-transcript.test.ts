import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../src/app/app.functions/zoom/parse-transcript.ts';

const parse = (text: string, contentType = 'text/vtt') => parseTranscript({ text, contentType });

async function utterancesOf(...cues: readonly string[]) {
  const parsed = await parse(['WEBVTT', ...cues].join('\n\n'));
  if (parsed.kind !== 'transcript') expect.fail(parsed.problem);
  return parsed.utterances;
}

/** One cue of two seconds. */
const cue = (...lines: readonly string[]): string => ['00:00:01.000 --> 00:00:03.000', ...lines].join('\n');
const saidIn = async (...lines: readonly string[]) =>
  (await utterancesOf(cue(...lines))).map(({ speaker, text }) => [speaker, text]);

describe('S28: a transcript', () => {
  it('may have tags in one another, deeper than functions can be called', async () => {
    expect(await saidIn(`${'<v Jill>'.repeat(50_000)}hello`)).toEqual([['Jill', 'hello']]);
  });

  it('has what was said, by whom and when, as Zoom writes it', async () => {
    const text = [
      'WEBVTT',
      '',
      '1',
      '00:00:02.110 --> 00:00:05.830',
      'Hanna Host: Good morning, and welcome.',
      '',
      '2',
      '01:02:03.004 --> 01:02:04.500',
      'Zoë O’Hara-李: Merci.',
      '',
    ].join('\r\n');

    await expect(parse(text)).resolves.toEqual({
      kind: 'transcript',
      utterances: [
        { speaker: 'Hanna Host', text: 'Good morning, and welcome.', startMs: 2_110, endMs: 5_830 },
        { speaker: 'Zoë O’Hara-李', text: 'Merci.', startMs: 3_723_004, endMs: 3_724_500 },
      ],
    });
  });

  it.each(['\n', '\r\n', '\r'])('may have lines that end with %j', async (lineEnd) => {
    const text = ['WEBVTT', '', '00:01.000 --> 00:02.000', 'A: x', 'y', '', '00:03.000 --> 00:04.000', 'B: z'];

    await expect(parse(text.join(lineEnd))).resolves.toMatchObject({
      utterances: [
        { speaker: 'A', text: 'x y', startMs: 1_000 },
        { speaker: 'B', text: 'z', startMs: 3_000 },
      ],
    });
  });

  it.each(['WEBVTT', '\uFEFFWEBVTT', 'WEBVTT - made by Zoom', 'WEBVTT\tX', 'WEBVTT\n', 'WEBVTT\nKind: captions'])(
    'begins with %j',
    async (head) => {
      await expect(parse(`${head}\n\n${cue('A: x')}`)).resolves.toMatchObject({ utterances: [{ speaker: 'A' }] });
    },
  );

  it('may be empty', async () => {
    await expect(parse('WEBVTT')).resolves.toEqual({ kind: 'transcript', utterances: [] });
  });

  it('is told by what it says, not by what it is called', async () => {
    await expect(parse(`WEBVTT\n\n${cue('A: x')}`, 'application/octet-stream')).resolves.toMatchObject({
      kind: 'transcript',
    });
  });

  it('keeps the order of cues that overlap', async () => {
    const utterances = await utterancesOf(
      '00:00:05.000 --> 00:00:09.000\nA: first',
      '00:00:04.000 --> 00:00:06.000\nB: second',
      '00:00:05.000 --> 00:00:09.000\nA: third',
    );

    expect(utterances.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
  });

  it('is without notes, styles, settings and names of cues', async () => {
    const utterances = await utterancesOf(
      'NOTE Made by\nsomebody',
      'STYLE\n::cue { color: red }',
      'opening\n00:00:01.000 --> 00:00:02.000 align:start position:0%\nA: x',
    );

    expect(utterances).toEqual([{ speaker: 'A', text: 'x', startMs: 1_000, endMs: 2_000 }]);
  });

  it('is without cues in which nothing is said', async () => {
    const utterances = await utterancesOf(cue(), cue('   '), cue('Hanna Host:'), cue('<b></b>'), cue('A: x'));

    expect(utterances.map(({ text }) => text)).toEqual(['x']);
  });

  it('goes on after a cue that is damaged', async () => {
    expect(await utterancesOf('00:00:99.000 --> soon\nA: lost', cue('B: kept'))).toMatchObject([{ text: 'kept' }]);
  });

  it('of four megabytes is read in no time', async () => {
    const count = 40_000;
    const cues = Array.from({ length: count }, (_, index) => {
      const time = new Date(index * 1_000).toISOString().slice(11, 19);
      return `${time}.000 --> ${time}.900\nHanna Host: ${'word '.repeat(12)}`;
    });
    const startedMs = performance.now();

    const utterances = await utterancesOf(...cues);

    expect(utterances).toHaveLength(count);
    expect(performance.now() - startedMs).toBeLessThan(4_000);
  });
});

describe('who speaks', () => {
  it.each([
    ['before the first colon', 'Hanna Host: It is: yes.', ['Hanna Host', 'It is: yes.']],
    ['with a comma or a title', 'Host, Dr. Hanna: Yes.', ['Host, Dr. Hanna', 'Yes.']],
    ['with brackets and numbers', 'iPhone (2): Yes.', ['iPhone (2)', 'Yes.']],
    ['in other scripts', '田中 太郎: はい', ['田中 太郎', 'はい']],
    ['with blanks around', '  Hanna   Host : Yes.', ['Hanna Host', 'Yes.']],
    ['not named', 'Yes.', ['', 'Yes.']],
    ['not named, at some time', 'At 10:30 we begin.', ['', 'At 10:30 we begin.']],
    ['not named, with an address', 'See https://example.com/x', ['', 'See https://example.com/x']],
    ['not named, after a question', 'Why? Answer: so.', ['', 'Why? Answer: so.']],
    ['not named, in a long sentence', `${'very '.repeat(14)}long: yes`, ['', `${'very '.repeat(14)}long: yes`]],
    ['nobody', ': Yes.', ['', ': Yes.']],
  ])('is %s', async (_what, line, expected) => {
    expect(await saidIn(line)).toEqual([expected]);
  });

  it('is named once for a cue of several lines', async () => {
    expect(await saidIn('Hanna Host:', 'Good morning,', '  and welcome.')).toEqual([
      ['Hanna Host', 'Good morning, and welcome.'],
    ]);
    expect(await saidIn('Good morning', 'Note: welcome.')).toEqual([['', 'Good morning Note: welcome.']]);
  });

  it.each([
    ['<v Hanna Host>Good: morning</v>', [['Hanna Host', 'Good: morning']]],
    ['<v.loud.first Hanna  Host>Good morning', [['Hanna Host', 'Good morning']]],
    ['<v Tom &amp; Ann>Hi</v>', [['Tom & Ann', 'Hi']]],
    [
      '<v A>Hi <i>you</i></v> <v B>Hello</v>',
      [
        ['A', 'Hi you'],
        ['B', 'Hello'],
      ],
    ],
    ['<v A>Hi', [['A', 'Hi']]],
    [
      'Hm. <v A>Hi</v>',
      [
        ['', 'Hm.'],
        ['A', 'Hi'],
      ],
    ],
  ])('is the voice: %s', async (line, expected) => {
    expect(await saidIn(line)).toEqual(expected);
  });
});

describe('what is said', () => {
  it.each([
    ['A: <b>bold</b> and <c.yellow>yellow</c>', 'bold and yellow'],
    ['A: one <00:00:02.000>two', 'one two'],
    ['A: <font color="red">red</font>', 'red'],
    ['A: Tom &amp; Ann &lt;3&nbsp;&quot;it&quot;', 'Tom & Ann <3 "it"'],
    ['A: 1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['A: I <3 it', 'I <3 it'],
    ['A: a  \t b', 'a b'],
  ])('is plain text: %s', async (line, text) => {
    expect(await saidIn(line)).toEqual([['A', text]]);
  });
});

describe('something else than a transcript', () => {
  const secret = 'hush-hush';

  it.each([
    [`<!DOCTYPE html><html>${secret}</html>`, 'text/html;charset=utf-8', 'a page instead of a transcript'],
    [`\n  <html>${secret}`, '', 'a page instead of a transcript'],
    [secret, 'text/html', 'a page instead of a transcript'],
    [`{"message":"${secret}"}`, 'application/json', 'JSON instead of a transcript'],
    [` [{"message":"${secret}"}]`, '', 'JSON instead of a transcript'],
    ['', 'text/vtt', 'an empty file instead of a transcript'],
    [' \n', 'text/vtt', 'an empty file instead of a transcript'],
    [secret, `text/${secret}`, 'another file instead of a transcript'],
    [`WEBVTTX\n\n${secret}`, 'text/vtt', 'another file instead of a transcript'],
    [`\nWEBVTT\n\n${secret}`, 'text/vtt', 'another file instead of a transcript'],
    [`webvtt\n\n${secret}`, 'text/vtt', 'another file instead of a transcript'],
  ])('is said to be what it is, and not quoted: %j as %j', async (text, contentType, problem) => {
    await expect(parse(text, contentType)).resolves.toEqual({ kind: 'unreadable', problem });
  });
});
