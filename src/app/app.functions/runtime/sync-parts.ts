import { setImmediate as nextTurn } from 'node:timers/promises';
import { createKeyLock } from '../sync/key-lock.ts';
import type { SyncParts } from '../sync/step.ts';
import type { SweepSource } from '../sweep/ports.ts';
import type { Webinar } from '../domain/webinar.ts';
import { systemTime } from './system-time.ts';
import type { Vendors, ZoomAccount } from './vendors.ts';

/** Shared by all calls of this process. */
const contactLock = createKeyLock();

/** What a sync leans on, but for the HubSpot account. */
export function createSyncParts(
  vendors: Vendors,
  zoom: ZoomAccount,
  callId: string,
): Omit<SyncParts, 'account' | 'isDryRun'> {
  return {
    zoom: zoom.source,
    accountId: zoom.connection.accountId,
    connectionName: zoom.connection.name,
    meter: vendors.meter,
    holder: callId,
    contactLock,
    useZoomShare: (percent) => vendors.useZoomShare(percent),
    isZoomEvent: (webinar) => isZoomEvent(zoom.source, webinar),
    now: systemTime.now,
    monotonicMs: systemTime.monotonicMs,
    nextTurn: () => nextTurn(),
  };
}

/** Zoom tells webinars of Zoom Events only in the lists of their hosts. One that is in no list counts as an ordinary one. */
export async function isZoomEvent(source: SweepSource, { hostId, webinarId }: Webinar): Promise<boolean> {
  let pageToken: string | null = null;
  do {
    const page: Awaited<ReturnType<SweepSource['listUserWebinars']>> = await source.listUserWebinars(hostId, pageToken);
    if (page.kind !== 'page') return false;
    const listed = page.rows.find((row) => row.webinarId === webinarId);
    if (listed !== undefined) return listed.isZoomEvent;
    pageToken = page.nextPageToken;
  } while (pageToken !== null);
  return false;
}
