import { describe, expect, it } from 'vitest';
import type { IndexEntry, WebinarIndex } from '../../../src/app/app.functions/sweep/index-entry.ts';
import { findHosts, mergeHistory } from '../../../src/app/app.functions/sweep/merge-history.ts';
import { mergeListed, type HostList } from '../../../src/app/app.functions/sweep/merge-listed.ts';
import { mergeRecordings } from '../../../src/app/app.functions/sweep/merge-recordings.ts';
import {
  aHeldEntry,
  aKnownInstance,
  aListedWebinar,
  anEntry,
  aPastInstance,
  aPlannedEntry,
  dayMs,
  noon,
  syncedAt,
} from './entries.ts';

const indexOf = (...entries: readonly IndexEntry[]): WebinarIndex =>
  new Map(entries.map((entry) => [entry.webinarId, entry]));
const first = (index: WebinarIndex) => [...index.values()][0];
const aList = (changes: Partial<HostList> = {}): HostList => ({
  hostId: 'host-1',
  hostName: 'Hanna Host',
  rows: [],
  isWhole: true,
  ...changes,
});

describe('the list of a host', () => {
  it('brings new webinars, with all their dates in order and once', () => {
    const dates = [3, 1, 2, 1].map((days) =>
      aListedWebinar({ recurrence: 'fixed-times', startsAt: noon + days * dayMs }),
    );

    const index = mergeListed(new Map(), aList({ rows: dates }), noon);

    expect([...index.keys()]).toEqual(['900100200']);
    expect(first(index)).toMatchObject({
      topic: 'Growing tomatoes',
      hostName: 'Hanna Host',
      isListed: true,
      dates: [1, 2, 3].map((days) => ({ startsAt: noon + days * dayMs, lengthMinutes: 60 })),
    });
  });

  it('changes what is known, and keeps what only syncs and the history know', () => {
    const known = syncedAt(aHeldEntry(noon - dayMs, { off: 'host', recordings: { a: 'recording' } }), noon);

    const index = mergeListed(
      indexOf(known),
      aList({ rows: [aListedWebinar({ topic: 'Peas', startsAt: null })] }),
      noon,
    );

    expect(first(index)).toEqual({ ...known, topic: 'Peas', createdAt: noon - dayMs });
  });

  it('tells a webinar that was deleted before it was held from one whose number has run out', () => {
    const planned = aPlannedEntry(noon + dayMs);
    const held = aHeldEntry(noon - 31 * dayMs, { webinarId: '900100201' });
    const others = anEntry({ webinarId: '900100202', hostId: 'host-2' });

    const index = mergeListed(indexOf(planned, held, others), aList(), noon);

    expect(index.get('900100200')).toMatchObject({ isListed: false, isGone: true, dates: [] });
    expect(index.get('900100201')).toMatchObject({ isListed: false, isGone: false });
    expect(index.get('900100202')).toBe(others);
  });

  it('proves nothing about what is missing when some of its rows could not be read', () => {
    const planned = aPlannedEntry(noon + dayMs);

    expect(first(mergeListed(indexOf(planned), aList({ isWhole: false }), noon))).toBe(planned);
  });

  it('brings a webinar back that was gone, also to another host', () => {
    const gone = aPlannedEntry(noon + dayMs, { isGone: true, isListed: false, dates: [] });

    const index = mergeListed(indexOf(gone), aList({ hostId: 'host-2', rows: [aListedWebinar()] }), noon);

    expect(first(index)).toMatchObject({ hostId: 'host-2', isGone: false, isListed: true });
  });
});

describe('the history', () => {
  const emails = new Map([['host@acme.example.com', 'host-1']]);

  it('brings webinars that no list has, with their host by address', () => {
    const index = mergeHistory(new Map(), [aPastInstance()], emails);

    expect(first(index)).toMatchObject({
      hostId: 'host-1',
      hostEmail: null,
      isListed: false,
      topic: 'Growing tomatoes',
    });
    expect(first(index)?.instances).toHaveLength(1);
  });

  it('keeps the address of a host whom the account does not know, and finds them later', () => {
    const unknown = mergeHistory(new Map(), [aPastInstance()], new Map());
    const found = findHosts(unknown, emails);

    expect(first(unknown)).toMatchObject({ hostId: null, hostEmail: 'host@acme.example.com' });
    expect(first(found)).toMatchObject({ hostId: 'host-1', hostEmail: null });
  });

  it('takes each instance once, in the order of their starts, and believes the newest row', () => {
    const later = aPastInstance({ uuid: 'later==', startedAt: noon - dayMs });
    const known = mergeHistory(new Map(), [later, aPastInstance({ endedAt: null })], emails);

    const index = mergeHistory(known, [aPastInstance({ participantCount: 40 }), later], emails);

    expect(first(index)?.instances.map(({ uuid, participantCount }) => [uuid, participantCount])).toEqual([
      ['held==', 40],
      ['later==', 20],
    ]);
  });

  it('does not rename a webinar that is listed', () => {
    const index = mergeHistory(indexOf(anEntry({ topic: 'New name' })), [aPastInstance()], emails);

    expect(first(index)).toMatchObject({ topic: 'New name', isListed: true });
  });
});

describe('the list of recordings', () => {
  const instances = [40, 3].map((days) => aKnownInstance(noon - days * dayMs, { uuid: `held-${days}` }));
  const aRecording = { webinarId: '900100200', instanceUuid: 'held-3', hasTranscript: false, isProcessing: false };
  const from = noon - 27 * dayMs;

  it('tells what is there of each instance that was looked at, and keeps what it knew of the others', () => {
    const known = indexOf(anEntry({ instances, recordings: { 'held-40': 'transcript' } }));
    const states = [{ ...aRecording, isProcessing: true }, aRecording, { ...aRecording, hasTranscript: true }].map(
      (row) => first(mergeRecordings(known, 'host-1', from, [row]))?.recordings['held-3'],
    );

    expect(states).toEqual(['processing', 'recording', 'transcript']);
    expect(first(mergeRecordings(known, 'host-1', from, [aRecording]))?.recordings['held-40']).toBe('transcript');
  });

  it('notices that one has vanished', () => {
    const known = indexOf(anEntry({ instances, recordings: { 'held-3': 'recording', 'held-40': 'recording' } }));

    expect(first(mergeRecordings(known, 'host-1', from, []))?.recordings).toEqual({ 'held-40': 'recording' });
  });

  it('says nothing about webinars of other hosts', () => {
    const known = indexOf(anEntry({ hostId: 'host-2', instances, recordings: { 'held-3': 'recording' } }));

    expect(mergeRecordings(known, 'host-1', from, [])).toEqual(known);
  });
});
