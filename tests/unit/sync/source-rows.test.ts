import { describe, expect, it } from 'vitest';
import { payloadCharactersMax, readSealed } from '../../../src/app/app.functions/sync/payload.ts';
import { packRows, unpackRows, type RowBatch } from '../../../src/app/app.functions/sync/source-rows.ts';
import { aParticipation, aRegistrant, participantList, registrantList } from '../../support/builders.ts';

const lists = [registrantList('approved'), registrantList('denied', 'first'), participantList('uuid-1')];

const aBatch = (changes: Partial<RowBatch> = {}): RowBatch => ({
  listNumber: 0,
  passNumber: 1,
  isSettled: false,
  registrants: [],
  participations: [],
  ...changes,
});

const again = (batches: readonly RowBatch[]): readonly RowBatch[] =>
  packRows(batches).flatMap((payload) => unpackRows(payload, lists));

describe('rows in records', () => {
  it('come back as they were read', () => {
    const batches = [
      aBatch({ registrants: [aRegistrant(), aRegistrant({ registrantId: 'reg-2', lastName: '' })] }),
      aBatch({
        listNumber: 1,
        passNumber: 2,
        registrants: [aRegistrant({ status: 'denied', occurrenceId: 'first' })],
      }),
      aBatch({
        listNumber: 2,
        isSettled: true,
        participations: [
          aParticipation({ displayName: '' }),
          aParticipation({
            email: null,
            registrantId: 'reg-1',
            userId: 'user-1',
            joinedAt: null,
            leftAt: null,
            durationSeconds: null,
            wasInWaitingRoom: true,
          }),
        ],
      }),
    ];

    expect(again(batches)).toEqual(batches);
  });

  it('keep a personal link', () => {
    const registrants = [aRegistrant({ joinUrl: 'https://zoom.example.com/w/1?tk=a' }), aRegistrant({ joinUrl: null })];

    expect(again([aBatch({ registrants })])).toEqual([aBatch({ registrants })]);
  });

  it('are written as short lists, one a batch, since what one version has begun the next one ends', () => {
    const first = aBatch({ registrants: [aRegistrant({ joinUrl: null })] });
    const second = aBatch({ listNumber: 2, isSettled: true, participations: [aParticipation({ displayName: '' })] });
    const { registrantId, email, firstName, lastName, registeredAt, status } = aRegistrant();
    const join = aParticipation();

    expect(packRows([first, second]).map((payload) => readSealed(payload))).toEqual([
      [
        [0, 1, 0, [[registrantId, email, firstName, lastName, registeredAt, status]]],
        [
          2,
          1,
          1,
          [
            [
              join.joinId,
              join.registrantId,
              join.email,
              join.userId,
              '',
              join.joinedAt,
              join.leftAt,
              join.durationSeconds,
              0,
            ],
          ],
        ],
      ],
    ]);
  });

  it('keep their own status, although it is mostly that of their list', () => {
    const batch = aBatch({ registrants: [aRegistrant({ status: 'pending' })] });

    expect(again([batch])).toEqual([batch]);
  });

  it('give up names of people who are known by their address', () => {
    const batch = aBatch({ listNumber: 2, participations: [aParticipation({ displayName: 'Jill' })] });

    expect(again([batch])).toMatchObject([{ participations: [{ displayName: '' }] }]);
  });

  it('need no record when there are none', () => {
    expect(packRows([])).toEqual([]);
    expect(packRows([aBatch()])).toEqual([]);
  });

  it('of a list that nobody knows any more are left out', () => {
    expect(
      packRows([aBatch({ listNumber: 9, registrants: [aRegistrant()] })]).flatMap((payload) =>
        unpackRows(payload, lists),
      ),
    ).toEqual([]);
  });

  it('are divided into records that HubSpot takes, in their order', () => {
    const registrants = Array.from({ length: 20_000 }, (_, index) =>
      aRegistrant({ registrantId: `reg-${index * 7_919}`, email: `person-${(index * 48_271) % 65_537}@example.com` }),
    );
    const payloads = packRows([aBatch({ registrants })]);

    expect(payloads.length).toBeGreaterThan(1);
    expect(payloads.every(({ length }) => length <= payloadCharactersMax)).toBe(true);
    expect(payloads.flatMap((payload) => unpackRows(payload, lists)).flatMap((batch) => batch.registrants)).toEqual(
      registrants,
    );
  });

  it('of two batches of one list stay two batches', () => {
    const batches = [aBatch({ registrants: [aRegistrant()] }), aBatch({ registrants: [aRegistrant()] })];

    expect(again(batches)).toEqual(batches);
  });

  it('that somebody has changed count as not there, so that nobody is taken for absent', () => {
    const [payload = ''] = packRows([aBatch({ registrants: [aRegistrant()] })]);

    for (const changed of [payload.replace('Jill', 'Joe'), `[${payload}]`, '[]', '', payload.slice(1)]) {
      expect(() => unpackRows(changed, lists)).toThrow('read state records: unavailable');
    }
  });
});
