import { describe, expect, it } from 'vitest';
import { once, whenUsed } from '../../../src/app/app.functions/hubspot/requests/when-used.ts';

class Builders {
  readonly #area = 'contacts';

  async read(id: string, archived = false): Promise<string> {
    return Promise.resolve(`${this.#area}/${id}?archived=${String(archived)}`);
  }

  async refuse(): Promise<never> {
    return Promise.reject(new Error('The id is missing.'));
  }
}

function aLoader() {
  let loadCount = 0;
  const load = once(async () => {
    loadCount += 1;
    return Promise.resolve(new Builders());
  });
  return { load, loadCount: () => loadCount };
}

describe('request builders that are loaded when they are used', () => {
  it('are not loaded by whoever only holds them', async () => {
    const { load, loadCount } = aLoader();
    const builders = whenUsed(load);

    expect(loadCount()).toBe(0);
    await builders.read('1');
    expect(loadCount()).toBe(1);
  });

  it('are loaded once, also when several requests are built at once and by several holders', async () => {
    const { load, loadCount } = aLoader();

    await Promise.all([whenUsed(load).read('1'), whenUsed(load).read('2'), whenUsed(load).read('3')]);
    expect(loadCount()).toBe(1);
  });

  it('build what they were asked for, and refuse as they do', async () => {
    const builders = whenUsed(aLoader().load);

    expect(await builders.read('7', true)).toBe('contacts/7?archived=true');
    await expect(builders.refuse()).rejects.toThrow('The id is missing.');
  });
});
