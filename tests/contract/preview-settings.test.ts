import { describe, expect, it } from 'vitest';
import { formatSettings } from '../../src/app/app.functions/settings/parse-settings.ts';
import type { PreviewSettingsAnswer } from '../../src/app/extensions/contract/preview-settings.ts';
import { defaultSettings, type SaveSettingsAnswer, type Settings } from '../../src/app/extensions/contract/settings.ts';
import { dayMs, failed, noon, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { writeRecords } from '../support/write-records.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { openSweepWorld, usersOf } from './sweep-kit.ts';

const zoomIso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const held = aHeldWebinar({
  registrants: [
    aRegistrant('ann@acme.example.com'),
    aRegistrant('ben@shop.acme.example.com'),
    aRegistrant('cid@deep.shop.acme.example.com'),
    aRegistrant('dan@notacme.example.com'),
    aRegistrant('eve@acme.example.com.evil.example.org'),
    aRegistrant('fay@other.example.org'),
  ],
  instances: [anInstance([aJoin('ann@acme.example.com', 0, 60)])],
});
const planned = aHeldWebinar({ id: '82222222222', start_time: zoomIso(noon + 3 * dayMs), instances: [] });
const withoutWebinars = { id: '101', properties: { email: 'zoe@acme.example.com' } };

async function openSwept() {
  const world = await openSweepWorld({ webinars: [held, planned], hubspot: { contacts: [withoutWebinars] } });
  await world.sweep();
  world.time.advance(10 * secondMs);
  return world;
}

async function preview(world: WebinarWorld, settings: unknown) {
  const process = await world.startProcess();
  const before = world.two.hubspot.requests.list().length;
  const zoomBefore = world.two.zoom.requests.list().length;
  const answer = await process.call<PreviewSettingsAnswer>('preview_settings', { settings });
  return {
    answer,
    hubspotCalls: world.two.hubspot.requests
      .list()
      .slice(before)
      .map(({ operation }) => operation),
    zoomCallCount: world.two.zoom.requests.list().length - zoomBefore,
  };
}

const on: Settings = { ...defaultSettings, isSyncOn: true };

describe('preview_settings', () => {
  it('S3: says how many webinars would be turned on and off', async () => {
    const world = await openSwept();

    const { answer, hubspotCalls, zoomCallCount } = await preview(world, {
      ...on,
      recordingUsers: 'all',
      users: usersOf({ 'host-1': { webinars: { [webinarId]: false } } }),
    });

    expect(answer).toEqual({
      ok: true,
      outcome: 'previewed',
      webinars: {
        totalCount: 2,
        onCount: 1,
        turnedOnCount: 0,
        turnedOffCount: 1,
        recordingsTurnedOnCount: 1,
        recordingsTurnedOffCount: 0,
      },
      exclusions: [],
      uncountedDomainCount: 0,
    });
    expect(hubspotCalls).toEqual(['schemas.list', 'custom-objects.batch-read']);
    expect(zoomCallCount).toBe(0);
  });

  it('S5: counts contacts with webinars in a domain and below it, once for both lists', async () => {
    const world = await openSwept();

    const { answer, hubspotCalls } = await preview(world, {
      ...on,
      contactExclusions: ['Acme.example.com', 'unknown.example.net'],
      recordingExclusions: ['@acme.example.com'],
    });

    expect(succeeded(answer)).toMatchObject({
      exclusions: [
        // Ann, Ben and Cid.
        { field: 'contactExclusions', domain: 'acme.example.com', contactCount: 3 },
        { field: 'contactExclusions', domain: 'unknown.example.net', contactCount: 0 },
        { field: 'recordingExclusions', domain: 'acme.example.com', contactCount: 3 },
      ],
      uncountedDomainCount: 0,
    });
    expect(hubspotCalls.filter((operation) => operation === 'contacts.search')).toHaveLength(2);
  });

  it('S5: leaves out what is excluded already, and does not look for what a wider domain covered', async () => {
    const world = await openSwept();
    await world.save({ contactExclusions: ['acme.example.com'] });

    const { answer, hubspotCalls } = await preview(world, {
      ...on,
      contactExclusions: ['acme.example.com', 'shop.acme.example.com'],
    });

    expect(answer).toMatchObject({
      exclusions: [{ field: 'contactExclusions', domain: 'shop.acme.example.com', contactCount: 0 }],
    });
    expect(hubspotCalls).not.toContain('contacts.search');
  });

  it('counts the first ten new domains', async () => {
    const world = await openSwept();
    const domains = Array.from({ length: 13 }, (_, place) => `company-${place + 10}.example.com`);

    const { answer, hubspotCalls } = await preview(world, { ...on, contactExclusions: domains });

    const previewed = succeeded(answer);
    expect(previewed).toMatchObject({ outcome: 'previewed', uncountedDomainCount: 3 });
    expect(hubspotCalls.filter((operation) => operation === 'contacts.search')).toHaveLength(10);
  });

  it('writes nothing, not even where a saver was killed and the newest settings are not copied yet', async () => {
    const world = await openSwept();
    const record = {
      key: 'settings:2',
      kind: 'settings',
      version: 2,
      status: 'on',
      occurredAt: noon,
      summary: '',
    } as const;
    await writeRecords(world, [{ ...record, payload: formatSettings(on) }]);
    const before = world.view();

    const { hubspotCalls } = await preview(world, {
      ...on,
      webinarUsers: 'none',
      contactExclusions: ['acme.example.com'],
    });

    expect(new Set(hubspotCalls)).toEqual(new Set(['schemas.list', 'custom-objects.batch-read', 'contacts.search']));
    expect(world.view()).toEqual(before);
  });

  it.each([
    ['a domain that is none', { ...on, contactExclusions: ['com', 'a b'] }],
    ['another form', { ...on, backfillDays: 999, colour: 'red' }],
    ['a date in the future', { ...on, users: usersOf({ 'host-1': { newWebinarsOffSince: '2030-01-01T00:00:00Z' } }) }],
    [
      'more users than a record holds',
      {
        ...on,
        users: usersOf(
          Object.fromEntries(
            Array.from({ length: 4_900 }, (_, place) => [
              `user-${'x'.repeat(100)}-${place}`,
              { syncsWebinars: place % 3 === 0 },
            ]),
          ),
        ),
      },
    ],
  ])('names the same problems as saving, for %s', async (_, settings) => {
    const world = await openWorld({ webinars: [] });
    const saved = await world.call<SaveSettingsAnswer>('save_settings', { settings, version: 1 });

    const { answer } = await preview(world, settings);

    expect(saved).toMatchObject({ outcome: 'invalid' });
    expect(answer).toEqual(saved);
  });

  it('before the set-up knows no webinars and no contacts', async () => {
    const world = await openWorld({ webinars: [held], settings: null });

    const { answer, hubspotCalls } = await preview(world, { ...on, contactExclusions: ['acme.example.com'] });

    expect(answer).toMatchObject({
      webinars: { totalCount: 0, onCount: 0 },
      exclusions: [{ domain: 'acme.example.com', contactCount: 0 }],
    });
    expect(hubspotCalls).toEqual(['schemas.list']);
  });

  it.each([
    [
      { settings: {}, version: 1 },
      { cause: 'parameter-unknown', name: 'version' },
    ],
  ])('refuses %j', async (parameters, reason) => {
    const world = await openWorld({ webinars: [], settings: null });

    expect(failed(await world.call('preview_settings', parameters)).reason).toMatchObject(reason);
  });
});
