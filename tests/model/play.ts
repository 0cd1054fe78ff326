import type { AuditLogAnswer, NotSyncedPerson } from '../../src/app/extensions/contract/audit-log.ts';
import type { ContactWebinarsAnswer } from '../../src/app/extensions/contract/contact-webinars.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import { hourMs, minuteMs, secondMs, succeeded } from '../support/webinar-world.ts';
import { runAction } from '../support/zoom-doors.ts';
import { actAtHubSpot, actAtZoom, changeSettings, makeTrouble } from './acts.ts';
import {
  checkLimits,
  checkOff,
  checkQuiet,
  checkReport,
  checkWorld,
  isDeserted,
  type Evidence,
  type Finding,
} from './checker.ts';
import { deliverEvents, drive, sweepToEnd, syncToEnd, type Counters } from './drivers.ts';
import type { Command, Schedule } from './schedule.ts';
import { connectionOf, liveRun, openStage, type Stage } from './stage.ts';
import { readTruth } from './truth.ts';

/** What a run of a schedule came to. */
export interface Played {
  readonly findings: readonly Finding[];
  /** By kind, those that could happen. */
  readonly commands: Readonly<Record<string, number>>;
  readonly counters: PlayedCounters;
  /** What the last look was at. */
  readonly evidence: Evidence;
  /** Every call in order, with the vendor's status. */
  readonly trace: readonly string[];
}

export interface PlayedCounters extends Counters {
  /** Calls that went wrong by a fault of the schedule. */
  faults: number;
  calls: number;
  /** Syncs that said complete and were looked at there and then. */
  checks: number;
}

/** Plays a schedule, lets everything become well again, and compares what is left with the promises. */
export async function play(schedule: Schedule): Promise<Played> {
  const stage = await openStage(schedule.world);
  try {
    return await Promise.race([playOn(stage, schedule), stage.time.broken]);
  } finally {
    await stage.close();
  }
}

async function playOn(stage: Stage, { commands }: Schedule): Promise<Played> {
  const counters = { kills: 0, syncs: 0, sweeps: 0, webhooks: 0, faults: 0, calls: 0, checks: 0 };
  const happened: Record<string, number> = {};
  const findings: Finding[] = [];
  for (const command of commands) {
    stage.time.advance(7 * secondMs);
    const beganAt = stage.time.now();
    const before = stage.two.hubspot.requests.list().length;
    const wasOff = !stage.settings.isSyncOn;
    if (!(await perform(stage, command, counters))) continue;
    if (wasOff && !stage.settings.isSyncOn) findings.push(...checkOff(stage.two.hubspot.requests.list().slice(before)));
    happened[command.do] = (happened[command.do] ?? 0) + 1;
    const isAlone = command.do !== 'together';
    if (isAlone) findings.push(...checkNewestReport(stage, beganAt, counters));
  }
  counters.faults = [stage.two.zoom, stage.two.hubspot]
    .flatMap(({ faults }) => faults.list())
    .reduce((sum, { usedCount }) => sum + usedCount, 0);
  const { findings: last, evidence } = await calm(stage, counters);
  counters.calls = stage.time.callCount();
  const { memory, two } = stage;
  return {
    findings: [
      ...findings,
      ...last,
      ...memory.problems,
      ...memory.reports.flatMap(({ report }) => checkReport(report)),
      ...checkLimits('Zoom', two.zoom.requests.list()),
      ...checkLimits('HubSpot', two.hubspot.requests.list()),
    ],
    commands: happened,
    counters,
    evidence,
    trace: [two.zoom, two.hubspot].flatMap(({ requests }) =>
      requests.list().map(({ operation, status }) => `${operation ?? 'unexpected'} ${status ?? 'cut'}`),
    ),
  };
}

/** @returns whether it could happen */
async function perform(stage: Stage, command: Command, counters: Counters): Promise<boolean> {
  switch (command.do) {
    case 'sync':
    case 'person':
    case 'sweep':
    case 'workflow':
    case 'deliver':
      await drive(stage, command, counters);
      return true;
    case 'together':
      await Promise.all(command.drivers.map((driver) => drive(stage, driver, counters)));
      return true;
    case 'edit-name':
    case 'edit-address':
    case 'archive':
    case 'create':
    case 'merge':
      return actAtHubSpot(stage, command);
    case 'exclude':
    case 'update-only':
    case 'switch-sync':
    case 'switch-webinar':
      await withoutFaults(stage, () => changeSettings(stage, command));
      return true;
    case 'fault':
    case 'weather':
    case 'wait':
    case 'forge':
      await makeTrouble(stage, command);
      return true;
    default:
      return actAtZoom(stage, command);
  }
}

/** An admin tries again until it is saved; that is not what is looked at here. */
async function withoutFaults(stage: Stage, act: () => Promise<void>): Promise<void> {
  const scripts = [stage.two.zoom.faults, stage.two.hubspot.faults];
  const kept = scripts.map((script) =>
    script.list().map(({ operation, occurrence, fault }) => ({ operation, occurrence, fault })),
  );
  for (const script of scripts) script.clear();
  await act();
  for (const [index, script] of scripts.entries()) script.add(kept[index] ?? []);
}

const toEvidence = (
  stage: Stage,
  webinarIds: readonly string[],
  reports: ReadonlyMap<string, SyncReport>,
): Evidence => ({
  truths: webinarIds.map((id) =>
    readTruth(stage.two.zoom.world().webinarsById.get(Number(id)) as never, stage.time.now()),
  ),
  hubspot: stage.two.hubspot.world(),
  memory: stage.memory,
  isDomainExcluded: stage.settings.isDomainExcluded,
  isUpdateOnly: stage.settings.isUpdateOnly,
  reports,
});

/** A run that says that it is complete has to be, if nothing has changed since its driver began: it reads before its own start. */
function checkNewestReport(stage: Stage, beganAt: number, counters: { checks: number }): readonly Finding[] {
  const newest = stage.memory.reports.at(-1);
  if (newest?.isAboutAll !== true) return [];
  const { report } = newest;
  const isNew = Date.parse(report.finishedAt) >= stage.time.now() - minuteMs && report.status === 'complete';
  if (!isNew || Date.parse(report.startedAt) < beganAt || stage.memory.lastZoomChangeAt() >= beganAt) return [];
  counters.checks += 1;
  return checkWorld(toEvidence(stage, [report.id], new Map([[report.id, report]]))).map(
    (finding) => `${finding} (after a sync that said complete)`,
  );
}

const usualCallMs = 20;

/** Everything becomes well again: faults end, everybody is let in, a day passes, and each webinar is synced twice. */
async function calm(
  stage: Stage,
  counters: Counters,
): Promise<{ readonly findings: readonly Finding[]; readonly evidence: Evidence }> {
  const { two, time, memory, settings, plan } = stage;
  for (const { faults } of [two.zoom, two.hubspot]) faults.clear();
  time.callsTake(usualCallMs);
  stage.atZoom('webhook-weather', { lose: 0, double: 0, delay: { share: 0, upToMs: 0 }, reorder: 0 });
  const webinars = plan.webinars.map((_, index) => stage.webinarAt(index));
  for (const webinar of webinars) {
    if (liveRun(webinar, time.now()) !== undefined) stage.atZoom('end-webinar', { webinar_id: webinar.id });
  }
  settings.isSyncOn = true;
  settings.webinarsOff.clear();
  await stage.save();
  time.advance(25 * hourMs);
  stage.rememberTruth();

  const process = await stage.startProcess();
  const findings: Finding[] = [];
  await deliverEvents(stage, process, counters);
  time.advance(minuteMs);
  await runAction(process);
  for (const connection of new Set(webinars.map(connectionOf))) {
    const ending = await sweepToEnd(stage, process, connection, counters);
    if (ending !== 'done')
      findings.push(`G6: a sweep that nothing disturbs ended as ${ending} (${memory.lastFailure})`);
  }
  const reports = new Map<string, SyncReport>();
  const syncQuietly = async (webinarId: string, connection: string): Promise<SyncReport | undefined> => {
    for (let tries = 0; tries < 3; tries += 1) {
      const ending = await syncToEnd(stage, process, 'sync_webinar', { webinarId, connection }, counters);
      const newest = memory.reports.at(-1);
      if (ending !== 'done')
        findings.push(`G4: a sync that nothing disturbs ended as ${ending} (${memory.lastFailure})`);
      if (newest?.isAboutAll === true && newest.report.id === webinarId) return newest.report;
    }
    return undefined;
  };
  for (const webinar of webinars) {
    const report = await syncQuietly(String(webinar.id), connectionOf(webinar));
    const isWarnedOf = report?.warnings.some(({ cause }) => cause === 'registrations-vanished') ?? false;
    const isRight = report?.status === 'complete' || (isWarnedOf && isDeserted(readTruth(webinar, time.now())));
    if (!isRight)
      findings.push(
        `G7: the last sync of ${webinar.id} is ${report?.status ?? 'not there'} (${report?.warnings.map(({ cause }) => cause).join(', ') ?? ''})`,
      );
  }
  for (const webinar of webinars) {
    const before = two.hubspot.requests.list().length;
    const report = await syncQuietly(String(webinar.id), connectionOf(webinar));
    if (report === undefined) continue;
    reports.set(report.id, report);
    findings.push(...checkQuiet(two.hubspot.requests.list().slice(before), report));
  }
  const evidence: Evidence = {
    ...toEvidence(
      stage,
      webinars.map(({ id }) => String(id)),
      reports,
    ),
    notSynced: new Map(
      await Promise.all(
        webinars.map(
          async (webinar) =>
            [String(webinar.id), await readList(stage, String(webinar.id), connectionOf(webinar))] as const,
        ),
      ),
    ),
    cards: await readCards(stage),
  };
  return { findings: [...findings, ...checkWorld(evidence)], evidence };
}

async function readList({ warm }: Stage, webinarId: string, connection: string): Promise<readonly NotSyncedPerson[]> {
  const answer = succeeded(
    await warm.call<AuditLogAnswer>('get_audit_log', { webinarId, connection, view: 'people', limit: 200 }),
  );
  return answer.view === 'people' ? answer.people : [];
}

async function readCards({ warm, two }: Stage): Promise<ReadonlyMap<string, ContactWebinarsAnswer>> {
  const cards = new Map<string, ContactWebinarsAnswer>();
  for (const { id, properties } of contactStore(two.hubspot.world()).live.values()) {
    if (properties['zwh_history'] === undefined) continue;
    cards.set(id, succeeded(await warm.call<ContactWebinarsAnswer>('get_contact_webinars', { contactId: id })));
  }
  return cards;
}
