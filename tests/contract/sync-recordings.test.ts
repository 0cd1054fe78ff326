import { describe, expect, it } from 'vitest';
import type { HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { storeOf, resolveObjectType } from '../../emulators/hubspot/object-types.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';
import { dayMs, hourMs, minuteMs, openWorld, type WebinarWorld, type WorldOptions } from '../support/webinar-world.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';
const shareUrl = 'https://zoom.example.com/rec/share/tomatoes';
const aRecording = { share_url: shareUrl };
const aTranscript = {
  cues: [
    { startMs: 1_000, endMs: 4_000, speaker: 'Hanna Host', text: 'Welcome to the tomatoes.' },
    { startMs: 4_500, endMs: 9_000, speaker: 'Pat Panel', text: 'They are red.' },
  ],
};

interface Recorded {
  readonly recording?: object | undefined;
  readonly transcript?: object | undefined;
  readonly emails?: readonly string[];
}

/** Ann and Bea came; Cleo registered only. */
function openRecorded(
  { recording = aRecording, transcript, emails = [acme('ann'), acme('bea')] }: Recorded = {},
  options: Partial<WorldOptions> = {},
): Promise<WebinarWorld> {
  return openWorld({
    webinars: [
      aHeldWebinar({
        registrants: [...emails, acme('cleo')].map((email) => aRegistrant(email)),
        instances: [
          anInstance(
            emails.map((email) => aJoin(email, 0, 30)),
            { recording: recording as never, transcript: transcript as never },
          ),
        ],
      }),
    ],
    settings: { recordingUsers: 'all' },
    ...options,
  });
}

interface CallView {
  readonly title: string | null | undefined;
  readonly url: string | null | undefined;
  readonly durationMs: string | null | undefined;
  readonly body: string | null | undefined;
  readonly contacts: readonly string[];
  readonly transcripts: readonly (readonly string[])[];
}

/** The calls of the account as an admin sees them. */
function viewCalls({ two }: WebinarWorld): readonly CallView[] {
  const world = two.hubspot.world();
  const contacts = storeOf(world, resolveObjectType(world, 'contacts')).live;
  return [...storeOf(world, resolveObjectType(world, 'calls')).live.values()].map(({ id, properties }) => ({
    title: properties['hs_call_title'],
    url: properties['hs_call_recording_url'],
    durationMs: properties['hs_call_duration'],
    body: properties['hs_call_body'],
    contacts: associatedIds(world, id)
      .flatMap((contactId) => contacts.get(contactId)?.properties['email'] ?? [])
      .toSorted(),
    transcripts: [...world.transcripts.values()]
      .filter(({ engagementId }) => String(engagementId) === id)
      .map(({ utterances }) => utterances.map(({ speaker, text }) => `${speaker.name}: ${text}`)),
  }));
}

function associatedIds(world: HubSpotWorld, callId: string): readonly string[] {
  const { associations } = world;
  return [...(associations.get('0-48>0-1')?.get(callId)?.keys() ?? [])];
}

const timesOf = (world: WebinarWorld, name: string): readonly string[] =>
  (world.view().timelines[acme(name)] ?? []).filter((line) => line.includes('zwh_recording_available'));

describe('S28: a recording', () => {
  it('becomes one call with link, length and title, associated with everybody who attended', async () => {
    const world = await openRecorded();

    const { report } = await world.sync({ webinarId });

    expect(viewCalls(world)).toMatchObject([
      { title: 'Growing tomatoes', url: shareUrl, durationMs: String(hourMs), contacts: [acme('ann'), acme('bea')] },
    ]);
    expect(report).toMatchObject({
      recordings: [{ state: 'synced', url: shareUrl, contactCount: 2 }],
      changes: { recordings: 1 },
    });
  });

  it('B13: is not written again while nothing changes', async () => {
    const world = await openRecorded({ transcript: aTranscript });
    await world.sync({ webinarId });

    const { report, hubspotCalls } = await world.sync({ webinarId });

    expect(report).toMatchObject({ unchanged: 3, changes: { recordings: 0, transcripts: 0 } });
    expect(hubspotCalls.filter((call) => /calls|transcripts|associations|events\.send/.test(call))).toEqual([]);
    expect(viewCalls(world)).toHaveLength(1);
  });

  it('of a webinar that was interrupted becomes a call for each part', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann'))],
          instances: [
            anInstance([aJoin(acme('ann'), 0, 20)], { end_time: atMinute(20), recording: aRecording }),
            anInstance([aJoin(acme('ann'), 25, 60)], {
              uuid: 'second==',
              start_time: atMinute(25),
              recording: { share_url: `${shareUrl}-2` },
            }),
          ],
        }),
      ],
      settings: { recordingUsers: 'all' },
    });

    await world.sync({ webinarId });

    expect(viewCalls(world).map(({ title, url }) => [title, url])).toEqual([
      ['Growing tomatoes', shareUrl],
      ['Growing tomatoes (part 2)', `${shareUrl}-2`],
    ]);
  });

  it('that appears later is found by the next sync, and belongs to those who were synced before', async () => {
    const world = await openRecorded({ recording: { ...aRecording, standIn: { processingMs: null } } });
    const early = await world.sync({ webinarId });
    world.atZoom('finish-recording', { uuid });
    world.time.advance(hourMs);

    const { report } = await world.sync({ webinarId });

    expect(early.report).toMatchObject({
      status: 'partial',
      warnings: [{ cause: 'recording-not-synced', problem: { cause: 'processing' } }],
    });
    expect(report).toMatchObject({ synced: 0, unchanged: 3, recordings: [{ state: 'synced', contactCount: 2 }] });
    expect(viewCalls(world)).toMatchObject([{ contacts: [acme('ann'), acme('bea')] }]);
  });

  it('S25: is announced once to everybody who registered, with topic, start and link', async () => {
    const world = await openRecorded();

    await world.sync({ webinarId });
    await world.sync({ webinarId });

    for (const name of ['ann', 'bea', 'cleo']) {
      expect(timesOf(world, name)).toHaveLength(1);
      expect(timesOf(world, name)[0]).toContain(`recording_url=${shareUrl}`);
      expect(timesOf(world, name)[0]).toContain('webinar_name=Growing tomatoes');
      expect(timesOf(world, name)[0]).toContain('session_started_at=2026-11-18T14:00:00');
    }
  });
});

describe('S4, S7: whose recordings', () => {
  const user = { syncsWebinars: null, syncsRecordings: null, newWebinarsOffSince: null, webinars: {} };

  it('nobody’s: Zoom is not even asked', async () => {
    const world = await openRecorded({}, { settings: {} });

    const { report, zoomCalls } = await world.sync({ webinarId });

    expect(report).toMatchObject({ settings: { syncsRecordings: false }, recordings: [], warnings: [] });
    expect(zoomCalls.filter((call) => call.includes('recording'))).toEqual([]);
    expect(viewCalls(world)).toEqual([]);
  });

  it('S33: not this host’s, and the warning names the setting', async () => {
    const world = await openRecorded(
      {},
      { settings: { recordingUsers: 'all', users: { 'acc-main:host-1': { ...user, syncsRecordings: false } } } },
    );

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toMatchObject([
      { cause: 'recording-not-synced', problem: { cause: 'settings-off', setting: 'recording-host' } },
    ]);
    expect(viewCalls(world)).toEqual([]);
  });

  it('S8: turned on later, the recording of a webinar that was synced before comes along', async () => {
    const world = await openRecorded({}, { settings: {} });
    await world.sync({ webinarId });
    await world.save({ recordingUsers: 'all' });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ unchanged: 3, recordings: [{ state: 'synced', contactCount: 2 }] });
  });
});

describe('S5: recording exclusions', () => {
  it('keep a person’s contact free of the call and the announcement, and nothing else', async () => {
    const world = await openRecorded(
      { emails: [acme('ann'), 'rita@rival.example.com'] },
      { settings: { recordingUsers: 'all', recordingExclusions: ['rival.example.com'] } },
    );

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 3 });
    expect(viewCalls(world)).toMatchObject([{ contacts: [acme('ann')] }]);
    const lines = world.view().timelines['rita@rival.example.com'] ?? [];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('recording'))).toEqual([]);
  });

  it('added later, take the call from those people’s contacts', async () => {
    const world = await openRecorded({ emails: [acme('ann'), 'rita@rival.example.com'] });
    await world.sync({ webinarId });
    await world.save({ recordingExclusions: ['rival.example.com'] });

    await world.sync({ webinarId });

    expect(viewCalls(world)).toMatchObject([{ contacts: [acme('ann')] }]);
  });
});

describe('S6, S13: somebody who may not be synced any more', () => {
  it.each([
    [
      'a user of the account',
      async (world: WebinarWorld) => {
        world.atHubSpot('add-user', { email: acme('bea') });
      },
    ],
    ['excluded', async (world: WebinarWorld) => world.save({ contactExclusions: ['acme.example.com'] })],
  ])('%s by the time the recording is there: neither call nor announcement', async (_, change) => {
    const world = await openRecorded({
      recording: { ...aRecording, standIn: { processingMs: null } },
      emails: ['ann@other.example.com', acme('bea')],
    });
    await world.sync({ webinarId });
    await change(world);
    world.atZoom('finish-recording', { uuid });
    world.time.advance(hourMs);

    await world.sync({ webinarId });

    expect(viewCalls(world)).toMatchObject([{ contacts: ['ann@other.example.com'] }]);
    expect(timesOf(world, 'bea')).toEqual([]);
  });
});

describe('S28: the transcript', () => {
  it('is posted to the call, utterance by utterance', async () => {
    const world = await openRecorded({ transcript: aTranscript });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ recordings: [{ transcript: 'synced' }], changes: { transcripts: 1 } });
    expect(viewCalls(world)).toMatchObject([
      { transcripts: [['Hanna Host: Welcome to the tomatoes.', 'Pat Panel: They are red.']] },
    ]);
  });

  it('arrives later than the recording, and is waited for without holding anything up', async () => {
    const world = await openRecorded();
    const held = await world.sync({ webinarId });
    world.atZoom('add-transcript', { uuid, transcript: aTranscript });

    const { report } = await world.sync({ webinarId });

    expect(held.report.recordings).toMatchObject([{ state: 'synced' }]);
    expect(report.recordings).toMatchObject([{ state: 'synced', transcript: 'synced' }]);
    expect(viewCalls(world)).toMatchObject([{ transcripts: [[expect.any(String), expect.any(String)]] }]);
  });

  it('that HubSpot refuses stands in the text of the call', async () => {
    const world = await openRecorded({ transcript: aTranscript });
    world.atHubSpot('switches', { transcripts: 'refuse' });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ recordings: [{ transcript: 'in-body' }] });
    expect(viewCalls(world)[0]?.body).toContain('Welcome to the tomatoes.');
    expect(viewCalls(world)[0]?.transcripts).toEqual([]);
  });

  it('S37: that is a web page instead is no transcript, and the warning says so', async () => {
    const world = await openRecorded({ transcript: { ...aTranscript, damage: 'html' } });

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toMatchObject([{ cause: 'transcript-not-synced', problem: { cause: 'unreadable' } }]);
    expect(viewCalls(world)).toMatchObject([{ url: shareUrl, transcripts: [] }]);
  });
});

describe('S35: a call that HubSpot refuses', () => {
  it('leaves the sync open, and is made by the next one', async () => {
    const world = await openRecorded();
    world.two.hubspot.faults.add([
      { operation: 'calls.batch-upsert', fault: { kind: 'answer', status: 400, body: { message: 'Not now.' } } },
    ]);

    const refused = await world.sync({ webinarId });
    const { report } = await world.sync({ webinarId });

    expect(refused.report).toMatchObject({
      status: 'partial',
      synced: 3,
      warnings: [{ cause: 'recording-not-synced', problem: { cause: 'call-refused' } }],
    });
    expect(report).toMatchObject({ status: 'complete', recordings: [{ state: 'synced', contactCount: 2 }] });
  });
});

describe('S33: why a recording is not there', () => {
  it('none was made: not found, when Zoom had time enough', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([aJoin(acme('ann'), 0, 30)])],
        }),
      ],
      settings: { recordingUsers: 'all' },
    });
    world.time.advance(3 * dayMs);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'complete',
      warnings: [{ cause: 'recording-not-synced', problem: { cause: 'not-found' } }],
    });
  });

  it('everybody who attended is excluded, or nobody did: there is no call', async () => {
    const world = await openRecorded(
      { emails: ['rita@rival.example.com'] },
      { settings: { recordingUsers: 'all', recordingExclusions: ['rival.example.com'] } },
    );

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toMatchObject([{ cause: 'recording-not-synced', problem: { cause: 'nobody-attended' } }]);
    expect(viewCalls(world)).toEqual([]);
  });

  it.each(['trash-recording', 'delete-recording'])(
    'it was deleted (%s): the call stays, without its link',
    async (lever) => {
      const world = await openRecorded();
      await world.sync({ webinarId });
      world.atZoom(lever, { uuid });
      world.time.advance(minuteMs);

      const { report } = await world.sync({ webinarId });
      const [deleted] = viewCalls(world);

      expect(report).toMatchObject({
        recordings: [{ state: 'deleted' }],
        warnings: [{ cause: 'recording-not-synced', problem: { cause: 'deleted' } }],
      });
      expect(deleted?.url ?? '').toBe('');
      expect(deleted?.body).toMatch(/deleted/);
    },
  );

  it('it was taken out of the trash again: the link comes back', async () => {
    const world = await openRecorded();
    await world.sync({ webinarId });
    world.atZoom('trash-recording', { uuid });
    await world.sync({ webinarId });
    world.atZoom('recover-recording', { uuid });

    await world.sync({ webinarId });

    expect(viewCalls(world)).toMatchObject([{ url: shareUrl, contacts: [acme('ann'), acme('bea')] }]);
  });
});

describe('B3: a dry run', () => {
  it('says what it would do with the recording, and writes nothing', async () => {
    const world = await openRecorded({ transcript: aTranscript });

    const { report } = await world.sync({ webinarId, dryRun: true });

    expect(report).toMatchObject({ isDryRun: true, recordings: [{ state: 'synced' }] });
    expect(viewCalls(world)).toEqual([]);
  });
});
