import { describe, expect, it } from 'vitest';
import type { RecordingOffSetting } from '../../../src/app/extensions/contract/settings.ts';
import {
  explainOffSetting,
  toRecordingOffTitle,
} from '../../../src/app/extensions/shared/explain/explain-off-setting.ts';
import { indianWords } from './test-words.ts';

const hostName = 'Hanna Host';
const everySetting: Readonly<Record<RecordingOffSetting, true>> = {
  sync: true,
  'webinar-users': true,
  host: true,
  'new-webinars': true,
  webinar: true,
  'recording-users': true,
  'recording-host': true,
};
const settings = Object.keys(everySetting) as readonly RecordingOffSetting[];

describe('S32: a setting in the way', () => {
  it.each(settings)('%s is named, with the place to change it', (setting) => {
    const { title, meaning, fix } = explainOffSetting(setting, hostName, indianWords);

    expect(title).toMatch(/^[\p{Lu}“].*[^.]$/u);
    expect(meaning).toMatch(/^[\p{Lu}“].*\.$/u);
    expect(fix).toMatch(/settings|Switch it on there/u);
    expect(fix).toContain('What was missed meanwhile is synced then.');
  });

  it.each(['host', 'new-webinars', 'webinar', 'recording-host'] as const)('%s says whose', (setting) => {
    const named = explainOffSetting(setting, hostName, indianWords);
    const unnamed = explainOffSetting(setting, ' ', indianWords);

    expect(`${named.meaning} ${named.fix}`).toContain(hostName);
    expect(`${unnamed.meaning} ${unnamed.fix}`).toContain('this webinar’s host');
  });

  it.each(settings)('S33: %s has a title of its own where it keeps a recording from being synced', (setting) => {
    const { title } = explainOffSetting(setting, hostName, indianWords);
    const recordingTitle = toRecordingOffTitle(setting, hostName, indianWords);

    expect(recordingTitle.toLowerCase()).toBe(`recording not synced: ${title.toLowerCase()}`);
  });
});
