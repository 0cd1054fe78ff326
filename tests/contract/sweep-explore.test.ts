import { it } from 'vitest';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute } from '../support/zoom-webinars.ts';
import { openSweepWorld } from './sweep-kit.ts';
import { writeFileSync } from 'node:fs';

it('500', async () => {
  const count = Number(process.env.WEBINARS ?? '100');
  const dayMinutes = 24 * 60;
  const webinars = Array.from({ length: count }, (_, n) => {
    const shift = -((n % 20) * dayMinutes);
    const people = Array.from({ length: 20 }, (_, p) => `p${(n * 7 + p) % 2000}@acme.example.com`);
    return aHeldWebinar({
      id: String(81000000000 + n),
      uuid: `planned${n}==`,
      topic: `Topic ${n}`,
      start_time: atMinute(shift),
      host_id: `host-${1 + (n % 5)}`,
      registrants: people.map((e) => aRegistrant(e, { id: `r-${n}-${e}` , create_time: atMinute(shift - 2000)})),
      instances: [anInstance(people.map((e) => aJoin(e, shift, shift + 30)), { uuid: `inst${n}==`, start_time: atMinute(shift), end_time: atMinute(shift + 60) })],
    } as never);
  });
  const w = await openSweepWorld({
    webinars,
    account: { users: Array.from({ length: 5 }, (_, n) => ({ id: `host-${n + 1}`, email: n === 0 ? 'host@acme.example.com' : `h${n}@acme.example.com`, first_name: 'Hanna', last_name: 'Host' })) },
  }, { zoomSharePercent: Number(process.env.SHARE ?? "100") });
  w.time.callsTake(Number(process.env.CALL_MS ?? '200'));
  const t0 = w.time.now();
  const one = await w.sweep();
  const virtual = w.time.now() - t0;
  const tally = (calls: readonly string[]) => Object.fromEntries([...new Set(calls)].map((c) => [c, calls.filter((o) => o === c).length]));
  const two = await w.sweep();
  writeFileSync('/tmp/explore-500.txt', JSON.stringify({ report: one.report, virtual, zoom: tally(one.zoomCalls), hubspot: tally(one.hubspotCalls), perStep: one.answers.map((a) => a.finished.length + '/' + a.failed.length), statuses: tally(one.finished.map((f) => f.status)), two: two.report, z2: tally(two.zoomCalls), h2: tally(two.hubspotCalls), rec: w.records(), failed: one.answers.flatMap((a) => a.failed).slice(0, 3), warn: tally(one.finished.flatMap((f) => f.warnings.map((x) => x.cause))) }, null, 1));
}, 300_000);
