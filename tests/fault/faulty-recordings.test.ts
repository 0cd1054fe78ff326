import { describe, expect } from 'vitest';
import { webinarId } from '../support/zoom-webinars.ts';
import { describeFaults, syncUntilFailure, type FaultScenario, type FaultyOperation } from './fault-matrix.ts';
import { openRecordedWorld, openWorldWithNewTranscript } from './fault-worlds.ts';

const syncedAtLast = (open: FaultScenario['open']): FaultScenario => ({
  open,
  attempt: syncUntilFailure,
  async finish(world) {
    const { report } = await world.sync({ webinarId });
    expect(report).toMatchObject({ status: 'complete', eligible: 5 });
    expect(report.warnings.map(({ cause }) => cause)).toEqual(['guests-without-address']);
  },
});

/** What comes is no transcript; that of a redirect does not matter. */
const notTheFile = ['a page under status 200', 'a page under status 404', 'half an answer'];
/** The storage knows no token, scope or day: its refusals are about the file. */
const refusalsOfStorage = ['a refusal', 'a refused token', 'a missing scope', 'a daily limit'];
/** The transcript may be there, or is kept elsewhere. */
const unconfirmed = [
  'a page under status 404',
  'a refusal',
  'half an answer',
  'a connection cut after it happened',
  'an error after it happened',
];

/** Met when a step has got somewhere already. */
const long = ['a rate limit for long'];

describe('S28: a recording with a transcript of its own', () => {
  const operations: readonly FaultyOperation[] = [
    { system: 'zoom', operation: 'recordings.get', field: 'start_time' },
    { system: 'zoom', operation: 'recordings.download', field: null, survives: notTheFile },
    {
      system: 'zoom',
      operation: 'storage.get',
      field: null,
      survives: [...notTheFile, ...refusalsOfStorage],
      // Nothing shows that half of a text is a half.
      except: ['half an answer'],
    },
    { system: 'hubspot', operation: 'calls.batch-upsert', field: 'results', survives: ['a refusal'], except: long },
    { system: 'hubspot', operation: 'associations.batch-associate-default', field: 'results' },
    { system: 'hubspot', operation: 'transcripts.create', field: null, except: [...long, ...unconfirmed] },
  ];

  describeFaults(
    syncedAtLast(() => openRecordedWorld({ source: 'recording' })),
    operations,
  );
});

describe('S28: a recording whose transcript Zoom’s other source has', () => {
  const operations: readonly FaultyOperation[] = [
    { system: 'zoom', operation: 'transcript.get', field: null },
    { system: 'zoom', operation: 'transcript.download', field: null, survives: notTheFile },
  ];

  describeFaults(
    syncedAtLast(() => openRecordedWorld({ source: 'ai-companion' })),
    operations,
  );
});

describe('S5, S28: a recording with another transcript and another audience than before', () => {
  const operations: readonly FaultyOperation[] = [
    { system: 'hubspot', operation: 'associations.batch-archive', field: null },
    { system: 'hubspot', operation: 'transcripts.delete', field: null, except: long },
    { system: 'hubspot', operation: 'transcripts.create', field: null, except: [...long, ...unconfirmed] },
  ];

  describeFaults(syncedAtLast(openWorldWithNewTranscript), operations);
});
