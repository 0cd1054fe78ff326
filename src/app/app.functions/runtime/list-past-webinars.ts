import type { PastWebinar, PastWebinarsAnswer } from '../../extensions/contract/webinars.ts';
import { toIso } from '../domain/instant.ts';
import type { PastInstance, SweepSource } from '../sweep/ports.ts';
import { splitIntoMonths } from '../zoom/sweep-source.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, pastWebinarsParameters } from './parameters.ts';
import { systemTime } from './system-time.ts';

const dayMs = 86_400_000;

/** The webinars that were held in the days before now, by Zoom's own account-wide report. */
export async function listPastWebinars({ vendors, parameters }: Call): Promise<PastWebinarsAnswer> {
  const { connection, days } = parseParameters(pastWebinarsParameters, parameters);
  const zoom = vendors.zoom(connection);
  const now = systemTime.now();
  const months = splitIntoMonths(now - days * dayMs, now);
  const instances = await Promise.all(months.map(({ from, to }) => readMonth(zoom.source, from, to)));
  return {
    ok: true,
    connection: zoom.connection.name,
    webinars: groupByWebinar(instances.flat()),
    calls: { zoom: vendors.meter.zoomCallCount(), hubspot: vendors.meter.hubspotCallCount() },
  };
}

async function readMonth(source: SweepSource, from: number, to: number): Promise<readonly PastInstance[]> {
  const instances: PastInstance[] = [];
  let pageToken: string | null = null;
  for (let isFirst = true; isFirst || pageToken !== null; isFirst = false) {
    const page: Awaited<ReturnType<SweepSource['listPastInstances']>> = await source.listPastInstances({
      from,
      to,
      pageToken,
    });
    // A token lives fifteen minutes and a call eight seconds; should one die all the same, the month starts again.
    if (page.kind === 'page-token-expired') return readMonth(source, from, to);
    instances.push(...page.rows);
    pageToken = page.nextPageToken;
  }
  return instances;
}

function groupByWebinar(instances: readonly PastInstance[]): readonly PastWebinar[] {
  const newestFirst = instances.toSorted((a, b) => b.startedAt - a.startedAt);
  const byId = new Map<string, PastWebinar>();
  for (const { webinarId, topic, hostName, startedAt, participantCount } of newestFirst) {
    const known = byId.get(webinarId);
    byId.set(
      webinarId,
      known === undefined
        ? { webinarId, topic, hostName, lastStartedAt: toIso(startedAt), participantCount }
        : { ...known, participantCount: known.participantCount + participantCount },
    );
  }
  return [...byId.values()];
}
