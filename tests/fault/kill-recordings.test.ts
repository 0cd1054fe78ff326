import { describe, expect, it } from 'vitest';
import { killedCalls, killedMoments } from '../support/guillotine.ts';
import { openMixedWorld } from '../support/mixed-webinar.ts';
import { hourMs, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { openWorldWithNewTranscript } from './fault-worlds.ts';
import { countCalls, finishSync, ofEverybody, runDoomed, untilLeaseIsOverMs } from './kill-kit.ts';
import { viewWhole, withTranscriptsOnce } from './whole-view.ts';

/** A host drop and a date before it, all recorded; the transcripts are at different places, one has none. */
async function openMixedWorldWithRecordings(): Promise<WebinarWorld> {
  const world = await openMixedWorld();
  for (const uuid of ['one==', '/two//==', 'three==']) world.atZoom('add-recording', { uuid, recording: {} });
  world.atZoom('add-transcript', { uuid: 'one==', transcript: { source: 'recording' } });
  world.atZoom('add-transcript', { uuid: '/two//==', transcript: { source: 'ai-companion' } });
  await world.save({ recordingUsers: 'all' });
  return world;
}

/** All was synced; one recording was deleted in Zoom since then, and another one is new. */
async function openMixedWorldWithOtherRecordings(): Promise<WebinarWorld> {
  const world = await openMixedWorldWithRecordings();
  await world.sync({ webinarId });
  world.time.advance(hourMs);
  world.atZoom('delete-recording', { uuid: 'one==' });
  world.atZoom('add-transcript', { uuid: 'three==', transcript: { source: 'recording' } });
  return world;
}

/** Whether the last transcript that was posted is not known to be saved. */
function isTranscriptUnsaved({ two }: WebinarWorld): boolean {
  const operations = two.hubspot.requests.list().map(({ operation }) => operation);
  return operations.lastIndexOf('transcripts.create') > operations.lastIndexOf('custom-objects.batch-upsert');
}

const countTranscripts = ({ two }: WebinarWorld): number => two.hubspot.world().transcripts.size;

describe.each([
  ['S28: a first sync with recordings', openMixedWorldWithRecordings, 2],
  ['S28: a sync with other recordings than before', openMixedWorldWithOtherRecordings, 1],
  ['S5: a sync with another transcript and another audience', openWorldWithNewTranscript, 1],
])('%s that is killed', (_, open, postedCount) => {
  it.each(killedMoments)(
    '%s the effect of any of its calls and continued ends as if nothing had happened, but for a transcript in doubt',
    async (moment) => {
      const undisturbed = await open();
      await finishSync(undisturbed, ofEverybody);
      const view = viewWhole(undisturbed.two.hubspot.world());
      const callCount = await countCalls(open, ofEverybody);
      let killedCount = 0;
      let twiceCount = 0;

      for (let callNumber = 1; callNumber <= callCount; callNumber += 1) {
        const world = await open();
        const isDone = await runDoomed(world, ofEverybody, callNumber, moment, killedCalls);
        const isInDoubt = !isDone && isTranscriptUnsaved(world);
        world.time.advance(untilLeaseIsOverMs);
        const { report } = await finishSync(world, ofEverybody);

        const place = `killed ${moment} call ${callNumber}`;
        killedCount += isDone ? 0 : 1;
        twiceCount += isInDoubt ? 1 : 0;
        expect(report.status, place).toBe('complete');
        expect(withTranscriptsOnce(viewWhole(world.two.hubspot.world())), place).toEqual(view);
        expect(countTranscripts(world), place).toBe(countTranscripts(undisturbed) + (isInDoubt ? 1 : 0));
        await world.close();
      }

      expect(killedCount).toBeGreaterThanOrEqual(callCount - 4);
      // After each posting one call saves it, and may be the one that is killed.
      expect(twiceCount).toBe(postedCount);
    },
    120_000,
  );
});
