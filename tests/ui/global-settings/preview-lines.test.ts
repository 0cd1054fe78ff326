import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/app/extensions/contract/settings.ts';
import { toAccountSettings } from '../../../src/app/extensions/settings-page/global-settings/account-settings.ts';
import {
  toExclusionLines,
  toWebinarLines,
} from '../../../src/app/extensions/settings-page/global-settings/to-preview-lines.ts';
import { aWebinarsPreview, someSettings } from '../support/settings.tsx';
import { words } from '../support/words.ts';

const account = (overrides: Partial<Settings> = {}) => toAccountSettings(someSettings(overrides));
const linesOf = (webinars: Parameters<typeof aWebinarsPreview>[0], before = account(), after = account()) =>
  toWebinarLines(aWebinarsPreview(webinars), before, after, words);

describe('what a change would do to webinars', () => {
  it('is said for those that start and for those that stop', () => {
    expect(linesOf({ turnedOnCount: 12, turnedOffCount: 1 })).toEqual([
      '12 webinars that are not synced now will be synced.',
      '1 webinar will no longer be synced. What was synced stays in HubSpot.',
    ]);
  });

  it('is said of recordings too', () => {
    expect(linesOf({ recordingsTurnedOnCount: 2, recordingsTurnedOffCount: 3 })).toEqual([
      'Recordings of 2 webinars will be synced that are not synced now.',
      'New recordings of 3 webinars will no longer be synced.',
    ]);
  });

  it('may be nothing', () => {
    expect(linesOf({})).toEqual(['No known webinar starts or stops being synced.']);
  });

  it('includes what was missed when the sync is turned on (S8)', () => {
    expect(linesOf({ turnedOnCount: 2 }, account({ isSyncOn: false }))).toEqual([
      '2 webinars that are not synced now will be synced.',
      'What was missed while the sync was off is synced too, as far back as Zoom still has it.',
    ]);
  });

  it('says that what is missed comes later when the sync is turned off', () => {
    expect(linesOf({ turnedOffCount: 2 }, account(), account({ isSyncOn: false })).at(-1)).toBe(
      'Nothing is synced until the sync is turned on again. What is missed meanwhile is synced then.',
    );
  });

  it('says why nothing happens while the sync stays off', () => {
    const off = account({ isSyncOn: false });

    expect(linesOf({}, off, { ...off, webinarUsers: 'none' }).at(-1)).toBe(
      'Nothing is synced as long as “Sync webinar data” is off.',
    );
  });

  it('cannot be said before the first sync', () => {
    expect(linesOf({ totalCount: 0 })).toEqual(['No webinars are known yet. The first sync finds them.']);
  });
});

describe('whom a new exclusion leaves out', () => {
  const exclusions = [
    { field: 'contactExclusions', domain: 'a.example', contactCount: 217 },
    { field: 'recordingExclusions', domain: 'b.example', contactCount: 1 },
    { field: 'contactExclusions', domain: 'c.example', contactCount: 0 },
  ] as const;

  it('is counted by domain, for each list', () => {
    expect(toExclusionLines('contactExclusions', exclusions, words)).toEqual([
      '217 contacts with webinars have an address at a.example. They stay in HubSpot and are no longer updated.',
    ]);
    expect(toExclusionLines('recordingExclusions', exclusions, words)).toEqual([
      '1 contact with webinars has an address at b.example, and gets no further recordings and transcripts.',
    ]);
  });

  it('may be nobody', () => {
    expect(toExclusionLines('contactExclusions', [exclusions[2]], words)).toEqual([
      'No contact with webinars has an address at a newly excluded domain.',
    ]);
  });

  it('is not said where no entry is new', () => {
    expect(toExclusionLines('contactExclusions', [], words)).toEqual([]);
  });
});
