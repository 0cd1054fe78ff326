import { describe, expect, it } from 'vitest';
import { failureOf } from '../http/http-kit.ts';
import { sourceAnswering } from './zoom-kit.ts';

const aWebinar = {
  id: 97_871_060_099,
  uuid: 'm3WqMkvuRXyYqH+eKWhk9w==',
  host_id: 'host-1',
  host_email: ' Host@Brand.example ',
  topic: 'Growing tomatoes',
  agenda: 'Soil and sun',
  type: 5,
  start_time: '2026-11-21T12:00:00Z',
  duration: 60,
  created_at: '2026-10-01T08:30:00Z',
  join_url: 'https://us02web.zoom.us/j/97871060099',
  registration_url: 'https://us02web.zoom.us/webinar/register/WN_1',
  settings: { approval_type: 0, registration_type: 1, alternative_hosts: 'A@brand.example; b@brand.example,,' },
};
const aSeries = {
  ...aWebinar,
  type: 9,
  occurrences: [
    { occurrence_id: '1764244800000', start_time: '2026-11-27T12:00:00Z', duration: 45, status: 'deleted' },
    { occurrence_id: 1_763_640_000_000, start_time: '2026-11-20T12:00:00Z', duration: 60, status: 'available' },
  ],
};
const read = (webinar: object) => sourceAnswering(webinar).source.readWebinar('97871060099');

describe('a webinar', () => {
  it('is read with all that a sync needs', async () => {
    const { source, urls } = sourceAnswering(aWebinar);

    await expect(source.readWebinar('97871060099')).resolves.toEqual({
      webinarId: '97871060099',
      uuid: 'm3WqMkvuRXyYqH+eKWhk9w==',
      topic: 'Growing tomatoes',
      description: 'Soil and sun',
      recurrence: 'single',
      hostId: 'host-1',
      hostEmail: 'host@brand.example',
      alternativeHostEmails: ['a@brand.example', 'b@brand.example'],
      startsAt: Date.parse('2026-11-21T12:00:00Z'),
      lengthMinutes: 60,
      joinUrl: 'https://us02web.zoom.us/j/97871060099',
      registrationUrl: 'https://us02web.zoom.us/webinar/register/WN_1',
      registrationScope: 'series',
      needsApproval: false,
      createdAt: Date.parse('2026-10-01T08:30:00Z'),
      occurrences: [],
    });
    expect(urls()).toEqual(['/webinars/97871060099?show_previous_occurrences=true']);
  });

  it('needs no more than its ids and its type', async () => {
    const { id, uuid, host_id } = aWebinar;

    await expect(read({ id: String(id), uuid, host_id, type: 6 })).resolves.toMatchObject({
      webinarId: '97871060099',
      topic: '',
      recurrence: 'no-fixed-times',
      hostEmail: null,
      alternativeHostEmails: [],
      startsAt: null,
      lengthMinutes: 0,
      registrationUrl: null,
      registrationScope: 'none',
      needsApproval: false,
      createdAt: null,
    });
  });

  it('has its occurrences in order, the deleted ones too', async () => {
    expect((await read(aSeries)).occurrences).toEqual([
      {
        occurrenceId: '1763640000000',
        startsAt: Date.parse('2026-11-20T12:00:00Z'),
        lengthMinutes: 60,
        isDeleted: false,
      },
      {
        occurrenceId: '1764244800000',
        startsAt: Date.parse('2026-11-27T12:00:00Z'),
        lengthMinutes: 45,
        isDeleted: true,
      },
    ]);
  });

  it('may be a series without occurrences', async () => {
    await expect(read({ ...aWebinar, type: 9 })).resolves.toMatchObject({ recurrence: 'fixed-times', occurrences: [] });
  });

  it.each([
    [{ type: 9, registration_type: 1 }, 'series'],
    [{ type: 9, registration_type: 2 }, 'occurrence'],
    [{ type: 9, registration_type: 3 }, 'occurrence'],
    [{ type: 9 }, 'series'],
    [{ type: 5, registration_type: 2 }, 'series'],
    [{ type: 6, registration_type: 3 }, 'series'],
  ])('%j registers for the %s', async ({ type, ...settings }, scope) => {
    const webinar = { ...aSeries, type, settings: { approval_type: 0, ...settings } };

    expect((await read(webinar)).registrationScope).toBe(scope);
  });

  it.each([
    ['registration is off', { settings: { approval_type: 2, registration_type: 2 } }],
    ['there is no link', { registration_url: '' }],
  ])('takes no registrations when %s', async (_what, change) => {
    await expect(read({ ...aSeries, ...change })).resolves.toMatchObject({
      registrationUrl: null,
      registrationScope: 'none',
    });
  });

  it('says when registrations wait for approval', async () => {
    expect((await read({ ...aWebinar, settings: { approval_type: 1 } })).needsApproval).toBe(true);
  });

  it.each([
    [{ ...aWebinar, type: 2 }, /^type /],
    [{ ...aWebinar, id: undefined }, /^id /],
    [
      { ...aSeries, occurrences: [{ occurrence_id: '1', start_time: 'soon' }] },
      /^occurrences\.0\.start_time is refused /,
    ],
    [{ ...aWebinar, settings: 'none' }, /^settings: /],
    [[], /^the answer: /],
  ])('is not read from %j', async (body, problem) => {
    const failure = await failureOf(sourceAnswering(body).source.readWebinar('97871060099'));

    expect(failure).toMatchObject({
      kind: 'unexpected-shape',
      reason: { cause: 'answer-malformed', problem: expect.stringMatching(problem) as unknown },
    });
  });
});

describe('instances', () => {
  it('come oldest first', async () => {
    const { source, urls } = sourceAnswering({
      webinars: [
        { uuid: 'b', start_time: '2026-11-20T12:00:00Z' },
        { uuid: 'a', start_time: '2026-11-13T12:00:00Z' },
      ],
    });

    expect((await source.listInstances('97871060099')).map(({ uuid }) => uuid)).toEqual(['a', 'b']);
    expect(urls()).toEqual(['/past_webinars/97871060099/instances']);
  });

  it('without a start are kept', async () => {
    const { source } = sourceAnswering({ webinars: [{ uuid: 'a' }] });

    await expect(source.listInstances('1')).resolves.toEqual([{ uuid: 'a', startedAt: null }]);
  });

  it.each([{}, { webinars: null }, { webinars: [{ uuid: '' }] }])('are not read from %j', async (body) => {
    expect((await failureOf(sourceAnswering(body).source.listInstances('1'))).kind).toBe('unexpected-shape');
  });
});

describe('the report of an instance', () => {
  it('has the true start and end', async () => {
    const { source, urls } = sourceAnswering({
      start_time: '2026-11-20T12:00:05Z',
      end_time: '2026-11-20T13:01:00Z',
      duration: 61,
    });

    await expect(source.readInstanceReport('/a==')).resolves.toEqual({
      kind: 'report',
      startedAt: Date.parse('2026-11-20T12:00:05Z'),
      endedAt: Date.parse('2026-11-20T13:01:00Z'),
    });
    expect(urls()).toEqual(['/report/webinars/%252Fa%253D%253D']);
  });

  it('is not ready without an end', async () => {
    const { source } = sourceAnswering({ start_time: '2026-11-20T12:00:05Z', end_time: '' });

    await expect(source.readInstanceReport('a')).resolves.toEqual({ kind: 'not-ready' });
  });

  it('is not read without a start', async () => {
    const { source } = sourceAnswering({ end_time: '2026-11-20T12:00:05Z' });

    expect((await failureOf(source.readInstanceReport('a'))).reason).toEqual({
      cause: 'answer-malformed',
      problem: 'start_time: expected string',
    });
  });
});

it('lists panelists by address and account', async () => {
  const { source, urls } = sourceAnswering({
    total_records: 2,
    panelists: [
      { id: 'p1', name: 'P', email: ' Panel@Brand.example' },
      { id: '', email: '' },
    ],
  });

  await expect(source.listPanelists('97871060099')).resolves.toEqual([
    { email: 'panel@brand.example', userId: 'p1' },
    { email: null, userId: null },
  ]);
  expect(urls()).toEqual(['/webinars/97871060099/panelists']);
});

const aRegistrant = {
  id: 'r1',
  email: ' Jill@Guest.example ',
  first_name: ' Jill ',
  last_name: 'Chill',
  status: 'approved',
  create_time: '2026-11-01T08:00:00Z',
  join_url: 'https://us02web.zoom.us/w/1?tk=x',
};
const registrantPage = (rows: readonly unknown[], more: object = {}) => ({
  next_page_token: '',
  total_records: rows.length,
  registrants: rows,
  ...more,
});
const approved = { webinarId: '97871060099', status: 'approved', occurrenceId: null, pageToken: null } as const;

describe('a page of registrants', () => {
  it('is asked for by status, with the most rows, and its token', async () => {
    const page = registrantPage([]);
    const { source, urls } = sourceAnswering(page, page);

    await source.readRegistrantPage(approved);
    await source.readRegistrantPage({
      ...approved,
      status: 'denied',
      occurrenceId: '1763640000000',
      pageToken: 'a b+c',
    });

    expect(urls()).toEqual([
      '/webinars/97871060099/registrants?page_size=300&status=approved',
      '/webinars/97871060099/registrants?page_size=300&status=denied&occurrence_id=1763640000000&next_page_token=a+b%2Bc',
    ]);
  });

  it('has rows with clean addresses and names', async () => {
    const { source } = sourceAnswering(registrantPage([aRegistrant], { next_page_token: 'next', total_records: 301 }));

    await expect(source.readRegistrantPage({ ...approved, occurrenceId: '1763640000000' })).resolves.toEqual({
      kind: 'page',
      rows: [
        {
          registrantId: 'r1',
          email: 'jill@guest.example',
          firstName: 'Jill',
          lastName: 'Chill',
          status: 'approved',
          registeredAt: Date.parse('2026-11-01T08:00:00Z'),
          occurrenceId: '1763640000000',
          joinUrl: 'https://us02web.zoom.us/w/1?tk=x',
        },
      ],
      quarantinedCount: 0,
      nextPageToken: 'next',
      totalCount: 301,
    });
  });

  it('takes the status of the list where the row has none that is known', async () => {
    const rows = [
      { ...aRegistrant, status: undefined },
      { ...aRegistrant, status: 'waitlisted' },
      { ...aRegistrant, status: 'denied' },
    ];
    const { source } = sourceAnswering(registrantPage(rows));

    const page = await source.readRegistrantPage({ ...approved, status: 'pending' });

    expect(page).toMatchObject({ rows: [{ status: 'pending' }, { status: 'pending' }, { status: 'denied' }] });
  });

  it('counts rows that cannot be understood and keeps the others', async () => {
    const rows = [
      { ...aRegistrant, id: undefined },
      { ...aRegistrant, email: 17 },
      { ...aRegistrant, create_time: 'once' },
      null,
      'row',
      { ...aRegistrant, first_name: null, last_name: undefined },
    ];
    const { source } = sourceAnswering(registrantPage(rows));

    expect(await source.readRegistrantPage(approved)).toMatchObject({
      rows: [{ registrantId: 'r1', firstName: '', lastName: '' }],
      quarantinedCount: 5,
    });
  });

  it('B15: has the personal link of those who are approved, and of nobody else', async () => {
    const rows = ['approved', 'pending', 'denied'].map((status) => ({ ...aRegistrant, status }));
    const { source } = sourceAnswering(registrantPage([...rows, { ...aRegistrant, join_url: '' }]));

    expect(await source.readRegistrantPage(approved)).toMatchObject({
      rows: [
        { status: 'approved', joinUrl: 'https://us02web.zoom.us/w/1?tk=x' },
        { status: 'pending', joinUrl: null },
        { status: 'denied', joinUrl: null },
        { status: 'approved', joinUrl: null },
      ],
    });
  });

  it('keeps people without an address: who they are is decided later', async () => {
    const { source } = sourceAnswering(registrantPage([{ ...aRegistrant, email: '' }]));

    expect(await source.readRegistrantPage(approved)).toMatchObject({ rows: [{ email: '' }], quarantinedCount: 0 });
  });

  it('may lack the counts and the token', async () => {
    const { source } = sourceAnswering({ registrants: [] });

    await expect(source.readRegistrantPage(approved)).resolves.toEqual({
      kind: 'page',
      rows: [],
      quarantinedCount: 0,
      nextPageToken: null,
      totalCount: null,
    });
  });

  it.each([{}, { registrants: null }, { registrants: {} }, { registrants: [], next_page_token: 5 }, []])(
    'is never read as empty from %j',
    async (body) => {
      expect((await failureOf(sourceAnswering(body).source.readRegistrantPage(approved))).kind).toBe(
        'unexpected-shape',
      );
    },
  );
});

const aParticipant = {
  id: 'old-id',
  participant_user_id: 'user-1',
  user_id: '16778240',
  registrant_id: 'r1',
  name: 'Jill Chill',
  user_email: ' Jill@Guest.example',
  join_time: '2026-11-20T12:00:12.66Z',
  leave_time: '2026-11-20T12:20:12Z',
  duration: 1_200,
  status: 'in_meeting',
};
const firstPage = { instanceUuid: '/a//b==', pageToken: null };
const readParticipants = (...rows: readonly unknown[]) =>
  sourceAnswering({ participants: rows }).source.readParticipantPage(firstPage);

describe('a page of participants', () => {
  it('is asked for by instance, with the registrants', async () => {
    const { source, urls } = sourceAnswering({ participants: [] }, { participants: [] });

    await source.readParticipantPage(firstPage);
    await source.readParticipantPage({ ...firstPage, pageToken: 'next' });

    const path = '/report/webinars/%252Fa%252F%252Fb%253D%253D/participants?page_size=300&include_fields=registrant_id';
    expect(urls()).toEqual([path, `${path}&next_page_token=next`]);
  });

  it('has one row for each join', async () => {
    expect(await readParticipants(aParticipant)).toMatchObject({
      rows: [
        {
          instanceUuid: '/a//b==',
          joinId: '16778240',
          registrantId: 'r1',
          email: 'jill@guest.example',
          userId: 'user-1',
          displayName: 'Jill Chill',
          joinedAt: Date.parse('2026-11-20T12:00:12.660Z'),
          leftAt: Date.parse('2026-11-20T12:20:12Z'),
          durationSeconds: 1_200,
          wasInWaitingRoom: false,
        },
      ],
      quarantinedCount: 0,
    });
  });

  it('takes what is empty for absent', async () => {
    const guest = { ...aParticipant, id: '', participant_user_id: '', registrant_id: '', user_email: '', name: '' };

    expect(await readParticipants(guest)).toMatchObject({
      rows: [{ registrantId: null, email: null, userId: null, displayName: '' }],
    });
  });

  it('takes the old id where the new one is missing', async () => {
    expect(await readParticipants({ ...aParticipant, participant_user_id: undefined })).toMatchObject({
      rows: [{ userId: 'old-id' }],
    });
  });

  it('keeps rows without usable times, and a duration of nothing', async () => {
    const unfinished = { ...aParticipant, join_time: undefined, leave_time: '', duration: 0 };

    expect(await readParticipants(unfinished, { ...aParticipant, duration: undefined })).toMatchObject({
      rows: [{ joinedAt: null, leftAt: null, durationSeconds: 0 }, { durationSeconds: null }],
      quarantinedCount: 0,
    });
  });

  it('flags who was only in the waiting room', async () => {
    expect(await readParticipants({ ...aParticipant, status: 'in_waiting_room' })).toMatchObject({
      rows: [{ wasInWaitingRoom: true }],
    });
  });

  it('counts rows that cannot be understood', async () => {
    const page = await readParticipants(aParticipant, { ...aParticipant, user_email: 5 }, 7, {
      ...aParticipant,
      duration: 'long',
    });

    expect(page).toMatchObject({ rows: [{ joinId: '16778240' }], quarantinedCount: 3 });
  });

  it('is never read as empty from an answer without the list', async () => {
    const { source } = sourceAnswering({ total_records: 0 });

    expect((await failureOf(source.readParticipantPage(firstPage))).reason).toEqual({
      cause: 'answer-malformed',
      problem: 'participants: expected array',
    });
  });
});
