import * as z from 'zod';
import { SeedError } from '../core/operation.ts';
import { buildRecording, buildTranscript } from './build-recording.ts';
import type { Instance } from './entities.ts';
import { lever, requireInstance, type Lever } from './lever.ts';
import { hasEnded } from './lifecycle.ts';
import type { Recording } from './recording.ts';
import {
  cueSeedSchema,
  recordingSeedSchema,
  transcriptDamageSchema,
  transcriptRestrictionSchema,
  transcriptSeedSchema,
} from './seed-schema.ts';
import { announceMoved } from './webhooks/recording-events.ts';
import type { ZoomWorld } from './world.ts';
import { toZoomTime } from './zoom-time.ts';

const ofInstance = { uuid: z.string() };

function requireRecording(instance: Instance): Recording {
  if (instance.recording === null) throw new SeedError(`Instance "${instance.uuid}" has no recording.`);
  return instance.recording;
}

/** How long ago the instance ended, which is when something became available that is now. */
function sinceEndMs(world: ZoomWorld, instance: Instance): number {
  const now = world.clock.now();
  if (!hasEnded(instance, now)) throw new SeedError(`Instance "${instance.uuid}" has not ended yet.`);
  return now - Date.parse(instance.endTime);
}

const addRecording = lever(
  z.strictObject({ ...ofInstance, recording: recordingSeedSchema }),
  (world, { uuid, recording }) => {
    const { files } = buildRecording(world, requireInstance(world, uuid), recording);
    return { uuid, files: files.length };
  },
);

/** Zoom is done with the recording now. */
const finishRecording = lever(z.strictObject(ofInstance), (world, { uuid }) => {
  const instance = requireInstance(world, uuid);
  requireRecording(instance).processingMs = sinceEndMs(world, instance);
  return { uuid };
});

/** A transcript there is from now on: the one that was announced, or a new one. */
const addTranscript = lever(
  z.strictObject({ ...ofInstance, transcript: transcriptSeedSchema.optional() }),
  (world, { uuid, transcript: seed }) => {
    const instance = requireInstance(world, uuid);
    const availableAfterMs = sinceEndMs(world, instance);
    if (seed === undefined && instance.transcript !== null) {
      instance.transcript.availableAfterMs = availableAfterMs;
      return { uuid, source: instance.transcript.source };
    }
    const transcript = seed ?? transcriptSeedSchema.parse({});
    const built = buildTranscript(world, instance, {
      ...transcript,
      availableAfterMs: transcript.availableAfterMs === 0 ? availableAfterMs : transcript.availableAfterMs,
    });
    return { uuid, source: built.source };
  },
);

const changeTranscript = lever(
  z.strictObject({
    ...ofInstance,
    cues: z.array(cueSeedSchema).optional(),
    damage: transcriptDamageSchema.optional(),
    restriction: transcriptRestrictionSchema.optional(),
  }),
  (world, { uuid, cues, damage, restriction }) => {
    const { transcript } = requireInstance(world, uuid);
    if (transcript === null) throw new SeedError(`Instance "${uuid}" has no transcript.`);
    transcript.cues = cues ?? transcript.cues;
    transcript.damage = damage ?? transcript.damage;
    if (restriction !== undefined) transcript.restriction = restriction;
    return { uuid };
  },
);

/** Moves a recording between its place, the trash and nowhere. What is deleted does not come back. */
const moveTo = (state: Recording['state']): Lever =>
  lever(z.strictObject(ofInstance), (world, { uuid }) => {
    const instance = requireInstance(world, uuid);
    const recording = requireRecording(instance);
    if (recording.state === 'deleted') throw new SeedError(`The recording of "${uuid}" was deleted for good.`);
    const hasMoved = recording.state !== state;
    recording.state = state;
    recording.trashedAt = state === 'available' ? null : toZoomTime(world.clock.now());
    if (hasMoved) announceMoved(world, instance, recording);
    return { uuid, state };
  });

/** What Zoom and the hosts do with recordings. */
export const recordingLevers: Readonly<Record<string, Lever>> = {
  'add-recording': addRecording,
  'finish-recording': finishRecording,
  'add-transcript': addTranscript,
  'change-transcript': changeTranscript,
  'trash-recording': moveTo('trashed'),
  'delete-recording': moveTo('deleted'),
  'recover-recording': moveTo('available'),
};
