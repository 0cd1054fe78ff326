import { describe, expect, it } from 'vitest';
import { hashCall, toCall, type CallFacts } from '../../../../src/app/app.functions/sync/recordings/to-call.ts';
import { startsAt } from '../../../support/builders.ts';
import { anUtterance, recordingUrl } from './recordings-kit.ts';

const someCallFacts = (changes: Partial<CallFacts> = {}): CallFacts => ({
  accountId: 'acc-1',
  instanceUuid: '/uuid+with//odd==',
  topic: 'Growing tomatoes',
  partNumber: 1,
  startedAt: startsAt,
  lengthSeconds: 3_600,
  url: recordingUrl,
  isDeleted: false,
  ...changes,
});

describe('S28: the call of a recording', () => {
  it('says what it is, when it was and where to see it', () => {
    expect(toCall(someCallFacts(), null).body).toBe(
      'Recording of the Zoom webinar “Growing tomatoes”<br>2026-11-20 10:00 UTC, 60 min<br>' +
        `<a href="${recordingUrl}">${recordingUrl}</a>`,
    );
  });

  it('has text that HubSpot cannot take for HTML', () => {
    const { body, title } = toCall(
      someCallFacts({ topic: '<script>"R&D"</script>', url: 'https://zoom.example.com/?a=1&b="' }),
      [anUtterance({ speaker: '<i>', text: '</body>' })],
    );

    expect(body.replaceAll(/<br>|<a href="[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>"]/);
    expect(body).toContain('&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt;');
    expect(title).toBe('<script>"R&D"</script>');
  });

  it('has a key of its own per Zoom account and instance, in safe characters', () => {
    const keys = [
      toCall(someCallFacts(), null),
      toCall(someCallFacts({ accountId: 'acc-2' }), null),
      toCall(someCallFacts({ instanceUuid: 'another' }), null),
    ].map(({ key }) => key);

    expect(new Set(keys).size).toBe(3);
    expect(keys.join('')).toMatch(/^[0-9a-f-]{108}$/);
  });

  it('has at most 65,000 characters with whole utterances, and says that there is more', () => {
    const utterances = Array.from({ length: 5_000 }, (_, index) =>
      anUtterance({ text: `Line ${index} & <more>`, startMs: index * 1_000 }),
    );

    const { body } = toCall(someCallFacts(), utterances);

    expect(body.length).toBeLessThanOrEqual(65_000);
    expect(body.length).toBeGreaterThan(64_900);
    expect(body).toMatch(/Line \d+ &amp; &lt;more&gt;<br>The transcript goes on, but no more of it fits in here\.$/);
  });

  it('has at most 65,000 characters wherever the cut falls', () => {
    const utterances = Array.from({ length: 1_000 }, () => anUtterance({ text: 'x'.repeat(60) }));
    const topics = Array.from({ length: 120 }, (_, index) => 'x'.repeat(index));

    const lengths = topics.map((topic) => toCall(someCallFacts({ topic }), utterances).body.length);

    expect(Math.max(...lengths)).toBe(65_000);
  });

  it('has a whole transcript of just as many characters, and no remark', () => {
    const head = toCall(someCallFacts(), []).body.length;
    const lineOf = (length: number) => [anUtterance({ speaker: '', text: 'x'.repeat(length - '[0:00:00] '.length) })];

    const fitting = toCall(someCallFacts(), lineOf(65_000 - head)).body;
    const tooLong = toCall(someCallFacts(), lineOf(65_001 - head)).body;

    expect(fitting).toHaveLength(65_000);
    expect(fitting).not.toContain('goes on');
    expect(tooLong).toMatch(/<br><br>The transcript goes on, but no more of it fits in here\.$/);
  });

  it('of a few seconds lasts a minute in words', () => {
    expect(toCall(someCallFacts({ lengthSeconds: 4 }), null)).toMatchObject({
      lengthMs: 4_000,
      body: expect.stringContaining(', 1 min'),
    });
  });

  it('has another hash whenever anything is written differently', () => {
    const hashes = [
      hashCall(someCallFacts(), null),
      hashCall(someCallFacts(), 'transcript'),
      hashCall(someCallFacts(), 'another transcript'),
      hashCall(someCallFacts({ topic: 'Other' }), null),
      hashCall(someCallFacts({ partNumber: 2 }), null),
      hashCall(someCallFacts({ startedAt: startsAt + 1 }), null),
      hashCall(someCallFacts({ lengthSeconds: 3_601 }), null),
      hashCall(someCallFacts({ url: null }), null),
      hashCall(someCallFacts({ url: null, isDeleted: true }), null),
    ];

    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashCall(someCallFacts(), null)).toBe(hashes[0]);
  });
});
