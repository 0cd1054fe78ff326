import type { EpochMs } from '../../core/clock.ts';
import type { Account, Instance } from '../entities.ts';
import { transcriptOfRecording } from '../recording.ts';
import type { ZoomWorld } from '../world.ts';
import { isHeard } from './emit.ts';
import { announceRecorded, announceTranscribed } from './recording-events.ts';
import { announceEnded, announceJoined, announceLeft, announceStarted } from './webinar-events.ts';

/** Something that comes about by itself when the clock gets there. */
interface Milestone {
  /** What it is about, so that it is told once. */
  readonly subject: object;
  readonly name: 'started' | 'ended' | 'joined' | 'left' | 'completed';
  readonly at: EpochMs;
  announce(): void;
}

function* milestonesOf(world: ZoomWorld, instance: Instance): Generator<Milestone> {
  const { recording, participants } = instance;
  const endsAt = Date.parse(instance.endTime);
  yield {
    subject: instance,
    name: 'started',
    at: Date.parse(instance.startTime),
    announce: () => announceStarted(world, instance),
  };
  for (const row of participants) {
    if (row.status !== 'in_meeting') continue;
    const joinedAt = Date.parse(row.joinTime);
    const leftAt = Date.parse(row.leaveTime);
    if (Number.isFinite(joinedAt)) {
      yield { subject: row, name: 'joined', at: joinedAt, announce: () => announceJoined(world, instance, row) };
    }
    if (Number.isFinite(leftAt)) {
      yield { subject: row, name: 'left', at: leftAt, announce: () => announceLeft(world, instance, row) };
    }
  }
  yield { subject: instance, name: 'ended', at: endsAt, announce: () => announceEnded(world, instance) };
  if (recording?.state !== 'available' || recording.processingMs === null) return;
  const recordedAt = endsAt + recording.processingMs;
  yield {
    subject: recording,
    name: 'completed',
    at: recordedAt,
    announce: () => announceRecorded(world, instance, recording, recordedAt),
  };
  const transcript = transcriptOfRecording(instance);
  if (transcript?.availableAfterMs === null || transcript === null) return;
  const transcribedAt = Math.max(recordedAt, endsAt + transcript.availableAfterMs);
  yield {
    subject: transcript,
    name: 'completed',
    at: transcribedAt,
    announce: () => announceTranscribed(world, instance, recording, transcript, transcribedAt),
  };
}

function openMilestones(world: ZoomWorld, account: Account): Milestone[] {
  const { announced } = world.webhooks;
  return account.webinars
    .flatMap(({ instances }) => instances)
    .flatMap((instance) => [...milestonesOf(world, instance)])
    .filter(({ subject, name }) => announced.get(subject)?.has(name) !== true);
}

/** What was not told yet, is not told later either. */
export function markAnnounced(world: ZoomWorld, subject: object, name: Milestone['name']): void {
  const { announced } = world.webhooks;
  const names = announced.get(subject) ?? new Set<string>();
  names.add(name);
  announced.set(subject, names);
}

/** Forgets to tell what is past: whoever subscribes today hears nothing of yesterday. */
export function skipPast(world: ZoomWorld, account: Account): void {
  const now = world.clock.now();
  for (const { subject, name, at } of openMilestones(world, account)) {
    if (at <= now) markAnnounced(world, subject, name);
  }
}

const heardAccounts = (world: ZoomWorld): Account[] =>
  [...world.accountsById.values()].filter((account) => isHeard(world, account));

/** Tells of everything that has come about by now, in the order in which it did. */
export function announceDue(world: ZoomWorld): void {
  const now = world.clock.now();
  for (const account of heardAccounts(world)) {
    const due = openMilestones(world, account).filter(({ at }) => at <= now);
    for (const { subject, name, announce } of due.sort((left, right) => left.at - right.at)) {
      markAnnounced(world, subject, name);
      announce();
    }
  }
}

/** When the next thing comes about by itself in an account that somebody listens to; null: nothing is planned. */
export function nextMilestoneAt(world: ZoomWorld): EpochMs | null {
  const times = heardAccounts(world).flatMap((account) => openMilestones(world, account).map(({ at }) => at));
  return times.length === 0 ? null : times.reduce((earliest, at) => Math.min(earliest, at));
}
