import { describe, expect, it } from 'vitest';
import { createKeyLock } from '../../../src/app/app.functions/sync/key-lock.ts';

/** Work that says when it begins and ends when told to. */
function aDesk() {
  const lock = createKeyLock();
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const begin = (name: string, keys: readonly string[]): Promise<string> =>
    lock.run(keys, async () => {
      log.push(`${name} begins`);
      await new Promise<void>((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve() : reject(error)));
      });
      log.push(`${name} ends`);
      return name;
    });
  return { log, begin, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

/** Everything that can go on without anybody’s doing has gone on. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('work on the same things', () => {
  it('happens one after the other, in the order in which it was asked for', async () => {
    const { log, begin, end } = aDesk();
    const all = [begin('one', ['a']), begin('two', ['a']), begin('three', ['a'])];

    await settled();
    expect(log).toEqual(['one begins']);
    for (const name of ['one', 'two', 'three']) {
      end(name);
      await settled();
    }

    expect(await Promise.all(all)).toEqual(['one', 'two', 'three']);
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  });

  it('waits for everybody who works on one of them', async () => {
    const { log, begin, end } = aDesk();
    const all = [begin('a', ['a']), begin('b', ['b']), begin('both', ['a', 'b'])];

    await settled();
    end('a');
    await settled();
    expect(log).not.toContain('both begins');
    end('b');
    await settled();
    end('both');

    await Promise.all(all);
    expect(log.at(-2)).toBe('both begins');
  });

  it('never waits in a circle, whatever the order of the keys', async () => {
    const { log, begin, end } = aDesk();
    const all = [begin('one', ['a', 'b']), begin('two', ['b', 'a'])];

    await settled();
    end('one');
    await settled();
    end('two');

    expect(await Promise.all(all)).toEqual(['one', 'two']);
    expect(log).toHaveLength(4);
  });

  it('may name one thing twice', async () => {
    const { begin, end } = aDesk();
    const only = begin('one', ['a', 'a']);

    await settled();
    end('one');

    expect(await only).toBe('one');
  });

  it('goes on after a failure, which only its own caller sees', async () => {
    const { log, begin, end } = aDesk();
    const failed = begin('one', ['a']);
    const next = begin('two', ['a']);
    const refusal = expect(failed).rejects.toThrow('refused');

    await settled();
    end('one', new Error('refused'));
    await refusal;
    await settled();
    end('two');

    expect(await next).toBe('two');
    expect(log).toEqual(['one begins', 'two begins', 'two ends']);
  });
});

describe('work on other things', () => {
  it('happens at the same time', async () => {
    const { log, begin, end } = aDesk();
    const all = [begin('a', ['a']), begin('b', ['b']), begin('none', [])];

    await settled();
    expect(log).toEqual(['a begins', 'b begins', 'none begins']);
    for (const name of ['a', 'b', 'none']) end(name);

    await Promise.all(all);
  });
});
