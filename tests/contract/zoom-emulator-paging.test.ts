import { describe, expect, it } from 'vitest';
import {
  aPastWebinar,
  aWebinar,
  connectZoom,
  minuteMs,
  people,
  readAll,
  refusal,
  secondMs,
  webinarId,
} from './zoom-emulator-kit.ts';

const path = `/webinars/${webinarId}/registrants`;
const tokenRefused = refusal(400, 300, 'The next page token is invalid or expired.');
const withPeople = (count: number) => ({ webinars: [aWebinar({ registrants: people(count) })] });
interface Row {
  readonly email: string;
}

describe('a page', () => {
  it('holds thirty rows unless asked otherwise, and leads to the next', async () => {
    const zoom = await connectZoom(withPeople(70));

    const first = await zoom.get<{ registrants: Row[] }>(path);
    const all = await readAll<Row>(zoom, path, 'registrants');

    expect(first.body.registrants).toHaveLength(30);
    expect(first.body).toMatchObject({ page_size: 30, page_count: 3, page_number: 1, total_records: 70 });
    expect(all.map(({ email }) => email)).toEqual(people(70).map(({ email }) => email));
  });

  it('is the last one when its token is empty, also when it is full', async () => {
    const zoom = await connectZoom(withPeople(60));

    const { body } = await zoom.get(path, { page_size: 60 });

    expect(body['next_page_token']).toBe('');
  });

  it.each(['0', '301', 'ten', '-1', '1.5'])('cannot be %s rows long', async (pageSize) => {
    const zoom = await connectZoom(withPeople(1));

    expect(await zoom.get(path, { page_size: pageSize })).toMatchObject({
      status: 400,
      body: { code: 300, errors: [{ field: 'page_size' }] },
    });
  });

  it('is found by its number too, where that still works', async () => {
    const zoom = await connectZoom(withPeople(70));

    const { body } = await zoom.get<{ registrants: Row[] }>(path, { page_number: 3 });

    expect(body.registrants.map(({ email }) => email)[0]).toBe('person61@guest.example');
  });
});

describe('a page token', () => {
  async function connectAndTakeToken() {
    const zoom = await connectZoom(withPeople(70));
    const { body } = await zoom.get(path, { page_size: 30 });
    return { zoom, token: String(body['next_page_token']) };
  }

  it('works for fifteen minutes', async () => {
    const { zoom, token } = await connectAndTakeToken();
    const ask = () => zoom.get(path, { page_size: 30, next_page_token: token });

    zoom.emulator.clock.advance(15 * minuteMs - secondMs);
    const inTime = await ask();
    zoom.emulator.clock.advance(secondMs);
    const late = await ask();

    expect(inTime.status).toBe(200);
    expect(late).toMatchObject(tokenRefused);
  });

  it('gives the same page again when it is used again', async () => {
    const { zoom, token } = await connectAndTakeToken();
    const ask = () => zoom.get<{ registrants: Row[] }>(path, { page_size: 30, next_page_token: token });

    expect((await ask()).body.registrants).toEqual((await ask()).body.registrants);
  });

  it.each([
    ['another page size', path, { page_size: 20 }],
    ['the page size left out', path, {}],
    ['another filter', path, { page_size: 30, status: 'approved' }],
    ['another path', `/report/webinars/${webinarId}/participants`, { page_size: 30 }],
  ])('is refused with %s', async (_case, otherPath, query) => {
    const zoom = await connectZoom({ webinars: [aPastWebinar({ registrants: people(70) })] });
    const { body } = await zoom.get(path, { page_size: 30 });

    const answer = await zoom.get(otherPath, { ...query, next_page_token: String(body['next_page_token']) });

    expect(answer).toMatchObject(tokenRefused);
  });

  it('is refused when nobody handed it out', async () => {
    const zoom = await connectZoom(withPeople(70));

    expect(await zoom.get(path, { next_page_token: 'w7587w4eiyfsudgf' })).toMatchObject(tokenRefused);
  });
});

describe('rows that move while somebody pages', () => {
  it('are lost when somebody further up leaves', async () => {
    const zoom = await connectZoom(withPeople(4));
    const { body: first } = await zoom.get<{ next_page_token: string }>(path, { page_size: 2 });

    await zoom.control('self-cancel', { webinar_id: webinarId, email: 'person1@guest.example' });
    const { body: second } = await zoom.get<{ registrants: Row[] }>(path, {
      page_size: 2,
      next_page_token: first.next_page_token,
    });

    expect(second.registrants.map(({ email }) => email)).toEqual(['person4@guest.example']);
  });

  it('come twice when somebody registers and the newest are shown first', async () => {
    const zoom = await connectZoom(withPeople(4), { registrantOrder: 'newest-first' });
    const { body: first } = await zoom.get<{ next_page_token: string; registrants: Row[] }>(path, { page_size: 2 });

    await zoom.control('add-registrant', { webinar_id: webinarId, registrant: { email: 'late@guest.example' } });
    const { body: second } = await zoom.get<{ registrants: Row[] }>(path, {
      page_size: 2,
      next_page_token: first.next_page_token,
    });

    expect(first.registrants.map(({ email }) => email)).toEqual(['person4@guest.example', 'person3@guest.example']);
    expect(second.registrants.map(({ email }) => email)).toEqual(['person3@guest.example', 'person2@guest.example']);
  });

  it('are missed when the list shrinks under the page', async () => {
    const zoom = await connectZoom(withPeople(3), { registrantOrder: 'newest-first' });
    const { body: first } = await zoom.get<{ next_page_token: string }>(path, { page_size: 2 });

    for (const email of ['person2@guest.example', 'person3@guest.example']) {
      await zoom.control('self-cancel', { webinar_id: webinarId, email });
    }
    const { body } = await zoom.get(path, { page_size: 2, next_page_token: first.next_page_token });

    expect(body).toMatchObject({ total_records: 1, registrants: [], next_page_token: '' });
  });
});

describe('a heavy endpoint', () => {
  it('may give fewer rows than asked, and still leads to the end', async () => {
    const participants = people(7).map(({ email }) => ({ user_email: email }));
    const zoom = await connectZoom(
      {
        webinars: [
          aPastWebinar({
            instances: [{ start_time: '2026-11-19T12:00:00Z', participants, standIn: { hostRow: false } }],
            registrants: people(7),
          }),
        ],
      },
      { heavyPageRows: 3 },
    );
    const reportPath = `/report/webinars/${webinarId}/participants`;

    const first = await zoom.get<{ participants: unknown[] }>(reportPath, { page_size: 300 });
    const all = await readAll<{ user_email: string }>(zoom, reportPath, 'participants', { page_size: 300 });

    expect(first.body).toMatchObject({ page_size: 300, total_records: 7 });
    expect(first.body.participants).toHaveLength(3);
    expect(all.map(({ user_email }) => user_email)).toEqual(people(7).map(({ email }) => email));
  });
});
