import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ObjectStore } from '../../emulators/hubspot/entities.ts';
import { resolveObjectType, storeOf } from '../../emulators/hubspot/object-types.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { dayMs, hourMs, minuteMs, openWorld, secondMs, type WebinarWorld } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, anInstance, webinarId } from '../support/zoom-webinars.ts';
import { checkEach, createTally, expectPrototypesUnharmed, outcomeOf } from './fuzz-kit.ts';
import { edits, mutateText, mutateValue, type Edit } from './mutate.ts';

const tally = createTally('records');

afterAll(() => {
  tally.save();
});

const crowd = aCrowd(4);
const webinars = [
  aHeldWebinar({
    registrants: crowd.registrants,
    instances: [{ ...anInstance(crowd.joins), recording: { share_url: 'https://zoom.example.com/rec/first' } }],
  }),
];

interface SavedWorld {
  readonly world: WebinarWorld;
  readonly savedAt: number;
  readonly saved: ObjectStore;
}

/** In the middle of a run and of a sweep, with everything that the app remembers on record. */
async function openInTheMiddle(): Promise<SavedWorld> {
  const world = await openWorld({ webinars, settings: { recordingUsers: 'all' } });
  await world.call('run_setup', {});
  await world.sync({ webinarId });
  world.time.advance(dayMs);
  world.time.callsTake(callMs);
  await world.call('run_sweep', { mode: 'all' });
  world.time.advance(20 * secondMs);
  const step = await world.step({ webinarId });
  expect(step).toMatchObject({ ok: true, done: false, progress: { phase: 'writing' } });
  world.time.callsTake(0);
  world.time.advance(20 * secondMs);
  return { world, savedAt: world.time.now(), saved: structuredClone(memoryOf(world)) };
}

/** So slow that a step ends between reading and writing. */
const callMs = 900;
/** A run that has waited for an hour begins anew. */
const worldOpenMsMax = 40 * minuteMs;

const memoryOf = ({ two }: WebinarWorld): ObjectStore => {
  const hubspot = two.hubspot.world();
  return storeOf(hubspot, resolveObjectType(hubspot, 'p_zoom_integration_record'));
};

const calls: readonly (readonly [string, object])[] = [
  ['sync_webinar', { webinarId }],
  ['run_sweep', { mode: 'all' }],
  ['sync_person', { webinarId, address: 'crowd1@acme.example.com' }],
  ['get_overview', {}],
  ['get_activity', { days: 14, timeZone: 'UTC' }],
  ['get_audit_log', { webinarId, view: 'people' }],
  ['list_webinars', {}],
  ['list_zoom_users', {}],
  ['get_settings', {}],
  ['get_contact_webinars', {}],
];

/** What it is about is checked by who reads it: what cannot be read counts as not there, and never as a bug. */
async function expectAnswers(world: WebinarWorld, [uid, parameters]: readonly [string, object]): Promise<string> {
  const process = await world.startProcess();
  const hubspot = world.two.hubspot.world();
  const [contactId] = storeOf(hubspot, resolveObjectType(hubspot, 'contacts')).live.keys();
  const answer = await process.call(uid, uid === 'get_contact_webinars' ? { contactId } : parameters);
  if (answer.ok) return 'done';
  expect(answer.failure.kind).not.toBe('bug');
  return answer.failure.reason.cause;
}

const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function mutatePayload(payload: string, changes: readonly Edit[], asValue: boolean): string {
  const value = asValue ? tryParse(payload) : undefined;
  // HubSpot holds no more.
  return (value === undefined ? mutateText(payload, changes) : JSON.stringify(mutateValue(value, changes))).slice(
    0,
    65_536,
  );
}

/** What syncs leave behind in a world adds up. */
const syncsPerWorld = 100;

const timeoutMs = 3_600_000;

describe('records that somebody has changed in HubSpot', () => {
  it(
    'cost nothing but what they held',
    async () => {
      let open = await openInTheMiddle();
      const kinds = [...new Set([...open.saved.live.values()].map(({ properties }) => properties['kind'] ?? ''))];
      expect(kinds).toEqual(
        expect.arrayContaining(['webinar', 'rows', 'people', 'sweep', 'facts', 'audit', 'settings']),
      );
      type Inputs = [string, number, boolean, readonly [string, object], readonly Edit[]];
      await checkEach<Inputs>(
        0.01,
        [fc.constantFrom(...kinds), fc.nat({ max: 99 }), fc.boolean(), fc.constantFrom(...calls), edits],
        async (kind, index, asValue, call, changes) => {
          if (open.world.time.now() - open.savedAt > worldOpenMsMax) {
            await open.world.close();
            open = await openInTheMiddle();
          }
          const { world, saved } = open;
          const memory = structuredClone(saved);
          world.two.hubspot.world().stores.set(memory.type.id, memory);
          const records = [...memory.live.values()].filter(({ properties }) => properties['kind'] === kind);
          const record = records[index % records.length];
          const payload = mutatePayload(record?.properties['payload'] ?? '', changes, asValue);
          Object.assign(record?.properties ?? {}, { payload });
          tally.count(`record: ${call[0]}`, await outcomeOf([kind, call, payload], () => expectAnswers(world, call)));
        },
      );
      expectPrototypesUnharmed();
    },
    timeoutMs,
  );
});

describe('answers that a vendor has never given', () => {
  it(
    'end a step with a failure that is told apart, or change nothing that matters',
    async () => {
      const open = async (): Promise<WebinarWorld> => {
        const opened = await openWorld({ webinars, settings: { recordingUsers: 'all' } });
        await opened.call('run_setup', {});
        return opened;
      };
      let world = await open();
      let syncCount = 0;
      type Inputs = [number, boolean, readonly Edit[]];
      await checkEach<Inputs>(
        0.01,
        [fc.nat({ max: 40 }), fc.boolean(), edits],
        async (callNumber, asValue, changes) => {
          syncCount += 1;
          if (syncCount % syncsPerWorld === 0) {
            await world.close();
            world = await open();
          }
          world.time.advance(hourMs);
          let seen = 0;
          let url = '';
          const spoil =
            (inner: Transport): Transport =>
            async (request, timeoutMsOfCall) => {
              const answer = await inner(request, timeoutMsOfCall);
              seen += 1;
              if (seen - 1 !== callNumber) return answer;
              url = `${request.method} ${request.url}`;
              return { ...answer, body: mutatePayload(answer.body, changes, asValue) };
            };
          const process = await world.startProcess({ wrapTransport: spoil });
          const outcome = await outcomeOf([callNumber, changes], async () => {
            const answer = await process.call('sync_webinar', { webinarId });
            if (!answer.ok) expect(`${url} ${answer.failure.kind}`).not.toMatch(/bug$/);
            return answer.ok ? 'done' : answer.failure.kind;
          });
          const host = url.includes('/oauth') ? 'token' : url.includes('/v2/') ? 'Zoom' : 'HubSpot';
          tally.count(`answer: ${seen > callNumber ? host : 'none'}`, outcome);
        },
      );
    },
    timeoutMs,
  );
});
