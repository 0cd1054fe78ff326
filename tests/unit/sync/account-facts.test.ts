import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/app/app.functions/domain/instant.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import { createAccountFactsReader, factsRecordKey } from '../../../src/app/app.functions/sync/account-facts.ts';
import type { AddressPage } from '../../../src/app/app.functions/sync/account-ports.ts';
import type { StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';
import { at, dayMs, hourMs, minuteMs } from '../../support/builders.ts';

const never = (): boolean => false;
/** Stops before the call after so many. */
const stopAfter = (callCount: number): (() => boolean) => {
  let asked = 0;
  return () => asked++ >= callCount;
};

const someone = (count: number, domain: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `person-${index}@${domain}`);

interface World {
  users?: readonly string[];
  deleted?: readonly string[];
  /** Whether HubSpot finds deleted contacts by address. */
  findsDeleted?: boolean;
  pageSize?: number;
}

/** An account and the app's memory in it, over any number of steps. */
function aWorld({ users = [], deleted = [], findsDeleted = false, pageSize = 100 }: World = {}) {
  const records = new Map<string, StoredRecord>();
  const calls: string[] = [];
  let now: Instant = at('12:00');
  const lists = { users, deleted };
  const toPage = (name: 'users' | 'deleted', after: string | null): AddressPage => {
    calls.push(`${name} ${after ?? 'begin'}`);
    const start = Number(after ?? 0);
    const end = start + pageSize;
    return { addresses: lists[name].slice(start, end), after: end < lists[name].length ? String(end) : null };
  };
  const begin = () =>
    createAccountFactsReader({
      store: {
        async read(keys) {
          calls.push(`read ${keys.length}`);
          return new Map(keys.flatMap((key) => [...records].filter(([stored]) => stored === key)));
        },
      },
      users: { listUserAddresses: async (after) => toPage('users', after) },
      deletedContacts: {
        listDeletedAddresses: async (after) => toPage('deleted', after),
        async findDeletedAddresses(addresses) {
          calls.push(`find ${addresses.length}`);
          return findsDeleted ? addresses.filter((address) => lists.deleted.includes(address)) : [];
        },
      },
      record: records.get(factsRecordKey),
      now: () => now,
    });
  return {
    records,
    lists,
    takeCalls: () => calls.splice(0),
    pass(ms: number) {
      now += ms;
    },
    begin,
    /** One step: reads, and saves what the next one needs. */
    async step(shouldStop: () => boolean = never) {
      const reader = begin();
      const facts = await reader.read(shouldStop);
      for (const record of reader.takeRecords()) records.set(record.key, { ...record, recordId: record.key });
      return facts;
    },
  };
}

type Facts = Awaited<ReturnType<ReturnType<typeof aWorld>['step']>>;

const deletedOf = async (facts: Facts, addresses: readonly string[]): Promise<readonly string[] | undefined> => {
  const found = await facts?.findDeleted(addresses);
  return found === undefined ? undefined : [...found].sort();
};

describe('S13: users of the account', () => {
  it('are known by address, over several pages', async () => {
    const world = aWorld({ users: someone(250, 'acme.example.com') });

    const facts = await world.step();

    expect(facts?.isAccountUser('person-0@acme.example.com')).toBe(true);
    expect(facts?.isAccountUser('person-249@acme.example.com')).toBe(true);
    expect(facts?.isAccountUser('person-0@example.com')).toBe(false);
    expect(world.takeCalls()).toEqual(['users begin', 'users 100', 'users 200', 'deleted begin']);
  });

  it('are nobody where the account has none', async () => {
    expect((await aWorld().step())?.isAccountUser('person-0@acme.example.com')).toBe(false);
  });

  it('are read over several steps, no page twice, and nothing is believed before the end', async () => {
    const world = aWorld({ users: someone(250, 'acme.example.com'), deleted: someone(150, 'gone.example.com') });

    expect(await world.step(stopAfter(2))).toBeNull();
    expect(await world.step(stopAfter(1))).toBeNull();
    expect(await world.step(stopAfter(0))).toBeNull();
    const facts = await world.step();

    expect(world.takeCalls()).toEqual(['users begin', 'users 100', 'users 200', 'deleted begin', 'deleted 100']);
    expect(facts?.isAccountUser('person-1@acme.example.com')).toBe(true);
    expect(await deletedOf(facts, ['person-149@gone.example.com'])).toEqual(['person-149@gone.example.com']);
  });

  it('are not read again while they are fresh', async () => {
    const world = aWorld({ users: someone(3, 'acme.example.com') });
    await world.step();
    world.takeCalls();

    world.pass(5 * minuteMs);
    const facts = await world.step();

    expect(facts?.isAccountUser('person-2@acme.example.com')).toBe(true);
    expect(world.takeCalls()).toEqual([]);
  });

  it('are read again after ten minutes: a new colleague counts, one who left does not', async () => {
    const world = aWorld({ users: ['old@acme.example.com'] });
    await world.step();

    world.lists.users = ['new@acme.example.com'];
    world.pass(10 * minuteMs + 1);
    const facts = await world.step();

    expect(facts?.isAccountUser('new@acme.example.com')).toBe(true);
    expect(facts?.isAccountUser('old@acme.example.com')).toBe(false);
  });

  it('stop everything when HubSpot does not tell them', async () => {
    const refusal = new IntegrationError(
      toFailure({ system: 'hubspot', operation: 'list users' }, 'missing-scope', { cause: 'internal' }),
    );
    const reader = createAccountFactsReader({
      store: { read: () => Promise.reject(new Error('nobody should have asked')) },
      users: { listUserAddresses: () => Promise.reject(refusal) },
      deletedContacts: {
        listDeletedAddresses: async () => ({ addresses: [], after: null }),
        findDeletedAddresses: async () => [],
      },
      record: undefined,
      now: () => at('12:00'),
    });

    await expect(reader.read(never)).rejects.toBe(refusal);
  });
});

describe('S14: deleted contacts', () => {
  it('are known by address among those that were asked for', async () => {
    const facts = await aWorld({ deleted: someone(5, 'gone.example.com') }).step();

    expect(await deletedOf(facts, ['person-4@gone.example.com', 'jill@example.com'])).toEqual([
      'person-4@gone.example.com',
    ]);
    expect(await deletedOf(facts, [])).toEqual([]);
  });

  it('are read again after five minutes', async () => {
    const world = aWorld();
    await world.step();
    world.lists.deleted = ['jill@example.com'];

    world.pass(5 * minuteMs);
    const fresh = await world.step();
    world.pass(1);
    const stale = await world.step();

    expect(await deletedOf(fresh, ['jill@example.com'])).toEqual([]);
    expect(await deletedOf(stale, ['jill@example.com'])).toEqual(['jill@example.com']);
  });
});

describe('S14: many deleted contacts', () => {
  const many = someone(900, 'gone.example.com');

  it('are asked for one by one when HubSpot is seen to find them that way', async () => {
    const world = aWorld({ deleted: many, findsDeleted: true });

    const facts = await world.step();

    expect(world.takeCalls().slice(1)).toEqual([
      'deleted begin',
      'deleted 100',
      'deleted 200',
      'deleted 300',
      'deleted 400',
      'find 100',
    ]);
    // Nobody has read the page that this one is on.
    expect(await deletedOf(facts, ['person-899@gone.example.com', 'jill@example.com'])).toEqual([
      'person-899@gone.example.com',
    ]);
    expect(world.takeCalls()).toEqual(['find 2']);
  });

  it('are listed to the end when HubSpot finds nobody that way: an empty answer proves nothing', async () => {
    const world = aWorld({ deleted: many, findsDeleted: false });

    const facts = await world.step();

    expect(world.takeCalls().filter((call) => call.startsWith('deleted'))).toHaveLength(9);
    expect(await deletedOf(facts, ['person-899@gone.example.com'])).toEqual(['person-899@gone.example.com']);
    expect(world.takeCalls()).toEqual([]);
  });

  it('are not asked for where five pages are the whole list', async () => {
    const world = aWorld({ deleted: many.slice(0, 500), findsDeleted: true });

    await world.step();

    expect(world.takeCalls().filter((call) => call.startsWith('find'))).toEqual([]);
  });

  it('are not listed again for a day, and then tried anew', async () => {
    const world = aWorld({ deleted: many, findsDeleted: true });
    await world.step();
    world.takeCalls();

    world.pass(23 * hourMs);
    const facts = await world.step();
    expect(await deletedOf(facts, ['person-7@gone.example.com'])).toEqual(['person-7@gone.example.com']);
    expect(world.takeCalls()).toEqual(['users begin', 'find 1']);

    world.pass(dayMs);
    await world.step();
    expect(world.takeCalls()).toContain('deleted begin');
  });

  it('are tried again when the step that tried was killed before it could save', async () => {
    const world = aWorld({ deleted: many, findsDeleted: true });
    await world.begin().read(never);
    world.takeCalls();

    const facts = await world.step();

    expect(world.takeCalls()).toContain('find 100');
    expect(await deletedOf(facts, ['person-1@gone.example.com'])).toHaveLength(1);
  });
});

describe('a list that is too long for one record', () => {
  const users = someone(20_000, 'acme.example.com');

  it('lies in records of its own, none longer than HubSpot takes', async () => {
    const world = aWorld({ users, pageSize: 1_000 });

    const facts = await world.step();

    const lengths = [...world.records.values()].map(({ payload }) => payload.length);
    expect(world.records.size).toBe(4);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60_000);
    expect(world.records.get(factsRecordKey)?.payload.length).toBeLessThan(1_000);
    expect(users.filter((address) => facts?.isAccountUser(address) !== true)).toEqual([]);
  });

  it('is read back from them, with one call', async () => {
    const world = aWorld({ users, pageSize: 1_000 });
    await world.step();
    world.takeCalls();

    const facts = await world.step();

    expect(world.takeCalls()).toEqual(['read 3']);
    expect(users.filter((address) => facts?.isAccountUser(address) !== true)).toEqual([]);
    expect(facts?.isAccountUser('jill@example.com')).toBe(false);
  });

  it('is put together over several steps', async () => {
    const world = aWorld({ users, pageSize: 1_000 });
    for (let steps = 0; steps < 6; steps += 1) expect(await world.step(stopAfter(3))).toBeNull();

    const facts = await world.step();

    expect(users.filter((address) => facts?.isAccountUser(address) !== true)).toEqual([]);
  });

  it('is read anew when HubSpot does not give one of them back: nobody is taken for a stranger', async () => {
    const world = aWorld({ users, pageSize: 1_000 });
    await world.step();
    world.records.delete('facts:users:1:1');
    expect(world.records.size).toBe(3);

    expect(await world.step()).toBeNull();
    const facts = await world.step();

    expect(users.filter((address) => facts?.isAccountUser(address) !== true)).toEqual([]);
  });

  it('is read anew when another sync, which read it at the same time, has divided it differently', async () => {
    const world = aWorld({ users, pageSize: 1_000 });
    const first = world.begin();
    await first.read(never);
    for (let steps = 0; steps < 6; steps += 1) await world.step(stopAfter(3));
    const ofFirst = first.takeRecords().filter(({ key }) => key === factsRecordKey);
    for (const record of ofFirst) world.records.set(record.key, { ...record, recordId: record.key });

    expect(await world.step()).toBeNull();
    const facts = await world.step();

    expect(ofFirst).toHaveLength(1);
    expect(users.filter((address) => facts?.isAccountUser(address) !== true)).toEqual([]);
  });

  it('keeps nobody of the list before it', async () => {
    const world = aWorld({ users, pageSize: 1_000 });
    await world.step();
    world.lists.users = users.slice(10_000);

    world.pass(hourMs);
    const facts = await world.step();

    expect(users.slice(0, 10_000).filter((address) => facts?.isAccountUser(address) === true)).toEqual([]);
    expect(users.slice(10_000).filter((address) => facts?.isAccountUser(address) !== true)).toEqual([]);
  });
});

describe('what is remembered of an account', () => {
  const world = () => aWorld({ users: ['jill@acme.example.com'], deleted: ['jack@gone.example.com'] });

  it('is hashes: no address is in any record', async () => {
    const { records, step } = world();
    await step();

    expect(JSON.stringify([...records.values()])).not.toMatch(/jill|jack|acme|gone/);
    expect(records.get(factsRecordKey)).toMatchObject({ kind: 'facts', status: 'kept' });
  });

  it.each(['', 'nonsense', 'null', '{"v":2}', '{"v":1,"users":{}}'])(
    'is read anew when it is damaged: %s',
    async (payload) => {
      const { records, step, takeCalls } = world();
      await step();
      const record = records.get(factsRecordKey);
      takeCalls();

      records.set(factsRecordKey, { ...(record as StoredRecord), payload });
      const facts = await step();

      expect(facts?.isAccountUser('jill@acme.example.com')).toBe(true);
      expect(takeCalls()).toEqual(['users begin', 'deleted begin']);
    },
  );

  it('is given out once, and nothing when nothing is new', async () => {
    const { begin, step } = world();
    const reader = begin();
    await reader.read(never);

    expect(reader.takeRecords()).toHaveLength(1);
    expect(reader.takeRecords()).toEqual([]);

    await step();
    const again = begin();
    await again.read(never);
    expect(again.takeRecords()).toEqual([]);
  });

  it('is read once, however many syncs of one call ask', async () => {
    const { begin, takeCalls } = world();
    const reader = begin();

    const [one, other] = await Promise.all([reader.read(never), reader.read(never)]);

    expect(one).toBe(other);
    expect(takeCalls()).toEqual(['users begin', 'deleted begin']);
  });
});
