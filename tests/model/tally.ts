import type { Played, PlayedCounters } from './play.ts';

/** What many schedules came to. */
export interface Tally {
  readonly runs: number;
  readonly failedSeeds: readonly number[];
  readonly commands: Readonly<Record<string, number>>;
  readonly counters: PlayedCounters;
}

export const emptyTally: Tally = {
  runs: 0,
  failedSeeds: [],
  commands: {},
  counters: { kills: 0, syncs: 0, sweeps: 0, webhooks: 0, faults: 0, calls: 0, checks: 0 },
};

export const toTally = ({ commands, counters }: Pick<Played, 'commands' | 'counters'>): Tally => ({
  runs: 1,
  failedSeeds: [],
  commands,
  counters,
});

export const addTallies = (a: Tally, b: Tally): Tally => ({
  runs: a.runs + b.runs,
  failedSeeds: [...a.failedSeeds, ...b.failedSeeds],
  commands: addCounts(a.commands, b.commands),
  counters: addCounts(a.counters, b.counters),
});

function addCounts<Counts extends object>(a: Counts, b: Counts): Counts {
  const total = new Map<string, number>(Object.entries(a));
  for (const [name, count] of Object.entries(b) as [string, number][]) total.set(name, (total.get(name) ?? 0) + count);
  return Object.fromEntries(total) as Counts;
}

const commandCount = ({ commands }: Tally): number => Object.values(commands).reduce((sum, count) => sum + count, 0);

/** The figures for a terminal. */
export const renderTally = (tally: Tally): readonly string[] => {
  const { kills, faults, syncs, sweeps, webhooks, calls, checks } = tally.counters;
  return [
    `${tally.runs} schedules, ${commandCount(tally)} commands, ${calls} calls`,
    `${kills} killed processes, ${faults} calls that went wrong, ${webhooks} events delivered`,
    `${syncs} syncs and ${sweeps} sweeps; ${checks} runs that said complete were checked at once`,
    ...(tally.failedSeeds.length === 0 ? [] : [`Broken promises with the seeds ${tally.failedSeeds.join(', ')}`]),
  ];
};
