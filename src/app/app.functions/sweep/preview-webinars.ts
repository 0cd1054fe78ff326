import type { WebinarsPreview } from '../../extensions/contract/preview-settings.ts';
import type { Settings } from '../../extensions/contract/settings.ts';
import type { IndexEntry, WebinarIndex } from './index-entry.ts';
import { decideEntry, decideEntryRecordings } from './plan-sweep.ts';

/** The webinars that sweeps know of one Zoom account. */
export interface KnownWebinars {
  readonly accountId: string;
  readonly index: WebinarIndex;
}

/**
 * What other settings would do to the webinars that are known. A webinar of a Zoom Event counts among them, and is on with
 * no settings.
 */
export function previewWebinars(
  accounts: readonly KnownWebinars[],
  before: Settings,
  after: Settings,
): WebinarsPreview {
  const compared = accounts.flatMap(({ accountId, index }) =>
    [...index.values()].map((entry) => ({
      webinar: compare(isOn(entry, accountId, before), isOn(entry, accountId, after)),
      recordings: compare(hasRecordings(entry, accountId, before), hasRecordings(entry, accountId, after)),
    })),
  );
  const count = (of: (change: (typeof compared)[number]) => boolean): number => compared.filter(of).length;
  return {
    totalCount: compared.length,
    onCount: count(({ webinar }) => webinar === 'stays-on' || webinar === 'turns-on'),
    turnedOnCount: count(({ webinar }) => webinar === 'turns-on'),
    turnedOffCount: count(({ webinar }) => webinar === 'turns-off'),
    recordingsTurnedOnCount: count(({ recordings }) => recordings === 'turns-on'),
    recordingsTurnedOffCount: count(({ recordings }) => recordings === 'turns-off'),
  };
}

type Change = 'stays-on' | 'stays-off' | 'turns-on' | 'turns-off';

function compare(before: boolean, after: boolean): Change {
  if (before === after) return after ? 'stays-on' : 'stays-off';
  return after ? 'turns-on' : 'turns-off';
}

const isOn = (entry: IndexEntry, accountId: string, settings: Settings): boolean =>
  !entry.isZoomEvent && decideEntry(entry, { settings, accountId }).isOn;

const hasRecordings = (entry: IndexEntry, accountId: string, settings: Settings): boolean =>
  !entry.isZoomEvent && decideEntryRecordings(entry, { settings, accountId }).isOn;
