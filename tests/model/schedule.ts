import * as fc from 'fast-check';
import { cast } from './cast.ts';

/** What kind of webinar, and when: `held` two days ago, `today` in half an hour, `to-come` in a week. */
export type Shape = 'held' | 'today' | 'to-come' | 'series' | 'dates' | 'untimed';

export interface WebinarPlan {
  readonly shape: Shape;
  readonly approvesByHand: boolean;
  readonly account: 'main' | 'second';
}

export interface WorldPlan {
  readonly webinars: readonly WebinarPlan[];
  /** Rows of a page of Zoom's lists; null: as many as Zoom has. */
  readonly pageRows: number | null;
  readonly isNewestFirst: boolean;
  /** How long each call takes. */
  readonly callMs: number;
  /** How HubSpot answers where nobody knows. */
  readonly hubspot: {
    readonly uniqueValueConflict: 'two-ids' | 'existing-id';
    readonly duplicatesInBatchCreate: 'refuse-batch' | 'refuse-row';
    readonly archivedLookupByEmail: 'not-found' | 'found' | 'refused';
    readonly upsertBySecondaryEmail: 'updates-owner' | 'refused';
    readonly readMergedId: 'not-found' | 'survivor';
  };
  /** Decides whose call is next where several wait. */
  readonly chance: number;
}

interface OfWebinar {
  readonly webinar: number;
}
interface OfPerson extends OfWebinar {
  readonly who: number;
}

/** What people do at Zoom. Each does nothing where it cannot happen, so that any part of a schedule is a schedule. */
export type ZoomAct =
  | (OfPerson & { readonly do: 'register'; readonly daysAgo: number; readonly dates: number })
  | (OfPerson & { readonly do: 'self-cancel' | 'host-cancel' })
  | (OfPerson & { readonly do: 'decide'; readonly status: 'approved' | 'pending' | 'denied' })
  | (OfPerson & { readonly do: 'rename'; readonly name: number })
  | (OfWebinar & { readonly do: 'topic'; readonly topic: number })
  | (OfWebinar & { readonly do: 'move'; readonly minutes: number })
  | (OfWebinar & { readonly do: 'hold'; readonly date: number; readonly isDropped: boolean })
  | (OfWebinar & { readonly do: 'reopen' })
  | (OfPerson & {
      readonly do: 'join';
      readonly instance: number;
      readonly fromMinute: number;
      readonly minutes: number;
      /** One of those who registered; else anybody. */
      readonly isRegistrant: boolean;
      /** On the device of somebody who is signed in under another address. */
      readonly isOnSharedDevice: boolean;
    })
  | (OfWebinar & { readonly do: 'start' | 'end' })
  | (OfPerson & { readonly do: 'come' | 'go' });

export type HubSpotAct =
  | { readonly do: 'edit-name' | 'edit-address' | 'archive' | 'create'; readonly who: number }
  | { readonly do: 'merge'; readonly who: number; readonly into: number };

export type SettingsAct =
  | { readonly do: 'exclude'; readonly isOn: boolean }
  | { readonly do: 'update-only'; readonly isOn: boolean }
  | { readonly do: 'switch-sync'; readonly isOn: boolean }
  | (OfWebinar & { readonly do: 'switch-webinar'; readonly isOn: boolean });

export type Mishap =
  '429' | '429 with a wait' | '500' | '503 afterwards' | 'error page' | 'cut before' | 'cut afterwards' | 'broken off';

export type Trouble =
  | {
      readonly do: 'fault';
      readonly vendor: 'zoom' | 'hubspot';
      readonly mishap: Mishap;
      /** Of the vendor's calls from now on. */
      readonly call: number;
      readonly times: number;
    }
  | { readonly do: 'weather'; readonly lose: number; readonly double: number; readonly delay: number }
  | { readonly do: 'wait'; readonly minutes: number }
  | (OfWebinar & { readonly do: 'forge'; readonly flaw: 'secret' | 'stale' | 'body' });

/** Whoever makes the app work, in one process. */
export interface Driver {
  readonly do: 'sync' | 'person' | 'sweep' | 'workflow' | 'deliver';
  readonly webinar: number;
  readonly who: number;
  /** In a process that has worked before, unless it is killed. */
  readonly isWarm: boolean;
  /** At which of its calls the process dies, and whether the vendor gets that call. */
  readonly kill: { readonly call: number; readonly moment: 'before' | 'after' } | null;
  /** What happens at Zoom at one of the calls. */
  readonly meanwhile: { readonly call: number; readonly act: ZoomAct } | null;
}

export type Command =
  | ZoomAct
  | HubSpotAct
  | SettingsAct
  | Trouble
  | Driver
  | { readonly do: 'together'; readonly drivers: readonly Driver[] };

export interface Schedule {
  readonly world: WorldPlan;
  readonly commands: readonly Command[];
}

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const either = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const webinar = either(0, 0, 1);
const who = whole(0, cast.length - 1);
const ofPerson = { webinar, who };
const constant = <const Value>(value: Value): fc.Arbitrary<Value> => fc.constant(value);

const register = fc.record({
  do: constant('register'),
  ...ofPerson,
  daysAgo: either(0, 1, 3, 12),
  dates: whole(1, 15),
});
const hold = fc.record({ do: constant('hold'), webinar, date: whole(0, 1), isDropped: fc.boolean() });
/** Of few, so that somebody comes back, or is there on two devices. */
const join = fc.record({
  do: constant('join'),
  webinar,
  who: whole(0, 5),
  instance: whole(0, 3),
  fromMinute: whole(-5, 62),
  minutes: whole(1, 70),
  isRegistrant: either(true, true, true, false),
  isOnSharedDevice: either(false, false, false, false, true),
});

const zoomAct: fc.Arbitrary<ZoomAct> = fc.oneof(
  { weight: 7, arbitrary: register },
  { weight: 3, arbitrary: fc.record({ do: either('self-cancel', 'host-cancel'), ...ofPerson }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: constant('decide'), ...ofPerson, status: either('approved', 'pending', 'denied') }),
  },
  { weight: 1, arbitrary: fc.record({ do: constant('rename'), ...ofPerson, name: whole(0, 3) }) },
  { weight: 1, arbitrary: fc.record({ do: constant('topic'), webinar, topic: whole(0, 3) }) },
  { weight: 1, arbitrary: fc.record({ do: constant('move'), webinar, minutes: either(-90, 45, 1_500) }) },
  { weight: 2, arbitrary: hold },
  { weight: 1, arbitrary: fc.record({ do: constant('reopen'), webinar }) },
  { weight: 7, arbitrary: join },
  { weight: 2, arbitrary: fc.record({ do: either('start', 'end'), webinar }) },
  { weight: 4, arbitrary: fc.record({ do: either('come', 'go'), ...ofPerson }) },
);

const hubspotAct: fc.Arbitrary<HubSpotAct> = fc.oneof(
  fc.record({ do: either('edit-name', 'edit-address', 'archive', 'create'), who }),
  fc.record({ do: constant('merge'), who, into: who }),
);

const settingsAct: fc.Arbitrary<SettingsAct> = fc.oneof(
  fc.record({ do: either('exclude', 'update-only', 'switch-sync'), isOn: fc.boolean() }),
  fc.record({ do: constant('switch-webinar'), webinar, isOn: fc.boolean() }),
);

const fault = fc.record({
  do: constant('fault'),
  vendor: either('zoom', 'hubspot'),
  mishap: either<Mishap>(
    '429',
    '429 with a wait',
    '500',
    '503 afterwards',
    'error page',
    'cut before',
    'cut afterwards',
    'broken off',
  ),
  call: whole(1, 25),
  times: either(1, 1, 2, 4),
});

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 6, arbitrary: fault },
  {
    weight: 2,
    arbitrary: fc.record({
      do: constant('weather'),
      lose: either(0, 0.3, 1),
      double: either(0, 0.5),
      delay: either(0, 0.5),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: constant('wait'), minutes: either(1, 7, 31, 70, 300) }) },
  { weight: 1, arbitrary: fc.record({ do: constant('forge'), webinar, flaw: either('secret', 'stale', 'body') }) },
);

const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const driver: fc.Arbitrary<Driver> = fc.record({
  do: either('sync', 'sync', 'sync', 'person', 'sweep', 'workflow', 'deliver'),
  ...ofPerson,
  isWarm: fc.boolean(),
  kill: seldom(fc.record({ call: whole(1, 40), moment: either('before', 'after') })),
  meanwhile: seldom(fc.record({ call: whole(1, 30), act: zoomAct })),
});

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: zoomAct },
  { weight: 2, arbitrary: hubspotAct },
  { weight: 1, arbitrary: settingsAct },
  { weight: 3, arbitrary: trouble },
  { weight: 6, arbitrary: driver },
  {
    weight: 2,
    arbitrary: fc.record({ do: constant('together'), drivers: fc.array(driver, { minLength: 2, maxLength: 3 }) }),
  },
);

const worldPlan: fc.Arbitrary<WorldPlan> = fc.record({
  webinars: fc.array(
    fc.record({
      shape: either<Shape>('held', 'held', 'today', 'to-come', 'series', 'dates', 'untimed'),
      approvesByHand: either(false, false, true),
      account: either<'main' | 'second'>('main', 'main', 'second'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  pageRows: either(null, 1, 2, 3),
  isNewestFirst: fc.boolean(),
  callMs: either(5, 60, 250),
  hubspot: fc.record({
    uniqueValueConflict: either('two-ids', 'existing-id'),
    duplicatesInBatchCreate: either('refuse-batch', 'refuse-row'),
    archivedLookupByEmail: either('not-found', 'found', 'refused'),
    upsertBySecondaryEmail: either('updates-owner', 'refused'),
    readMergedId: either('not-found', 'survivor'),
  }),
  chance: whole(1, 1_000_000),
});

const listOf = <Value>(arbitrary: fc.Arbitrary<Value>, minLength: number, maxLength: number): fc.Arbitrary<Value[]> =>
  fc.array(arbitrary, { minLength, maxLength, size: 'max' });

/** Worlds, and what happens in them: first people at Zoom, so that there is somebody to sync, then anything. */
export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    world: worldPlan,
    runs: listOf(hold, 0, 3),
    registrations: listOf(register, 0, 9),
    joins: listOf(join, 0, 9),
    rest: listOf(command, 0, 14),
  })
  .map(({ world, runs, registrations, joins, rest }) => ({
    world,
    commands: [...runs, ...registrations, ...joins, ...rest],
  }));
