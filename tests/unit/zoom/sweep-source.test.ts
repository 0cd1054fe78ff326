import { describe, expect, it } from 'vitest';
import { failureOf } from '../http/http-kit.ts';
import { answering, sourceAnswering } from './zoom-kit.ts';

const pageOf = (list: string, rows: readonly unknown[], more: object = {}) => ({ [list]: rows, ...more });
const refusal = (status: number, code: number, message: string) => answering({ code, message }, { status });

describe('S3: the list of users', () => {
  const aUser = {
    id: 'u1',
    email: ' Jill@Brand.example ',
    first_name: 'Jill',
    last_name: 'Chill',
    display_name: 'Jill C.',
    type: 2,
    status: 'active',
  };
  const listUsers = async (...users: readonly unknown[]) =>
    sourceAnswering(pageOf('users', users)).source.listUsers(null);

  it('is asked for as large as Zoom gives it, active users only', async () => {
    const { source, urls } = sourceAnswering(
      pageOf('users', [aUser], { next_page_token: 'two', total_records: 2_500 }),
    );

    await expect(source.listUsers('one')).resolves.toEqual({
      kind: 'page',
      rows: [{ userId: 'u1', email: 'jill@brand.example', name: 'Jill C.' }],
      quarantinedCount: 0,
      nextPageToken: 'two',
      totalCount: 2_500,
    });
    expect(urls()).toEqual(['/users?status=active&page_size=2000&next_page_token=one']);
  });

  it('has a name for everybody: the shown one, the full one, or the address', async () => {
    const { display_name: _, ...withoutShown } = aUser;
    const onlyFirst = { ...withoutShown, last_name: null };
    const nameless = { id: 'u2', email: 'x@brand.example' };

    expect(await listUsers(aUser, withoutShown, onlyFirst, nameless, { id: 'u3' })).toMatchObject({
      rows: [
        { name: 'Jill C.' },
        { name: 'Jill Chill' },
        { name: 'Jill' },
        { name: 'x@brand.example' },
        { userId: 'u3', email: '', name: '' },
      ],
    });
  });

  it('counts rows that cannot be understood', async () => {
    expect(await listUsers({ ...aUser, id: '' }, { email: 'x@brand.example' }, null, aUser)).toMatchObject({
      rows: [{ userId: 'u1' }],
      quarantinedCount: 3,
    });
  });

  it('begins anew when the page token has died', async () => {
    const { source } = sourceAnswering(refusal(400, 300, 'The next page token is invalid or expired.'));

    await expect(source.listUsers('old')).resolves.toEqual({ kind: 'page-token-expired' });
  });

  it('is never empty for want of permission', async () => {
    const { source } = sourceAnswering(refusal(400, 200, 'No permission.'));

    expect((await failureOf(source.listUsers(null))).kind).toBe('missing-scope');
  });
});

describe("S3: the list of a user's webinars", () => {
  const aRow = {
    uuid: 'u==',
    id: 97_871_060_099,
    host_id: 'host-1',
    topic: ' Growing tomatoes ',
    type: 5,
    start_time: '2026-11-21T12:00:00Z',
    duration: 60,
    created_at: '2026-10-01T08:30:00Z',
    join_url: 'https://us02web.zoom.us/j/97871060099',
    is_events_webinar: false,
  };
  const list = async (...webinars: readonly unknown[]) =>
    sourceAnswering(pageOf('webinars', webinars)).source.listUserWebinars('host-1', null);

  it('is asked for with all that is planned and has not expired', async () => {
    const { source, urls } = sourceAnswering(pageOf('webinars', [aRow], { next_page_token: '', total_records: 1 }));

    await expect(source.listUserWebinars('a/b?c', null)).resolves.toEqual({
      kind: 'page',
      rows: [
        {
          webinarId: '97871060099',
          uuid: 'u==',
          hostId: 'host-1',
          topic: 'Growing tomatoes',
          recurrence: 'single',
          startsAt: Date.parse('2026-11-21T12:00:00Z'),
          lengthMinutes: 60,
          createdAt: Date.parse('2026-10-01T08:30:00Z'),
          isZoomEvent: false,
        },
      ],
      quarantinedCount: 0,
      nextPageToken: null,
      totalCount: 1,
    });
    expect(urls()).toEqual(['/users/a%2Fb%3Fc/webinars?type=scheduled&page_size=300']);
  });

  it('follows the page token, which the specification does not list', async () => {
    const { source, urls } = sourceAnswering(pageOf('webinars', [], { next_page_token: 'three' }));

    expect(await source.listUserWebinars('host-1', 'two')).toMatchObject({ nextPageToken: 'three' });
    expect(urls()).toEqual(['/users/host-1/webinars?type=scheduled&page_size=300&next_page_token=two']);
  });

  it('tells the kinds of webinars, and what belongs to a Zoom Event (S17)', async () => {
    const bare = { id: '1', type: 6 };

    expect(await list({ ...aRow, type: 9, is_events_webinar: true }, bare)).toMatchObject({
      rows: [
        { recurrence: 'fixed-times', isZoomEvent: true },
        {
          webinarId: '1',
          uuid: '',
          hostId: 'host-1',
          recurrence: 'no-fixed-times',
          startsAt: null,
          createdAt: null,
          isZoomEvent: false,
        },
      ],
    });
  });

  it('counts rows that cannot be understood', async () => {
    expect(await list({ ...aRow, type: 2 }, { type: 5 }, 'row', aRow)).toMatchObject({
      rows: [{ webinarId: '97871060099' }],
      quarantinedCount: 3,
    });
  });

  it.each([
    ['no-webinar-plan', 400, 200, 'Webinar plan is missing. You must subscribe to the webinar plan.'],
    ['no-such-user', 404, 1001, 'User does not exist: host-1.'],
    ['page-token-expired', 400, 300, 'The next page token is invalid or expired.'],
  ])('is %s after %i/%i', async (kind, status, code, message) => {
    const { source } = sourceAnswering(refusal(status, code, message));

    await expect(source.listUserWebinars('host-1', 'token')).resolves.toEqual({ kind });
  });

  it.each([
    [400, 200, 'No permission.', 'missing-scope'],
    [400, 200, 'Only available for Paid or ZMP account: a1.', 'missing-scope'],
    [404, 3001, 'Something else.', 'not-found'],
  ])('fails after %i/%i %s', async (status, code, message, kind) => {
    const { source } = sourceAnswering(refusal(status, code, message));

    expect((await failureOf(source.listUserWebinars('host-1', null))).kind).toBe(kind);
  });
});

describe('B4: past webinars', () => {
  const aRow = {
    meeting_uuid: 'u1',
    meeting_id: 97_871_060_099,
    type: 'Webinar',
    host_display_name: 'Hanna Host',
    host_email: 'Host@Brand.example',
    start_time: '2026-11-19T12:00:00Z',
    end_time: '2026-11-19T13:00:00Z',
    topic: 'Growing tomatoes',
    participants: 12,
  };
  const period = {
    from: Date.parse('2026-10-24T23:00:00Z'),
    to: Date.parse('2026-11-20T12:00:00Z'),
    pageToken: null,
  };

  it('are asked for by day, webinars only', async () => {
    const { source, urls } = sourceAnswering({
      next_page_token: 'more',
      history_meetings: [aRow, { meeting_id: 1 }],
    });

    await expect(source.listPastInstances(period)).resolves.toEqual({
      kind: 'page',
      rows: [
        {
          webinarId: '97871060099',
          uuid: 'u1',
          topic: 'Growing tomatoes',
          hostName: 'Hanna Host',
          hostEmail: 'host@brand.example',
          startedAt: Date.parse('2026-11-19T12:00:00Z'),
          endedAt: Date.parse('2026-11-19T13:00:00Z'),
          participantCount: 12,
        },
      ],
      quarantinedCount: 1,
      nextPageToken: 'more',
      totalCount: null,
    });
    expect(urls()).toEqual([
      '/report/history_meetings?from=2026-10-24&to=2026-11-20&date_type=start_time&meeting_type=webinar&page_size=300',
    ]);
  });

  it('are not the meetings that come all the same', async () => {
    const { type: _, ...untyped } = aRow;
    const rows = [{ ...aRow, type: 'Meeting' }, { ...aRow, type: 'webinar', meeting_uuid: 'u2' }, untyped];
    const { source } = sourceAnswering({ history_meetings: rows });

    expect(await source.listPastInstances(period)).toMatchObject({
      rows: [{ uuid: 'u2' }, { uuid: 'u1' }],
      quarantinedCount: 0,
    });
  });

  it('may lack the address of the host and the end', async () => {
    const { source } = sourceAnswering({ history_meetings: [{ ...aRow, host_email: '', end_time: '' }] });

    expect(await source.listPastInstances(period)).toMatchObject({ rows: [{ hostEmail: null, endedAt: null }] });
  });
});

describe("S4: the list of a user's recordings", () => {
  const video = { file_type: 'MP4', status: 'completed', play_url: 'https://zoom.us/rec/play/1' };
  const transcript = { file_type: 'TRANSCRIPT', status: 'completed', download_url: 'https://zoom.us/rec/download/1' };
  const aRow = { uuid: 'u1==', id: 97_871_060_099, type: 5, recording_files: [video, transcript] };
  const request = {
    userId: 'host-1',
    from: Date.parse('2026-11-01T00:00:00Z'),
    to: Date.parse('2026-11-20T12:00:00Z'),
    pageToken: null,
  };
  const list = async (...meetings: readonly unknown[]) =>
    sourceAnswering(pageOf('meetings', meetings)).source.listUserRecordings(request);

  it('is asked for by day', async () => {
    const { source, urls } = sourceAnswering(pageOf('meetings', [aRow], { next_page_token: 'two', total_records: 3 }));

    await expect(source.listUserRecordings({ ...request, pageToken: 'one' })).resolves.toEqual({
      kind: 'page',
      rows: [{ webinarId: '97871060099', instanceUuid: 'u1==', hasTranscript: true, isProcessing: false }],
      quarantinedCount: 0,
      nextPageToken: 'two',
      totalCount: 3,
    });
    expect(urls()).toEqual([
      '/users/host-1/recordings?from=2026-11-01&to=2026-11-20&page_size=300&next_page_token=one',
    ]);
  });

  it.each([5, 6, 9, '5', '6', '9'])('has webinars: type %j', async (type) => {
    expect(await list({ ...aRow, type })).toMatchObject({ rows: [{ instanceUuid: 'u1==' }], quarantinedCount: 0 });
  });

  it.each([1, 2, 3, 4, 7, 8, 99, '99'])('leaves out meetings and uploads: type %j', async (type) => {
    expect(await list({ ...aRow, type })).toMatchObject({ rows: [], quarantinedCount: 0 });
  });

  it('counts rows that cannot be understood', async () => {
    expect(await list({ ...aRow, uuid: '' }, { ...aRow, id: null }, null)).toMatchObject({
      rows: [],
      quarantinedCount: 3,
    });
  });

  it.each([
    ['nothing but the video', [video], { hasTranscript: false, isProcessing: false }],
    ['a transcript on its way', [video, { ...transcript, status: 'processing' }], { hasTranscript: false }],
    ['a transcript without a link', [video, { ...transcript, download_url: '' }], { hasTranscript: false }],
    ['a video on its way', [{ ...video, status: 'processing' }], { isProcessing: true }],
    ['no files yet', null, { hasTranscript: false, isProcessing: true }],
  ])('shows how far Zoom is: %s', async (_what, files, expected) => {
    expect(await list({ ...aRow, recording_files: files })).toMatchObject({ rows: [expected] });
  });

  it('is empty where Zoom says that nothing was recorded', async () => {
    const { source } = sourceAnswering(refusal(404, 3301, 'There is no recording for this session.'));

    await expect(source.listUserRecordings(request)).resolves.toEqual({
      kind: 'page',
      rows: [],
      quarantinedCount: 0,
      nextPageToken: null,
      totalCount: 0,
    });
  });

  it.each([
    ['no-such-user', 404, 1001, 'User host-1 does not exist, or does not belong to this account.'],
    ['page-token-expired', 400, 300, 'The next page token is invalid or expired.'],
  ])('is %s after %i/%i', async (kind, status, code, message) => {
    const { source } = sourceAnswering(refusal(status, code, message));

    await expect(source.listUserRecordings(request)).resolves.toEqual({ kind });
  });
});
