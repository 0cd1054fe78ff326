import type { Webinar } from '../../emulators/zoom/entities.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { readTruth, type TrueSession } from './truth.ts';

/** Something that HubSpot's users did to an address: what the app then knows of it depends on when it looks again. */
export interface Disturbance {
  readonly address: string;
  readonly kind: 'edited' | 'archived' | 'merged' | 'created';
  readonly at: number;
}

/** A run that was killed or failed: what it had written by then is known to nobody until the next one has ended. */
interface Interruption {
  readonly webinarId: string;
  readonly from: number;
  to: number;
}

export interface ReportedRun {
  readonly report: SyncReport;
  readonly isAboutAll: boolean;
}

/** What was true at some time, as far as the checker needs it to tell what may be left of it. */
export interface Memory {
  readonly disturbances: Disturbance[];
  readonly reports: ReportedRun[];
  /** Problems that were seen while the schedule was played. */
  readonly problems: string[];
  /** In words, for whoever reads a finding. */
  lastFailure: string;
  remember(webinar: Webinar, now: number): void;
  wasKnown(webinarId: string, address: string): boolean;
  wasRegistered(webinarId: string, address: string): boolean;
  /** At some time, in one of the session's runs. */
  hasAttended(address: string, session: TrueSession): boolean;
  isDisturbed(address: string): boolean;
  lastZoomChangeAt(): number;
  interrupt(webinarId: string, from: number): void;
  /** A sync of everybody has ended. */
  heal(webinarId: string, now: number): void;
  /** Whether somebody left Zoom's lists, or waits for approval again, when only an interrupted run can have known them. */
  leftUnseen(webinarId: string, address: string): boolean;
}

export function createMemory(): Memory {
  const known = new Set<string>();
  const registered = new Set<string>();
  const attended = new Set<string>();
  const leaves: { readonly webinarId: string; readonly address: string; readonly at: number }[] = [];
  const interruptions: Interruption[] = [];
  const disturbances: Disturbance[] = [];
  const lastSeen = new Map<string, ReadonlySet<string>>();
  let lastZoomChangeAt = 0;
  const texts = new Map<string, string>();

  return {
    disturbances,
    reports: [],
    problems: [],
    lastFailure: '',
    remember(webinar, now) {
      const truth = readTruth(webinar, now);
      const { webinarId } = truth;
      for (const { address, standing, parts } of truth.people.values()) {
        known.add(`${webinarId} ${address}`);
        if (standing === 'registered') registered.add(`${webinarId} ${address}`);
        for (const { key, runs } of truth.sessions) {
          const hasAttended = (parts.get(key)?.attendance ?? null) !== null;
          for (const uuid of hasAttended ? runs : []) attended.add(`${uuid} ${address}`);
        }
      }
      const standingNow = new Set(
        [...truth.people.values()]
          .filter(({ standing }) => standing === 'registered' || standing === 'cancelled')
          .map(({ address }) => address),
      );
      for (const address of lastSeen.get(webinarId) ?? []) {
        if (!standingNow.has(address)) leaves.push({ webinarId, address, at: now });
      }
      lastSeen.set(webinarId, standingNow);
      const text = describe(truth);
      if (texts.get(webinarId) !== text) lastZoomChangeAt = now;
      texts.set(webinarId, text);
    },
    wasKnown: (webinarId, address) => known.has(`${webinarId} ${address}`),
    wasRegistered: (webinarId, address) => registered.has(`${webinarId} ${address}`),
    hasAttended: (address, { runs }) => runs.some((uuid) => attended.has(`${uuid} ${address}`)),
    isDisturbed: (address) => disturbances.some((each) => each.address === address),
    lastZoomChangeAt: () => lastZoomChangeAt,
    interrupt: (webinarId, from) => void interruptions.push({ webinarId, from, to: Number.POSITIVE_INFINITY }),
    heal(webinarId, now) {
      for (const interruption of interruptions) {
        if (interruption.webinarId === webinarId && interruption.to > now) interruption.to = now;
      }
    },
    leftUnseen: (webinarId, address) =>
      leaves.some(
        (leave) =>
          leave.webinarId === webinarId &&
          leave.address === address &&
          interruptions.some(({ webinarId: own, from, to }) => own === webinarId && from <= leave.at && leave.at <= to),
      ),
  };
}

const describe = ({ people, guestCount, sessions, topic }: ReturnType<typeof readTruth>): string =>
  JSON.stringify([
    topic,
    guestCount,
    sessions,
    [...people.values()].map((person) => ({ ...person, parts: [...person.parts] })),
  ]);
