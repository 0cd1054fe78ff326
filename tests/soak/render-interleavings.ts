type Facts = Readonly<Record<string, number>>;

const sum = (facts: readonly Facts[], name: string): number =>
  facts.reduce((total, fact) => total + (fact[name] ?? 0), 0);
const number = (value: number): string => value.toLocaleString('en-GB');

/** For a document: what was run at the same time, and what came of it. */
export function describeInterleavings(
  facts: readonly Facts[],
  { passedCount, failedCount }: { readonly passedCount: number; readonly failedCount: number },
): string {
  const runs = facts.filter((fact) => 'calls' in fact);
  const crowded = facts.filter((fact) => 'lostHistories' in fact);
  const lost = crowded.filter((fact) => (fact['lostHistories'] ?? 0) > 0).length;
  return `
Several processes of the app work on the same stand-ins. A scheduler lets one call through at a time, in an order that a seed
draws: whatever happens at once is some such order. ${number(runs.length)} orders with ${number(sum(runs, 'calls'))} calls, in which one process cut in on another
${number(sum(runs, 'switches'))} times; ${number(passedCount)} tests passed, ${number(failedCount)} failed.

| At the same time | Holds in every order |
| --- | --- |
| two sweeps, a sync from the page, an event of Zoom and the workflow that answers it, for one webinar with a recording and a transcript, while somebody registers | HubSpot is as after one undisturbed sync, transcript included; every report is true; the next sync writes nothing |
| the same people in three webinars, synced by three processes, or by a sweep and another process | every contact, attendance and event is there once; after the next sweep every history and counter is whole |
| three admins who save settings | each save is kept, or its admin is told and looks again; no change of anybody is lost |
| two workflows and the card that register one person | one registration at Zoom, every caller hears of it, one entry in HubSpot |
| a step that stalls at any of its calls, is passed over, and whose last call arrives when another one has finished | the next sync ends as an undisturbed one, and the one after it writes nothing |

**What holds only after the next sweep.** A contact's history and counters are one value, and HubSpot cannot write on a condition. Where
two _processes_ read one contact at the same moment for two webinars, the later one writes over the entry of the earlier one. It
happened in ${lost} of ${crowded.length} orders, which are drawn to provoke it; the sweep that followed found out all of them, wrote the histories whole,
and the one after it read no contact ([decision 029](decisions/029-overlapping-writes-are-looked-at-again.md)). Within one process it cannot
happen. Who was cancelled and is not listed by Zoom any more is not looked at again.

A description of a marketing event that reaches HubSpot more than twelve seconds late may open a completed event again.

**Not tried.** A write that reaches HubSpot more than twelve seconds late and says something older than what was written since:
nothing can fence it, and it stays until something about that person changes.

**Found and mended.** A sync that ended a step between people and recordings left the records with the rows that it had read, names and
addresses, until the daily tidying up.`;
}
