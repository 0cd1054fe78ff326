import type { Tally } from './tally.ts';

const number = (value: number): string => value.toLocaleString('en-GB');

const groups: readonly (readonly [title: string, kinds: readonly string[]])[] = [
  ['registrations', ['register']],
  ['cancellations and decisions of hosts', ['self-cancel', 'host-cancel', 'decide']],
  ['sessions held, reopened, begun or ended live', ['hold', 'reopen', 'start', 'end']],
  ['joins in reports, and live ones', ['join', 'come', 'go']],
  ['changes of names, topics and dates', ['rename', 'topic', 'move']],
  ['edits, deletions, creations and merges at HubSpot', ['edit-name', 'edit-address', 'archive', 'create', 'merge']],
  ['changes of settings', ['exclude', 'update-only', 'switch-sync', 'switch-webinar']],
  ['faults planned, weather of events, forged events, waits', ['fault', 'weather', 'forge', 'wait']],
  ['syncs of a webinar', ['sync']],
  ['syncs of a person', ['person']],
  ['sweeps', ['sweep']],
  ['workflow runs and deliveries of events', ['workflow', 'deliver']],
  ['two or three of these at the same time', ['together']],
];

/** The section of docs/reliability.md. */
export function describeTally(
  { runs, commands, counters }: Tally,
  { firstSeed }: { readonly firstSeed: number },
): string {
  const count = (kinds: readonly string[]): number => kinds.reduce((sum, kind) => sum + (commands[kind] ?? 0), 0);
  const all = count(Object.keys(commands));
  return `
${number(runs)} schedules (seeds ${firstSeed} to ${firstSeed + runs - 1}) with ${number(all)} things that happened, ${number(counters.calls)} calls of the vendors,
${number(counters.kills)} killed processes, ${number(counters.faults)} calls that went wrong, ${number(counters.webhooks)} events delivered,
${number(counters.syncs)} syncs and ${number(counters.sweeps)} sweeps. No promise was broken.

| What happened | Times |
| --- | --- |
${groups.map(([title, kinds]) => `| ${title} | ${number(count(kinds))} |`).join('\n')}

Each schedule ends in calm: faults stop, everything is switched on, 25 hours pass, Zoom's events arrive, each account is swept, each
webinar synced twice. Then the checker, which imports nothing of the code but types, reads what the stand-ins hold:

| Promise | Checked by |
| --- | --- |
| G1 | Everybody at Zoom, by its own rules for addresses, is at HubSpot or on the list of people not synced with the right reason, never both; counts of reports, lists and HubSpot agree; nobody is created who must not be |
| G2 | No address has two contacts, no session two marketing events, nobody two attendances, the same entry twice in a row, or a timeline event twice |
| G3 | State of everybody in every session, topics, starts, completion and registration counts are Zoom's, also of those who left its lists |
| G4 | A sync after kills ends, undisturbed, and everything above holds |
| G5 | The last sync of each webinar makes no call that changes what people see, and counts none |
| G6 | The last sweep of each account ends without a failure |
| G7 | A report that says complete has no open warning; ${number(counters.checks)} times it was checked there and then, not only in the end. No failure is a mistake of ours. The last report is complete |
| G8 | Seconds, percentage, first join and last leave on the card are counted anew from Zoom's rows; no timeline entry is longer than its session |
| G9 | Answers, logs and stored records have no secret, address or name; forged and old events are refused and ring nothing |
| G10 | No vendor refused a call for being one too many, unless a fault of the schedule said so |

That the checker can fail is shown in \`tests/model/checker.test.ts\`: some forty wrongs are planted into a finished world, and each
is found. Processes run at the same time in one thread; which of their calls goes first is drawn from the seed, so a seed is the same
history each time.

What the generator does not do, and what the checker does not judge:

- Recordings and transcripts, registering from HubSpot, dry runs, deleted webinars and dates, Zoom Events, panelists, damaged records.
- Clocks that differ between processes, and calls that are answered after their process has gone on.
- Dates are moved only while they are to come. Sessions are hours apart, or minutes after a drop; how sessions are told apart in
  between is tested in \`tests/unit/domain\`.
- Of contacts that somebody edited, merged, deleted or made at HubSpot only that none is there twice or comes back.
- Somebody whom only an interrupted run has written, and who leaves Zoom's lists or waits for approval again before the next one
  reads, stays registered: nobody knows of them any more.
- Where Zoom's list is empty although people had registered, nobody is cancelled, and the report says so.
- How long attendance was is checked on the card. Entries at HubSpot cannot be corrected and keep what was known first.
`;
}
