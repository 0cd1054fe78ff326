import { describe, expect, it } from 'vitest';
import { syncRecordings } from '../../../../src/app/app.functions/sync/recordings/sync-recordings.ts';
import { aStanding, dayMs, endsAt, hourMs, minuteMs, startsAt } from '../../../support/builders.ts';
import {
  aDroppedSession,
  aMember,
  anInput,
  aRecordedSession,
  aRecordedWorld,
  aRecording,
  cancelled,
  createRecordingWorld,
  guest,
  jack,
  jill,
  Killed,
  noShow,
  onlyCall,
  peopleOnCall,
  recordingUrl,
  restartedAt,
  runAgain,
  runRecordings,
  writesOf,
} from './recordings-kit.ts';

const sessionStartsAt = '2026-11-20T10:00:00.000Z';
const transcriptNotFound = {
  cause: 'transcript-not-synced',
  sessionStartsAt,
  problem: { cause: 'not-found' },
} as const;
const notSynced = (problem: object) => ({ cause: 'recording-not-synced', sessionStartsAt, problem });

describe('S28: a recording becomes a call', () => {
  it('with title, time, length in ms, link and a key that belongs to the instance', async () => {
    const world = aRecordedWorld();

    const { reports, changes } = await runRecordings(world);

    const call = onlyCall(world);
    expect(call).toMatchObject({
      title: 'Growing tomatoes',
      startedAt: startsAt,
      lengthMs: 3_600_000,
      url: recordingUrl,
    });
    expect(call.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(reports).toEqual([
      { startedAt: sessionStartsAt, url: recordingUrl, state: 'synced', transcript: 'none', contactCount: 2 },
    ]);
    expect(changes).toEqual({ recordings: 1, transcripts: 0, associations: 2, events: 3 });
  });

  it('which is written before anybody is associated with it', async () => {
    const world = aRecordedWorld();

    await runRecordings(world);

    expect(writesOf(world)).toEqual(['upsert Growing tomatoes', 'associate 101 102', 'send 3']);
  });

  it('and the people who were looked at for that are not loaded a second time', async () => {
    const world = aRecordedWorld();

    await runRecordings(world);

    expect(world.log.filter((entry) => entry.startsWith('load'))).toEqual(['load 0']);
  });

  it('with as many people as attended in all parts together', async () => {
    const { reports } = await runRecordings(aRecordedWorld(), { parts: [[jill, noShow], [jack], [guest]] });

    expect(reports).toMatchObject([{ contactCount: 3 }]);
  });

  it('associated with those who attended, registered or not, and with nobody else', async () => {
    const world = aRecordedWorld();

    await runRecordings(world, {
      parts: [
        [jill, noShow],
        [guest, cancelled],
      ],
    });

    expect(peopleOnCall(world)).toEqual(['101', '104']);
  });

  it('associated only with those who attended its own session', async () => {
    const world = aRecordedWorld({ instanceUuid: 'uuid-2' });
    const other = aMember('jack', '102', { sessions: [aStanding({ key: 'second', hasAttended: true })] });
    const sessions = [
      aRecordedSession({ attendedCount: 0 }),
      aRecordedSession({ key: 'second', instances: [{ uuid: 'uuid-2', startedAt: startsAt }] }),
    ];

    await runRecordings(world, { sessions, parts: [[jill, other]] });

    expect(peopleOnCall(world)).toEqual(['102']);
  });

  it('one for each instance of a session that the host dropped out of, the later ones counted', async () => {
    const world = aRecordedWorld();
    world.recordings.set('uuid-2', aRecording({ instanceUuid: 'uuid-2', startedAt: restartedAt }));

    const { reports } = await runRecordings(world, { sessions: [aDroppedSession()] });

    expect([...world.calls.values()].map(({ title }) => title).sort()).toEqual([
      'Growing tomatoes',
      'Growing tomatoes (part 2)',
    ]);
    expect([...world.associations.values()].map((people) => [...people])).toEqual([
      ['101', '102'],
      ['101', '102'],
    ]);
    expect(reports.map(({ startedAt }) => startedAt)).toEqual([sessionStartsAt, '2026-11-20T10:30:00.000Z']);
  });

  it('and a second run writes nothing and looks at nobody', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);

    const second = await runAgain(world, first);

    expect(world.log).toEqual(['read uuid-1']);
    expect(second.states).toEqual(first.states);
    expect(second.reports).toEqual(first.reports);
    expect(second.warnings).toEqual(first.warnings);
    expect(second.changes).toEqual({ recordings: 0, transcripts: 0, associations: 0, events: 0 });
  });

  it('and is updated, not doubled, when the webinar is renamed', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    const webinar = { ...anInput(world).webinar, topic: 'Growing more tomatoes' };

    const { changes } = await runAgain(world, first, { webinar });

    expect(onlyCall(world).title).toBe('Growing more tomatoes');
    expect(changes).toEqual({ recordings: 1, transcripts: 0, associations: 0, events: 0 });
    expect(writesOf(world)).toEqual(['upsert Growing more tomatoes']);
  });

  it('and gets those who came to light later', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { parts: [[jill]] });

    await runAgain(world, first, { parts: [[jill, guest]], hasPeopleChanged: true });

    expect(peopleOnCall(world)).toEqual(['101', '104']);
  });

  it('and is gone through again when more have attended, although this run wrote nobody', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { parts: [[jill]] });

    await runAgain(world, first, { parts: [[jill, guest]], sessions: [aRecordedSession({ attendedCount: 3 })] });

    expect(peopleOnCall(world)).toEqual(['101', '104']);
  });

  it('and when somebody deleted the call in HubSpot, its successor gets everybody', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    world.calls.clear();
    const webinar = { ...anInput(world).webinar, topic: 'Growing more tomatoes' };

    await runAgain(world, first, { webinar });

    expect(peopleOnCall(world)).toEqual(['101', '102']);
  });

  it('and is left alone while its session is not final', async () => {
    const world = aRecordedWorld();

    const result = await runRecordings(world, { sessions: [aRecordedSession({ isFinal: false })] });

    expect(world.log).toEqual([]);
    expect(result).toMatchObject({ isComplete: true, isWaiting: true, warnings: [], reports: [] });
  });
});

describe('S4: recordings that the settings keep out', () => {
  it('are not read, and one warning names setting and host, however many sessions there were', async () => {
    const world = aRecordedWorld();
    const sessions = [
      aRecordedSession({ key: 'first', startedAt: startsAt - 7 * dayMs }),
      aRecordedSession({ key: 'second' }),
    ];

    const result = await runRecordings(world, { decision: { isOn: false, setting: 'recording-host' }, sessions });

    expect(world.log).toEqual([]);
    expect(result.warnings).toEqual([
      notSynced({ cause: 'settings-off', setting: 'recording-host', hostName: 'Hanna Host' }),
    ]);
    expect(result).toMatchObject({ isComplete: true, isWaiting: false, reports: [] });
  });

  it('keep what was remembered of them', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);

    const off = await runAgain(world, first, { decision: { isOn: false, setting: 'recording-users' } });

    expect(off.states).toEqual(first.states);
  });

  it('are not worth a warning where nothing was held', async () => {
    const decision = { isOn: false, setting: 'recording-users' } as const;

    const { warnings } = await runRecordings(createRecordingWorld(), { decision, sessions: [] });

    expect(warnings).toEqual([]);
  });
});

describe('S5: people whose domain is excluded from recordings', () => {
  const isExcluded = (address: string): boolean => address.startsWith('jack@');
  const exclusions = { isExcluded, exclusionsHash: 'without jack' };

  it('are neither associated nor told of the recording', async () => {
    const world = aRecordedWorld();

    const { reports } = await runRecordings(world, exclusions);

    expect(peopleOnCall(world)).toEqual(['101']);
    expect([...world.events.values()].map(({ contactId }) => contactId)).toEqual(['101', '103']);
    expect(reports).toMatchObject([{ contactCount: 1 }]);
  });

  it('are taken off a call when the exclusion comes later', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);

    const { reports } = await runAgain(world, first, exclusions);

    expect(writesOf(world)).toEqual(['dissociate 102', 'associate 101', 'send 2']);
    expect(peopleOnCall(world)).toEqual(['101']);
    expect(reports).toMatchObject([{ contactCount: 1 }]);
  });

  it('are not taken off again by a run with the same exclusions', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, exclusions);

    await runAgain(world, first, { ...exclusions, hasPeopleChanged: true });

    expect(writesOf(world)).toEqual(['associate 101', 'send 2']);
  });

  it('come back when the exclusion is lifted', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, exclusions);

    await runAgain(world, first);

    expect(peopleOnCall(world)).toEqual(['101', '102']);
    expect(world.events.size).toBe(3);
  });

  it('are taken off although the run in which they were associated never ended', async () => {
    const world = aRecordedWorld();
    world.kill = { callNumber: 5, moment: 'after' };
    const killed = await syncRecordings(anInput(world));
    world.kill = null;

    await runRecordings(world, { ...exclusions, known: killed.states, hasPeopleChanged: false });

    expect(world.log).toContain('associate 101 102');
    expect(peopleOnCall(world)).toEqual(['101']);
  });

  it('are taken off when the exclusions change between two steps of a run', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, exclusions);
    world.kill = { callNumber: world.log.length + 6, moment: 'before' };
    const { progress } = await syncRecordings(
      anInput(world, { known: first.states, parts: [[jack], [jill]], hasPeopleChanged: false }),
    );
    world.kill = null;
    expect(peopleOnCall(world)).toEqual(['101', '102']);

    await runRecordings(world, { ...exclusions, progress, parts: [[jack], [jill]], hasPeopleChanged: false });

    expect(peopleOnCall(world)).toEqual(['101']);
  });

  it('leave no call behind when they were the only ones who came', async () => {
    const world = aRecordedWorld();

    const result = await runRecordings(world, { ...exclusions, parts: [[jack, noShow]] });

    expect(writesOf(world)).toEqual([]);
    expect(result.warnings).toEqual([notSynced({ cause: 'nobody-attended' })]);
    expect(result.reports).toEqual([]);
  });

  it('are not looked for again while people and exclusions are the same', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { ...exclusions, parts: [[jack, noShow]] });

    const second = await runAgain(world, first, { ...exclusions, parts: [[jack, noShow]] });

    expect(world.log).toEqual(['read uuid-1']);
    expect(second.warnings).toEqual(first.warnings);
  });

  it.each([
    { because: 'people were written', changes: { hasPeopleChanged: true } },
    { because: 'more have attended', changes: { sessions: [aRecordedSession({ attendedCount: 3 })] } },
  ])('make way for a call when somebody else has come: $because', async ({ changes }) => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { ...exclusions, parts: [[jack, noShow]] });

    await runAgain(world, first, { ...exclusions, parts: [[jack, noShow, jill]], ...changes });

    expect(peopleOnCall(world)).toEqual(['101']);
  });

  it('make way for a call when they are excluded no more', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { ...exclusions, parts: [[jack, noShow]] });

    await runAgain(world, first, { parts: [[jack, noShow]] });

    expect(peopleOnCall(world)).toEqual(['102']);
  });

  it('are taken off a call that keeps nobody, and a warning says so', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { parts: [[jack]] });

    const { warnings, reports } = await runAgain(world, first, { ...exclusions, parts: [[jack]] });

    expect(peopleOnCall(world)).toEqual([]);
    expect(warnings).toContainEqual(notSynced({ cause: 'nobody-attended' }));
    expect(reports).toMatchObject([{ state: 'synced', contactCount: 0 }]);
  });
});

describe('S25: the event “recording available”', () => {
  it('goes to everybody whose registration stands, with topic, start and link, at the end of the recording', async () => {
    const world = aRecordedWorld();

    await runRecordings(world, { parts: [[jill, noShow, guest, cancelled]] });

    const events = [...world.events.values()];
    expect(events.map(({ contactId }) => contactId)).toEqual(['101', '103']);
    expect(events[0]).toMatchObject({
      kind: 'recording',
      occurredAt: endsAt,
      properties: {
        webinar_id: '900100200',
        webinar_name: 'Growing tomatoes',
        session_started_at: sessionStartsAt,
        recording_url: recordingUrl,
      },
    });
  });

  it('is sent once per person and instance, however often the run is repeated', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    await runRecordings(world);
    await runAgain(world, first, { hasPeopleChanged: true });

    expect(world.events.size).toBe(3);
  });

  it('is sent in batches of five hundred', async () => {
    const world = aRecordedWorld();
    const many = Array.from({ length: 1_001 }, (_, index) =>
      aMember(`person-${index}`, String(5_000 + index), { sessions: [aStanding()] }),
    );

    const { changes } = await runRecordings(world, { parts: [[jill], many] });

    expect(writesOf(world).filter((entry) => entry.startsWith('send'))).toEqual([
      'send 1',
      'send 500',
      'send 500',
      'send 1',
    ]);
    expect(changes.events).toBe(1_002);
  });

  it('waits for a link', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world, { parts: [[jill]] });
    world.recordings.delete('uuid-1');
    const deleted = await runAgain(world, first, { parts: [[jill, noShow]], hasPeopleChanged: true });
    expect(world.events.size).toBe(1);
    world.recordings.set('uuid-1', aRecording());

    await runAgain(world, deleted, { parts: [[jill, noShow]] });

    expect(world.events.size).toBe(2);
  });
});

describe('S33: why a recording is not synced', () => {
  it('nobody took part: Zoom is not even asked', async () => {
    const world = aRecordedWorld();

    const { warnings, isWaiting } = await runRecordings(world, { sessions: [aRecordedSession({ attendedCount: 0 })] });

    expect(world.log).toEqual([]);
    expect(warnings).toEqual([notSynced({ cause: 'nobody-attended' })]);
    expect(isWaiting).toBe(false);
  });

  it('nobody who took part is in HubSpot', async () => {
    const world = aRecordedWorld();

    const { warnings } = await runRecordings(world, { parts: [[noShow], []] });

    expect(warnings).toEqual([notSynced({ cause: 'nobody-attended' })]);
    expect(writesOf(world)).toEqual([]);
  });

  it('Zoom is still working on it: it is waited for', async () => {
    const world = aRecordedWorld({ isProcessing: true, url: null });

    const result = await runRecordings(world);

    expect(writesOf(world)).toEqual([]);
    expect(result.warnings).toEqual([notSynced({ cause: 'processing' })]);
    expect(result.isWaiting).toBe(true);
    expect(result.reports).toEqual([
      { startedAt: sessionStartsAt, url: null, state: 'processing', transcript: 'waiting', contactCount: 0 },
    ]);
  });

  it('what was waited for is synced although nobody has changed since', async () => {
    const world = aRecordedWorld({ isProcessing: true });
    const first = await runRecordings(world);
    world.recordings.set('uuid-1', aRecording());

    const { reports } = await runAgain(world, first);

    expect(reports).toMatchObject([{ state: 'synced', contactCount: 2 }]);
    expect(peopleOnCall(world)).toEqual(['101', '102']);
  });

  it('a recording that Zoom works on again leaves its call as it is', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    world.recordings.set('uuid-1', aRecording({ isProcessing: true, lengthSeconds: 0, url: null }));

    const { warnings, states } = await runAgain(world, first);

    expect(writesOf(world)).toEqual([]);
    expect(warnings).toEqual([notSynced({ cause: 'processing' })]);
    expect(states).toEqual(first.states);
  });

  it.each([
    { after: 'a minute', sinceMs: minuteMs, problem: { cause: 'processing' }, isWaiting: true },
    { after: 'nearly a day', sinceMs: dayMs - 1, problem: { cause: 'processing' }, isWaiting: true },
    { after: 'a day', sinceMs: dayMs, problem: { cause: 'not-found' }, isWaiting: false },
  ])('there is none $after after the end: $problem.cause', async ({ sinceMs, problem, isWaiting }) => {
    const result = await runRecordings(createRecordingWorld(), { now: endsAt + sinceMs });

    expect(result.warnings).toEqual([notSynced(problem)]);
    expect(result.isWaiting).toBe(isWaiting);
    expect(result.reports).toEqual([]);
  });

  it('a part that was never recorded is no loss when another part was', async () => {
    const { warnings } = await runRecordings(aRecordedWorld(), { sessions: [aDroppedSession()] });

    expect(warnings).toEqual([transcriptNotFound]);
  });

  it('says it once for both parts of a session', async () => {
    const { warnings } = await runRecordings(createRecordingWorld(), { sessions: [aDroppedSession()] });

    expect(warnings).toEqual([notSynced({ cause: 'not-found' })]);
  });

  it('it was deleted: the call loses its link, says so, and keeps its people', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    world.recordings.delete('uuid-1');

    const result = await runAgain(world, first);

    const call = onlyCall(world);
    expect(call).toMatchObject({ url: null, startedAt: startsAt, lengthMs: 3_600_000 });
    expect(call.body).toContain('deleted in Zoom');
    expect(call.body).not.toContain('https://');
    expect(peopleOnCall(world)).toEqual(['101', '102']);
    expect(result.warnings).toEqual([notSynced({ cause: 'deleted' })]);
    expect(result.reports).toEqual([
      { startedAt: sessionStartsAt, url: null, state: 'deleted', transcript: 'none', contactCount: 2 },
    ]);
    expect(result.isWaiting).toBe(false);
  });

  it('it was deleted, which is written once and said every time', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    world.recordings.delete('uuid-1');
    const second = await runAgain(world, first);

    const third = await runAgain(world, second);

    expect(writesOf(world)).toEqual([]);
    expect(third.warnings).toEqual([notSynced({ cause: 'deleted' })]);
  });

  it('it was taken out of the trash: the link comes back', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    world.recordings.delete('uuid-1');
    const second = await runAgain(world, first);
    world.recordings.set('uuid-1', aRecording());

    const third = await runAgain(world, second);

    expect(onlyCall(world).url).toBe(recordingUrl);
    expect(onlyCall(world).body).not.toContain('deleted');
    expect(third.reports).toEqual(first.reports);
  });

  it.each([null, 'http://zoom.example.com/rec/share/tomatoes', 'javascript:alert(1)'])(
    'there is no link that HubSpot would take: %s',
    async (url) => {
      const world = aRecordedWorld({ url });

      const result = await runRecordings(world);

      expect(writesOf(world)).toEqual([]);
      expect(result.warnings).toEqual([notSynced({ cause: 'no-link' })]);
      expect(result.reports).toMatchObject([{ state: 'refused', url: null }]);
    },
  );

  it('there is no link yet, soon after the end: it is waited for', async () => {
    const { isWaiting } = await runRecordings(aRecordedWorld({ url: null }), { now: endsAt + hourMs });

    expect(isWaiting).toBe(true);
  });

  it('there is no link any more: the call loses it', async () => {
    const world = aRecordedWorld();
    const first = await runRecordings(world);
    world.recordings.set('uuid-1', aRecording({ url: null }));

    await runAgain(world, first);

    expect(onlyCall(world).url).toBeNull();
    expect(onlyCall(world).body).toContain('names no link');
  });

  it('HubSpot refuses the call: nobody is told of it, and the next run tries again', async () => {
    const world = aRecordedWorld();
    world.refuseCall = () => 'the address is not valid';
    const first = await runRecordings(world);
    expect(first.warnings).toEqual([notSynced({ cause: 'call-refused', problem: 'the address is not valid' })]);
    expect(first.reports).toMatchObject([{ state: 'refused', contactCount: 0 }]);
    expect(writesOf(world)).toEqual(['upsert Growing tomatoes']);
    world.refuseCall = () => null;

    const second = await runAgain(world, first);

    expect(second.reports).toMatchObject([{ state: 'synced', contactCount: 2 }]);
  });
});

describe('a run of several steps', () => {
  it('comes to the same when each step has time for one thing only', async () => {
    const parts = [[jill, noShow], [jack], [guest]];
    const sessions = [aDroppedSession()];
    const [hurried, unhurried] = [aRecordedWorld(), aRecordedWorld()];
    for (const world of [hurried, unhurried]) {
      world.recordings.set('uuid-2', aRecording({ instanceUuid: 'uuid-2', startedAt: restartedAt }));
    }
    const oneThing = () => {
      let askedCount = 0;
      return () => askedCount++ > 0;
    };

    let result = await syncRecordings(anInput(hurried, { parts, sessions, shouldStop: oneThing() }));
    let stepCount = 1;
    while (!result.isComplete) {
      const { progress } = result;
      result = await syncRecordings(anInput(hurried, { parts, sessions, progress, shouldStop: oneThing() }));
      stepCount += 1;
    }

    const whole = await runRecordings(unhurried, { parts, sessions });
    expect(stepCount).toBeGreaterThan(6);
    expect({ ...result, progress: null }).toEqual({ ...whole, progress: null });
    expect([...hurried.calls.values()].map(({ key }) => key)).toEqual(
      [...unhurried.calls.values()].map(({ key }) => key),
    );
    expect(hurried.log.filter((entry) => entry.startsWith('read'))).toEqual(['read uuid-1', 'read uuid-2']);
  });

  it('does nothing, and says so, when there is no time at all', async () => {
    const world = aRecordedWorld();

    const result = await syncRecordings(anInput(world, { shouldStop: () => true }));

    expect(world.log).toEqual([]);
    expect(result).toMatchObject({ isComplete: false, reports: [], warnings: [], isWaiting: false });
  });

  it('keeps what was done before something failed, and fails when nothing can be done', async () => {
    const world = aRecordedWorld();
    world.kill = { callNumber: 3, moment: 'before' };
    const first = await syncRecordings(anInput(world));
    expect(world.log).toEqual(['read uuid-1', 'load 0', 'upsert Growing tomatoes']);
    expect(first.isComplete).toBe(false);
    world.kill = { callNumber: 4, moment: 'before' };

    await expect(syncRecordings(anInput(world, { progress: first.progress }))).rejects.toThrow(Killed);
  });

  it('keeps no more than 350 characters of a recording', async () => {
    const world = aRecordedWorld();
    const { states } = await runRecordings(world, { exclusionsHash: 'x'.repeat(16) });

    expect(JSON.stringify(states['uuid-1']).length).toBeLessThan(350);
  });
});

describe('B3: a dry run', () => {
  it('counts what a sync would do', async () => {
    const world = aRecordedWorld();
    const dry = createRecordingWorld().ports;
    const options = { isDryRun: true };

    const result = await syncRecordings({ ...anInput(world, options), calls: dry.calls, events: dry.events });

    expect(writesOf(world)).toEqual([]);
    expect(result.changes).toEqual({ recordings: 1, transcripts: 0, associations: 2, events: 3 });
    expect(result.reports).toMatchObject([{ state: 'synced', contactCount: 2 }]);
  });

  it('knows the call of an earlier sync, whatever the gateway pretends', async () => {
    const world = aRecordedWorld();
    const { states } = await runRecordings(world);
    const webinar = { ...anInput(world).webinar, topic: 'Growing more tomatoes' };
    const options = { isDryRun: true, known: states, hasPeopleChanged: false, webinar };
    const pretending = { ...world.ports.calls, upsert: async () => ({ kind: 'written' as const, callId: '0' }) };

    const { changes } = await syncRecordings({ ...anInput(world, options), calls: pretending });

    expect(changes).toEqual({ recordings: 1, transcripts: 0, associations: 0, events: 0 });
  });

  it('after a sync finds nothing to do', async () => {
    const world = aRecordedWorld();
    const { states } = await runRecordings(world);
    const dry = createRecordingWorld().ports;
    const options = { isDryRun: true, known: states, hasPeopleChanged: false };

    const { changes } = await syncRecordings({ ...anInput(world, options), calls: dry.calls, events: dry.events });

    expect(changes).toEqual({ recordings: 0, transcripts: 0, associations: 0, events: 0 });
  });
});
