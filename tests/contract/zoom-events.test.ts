import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appDir } from '../../scripts/project/paths.ts';
import type { AuditedRun } from '../../src/app/extensions/contract/overview.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import {
  openWorld,
  secondMs,
  minuteMs,
  succeeded,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { anEvent, doorEnvironment, runAction, sendEvent, webhookSecret } from '../support/zoom-doors.ts';

interface AuditedRuns {
  readonly ok: true;
  readonly runs: readonly AuditedRun[];
}

const acme = (name: string): string => `${name}@acme.example.com`;
const aWebinar = () =>
  aHeldWebinar({
    registrants: [aRegistrant(acme('ann')), aRegistrant(acme('bo'))],
    instances: [anInstance([aJoin(acme('ann'), 0, 60)])],
  });
const registered = (id: string | number = Number(webinarId)) => anEvent('webinar.registration_created', { id });

interface EventWorld extends WebinarWorld {
  readonly process: AppProcess;
  send(event: Parameters<typeof sendEvent>[1]): ReturnType<typeof sendEvent>;
  /** Time until what was rung is due, and until HubSpot's search finds it. */
  untilDue(): void;
  runs(): Promise<readonly string[]>;
}

/** HubSpot has been set up, and the webinar was never synced. */
async function openEventWorld(options: Partial<WorldOptions> = {}): Promise<EventWorld> {
  const world = await openWorld({ webinars: [aWebinar()], ...options });
  const process = await world.startProcess({ environment: doorEnvironment() });
  await world.call('run_setup', {});
  world.two.hubspot.requests.clear();
  return {
    ...world,
    process,
    send: (event) => sendEvent(process, event, world.time.now()),
    untilDue: () => world.time.advance(20 * secondMs),
    async runs() {
      const answer = await process.call<AuditedRuns>('get_audit_log', { webinarId });
      return succeeded(answer).runs.map(({ report }) => `${report.trigger} ${report.status}`);
    },
  };
}

const operations = ({ two }: WebinarWorld): readonly string[] =>
  two.hubspot.requests.list().map(({ operation }) => operation ?? 'unexpected');

describe('B25: an event is remembered', () => {
  it('with one write, as one record however often it comes', async () => {
    const world = await openEventWorld();
    await world.send(registered());
    const afterFirst = operations(world);
    for (let count = 0; count < 20; count += 1) await world.send(registered());

    expect(afterFirst.filter((operation) => operation.includes('upsert'))).toHaveLength(1);
    expect(operations(world)).toEqual(afterFirst);
    expect(world.records()).toMatchObject({ doorbell: 1, doors: 1 });
  });

  it('whether the number of the webinar is a text or a number', async () => {
    const world = await openEventWorld();
    await world.send(registered(Number(webinarId)));
    await world.send(registered(webinarId));

    expect(world.records()).toMatchObject({ doorbell: 1 });
  });

  it('and nothing of the person whom it is about', async () => {
    const world = await openEventWorld();
    const registrant = { id: 'reg-1', email: acme('cid'), first_name: 'Cid', last_name: 'Quillfeather' };
    await world.send(anEvent('webinar.registration_created', { id: Number(webinarId), topic: 'Tomatoes', registrant }));

    const stored = JSON.stringify([...world.two.hubspot.world().stores.values()].map(({ live }) => [...live.values()]));
    expect(stored).not.toContain('cid@');
    expect(stored).not.toContain('Quillfeather');
  });

  it('unless it changes nothing here: unknown events, meetings, practice sessions, malformed numbers', async () => {
    const world = await openEventWorld();
    const events = [
      anEvent('webinar.sharing_started', { id: webinarId }),
      anEvent('meeting.started', { id: webinarId }),
      anEvent('recording.completed', { id: Number(webinarId), type: 2 }),
      anEvent('webinar.ended', { id: webinarId, practice_session: true }),
      anEvent('webinar.updated', { id: 'constructor' }),
      anEvent('webinar.updated', {}),
    ];
    for (const event of events) expect((await world.send(event)).statusCode).toBe(200);

    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('or Zoom is told to send it again, when HubSpot cannot be reached', async () => {
    const world = await openEventWorld();
    const process = await world.startProcess({
      environment: { ...doorEnvironment(), HUBSPOT_API_URL: 'http://127.0.0.1:9' },
    });

    expect((await sendEvent(process, registered(), world.time.now())).statusCode).toBe(503);
    expect((await world.send(registered())).statusCode).toBe(200);
  });

  it('or nothing has to be done, where nothing was ever set up', async () => {
    const world = await openWorld({ webinars: [aWebinar()], settings: null });
    const process = await world.startProcess({ environment: doorEnvironment() });

    expect((await sendEvent(process, registered(), world.time.now())).statusCode).toBe(200);
    expect(world.records()).toEqual({});
  });

  it('and a request without a proof is neither answered nor remembered', async () => {
    const world = await openEventWorld();
    const body = JSON.stringify({ event: 'webinar.updated', payload: { account_id: 'acc-main', object: { id: 1 } } });
    const { statusCode } = await world.process.request('zoom_events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    expect(statusCode).toBe(401);
    expect(operations(world)).toEqual([]);
  });
});

describe('B25: Zoom asks whether the URL is ours', () => {
  it('and gets its token back, sealed with the secret of the connection, also when HubSpot is down', async () => {
    const world = await openEventWorld();
    const down = await world.startProcess({
      environment: { ...doorEnvironment(), HUBSPOT_API_URL: 'http://127.0.0.1:9' },
    });
    const question = { event: 'endpoint.url_validation', payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' } };
    for (const process of [world.process, down]) {
      const { statusCode, body } = await sendEvent(process, question, world.time.now());
      expect(statusCode).toBe(200);
      expect(JSON.parse(body)).toEqual({
        plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
        encryptedToken: createHmac('sha256', webhookSecret).update('qgg8vlvZRS6UYooatFL8Aw').digest('hex'),
      });
    }
  });
});

describe('B25: what was rung is synced', () => {
  it('by the action, when it is due and not before', async () => {
    const world = await openEventWorld();
    await world.save({});
    await world.send(registered());
    await world.sync({ webinarId });
    expect(await world.runs()).toEqual(['manual complete']);
    world.untilDue();
    await runAction(world.process);

    expect(await world.runs()).toContain('webhook complete');
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('by the sweep of an admin, if nobody else was there', async () => {
    const world = await openEventWorld();
    await world.send(registered());
    world.untilDue();
    await world.call('run_sweep', {});

    expect(await world.runs()).toContain('webhook complete');
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('once more when it is rung again while the sync runs', async () => {
    const world = await openEventWorld();
    await world.send(registered());
    world.untilDue();
    let isRung = false;
    const process = await world.startProcess({
      environment: doorEnvironment(),
      wrapTransport: (inner) => async (request, timeoutMs) => {
        if (!isRung && request.url.includes('/registrants')) {
          isRung = true;
          await world.send(registered());
        }
        return inner(request, timeoutMs);
      },
    });
    await runAction(process);
    expect(isRung).toBe(true);
    expect(world.records()).toMatchObject({ doorbell: 1 });

    world.time.advance(2 * minuteMs);
    await runAction(process);
    expect((await world.runs()).filter((run) => run.startsWith('webhook'))).toHaveLength(2);
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('not at all while the sync is off, and nobody is asked in vain again', async () => {
    const world = await openEventWorld();
    await world.save({ isSyncOn: false });
    await world.send(registered());
    world.untilDue();
    const outputs = await runAction(world.process);

    expect(outputs).toEqual({ done: 'true', webinarsSynced: '0', errorCode: '', hs_execution_state: 'SUCCESS' });
    expect(await world.runs()).toEqual([]);
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('not when Zoom has never heard of it', async () => {
    const world = await openEventWorld();
    await world.send(registered(89999999999));
    world.untilDue();
    const { errorCode } = await runAction(world.process);

    expect(errorCode).toBe('');
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('when it was deleted: the app remembers what it knew', async () => {
    const world = await openEventWorld();
    await world.sync({ webinarId });
    world.atZoom('delete-webinar', { webinar_id: Number(webinarId) });
    await world.send(anEvent('webinar.deleted', { id: Number(webinarId) }));
    world.untilDue();
    await runAction(world.process);

    expect(await world.runs()).toContain('webhook complete');
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('and the log of a webinar that is switched off says so once, however often it is rung', async () => {
    const world = await openEventWorld({ settings: { webinarUsers: 'none' } });
    for (let round = 0; round < 3; round += 1) {
      await world.send(registered());
      world.untilDue();
      await runAction(world.process);
    }

    expect(await world.runs()).toEqual(['webhook off']);
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('again, when the sync that ended had read Zoom before the event', async () => {
    const world = await openEventWorld();
    const slow = await world.startProcess();
    world.time.callsTake(900);
    const before = succeeded(await slow.call<SyncWebinarAnswer>('sync_webinar', { webinarId }));
    expect(before.done).toBe(false);
    world.time.callsTake(0);
    world.atZoom('add-registrant', { webinar_id: Number(webinarId), registrant: aRegistrant(acme('late')) });
    await world.send(registered());
    world.untilDue();
    await runAction(world.process);

    expect(Object.keys(world.view().contacts)).toContain(acme('late'));
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('later when it fails, some times, and then by the sweep only', async () => {
    const world = await openEventWorld();
    const failing = await world.startProcess({
      environment: doorEnvironment(),
      wrapTransport: (inner) => (request, timeoutMs) =>
        inner(request.url.includes('/v2/') ? { ...request, url: 'http://127.0.0.1:9/v2' } : request, timeoutMs),
    });
    await world.send(registered());
    world.untilDue();
    const errors: string[] = [];
    const left: (number | undefined)[] = [];
    for (const minutes of [0, 2, 6, 21, 61]) {
      world.time.advance(minutes * minuteMs);
      errors.push((await runAction(failing)).errorCode);
      left.push(world.records()['doorbell']);
    }

    expect(new Set(errors)).toEqual(new Set(['UNAVAILABLE']));
    expect(left).toEqual([1, 1, 1, 1, undefined]);
    await runAction(world.process);
    expect((await world.runs())[0]).toBe('sweep complete');
  });

  it('once by two that answer at the same time', async () => {
    const world = await openEventWorld();
    const other = await world.startProcess({ environment: doorEnvironment() });
    await world.send(registered());
    world.untilDue();
    await Promise.all([runAction(world.process), runAction(other)]);
    world.time.advance(minuteMs);
    await runAction(other);

    expect((await world.runs()).filter((run) => run === 'webhook complete').length).toBeLessThanOrEqual(2);
    expect(world.records()).not.toHaveProperty('doorbell');
  });
});

describe('B22: Run Zoom webinar sync', () => {
  const aConnection = (name: string, clientSecret: string) => ({
    name,
    accountId: `acc-${name}`,
    clientId: `client-${name}`,
    clientSecret,
  });

  it('syncs the other accounts when Zoom does not accept one, and tells it by a code', async () => {
    const world = await openEventWorld();
    const connections = [aConnection('broken', 'revoked'), aConnection('main', 'secret-main')];
    const process = await world.startProcess({
      environment: { ...doorEnvironment(), ZOOM_CONNECTIONS: JSON.stringify(connections) },
    });
    const outputs = await runAction(process);

    expect(outputs).toEqual({
      done: 'true',
      webinarsSynced: '1',
      errorCode: 'ACCOUNT_REFUSED',
      hs_execution_state: 'SUCCESS',
    });
    expect(await world.runs()).toEqual(['sweep complete']);
  });

  it('is done for ten minutes after a sweep', async () => {
    const world = await openEventWorld();
    expect(await runAction(world.process)).toMatchObject({ done: 'true', webinarsSynced: '1' });
    const callsBefore = world.two.zoom.requests.list().length;
    world.time.advance(9 * minuteMs);
    expect(await runAction(world.process)).toMatchObject({ done: 'true', webinarsSynced: '0' });
    expect(world.two.zoom.requests.list()).toHaveLength(callsBefore);

    world.time.advance(2 * minuteMs);
    await runAction(world.process);
    expect(world.two.zoom.requests.list().length).toBeGreaterThan(callsBefore);
  });

  it('asks HubSpot to try again when HubSpot itself does not answer, and lets nobody else in', async () => {
    const world = await openEventWorld();
    const down = await world.startProcess({
      environment: { ...doorEnvironment(), HUBSPOT_API_URL: 'http://127.0.0.1:9' },
    });
    await expect(runAction(down)).rejects.toThrow('503');

    const { statusCode } = await world.process.request('run_zoom_sync', {
      method: 'POST',
      params: { t: ['a token of somebody else, of many characters'] },
      headers: { 'content-type': 'application/json' },
      body: {},
    });
    expect(statusCode).toBe(401);
  });

  it('is published for workflows of every object, with a label for everything in every language', () => {
    const path = join(appDir, 'workflow-actions', 'run-zoom-webinar-sync-hsmeta.json');
    const { config } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly config: {
        readonly actionUrl: string;
        readonly outputFields: readonly { readonly typeDefinition: { readonly name: string } }[];
        readonly executionRules: readonly { readonly labelName: string }[];
        readonly labels: Readonly<
          Record<string, Readonly<Record<'outputFieldLabels' | 'executionRules', Readonly<Record<string, string>>>>>
        >;
      };
    };

    expect(config.actionUrl).toContain('/run-zoom-sync?t=');
    expect(Object.keys(config.labels).toSorted()).toEqual(['de', 'en', 'nb', 'no', 'pt-br', 'zh-tw']);
    for (const { outputFieldLabels, executionRules } of Object.values(config.labels)) {
      expect(Object.keys(outputFieldLabels)).toEqual(
        config.outputFields.map(({ typeDefinition }) => typeDefinition.name),
      );
      expect(Object.keys(executionRules)).toEqual(config.executionRules.map(({ labelName }) => labelName));
    }
  });
});

describe('B25: changes arrive by themselves', () => {
  /** Takes calls as HubSpot's gateway does, and tells when none is under way any more. */
  async function openGateway(world: WebinarWorld) {
    let process: AppProcess | null = null;
    const calls: { readonly at: number; readonly body: unknown }[] = [];
    const underWay = new Set<Promise<unknown>>();
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const url = new URL(request.url ?? '', 'http://localhost');
        const params = Object.fromEntries([...url.searchParams].map(([name, value]) => [name, [value]]));
        const headers = { 'content-type': request.headers['content-type'] };
        calls.push({ at: world.time.now(), body: JSON.parse(text) as unknown });
        const call = process?.request('run_zoom_sync', { method: 'POST', params, headers, body: text });
        const answered = Promise.resolve(call).then((answer) => {
          response.writeHead(answer?.statusCode ?? 500).end(answer?.body);
        });
        underWay.add(answered);
        void answered.finally(() => underWay.delete(answered));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    process = await world.startProcess({ environment: doorEnvironment(`http://127.0.0.1:${port}`) });
    const settle = async (): Promise<void> => {
      // A call that is made by a call has arrived before that one ends.
      while (underWay.size > 0) await Promise.all(underWay);
    };
    return { process, calls, settle };
  }

  it('within seconds of the event, without a schedule, and then nobody waits any more', async () => {
    const world = await openEventWorld();
    const { process, calls, settle } = await openGateway(world);
    const rungAt = world.time.now();
    await sendEvent(process, registered(), rungAt);
    await settle();

    const [report] = succeeded(await process.call<AuditedRuns>('get_audit_log', { webinarId })).runs;
    expect(report?.report.trigger).toBe('webhook');
    expect(Date.parse(report?.report.finishedAt ?? '') - rungAt).toBeLessThan(30 * secondMs);
    expect(calls.length).toBeLessThanOrEqual(6);
    expect(calls[0]?.body).toEqual({ watch: { hop: 0, isSweeping: false } });
    expect(world.records()).not.toHaveProperty('doorbell');
  });

  it('and a workflow that finds a long sweep begins it, and calls itself until it is done', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => String(81000000000 + index));
    const world = await openEventWorld({
      webinars: ids.map((id) => ({
        ...aWebinar(),
        id,
        uuid: `${id}==`,
        instances: [anInstance([], { uuid: `i${id}` })],
      })),
    });
    const { process, settle } = await openGateway(world);
    world.time.callsTake(300);
    const outputs = await runAction(process);
    expect(outputs.done).toBe('false');
    await settle();
    world.time.callsTake(0);

    expect(await runAction(process)).toMatchObject({ done: 'true', webinarsSynced: '0' });
    expect(world.records()).toMatchObject({ webinar: 30 });
  });
});
