import { mapUntil } from '../map-until.ts';
import { planAudience, toRecordingEvents } from './plan-audience.ts';
import type { AudienceMember, RecordedInstance, RecordingsInput, RecordingsStep } from './recordings-input.ts';
import type { AudienceTarget, RecordingsProgress } from './recordings-progress.ts';
import { hasLink, readyRecording } from './seen-recordings.ts';

type AudienceProgress = NonNullable<RecordingsProgress['audience']>;

const targetsAtOnce = 4;
/** HubSpot's limit for custom events. */
const eventBatchSize = 500;

/**
 * Associates attendees with the calls, takes off who is excluded by now, and tells everybody registered of the
 * recording; part by part of the people, and only where something may differ. Repeating it does no harm.
 *
 * @returns false when time was up first
 */
export async function writeAudience(step: RecordingsStep): Promise<boolean> {
  const { input, ledger } = step;
  let audience = ledger.progress().audience ?? chooseTargets(step);
  const instances = step.instances.filter(({ uuid }) => uuid in audience.targets);
  if (instances.length === 0) return true;
  while (audience.partition < input.partitionCount) {
    if (input.shouldStop()) return false;
    const members = await step.loadAudience(audience.partition);
    const { doneUuids } = audience;
    const open = instances.filter(({ uuid }) => !doneUuids.includes(uuid));
    // A part that was loaded gets something done, or a slow account would never get anywhere.
    let begunCount = 0;
    const shouldStop = (): boolean => begunCount++ > 0 && input.shouldStop();
    const written = await mapUntil(open, shouldStop, (instance) => writeTarget(step, instance, members), targetsAtOnce);
    if (written.length < open.length) return false;
    audience = { ...openAudience(step), partition: audience.partition + 1, doneUuids: [] };
    ledger.change({ audience });
    if (audience.partition === input.partitionCount) settleTargets(step, instances, audience);
  }
  return true;
}

function chooseTargets({ input, ledger, instances }: RecordingsStep): AudienceProgress {
  const targets: [string, AudienceTarget][] = [];
  for (const instance of instances) {
    const { callId, audience } = ledger.state(instance.uuid);
    if (callId === null || !hasAnotherAudience(input, ledger.progress(), instance)) continue;
    targets.push([
      instance.uuid,
      { contactCount: 0, mayHoldExcluded: audience?.exclusionsHash !== input.exclusionsHash },
    ]);
    // Given up half-way, it must be gone through again.
    ledger.changeState(instance.uuid, { audience: null });
  }
  const chosen = { partition: 0, doneUuids: [], targets: Object.fromEntries(targets) };
  ledger.change({ audience: chosen });
  return chosen;
}

function hasAnotherAudience(
  { hasPeopleChanged, exclusionsHash }: RecordingsInput,
  progress: RecordingsProgress,
  { uuid, session }: RecordedInstance,
): boolean {
  const audience = progress.states[uuid]?.audience ?? null;
  if (hasPeopleChanged || audience === null) return true;
  if (audience.exclusionsHash !== exclusionsHash || audience.attendedCount !== session.attendedCount) return true;
  return !audience.hasEvents && hasLink(progress, uuid);
}

async function writeTarget(
  step: RecordingsStep,
  instance: RecordedInstance,
  members: readonly AudienceMember[],
): Promise<string> {
  const { input, ledger } = step;
  const { uuid, session } = instance;
  const { callId } = ledger.state(uuid);
  const target = openAudience(step).targets[uuid];
  if (callId === null || target === undefined) return uuid;
  const plan = planAudience(members, session.key, (address) => input.isExcluded(address));
  if (target.mayHoldExcluded && plan.excluded.length > 0) await input.calls.dissociate(callId, plan.excluded);
  if (plan.associated.length > 0) await input.calls.associate(callId, plan.associated);
  const recording = readyRecording(ledger.progress(), uuid);
  const events = recording === null ? [] : toRecordingEvents(plan.notified, instance, recording, input.webinar);
  for (let index = 0; index < events.length; index += eventBatchSize) {
    await input.events.send(events.slice(index, index + eventBatchSize));
  }
  ledger.count('associations', plan.associated.length);
  ledger.count('events', events.length);
  const audience = openAudience(step);
  const contactCount = target.contactCount + plan.associated.length;
  ledger.change({
    audience: {
      ...audience,
      doneUuids: [...audience.doneUuids, uuid].sort(),
      targets: { ...audience.targets, [uuid]: { ...target, contactCount } },
    },
  });
  return uuid;
}

const openAudience = ({ ledger }: RecordingsStep): AudienceProgress =>
  ledger.progress().audience ?? { partition: 0, doneUuids: [], targets: {} };

function settleTargets(
  { input, ledger }: RecordingsStep,
  instances: readonly RecordedInstance[],
  { targets }: AudienceProgress,
): void {
  for (const { uuid, session } of instances) {
    ledger.changeState(uuid, {
      contactCount: targets[uuid]?.contactCount ?? 0,
      audience: {
        exclusionsHash: input.exclusionsHash,
        attendedCount: session.attendedCount,
        hasEvents: hasLink(ledger.progress(), uuid),
      },
    });
  }
}
