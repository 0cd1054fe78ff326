import { deflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import { parseActivity, formatActivity } from '../../src/app/app.functions/audit/activity.ts';
import { parseAuditedRun } from '../../src/app/app.functions/audit/audited-run.ts';
import { formatNotSynced, parseNotSynced } from '../../src/app/app.functions/audit/not-synced-list.ts';
import { toContactWebinars } from '../../src/app/app.functions/contact-history/contact-webinars.ts';
import { countHistory } from '../../src/app/app.functions/contact-history/counters.ts';
import {
  formatHistory,
  historyCharactersMax,
  parseHistory,
} from '../../src/app/app.functions/contact-history/history-text.ts';
import { findRecordingLinks } from '../../src/app/app.functions/contact-history/recording-links.ts';
import { formatSettings, parseSettings } from '../../src/app/app.functions/settings/parse-settings.ts';
import { settingsOfNobody } from '../../src/app/app.functions/settings/stored-settings.ts';
import { parseSetupRecord, toSetupRecord } from '../../src/app/app.functions/setup/setup-record.ts';
import { newWebinarState, parseWebinarState } from '../../src/app/app.functions/sync/checkpoint.ts';
import { parseDescription } from '../../src/app/app.functions/sync/describe-report.ts';
import { parseExternalEventId } from '../../src/app/app.functions/sync/facts.ts';
import { packOutcomes, unpackOutcomes } from '../../src/app/app.functions/sync/outcomes.ts';
import { formatSealed, packText } from '../../src/app/app.functions/sync/payload.ts';
import { formatMarks, parseMarks } from '../../src/app/app.functions/sync/people-marks.ts';
import type { StoredRecord } from '../../src/app/app.functions/sync/ports.ts';
import { packRows, unpackRows } from '../../src/app/app.functions/sync/source-rows.ts';
import { newSweepHead, parseSweepHead } from '../../src/app/app.functions/sweep/sweep-state.ts';
import { parseDoorbell, toDoorbell, toDoorbellRecord } from '../../src/app/app.functions/webhooks/doorbell.ts';
import {
  addDoors,
  emptyDoors,
  noEvents,
  parseDoors,
  toDoorsRecord,
} from '../../src/app/app.functions/webhooks/doors-record.ts';
import {
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  aMark,
  anAttendance,
  aParticipation,
  aRegistrant,
  aRun,
  aStanding,
  accountId,
  minuteMs,
  participantList,
  registrantList,
  startsAt,
  webinarId,
  weekLater,
} from '../support/builders.ts';
import { orNull, type JsonTarget, type TextTarget } from './target.ts';

const record = (payload: string): StoredRecord => ({
  ...{ recordId: '1', key: 'key', kind: 'doors', payload, version: 1, status: 'stored', occurredAt: null, summary: '' },
});
const deflated = (text: string): string => `deflated:${deflateRawSync(text).toString('base64')}`;

const settings = {
  ...settingsOfNobody,
  isSyncOn: true,
  contactExclusions: ['rival.example.com'],
  users: {
    'acc-1:host-1': {
      ...{ syncsWebinars: true, syncsRecordings: null, newWebinarsOffSince: '2026-11-20T10:00:00.000Z' },
      webinars: { '81234567890': false },
    },
  },
};
const state = {
  ...newWebinarState,
  runNumber: 3,
  leases: [['7', startsAt]],
  run: aRun(),
  marks: [{ runNumber: 2, recordCount: 1 }],
  marketingEvents: { main: { hash: 'abc', isCompleted: true } },
};
const history = aHistory({
  mergedContactIds: ['7'],
  writtenNames: { firstName: 'Jill', lastName: 'Chill', registeredAt: startsAt },
  webinars: [
    aHistoryWebinar({ joinUrl: 'https://zoom.us/w/1', sessions: [aHistorySession({ attendance: anAttendance() })] }),
    aHistoryWebinar({ webinarId: '7', registration: null, registeredAt: null }),
  ],
});
const lists = [registrantList(), participantList()];
const rows = packRows([
  { listNumber: 0, passNumber: 1, isSettled: false, registrants: [aRegistrant()], participations: [] },
  { listNumber: 1, passNumber: 1, isSettled: true, registrants: [], participations: [aParticipation()] },
]);
const report = {
  ...{ eligible: 2, synced: 1, unchanged: 0, skipped: { denied: 1 }, status: 'complete' },
  settings: { recordingExclusions: ['rival.example.com'] },
  sessions: [{ key: 'main', isHeld: true, startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T11:00:00.000Z' }],
  recordings: [{ startedAt: '2026-11-20T10:01:00.000Z', url: 'https://zoom.us/rec' }],
};

/** What somebody has changed in HubSpot, or what was cut: it must read as nothing, or as something that can be worked with. */
export const ownRecords: readonly (TextTarget | JsonTarget)[] = [
  {
    name: 'stored settings',
    isJson: true,
    corpus: [formatSettings(settings), deflated(formatSettings(settings))],
    read(text) {
      const parsed = parseSettings(text);
      if (parsed.kind !== 'settings') return parsed.kind;
      expect(parseSettings(formatSettings(parsed.settings))).toEqual(parsed);
      return 'read';
    },
  },
  {
    name: 'state of a webinar',
    isJson: true,
    corpus: [formatSealed(state), packText(formatSealed(state)), deflated(formatSealed(state))],
    read: (text) => orNull(parseWebinarState(text)),
  },
  {
    name: 'state of a sweep',
    isJson: true,
    corpus: [formatSealed(newSweepHead), deflated(formatSealed(newSweepHead))],
    read: (text) => orNull(parseSweepHead(text)),
  },
  {
    name: 'rows',
    isJson: true,
    corpus: [rows[0] ?? '', deflated(rows[0] ?? '')],
    read: (text) => orNull(unpackRows(text, lists)),
  },
  {
    name: 'outcomes',
    isJson: true,
    corpus: [
      packOutcomes([{ kind: 'synced', contactId: '1', standing: 'registered', sessions: [aStanding()] }])[0] ?? '',
    ],
    read: (text) => orNull(unpackOutcomes(text)),
  },
  {
    name: 'marks',
    corpus: [formatMarks([aMark(), aMark({ keyHash: 'cccccccccccc', sessions: [] })], 60_000)[0] ?? ''],
    read(text) {
      const marks = parseMarks(text);
      for (const { contactId, keyHash } of marks ?? []) {
        expect(contactId).toMatch(/^\d+$/);
        expect(keyHash).toHaveLength(12);
      }
      return orNull(marks);
    },
  },
  {
    name: 'activity',
    isJson: true,
    corpus: [formatActivity([{ startsAt, synced: 12, skipped: 3, runs: 1 }])],
    read: (text) => orNull(parseActivity(text)),
  },
  {
    name: 'audit record',
    isJson: true,
    corpus: [JSON.stringify({ runId: '1-1', report }), deflated(JSON.stringify({ runId: '1-1', report }))],
    read: (text) => orNull(parseAuditedRun(text)),
  },
  {
    name: 'recordings of a report',
    isJson: true,
    needsJson: true,
    corpus: [JSON.stringify(report)],
    read: (text) => orNull(findRecordingLinks(JSON.parse(text))),
  },
  {
    name: 'people not synced',
    isJson: true,
    corpus: [
      formatNotSynced([{ address: 'a@b.example', name: 'A', reason: 'denied', detail: 'x' }], 60_000)[0] ?? '',
      deflated('{"v":1,"reasons":["denied"],"people":[[0,"Guest",0]]}'),
    ],
    read: (text) => orNull(parseNotSynced(text)),
  },
  {
    name: 'history of a contact',
    isJson: true,
    corpus: [formatHistory(history)],
    read(text) {
      const parsed = parseHistory(text);
      if (parsed === null) return 'refused';
      const written = formatHistory(parsed);
      expect(written.length).toBeLessThanOrEqual(historyCharactersMax);
      expect(parseHistory(written)).not.toBeNull();
      countHistory(parsed);
      toContactWebinars(parsed, { now: weekLater, connectionNames: new Map(), recordingUrlOf: () => null });
      return 'read';
    },
  },
  {
    name: 'set-up',
    isJson: true,
    corpus: [toSetupRecord({ registration: 'a', attendance: 'b', recording: 'c' }, startsAt).payload],
    read: (text) => orNull(parseSetupRecord({ payload: text })),
  },
  {
    name: 'doorbell',
    isJson: true,
    corpus: [toDoorbellRecord(toDoorbell({ accountId, webinarId, bell: 'change' }, null, startsAt)).payload],
    read: (text) => orNull(parseDoorbell(record(text))),
  },
  {
    name: 'counts of the doors',
    isJson: true,
    corpus: [
      toDoorsRecord(
        { accounts: { [accountId]: { ...noEvents, eventCount: 7 } }, refusals: { 'no-proof': 2 } },
        startsAt,
      ).payload,
    ],
    read(text) {
      const doors = parseDoors(record(text));
      const more = { accounts: { [accountId]: { ...noEvents, eventCount: 1 } }, refusals: { 'no-proof': 1 } };
      const written = toDoorsRecord(addDoors(doors, more), startsAt + minuteMs);
      expect(parseDoors(record(written.payload))).not.toEqual(emptyDoors);
      return Object.keys(doors.accounts).length === 0 ? 'refused' : 'read';
    },
  },
  {
    name: 'line of a report',
    corpus: ['Tomatoes: 12 synced, 3 unchanged, 1 skipped'],
    read: (text) => orNull(parseDescription(text)),
  },
  {
    name: 'ID of a marketing event',
    corpus: ['zoom-webinar-81234567890', 'zoom-webinar-81234567890-1795168800000'],
    read: (text) => orNull(parseExternalEventId(text)),
  },
];
