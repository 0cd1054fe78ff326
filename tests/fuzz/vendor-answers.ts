import { expect } from 'vitest';
import type * as z from 'zod/mini';
import type { FailureKind } from '../../src/app/extensions/contract/failure.ts';
import { toIso } from '../../src/app/app.functions/domain/instant.ts';
import type { HttpAnswer, HttpRequest } from '../../src/app/app.functions/http/http.ts';
import { parseJsonBody } from '../../src/app/app.functions/http/json.ts';
import { parseRetryAfter } from '../../src/app/app.functions/http/retry-after.ts';
import { batchAnswer, settleBatch } from '../../src/app/app.functions/hubspot/batch-answer.ts';
import { classifyHubSpotAnswer } from '../../src/app/app.functions/hubspot/hubspot-errors.ts';
import { formatTranscript } from '../../src/app/app.functions/sync/recordings/transcript-text.ts';
import { spanOfMediaSeconds, findTranscriptUrl, toWatchUrl } from '../../src/app/app.functions/zoom/recording-files.ts';
import {
  parseZoomHistory,
  parseZoomListedRecordings,
  parseZoomListedWebinars,
  parseZoomUsers,
} from '../../src/app/app.functions/zoom/parse-zoom-lists.ts';
import { parseTranscript } from '../../src/app/app.functions/zoom/parse-transcript.ts';
import {
  parseZoomParticipants,
  parseZoomRegistrants,
  type ParsedRows,
} from '../../src/app/app.functions/zoom/parse-zoom-rows.ts';
import { toWebinar } from '../../src/app/app.functions/zoom/parse-zoom-webinar.ts';
import { toFormQuestions } from '../../src/app/app.functions/zoom/registration-fields.ts';
import { chooseZoomBaseUrl, isZoomHost } from '../../src/app/app.functions/zoom/zoom-base-url.ts';
import { createZoomClassifier } from '../../src/app/app.functions/zoom/zoom-errors.ts';
import {
  zoomHistoryPageSchema,
  zoomInstanceReportSchema,
  zoomInstancesSchema,
  zoomPanelistsSchema,
  zoomParticipantPageSchema,
  zoomQuestionsSchema,
  zoomRecordingPageSchema,
  zoomRecordingSchema,
  zoomRegistrantPageSchema,
  zoomRegistrationSchema,
  zoomTranscriptSchema,
  zoomUserPageSchema,
  zoomWebinarPageSchema,
  zoomWebinarSchema,
} from '../../src/app/app.functions/zoom/zoom-schemas.ts';
import { encodeZoomUuid } from '../../src/app/app.functions/zoom/zoom-uuid.ts';
import type { JsonTarget, TextTarget } from './target.ts';

const request: HttpRequest = {
  system: 'zoom',
  operation: 'read something',
  method: 'GET',
  url: 'https://api.zoom.us/v2/webinars/81234567890',
  headers: {},
  isIdempotent: true,
  rateClass: 'zoom-light',
};
const answerOf = (body: string, status = 200): HttpAnswer => ({ status, headers: {}, body });

const startTime = '2026-11-20T10:00:00Z';
const endTime = '2026-11-20T11:00:00Z';

/** Whatever was understood can be written down as a time. */
function expectWritableInstants(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    if (/(?:At|startedAt|endedAt)$/.test(name) && typeof child === 'number') toIso(child);
    if (/(?:Minutes|Seconds|Count)$/.test(name) && typeof child === 'number') {
      // A session's end is computed of them.
      toIso(Date.parse(startTime) + child * 60_000);
      expect(child).toBeGreaterThanOrEqual(0);
    }
    expectWritableInstants(child);
  }
}

const answer = <Schema extends z.core.$ZodType>(
  name: string,
  schema: Schema,
  sample: z.core.input<Schema>,
  understand: (parsed: z.core.output<Schema>) => unknown = (parsed) => parsed,
): JsonTarget => ({
  name: `Zoom: ${name}`,
  isJson: true,
  corpus: [JSON.stringify(sample)],
  read: (text) => {
    const understood = understand(parseJsonBody(request, answerOf(text), schema));
    expectWritableInstants(understood);
    return 'read';
  },
});

/** One row that cannot be read costs itself; none is lost without being counted. */
const rowsOf =
  <Page, Row>(toRows: (page: Page) => readonly unknown[], parse: (rows: readonly unknown[]) => ParsedRows<Row>) =>
  (page: Page): readonly Row[] => {
    const wireRows = toRows(page);
    const { rows, quarantinedCount } = parse(wireRows);
    expect(rows.length + quarantinedCount).toBeLessThanOrEqual(wireRows.length);
    return rows;
  };

const page = { next_page_token: 'token', total_records: 2, page_size: 300 };

const recording = {
  id: 81_234_567_890,
  uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==',
  type: 5,
  start_time: startTime,
  duration: 60,
  share_url: 'https://zoom.us/rec/share/abc?x=1',
  recording_play_passcode: 'pass word',
  recording_files: [
    {
      ...{ file_type: 'MP4', recording_type: 'active_speaker', status: 'completed' },
      ...{ recording_start: startTime, recording_end: endTime },
      ...{ play_url: 'https://zoom.us/rec/play/abc', download_url: 'https://zoom.us/rec/download/abc' },
    },
    { file_type: 'TRANSCRIPT', status: 'completed', download_url: 'https://zoom.us/rec/download/def' },
  ],
};

const zoomAnswers: readonly TextTarget[] = [
  answer(
    'webinar',
    zoomWebinarSchema,
    {
      ...{
        id: 81_234_567_890,
        uuid: 'abc==',
        host_id: 'host-1',
        host_email: 'host@acme.example.com',
        topic: 'Tomatoes',
      },
      ...{ agenda: 'Seeds', type: 9, start_time: startTime, duration: 60, created_at: startTime },
      ...{ join_url: 'https://zoom.us/j/1', registration_url: 'https://zoom.us/w/1' },
      occurrences: [{ occurrence_id: '1795168800000', start_time: startTime, duration: 60, status: 'available' }],
      settings: { approval_type: 0, registration_type: 2, alternative_hosts: 'a@b.example;c@d.example' },
    },
    toWebinar,
  ),
  answer('instances', zoomInstancesSchema, { webinars: [{ uuid: 'a/b==', start_time: startTime }] }, (parsed) =>
    parsed.webinars.map(({ uuid }) => encodeZoomUuid(uuid)),
  ),
  answer('report of an instance', zoomInstanceReportSchema, { start_time: startTime, end_time: endTime }),
  answer('panelists', zoomPanelistsSchema, { panelists: [{ id: 'p', email: 'Panel@acme.example.com' }] }),
  answer(
    'registrants',
    zoomRegistrantPageSchema,
    {
      ...page,
      registrants: [
        {
          ...{ id: 'reg-1', email: 'Jill@Example.com', first_name: 'Jill', last_name: 'Chill' },
          ...{ status: 'approved', create_time: startTime, join_url: 'https://zoom.us/w/1?tk=x' },
        },
      ],
    },
    rowsOf(
      (parsed) => parsed.registrants,
      (rows) => parseZoomRegistrants(rows, { status: 'approved', occurrenceId: null }),
    ),
  ),
  answer(
    'participants',
    zoomParticipantPageSchema,
    {
      ...page,
      participants: [
        {
          ...{ id: 'z', participant_user_id: 'user', user_id: '16778240', registrant_id: 'reg-1', name: 'Jill' },
          ...{ user_email: 'jill@example.com', join_time: startTime, leave_time: endTime, duration: 3_600 },
          status: 'in_meeting',
        },
      ],
    },
    rowsOf(
      (parsed) => parsed.participants,
      (rows) => parseZoomParticipants(rows, 'uuid'),
    ),
  ),
  answer(
    'history',
    zoomHistoryPageSchema,
    {
      ...page,
      history_meetings: [
        {
          ...{ meeting_id: 81_234_567_890, meeting_uuid: 'abc==', type: 'Webinar', topic: 'Tomatoes' },
          ...{ host_display_name: 'Hanna', host_email: 'h@acme.example.com', start_time: startTime, end_time: endTime },
          participants: 12,
        },
      ],
    },
    rowsOf((parsed) => parsed.history_meetings, parseZoomHistory),
  ),
  answer(
    'users',
    zoomUserPageSchema,
    { ...page, users: [{ id: 'u', email: 'h@acme.example.com', first_name: 'Hanna', last_name: 'Host', type: 2 }] },
    rowsOf((parsed) => parsed.users, parseZoomUsers),
  ),
  answer(
    'webinars of a user',
    zoomWebinarPageSchema,
    {
      ...page,
      webinars: [{ id: 81_234_567_890, uuid: 'abc==', type: 5, topic: 'T', start_time: startTime, duration: 60 }],
    },
    rowsOf(
      (parsed) => parsed.webinars,
      (rows) => parseZoomListedWebinars(rows, 'host-1'),
    ),
  ),
  answer(
    'recordings of a user',
    zoomRecordingPageSchema,
    { ...page, meetings: [recording] },
    rowsOf((parsed) => parsed.meetings, parseZoomListedRecordings),
  ),
  answer('recording', zoomRecordingSchema, recording, (parsed) => {
    const url = toWatchUrl(parsed);
    if (url !== null) expect(new URL(url).protocol).toBe('https:');
    expect(spanOfMediaSeconds(parsed.recording_files) ?? 1).toBeGreaterThanOrEqual(0);
    return [findTranscriptUrl(parsed.recording_files), parsed];
  }),
  answer('where a transcript is', zoomTranscriptSchema, { can_download: true, download_url: 'https://zoom.us/t' }),
  answer(
    'questions',
    zoomQuestionsSchema,
    {
      questions: [{ field_name: 'last_name', required: true }, { field_name: 'country' }],
      custom_questions: [{ title: 'Why?', type: 'single_dropdown', required: true, answers: ['a', 'b'] }],
    },
    toFormQuestions,
  ),
  answer('registration', zoomRegistrationSchema, {
    registrant_id: 'r',
    join_url: 'https://zoom.us/w',
    status: 'approved',
  }),
];

const classify = createZoomClassifier({ time: { now: () => Date.parse(startTime) }, connection: 'main' });
const statuses = [200, 300, 400, 401, 403, 404, 409, 429, 500, 503, 999];
const knownKinds: readonly FailureKind[] = [
  ...(['unauthorised', 'missing-scope', 'not-found', 'rejected', 'conflict', 'rate-limited'] as const),
  ...(['quota-exhausted', 'unavailable', 'timeout', 'unexpected-shape'] as const),
];

const refusals: readonly TextTarget[] = [
  {
    name: 'Zoom: a refusal',
    corpus: [
      '{"code":3001,"message":"Webinar does not exist: 81234567890."}',
      '{"code":429,"message":"You have reached the maximum daily rate limit for this API."}',
      '{"code":300,"message":"The next page token is invalid or expired.","errors":[{"field":"next_page_token","message":"x"}]}',
      '{"reason":"Invalid client_id or client_secret","error":"invalid_client"}',
    ],
    read(text) {
      const kinds = statuses.map((status) => classify(request, answerOf(text, status)).kind);
      expect(kinds.filter((kind) => !knownKinds.includes(kind))).toEqual([]);
      return kinds.includes('unexpected-shape') ? 'not Zoom’s' : 'told apart';
    },
  },
  {
    name: 'HubSpot: a refusal',
    corpus: [
      '{"status":"error","message":"nothing","correlationId":"aeb5f871","category":"VALIDATION_ERROR","errors":[{"message":"m","code":"c","context":{"propertyName":["x"]}}]}',
      '{"status":"error","category":"MISSING_SCOPES","context":{"requiredGranularScopes":["crm.objects.contacts.write"]}}',
      '{"status":"error","policyName":"DAILY","errorType":"RATE_LIMIT","message":"You have reached your daily limit."}',
    ],
    read(text) {
      const now = Date.parse(startTime);
      const kinds = statuses.map((status) => classifyHubSpotAnswer(request, answerOf(text, status), now).kind);
      expect(kinds.filter((kind) => !knownKinds.includes(kind))).toEqual([]);
      return 'told apart';
    },
  },
];

const hubspotAnswers: readonly TextTarget[] = [
  {
    name: 'HubSpot: a batch',
    corpus: [
      '{"status":"COMPLETE","results":[{"id":"1","properties":{"email":"jill@example.com","x":null},"objectWriteTraceId":"0"}],"numErrors":1,"errors":[{"status":"error","category":"VALIDATION_ERROR","message":"m","context":{"objectWriteTraceId":["1"]}}]}',
    ],
    read(text) {
      const inputs = ['0', '1', '2'].map((traceId) => ({ traceId, identity: `p${traceId}` }));
      const parsed = parseJsonBody(request, answerOf(text), batchAnswer);
      const { written, rejected, missing } = settleBatch(inputs, parsed, ({ id }) => [id]);
      // Nobody of a batch is lost, and nobody is taken for two things.
      const settled = [...written.keys(), ...rejected.keys(), ...missing].map(({ traceId }) => traceId);
      expect(settled.toSorted()).toEqual(['0', '1', '2']);
      return 'read';
    },
  },
];

const transcripts: TextTarget = {
  name: 'a transcript',
  corpus: [
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nHanna Host: Hello & welcome\n\n2\n00:00:05.000 --> 00:00:09.500 align:start\n<v Jill>Thanks</v>\n<v Jack>So <b>do</b> I</v>\n',
    '\ufeffWEBVTT - Tomatoes\r\n\r\nNOTE nothing\r\n\r\n00:01.000 --> 00:02.000\r\nI <3 tomatoes\r\n\r\nSTYLE\r\n::cue{}\r\n',
  ],
  async read(text) {
    const parsed = await parseTranscript({ contentType: 'text/vtt', text });
    if (parsed.kind !== 'transcript') return 'refused';
    const charactersMax = 2_000;
    expect(formatTranscript(parsed.utterances, charactersMax).length).toBeLessThanOrEqual(charactersMax);
    for (const utterance of parsed.utterances) {
      expect(utterance.text).not.toBe('');
      expect(Number.isFinite(utterance.startMs)).toBe(true);
    }
    return 'read';
  },
};

const headers: readonly TextTarget[] = [
  {
    name: 'Retry-After',
    corpus: ['30', '1.5', 'Fri, 20 Nov 2026 12:00:30 GMT', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00'],
    read(text) {
      const waitSeconds = parseRetryAfter(text, Date.parse(startTime));
      if (waitSeconds === null) return 'refused';
      expect(Number.isInteger(waitSeconds) && waitSeconds >= 0 && waitSeconds <= 86_400).toBe(true);
      return 'read';
    },
  },
  {
    name: 'Zoom’s address of an account',
    corpus: ['https://api-us.zoom.us', 'https://api.zoom.us/v2', 'http://127.0.0.1:1234'],
    read(text) {
      const url = new URL(chooseZoomBaseUrl('https://api.zoom.us/v2', text));
      // A token never leaves Zoom, and is never sent in the clear.
      expect(isZoomHost(url) && url.protocol === 'https:').toBe(true);
      return url.origin === 'https://api.zoom.us' ? 'not followed' : 'followed';
    },
  },
];

/** What the vendors send. */
export const vendorAnswers: readonly TextTarget[] = [
  ...zoomAnswers,
  ...refusals,
  ...hubspotAnswers,
  transcripts,
  ...headers,
];
