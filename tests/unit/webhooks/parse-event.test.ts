import { describe, expect, it } from 'vitest';
import { eventNames, parseEvent } from '../../../src/app/app.functions/webhooks/parse-event.ts';

const anEvent = (event: unknown, object: unknown) => ({
  event,
  event_ts: 1_626_230_691_572,
  payload: { account_id: 'acc', object },
});
const id = 81234567890;

describe('parseEvent', () => {
  it.each([
    ['webinar.registration_created', 'change'],
    ['webinar.registration_approved', 'change'],
    ['webinar.registration_cancelled', 'change'],
    ['webinar.registration_denied', 'change'],
    ['webinar.created', 'change'],
    ['webinar.updated', 'change'],
    ['webinar.deleted', 'change'],
    ['recording.completed', 'change'],
    ['recording.transcript_completed', 'change'],
    ['webinar.ended', 'end'],
    ['webinar.started', 'presence'],
    ['webinar.participant_joined', 'presence'],
    ['webinar.participant_left', 'presence'],
  ])('%s rings the bell for: %s', (name, bell) => {
    expect(parseEvent(anEvent(name, { id }))).toMatchObject({ kind: 'ring', bell, webinarId: '81234567890' });
  });

  it('takes the number as a number or as a text, and the type of a recording as well', () => {
    for (const type of [5, 6, 9, '5']) {
      expect(parseEvent(anEvent('recording.completed', { id: String(id), type }))).toMatchObject({
        kind: 'ring',
        webinarId: '81234567890',
      });
    }
  });

  it('knows when the webinar is planned to be over', () => {
    const object = { id, start_time: '2026-11-20T12:00:00Z', duration: 60 };

    expect(parseEvent(anEvent('webinar.started', object))).toMatchObject({
      plannedEndAt: Date.parse('2026-11-20T13:00:00Z'),
    });
    expect(parseEvent(anEvent('webinar.started', { id, start_time: ' ', duration: 60 }))).toMatchObject({
      plannedEndAt: null,
    });
  });

  it.each([
    ['an unknown event', anEvent('webinar.sharing_started', { id })],
    ['a name of every object', anEvent('constructor', { id })],
    ['a name that is no text', anEvent(7, { id })],
    ['a meeting', anEvent('meeting.ended', { id })],
    ['the recording of a meeting', anEvent('recording.completed', { id, type: 8 })],
    ['a recording that was uploaded', anEvent('recording.completed', { id, type: 99 })],
    ['a practice session', anEvent('webinar.ended', { id: String(id), practice_session: true })],
    ['a number that is none', anEvent('webinar.updated', { id: '../settings' })],
    ['a number that is too long', anEvent('webinar.updated', { id: 2 ** 60 })],
    ['no object', anEvent('webinar.updated', undefined)],
    ['no payload', { event: 'webinar.updated' }],
    ['a question without a token', { event: 'endpoint.url_validation', payload: {} }],
    ['nothing', {}],
  ])('ignores %s', (_, body) => {
    expect(parseEvent(body)).toEqual({ kind: 'ignored' });
  });

  it('reads the question whether the URL is ours', () => {
    const body = { event: 'endpoint.url_validation', event_ts: 1, payload: { plainToken: 'abc' } };

    expect(parseEvent(body)).toEqual({ kind: 'url-validation', plainToken: 'abc' });
  });

  it('names what is to be subscribed to', () => {
    expect(eventNames).toHaveLength(19);
  });
});
