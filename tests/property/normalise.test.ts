import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participation, Registrant } from '../../src/app/app.functions/domain/webinar.ts';
import { attendeeJoins, joinIdentity } from '../../src/app/app.functions/sync/attendee-joins.ts';
import { mergeSurveys, surveyInstances } from '../../src/app/app.functions/sync/held-sessions.ts';
import { normalisePeople, type NormalisedPeople } from '../../src/app/app.functions/sync/normalise.ts';
import { partitionRows } from '../../src/app/app.functions/sync/partition-rows.ts';
import { selectRows } from '../../src/app/app.functions/sync/select-rows.ts';
import { settleStrays } from '../../src/app/app.functions/sync/settle-strays.ts';
import { packRows, unpackRows, type RowBatch } from '../../src/app/app.functions/sync/source-rows.ts';
import { deepFreeze, participation, registrant, settings, threeInstances } from '../support/arbitraries.ts';
import {
  accountId,
  aHead,
  aHeldSession,
  aListCursor,
  aParticipation,
  at,
  aWebinar,
  participantList,
  registrantList,
} from '../support/builders.ts';

const head = aHead({ webinar: aWebinar({ needsApproval: true }) });
const registrants = fc.array(registrant, { maxLength: 8 });
const participations = fc.array(participation, { maxLength: 30 });

const normalise = (
  someRegistrants: readonly Registrant[],
  someParticipations: readonly Participation[],
): NormalisedPeople =>
  normalisePeople(head, { registrants: someRegistrants, participations: someParticipations }, threeInstances);

const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length });
/** The same rows in another order, some of them twice. */
const reread = <Item>(items: readonly Item[]) =>
  fc.tuple(shuffled(items), fc.subarray([...items])).map(([all, repeats]) => [...all, ...repeats]);

const distinct = (rows: readonly Participation[]): readonly Participation[] => [
  ...new Map(rows.map((row) => [joinIdentity(row), row])).values(),
];

describe('the people of a webinar', () => {
  it('do not depend on the order of rows, nor on rows that come twice', () => {
    fc.assert(
      fc.property(
        registrants.chain((given) => fc.tuple(fc.constant(given), reread(given))),
        participations.chain((given) => fc.tuple(fc.constant(given), reread(given))),
        ([someRegistrants, otherRegistrants], [someRows, otherRows]) => {
          expect(normalise(otherRegistrants, otherRows)).toEqual(normalise(someRegistrants, someRows));
        },
      ),
      settings,
    );
  });

  it('are each there once, sorted, and leave the rows alone', () => {
    fc.assert(
      fc.property(registrants, participations, (someRegistrants, rows) => {
        const first = normalise(deepFreeze(someRegistrants), deepFreeze(rows));
        const keys = first.persons.map(({ key }) => key);

        expect(keys).toEqual([...new Set(keys)].sort());
        expect(normalise(someRegistrants, rows)).toEqual(first);
      }),
      settings,
    );
  });

  it('never attend longer than the session lasted', () => {
    fc.assert(
      fc.property(registrants, participations, (someRegistrants, rows) => {
        for (const { sessions } of normalise(someRegistrants, rows).persons) {
          for (const { attendance } of sessions) {
            expect(attendance?.attendedSeconds ?? 0).toBeLessThanOrEqual(80 * 60);
            expect(attendance?.percentage ?? 0).toBeLessThanOrEqual(100);
          }
        }
      }),
      settings,
    );
  });

  it('have all rows between them: every row is used, quarantined, of the waiting room, or of staff', () => {
    fc.assert(
      fc.property(registrants, participations, (someRegistrants, rows) => {
        const fates = distinct(rows).map((row) => {
          const { persons, unusableRowCount } = normalise(someRegistrants, [row]);
          const isUsed = persons.some(({ sessions }) => sessions.some(({ attendance }) => attendance !== null));
          const isStaff = attendeeJoins(head, { registrants: someRegistrants, participations: [row] }).length === 0;
          const isElsewhere = row.instanceUuid === 'rehearsal';
          const isWaiting = row.wasInWaitingRoom && !isStaff && !isElsewhere;
          return { unusableRowCount, places: [isUsed, unusableRowCount === 1, isWaiting, isStaff || isElsewhere] };
        });

        for (const { places } of fates) expect(places.filter(Boolean)).toHaveLength(1);
        expect(normalise(someRegistrants, rows).unusableRowCount).toBe(
          fates.reduce((sum, { unusableRowCount }) => sum + unusableRowCount, 0),
        );
      }),
      settings,
    );
  });
});

/** The second instance has a report that Zoom may still be working on. */
const halfFinal = [
  aHeldSession({ key: 'final' }),
  aHeldSession({
    key: 'open',
    startedAt: at('11:30'),
    endedAt: at('12:30'),
    instanceUuids: ['uuid-2'],
    isFinal: false,
  }),
];

describe('rows of a webinar of which one report is not final', () => {
  const fateOf = (row: Participation): string => {
    const joins = attendeeJoins(head, { registrants: [], participations: [row] });
    if (joins.length === 0) return 'staff';
    if (row.instanceUuid === 'rehearsal') return 'of no session';
    const { persons, unusableRowCount } = normalisePeople(head, { registrants: [], participations: [row] }, halfFinal);
    expect(persons).toHaveLength(1);
    const [person] = persons;
    expect(unusableRowCount).toBe(person?.unusedRows === 'unusable-times' ? 1 : 0);
    expect(person?.sessions.length).toBe(person?.unusedRows === 'none' ? 1 : 0);
    return person?.unusedRows ?? 'lost';
  };

  it('have each exactly one fate: attendance, quarantined, not final, waiting, staff, or of no session', () => {
    fc.assert(
      fc.property(participations, (rows) => {
        const all = distinct(rows);
        const fates = all.map(fateOf);
        const count = (fate: string): number => fates.filter((each) => each === fate).length;

        expect(count('lost')).toBe(0);
        expect(
          ['none', 'unusable-times', 'not-final', 'waiting-room', 'staff', 'of no session']
            .map(count)
            .reduce((sum, each) => sum + each, 0),
        ).toBe(all.length);
        expect(normalisePeople(head, { registrants: [], participations: rows }, halfFinal).unusableRowCount).toBe(
          count('unusable-times'),
        );
      }),
      settings,
    );
  });

  it('never make attendance of a session that is not final', () => {
    fc.assert(
      fc.property(registrants, participations, (someRegistrants, rows) => {
        const { persons } = normalisePeople(head, { registrants: someRegistrants, participations: rows }, halfFinal);
        const open = persons.flatMap(({ sessions }) => sessions.filter(({ sessionKey }) => sessionKey === 'open'));

        expect(open.filter(({ attendance }) => attendance !== null)).toEqual([]);
      }),
      settings,
    );
  });
});

const lists = [
  registrantList('approved'),
  registrantList('pending'),
  registrantList('denied'),
  participantList('uuid-1'),
  participantList('uuid-2'),
  participantList('rehearsal'),
];
const cursors = lists.map((list) => aListCursor({ list }));

/** Pages of the lists that the rows stand on. */
const toBatches = (
  someRegistrants: readonly Registrant[],
  rows: readonly Participation[],
  pageSize: number,
): readonly RowBatch[] =>
  lists.flatMap((list, listNumber) => {
    const own =
      list.kind === 'registrants'
        ? { registrants: someRegistrants.filter(({ status }) => status === list.status), participations: [] }
        : { registrants: [], participations: rows.filter(({ instanceUuid }) => instanceUuid === list.instanceUuid) };
    const pageCount = Math.ceil((own.registrants.length + own.participations.length) / pageSize);
    return Array.from({ length: pageCount }, (_, page): RowBatch => {
      const cut = <Row>(all: readonly Row[]) => all.slice(page * pageSize, (page + 1) * pageSize);
      return {
        listNumber,
        passNumber: 1,
        isSettled: false,
        registrants: cut(own.registrants),
        participations: cut(own.participations),
      };
    });
  });

/** One id is one registration, whatever list it stands on. */
const listedOnce = fc.uniqueArray(registrant, { maxLength: 4, selector: ({ registrantId }) => registrantId });

/** The way of the rows through the parts of a large webinar. */
function normaliseInParts(batches: readonly RowBatch[], partitionCount: number): NormalisedPeople {
  const parts = partitionRows(batches, accountId, partitionCount);
  const numbers = Array.from({ length: partitionCount }, (_, index) => index);
  const partitionOfRegistrant = new Map(
    [...parts].flatMap(([partition, own]) =>
      own.flatMap((batch) => batch.registrants.map(({ registrantId }) => [registrantId, partition] as const)),
    ),
  );
  const strays = numbers.map((partition) => ({
    partition,
    batches: selectRows(parts.get(partition) ?? [], cursors).strays,
  }));
  const settled = settleStrays(strays, (registrantId) => partitionOfRegistrant.get(registrantId));
  const people = numbers.map((partition) =>
    normalisePeople(
      head,
      selectRows([...(parts.get(partition) ?? []), ...(settled.get(partition) ?? [])], cursors),
      threeInstances,
    ),
  );
  return {
    persons: people.flatMap(({ persons }) => persons).sort((a, b) => (a.key < b.key ? -1 : 1)),
    unusableRowCount: people.reduce((sum, { unusableRowCount }) => sum + unusableRowCount, 0),
  };
}

describe('rows that are saved between steps', () => {
  it('make the same people again, wherever pages and records end', () => {
    fc.assert(
      fc.property(listedOnce, participations, fc.integer({ min: 1, max: 40 }), (someRegistrants, rows, pageSize) => {
        const read = toBatches(someRegistrants, rows, pageSize);
        const stored = packRows(read).flatMap((payload) => unpackRows(payload, lists));
        const people = (batches: readonly RowBatch[]) => normaliseInParts(batches, 1);

        expect(people(stored)).toEqual(normalise(someRegistrants, rows));
        // Some of a list may be in records while the rest has just been read, and both may hold one row.
        expect(people([...stored, ...read])).toEqual(people(stored));
      }),
      settings,
    );
  });

  it.each([0, 1, 2_000])('come back whole: %i', (count) => {
    const rows = Array.from({ length: count }, (_, index) =>
      aParticipation({ joinId: String(index), email: null, displayName: `Guest ${index}` }),
    );
    const batches = toBatches([], rows, 300);

    expect(packRows(batches).flatMap((payload) => unpackRows(payload, lists))).toEqual(batches);
  });
});

describe('a webinar that is worked on in parts', () => {
  const partitionCounts = fc.constantFrom(1, 2, 4, 16);

  it('has the same people as in one piece', () => {
    fc.assert(
      fc.property(listedOnce, participations, partitionCounts, (someRegistrants, rows, partitionCount) => {
        expect(normaliseInParts(toBatches(someRegistrants, rows, 7), partitionCount)).toEqual(
          normalise(someRegistrants, rows),
        );
      }),
      settings,
    );
  });

  it('has the same instances as in one piece', () => {
    fc.assert(
      fc.property(participations, fc.nat({ max: 30 }), (rows, border) => {
        const survey = (some: readonly Participation[]) =>
          surveyInstances(some, attendeeJoins(head, { registrants: [], participations: some }));
        const all = distinct(rows);

        expect(mergeSurveys(survey(all.slice(0, border)), survey(all.slice(border)))).toEqual(survey(all));
      }),
      settings,
    );
  });
});
