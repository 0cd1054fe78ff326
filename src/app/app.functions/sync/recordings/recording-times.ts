import type { Instant } from '../../domain/instant.ts';

const hourMs = 3_600_000;
/** Zoom does not say how long it may take; most recordings and transcripts are there within hours. */
const expectedForMs = 24 * hourMs;

/** Whether Zoom may still be at work on what belongs to something that ended then. */
export const isExpected = (endedAt: Instant, now: Instant): boolean => now - endedAt < expectedForMs;

export const recordingEnd = (recording: { readonly startedAt: Instant; readonly lengthSeconds: number }): Instant =>
  recording.startedAt + recording.lengthSeconds * 1000;
