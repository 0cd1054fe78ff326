import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessByOperation } from '../../emulators/zoom/access.ts';
import { zoomEmulator } from '../../emulators/zoom/index.ts';
import { aPastWebinar, at, aWebinar, connectZoom, dayMs, hostEmail, people, webinarId } from './zoom-emulator-kit.ts';
import { findSpecOperation, hasVendorSpecs, judge, type Exchange } from './zoom-emulator-spec.ts';

const goodExchange: Exchange = {
  method: 'GET',
  path: '/users',
  query: new URLSearchParams({ page_size: '300' }),
  requestBody: undefined,
  status: 200,
  responseBody: { users: [{ email: 'a@b.example', type: 2 }] },
};

/** The vendor describes neither the token endpoint nor the downloads in its OpenAPI files. */
const operationsOfTheApi = zoomEmulator.operations.filter(({ paths }) =>
  paths.every((path) => path.startsWith('/v2/')),
);

if (!hasVendorSpecs) {
  describe("the vendor's specification", () => {
    it.skip('is not at ../shared/specs: no answer of the stand-in was checked against it', () => {});
  });
}

describe.skipIf(!hasVendorSpecs)(
  "the vendor's specification, with which every exchange of these tests is checked,",
  () => {
    it('approves of a good exchange', () => {
      expect(judge(goodExchange)).toEqual([]);
    });

    it.each<[string, Partial<Exchange>]>([
      ['a field of the wrong type', { responseBody: { users: [{ email: 'a@b.example', type: '2' }] } }],
      ['a field that is missing', { responseBody: { users: [{ type: 2 }] } }],
      ['a value that is not on the list', { responseBody: { users: [{ email: 'a@b.example', type: 3 }] } }],
      [
        'a time that is none',
        { responseBody: { users: [{ email: 'a@b.example', type: 2, created_at: 'yesterday' }] } },
      ],
      ['a status that is not documented', { status: 418 }],
      ['an error of another shape', { status: 400, responseBody: { reason: 'no', error: 'no' } }],
      ['a page size that was accepted', { query: new URLSearchParams({ page_size: '2001' }) }],
      ['a parameter that does not exist', { query: new URLSearchParams({ pagesize: '30' }) }],
      ['an address that does not exist', { path: '/nowhere' }],
      [
        'a parameter left out',
        { path: '/report/history_meetings', query: new URLSearchParams({ from: '2026-11-01' }), responseBody: {} },
      ],
      [
        'a body that was accepted',
        {
          method: 'POST',
          path: '/webinars/1/registrants',
          status: 201,
          query: new URLSearchParams(),
          requestBody: { email: 'a@b.example' },
          responseBody: {},
        },
      ],
      [
        'a body where there is none',
        { method: 'DELETE', path: '/webinars/1/registrants/r', status: 204, query: new URLSearchParams() },
      ],
    ])('objects to %s', (_case, change) => {
      expect(judge({ ...goodExchange, ...change })).not.toEqual([]);
    });

    it('knows every operation of the stand-in, under the same label and scopes', () => {
      const described = operationsOfTheApi.map(({ id, method, paths }) => {
        const path = (paths[0] ?? '').replace('/v2', '').replace(/:\w+/g, 'x');
        const text = findSpecOperation(method, path)?.description.toLowerCase() ?? '';
        const access = new Map<string, { label: string; scopes: readonly string[] }>(
          Object.entries(accessByOperation),
        ).get(id);
        const missing = (access?.scopes ?? ['no access']).filter((scope) => !text.includes(`\`${scope}\``));
        return { id, label: text.includes(`\`${access?.label ?? 'none'}\``), missing };
      });

      expect(described).toEqual(described.map(({ id }) => ({ id, label: true, missing: [] })));
    });

    it('approves of every operation with all that an answer can hold', async () => {
      const zoom = await connectZoom({
        webinars: [
          aPastWebinar({
            panelists: [{ email: 'expert@guest.example', name: 'Expert' }],
            registrants: people(3).map((person, index) => ({ ...person, id: `r${index}`, no_of_employees: '1-20' })),
            questions: { questions: [{ field_name: 'org', required: true }], custom_questions: [{ title: 'Why?' }] },
            tracking_sources: [{ id: '1', source_name: 'Ad' }],
            tracking_fields: [{ field: 'team', value: 'North', visible: true }],
            instances: [
              {
                start_time: at(-dayMs),
                participants: [{ user_email: 'person1@guest.example' }, { name: 'Phone', status: 'in_waiting_room' }],
                recording: {
                  recording_play_passcode: 'open-sesame',
                  password: '981651',
                  auto_delete: true,
                  auto_delete_date: '2028-07-12',
                  recording_files: (['MP4', 'M4A', 'CHAT', 'CC', 'CSV', 'TIMELINE', 'TB', 'SUMMARY'] as const).map(
                    (file_type) => ({ file_type }),
                  ),
                },
                transcript: {},
              },
            ],
          }),
          aWebinar({
            id: 2,
            type: 9,
            settings: { approval_type: 1, registration_type: 2 },
            occurrences: [{ start_time: at(dayMs) }, { start_time: at(2 * dayMs), status: 'deleted' }],
          }),
          aWebinar({ id: 3, type: 6 }),
        ],
      });
      const reportRange = { from: '2026-11-01', to: '2026-11-30' };
      const jill = { email: 'jill@guest.example', first_name: 'Jill', last_name: 'Chill', language: 'Tr-TR' };

      const answers = [
        await zoom.get('/users', { page_size: 1 }),
        await zoom.get('/users/host-1'),
        await zoom.get(`/users/${hostEmail}/webinars`, {
          page_size: 1,
          include_events_webinar: 'true',
          type: 'scheduled',
        }),
        await zoom.get(`/webinars/${webinarId}`),
        await zoom.get('/webinars/2', {
          show_previous_occurrences: 'true',
          occurrence_id: String(Date.parse(at(dayMs))),
        }),
        await zoom.get('/webinars/3'),
        await zoom.get(`/past_webinars/${webinarId}/instances`),
        await zoom.get(`/webinars/${webinarId}/registrants`, { page_size: 2, status: 'approved' }),
        await zoom.get(`/webinars/${webinarId}/registrants/r1`),
        await zoom.get(`/webinars/${webinarId}/registrants/questions`),
        await zoom.get(`/webinars/${webinarId}/panelists`),
        await zoom.get(`/webinars/${webinarId}/tracking_sources`),
        await zoom.get(`/report/webinars/${webinarId}`),
        await zoom.get(`/report/webinars/${webinarId}/participants`, { include_fields: 'registrant_id', page_size: 2 }),
        await zoom.get(`/past_webinars/${webinarId}/participants`, { include_fields: 'registrant_id' }),
        await zoom.get(`/past_webinars/${webinarId}/absentees`),
        await zoom.get('/report/history_meetings', { ...reportRange, meeting_type: 'webinar', date_type: 'end_time' }),
        await zoom.get('/report/users/host-1/meetings', { ...reportRange, type: 'past' }),
        await zoom.get(`/meetings/${webinarId}/recordings`, { include_fields: 'download_access_token', ttl: 60 }),
        await zoom.get('/users/host-1/recordings', { from: '2026-11-01', to: '2026-11-30', page_size: 1 }),
        await zoom.get(`/meetings/${webinarId}/transcript`),
        await zoom.post('/webinars/2/registrants', jill, { occurrence_ids: String(Date.parse(at(dayMs))) }),
        await zoom.post('/webinars/3/registrants', jill),
        await zoom.put(`/webinars/${webinarId}/registrants/status`, { action: 'cancel', registrants: [{ id: 'r1' }] }),
        await zoom.delete(`/webinars/${webinarId}/registrants/r1`),
      ];

      const called = new Set(zoom.emulator.requests.list().map(({ operation }) => operation));
      expect(answers.map(({ status }) => status)).toEqual(
        answers.map(() => expect.toBeOneOf([200, 201, 204]) as unknown),
      );
      expect(operationsOfTheApi.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
    });
  },
);

describe('FIDELITY.md', () => {
  const text = readFileSync(new URL('../../emulators/zoom/FIDELITY.md', import.meta.url), 'utf8');

  it('has a row for every operation', () => {
    const operations = [...zoomEmulator.operations, ...(zoomEmulator.storageOperations ?? [])];

    expect(operations.map(({ id }) => id).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  it('names only tests that exist', () => {
    const names = [...text.matchAll(/`(zoom-emulator-[\w-]+\.test\.ts)`/g)].map(([, name]) => name ?? '');

    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !existsSync(new URL(name, import.meta.url)))).toEqual([]);
  });
});
