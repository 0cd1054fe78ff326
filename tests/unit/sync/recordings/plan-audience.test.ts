import { describe, expect, it } from 'vitest';
import { deriveUuid } from '../../../../src/app/app.functions/sync/hashes.ts';
import { planAudience, toRecordingEvents } from '../../../../src/app/app.functions/sync/recordings/plan-audience.ts';
import { accountId, aStanding, startsAt, webinarId } from '../../../support/builders.ts';
import {
  aMember,
  anInput,
  aRecordedSession,
  cancelled,
  createRecordingWorld,
  guest,
  jill,
  noShow,
} from './recordings-kit.ts';

const nobody = () => false;
const everybody = () => true;

describe('S5, S25, S28: the audience of a recording', () => {
  it('is those who attended, and for the event those whose registration stands', () => {
    expect(planAudience([noShow, jill, guest, cancelled], 'main', nobody)).toEqual({
      associated: ['101', '104'],
      excluded: [],
      notified: ['101', '103'],
    });
  });

  it('leaves out everybody who is excluded, and knows whom to take off', () => {
    expect(planAudience([noShow, jill, guest, cancelled], 'main', everybody)).toEqual({
      associated: [],
      excluded: ['101', '104'],
      notified: [],
    });
  });

  it('has part in its own session only', () => {
    expect(planAudience([jill], 'second', nobody)).toEqual({ associated: [], excluded: [], notified: [] });
  });

  it('holds a contact once, and excludes it when one of its addresses is excluded', () => {
    const twice = [aMember('jill', '101'), aMember('jack', '101'), aMember('jill', '102'), aMember('jill', '102')];

    const plan = planAudience(twice, 'main', (address) => address.startsWith('jack'));

    expect(plan).toEqual({ associated: ['102'], excluded: ['101'], notified: ['102'] });
  });

  it('includes somebody who attended and cancelled, but does not tell them', () => {
    const member = aMember('jill', '101', { sessions: [aStanding({ registration: 'cancelled', hasAttended: true })] });

    expect(planAudience([member], 'main', nobody)).toMatchObject({ associated: ['101'], notified: [] });
  });
});

describe('S25: recording events', () => {
  const { webinar } = anInput(createRecordingWorld());
  const instance = { uuid: 'uuid-1', session: aRecordedSession(), partNumber: 1 };
  const aSeen = (url: string | null) => ({
    kind: 'recording' as const,
    startedAt: startsAt + 60_000,
    lengthSeconds: 60,
    url,
    isProcessing: false,
    hasTranscript: false,
  });
  const eventsWith = (url: string | null, changes = {}) =>
    toRecordingEvents(['101', '102'], instance, aSeen(url), { ...webinar, ...changes });

  it('have a uuid of their own per account, webinar, instance and contact', () => {
    const uuids = [
      ...eventsWith('https://a.example.com'),
      ...eventsWith('https://a.example.com', { accountId: 'acc-2' }),
      ...eventsWith('https://a.example.com', { webinarId: '900100201' }),
      ...toRecordingEvents(['101', '102'], { ...instance, uuid: 'uuid-2' }, aSeen('https://a.example.com'), webinar),
    ].map(({ uuid }) => uuid);

    expect(new Set(uuids).size).toBe(8);
    expect(uuids[0]).toBe(deriveUuid(accountId, webinarId, 'uuid-1', 'recording', '101'));
    expect(eventsWith('https://b.example.com').map(({ uuid }) => uuid)).toEqual(uuids.slice(0, 2));
    expect([webinar.accountId, webinar.webinarId]).toEqual([accountId, webinarId]);
  });

  it('happened when the recording ended', () => {
    expect(eventsWith('https://a.example.com').map(({ occurredAt }) => occurredAt)).toEqual([
      startsAt + 120_000,
      startsAt + 120_000,
    ]);
  });

  it('are not made without a link', () => {
    expect(eventsWith(null)).toEqual([]);
  });

  it('have a topic of whole characters that HubSpot takes', () => {
    const [event] = eventsWith('https://a.example.com', { topic: `${'x'.repeat(255)}🍅` });

    expect(event?.properties['webinar_name']).toBe('x'.repeat(255));
    const [ofWhole] = eventsWith('https://a.example.com', { topic: `🍅${'x'.repeat(255)}` });
    expect(ofWhole?.properties['webinar_name']).toBe(`🍅${'x'.repeat(254)}`);
  });

  it('have a link of 1,024 characters, or none, but never half of one', () => {
    const url = `https://a.example.com/${'x'.repeat(1_002)}`;

    expect(eventsWith(url)[0]?.properties['recording_url']).toBe(url);
    expect(eventsWith(`${url}x`)[0]?.properties).not.toHaveProperty('recording_url');
  });
});
