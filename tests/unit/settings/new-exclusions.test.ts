import { describe, expect, it } from 'vitest';
import { listNewExclusions } from '../../../src/app/app.functions/settings/new-exclusions.ts';
import { defaultSettings } from '../../../src/app/extensions/contract/settings.ts';

describe('listNewExclusions', () => {
  it('has what is new in each list, and knows what was covered before', () => {
    const before = { ...defaultSettings, contactExclusions: ['acme.example'], recordingExclusions: ['old.example'] };
    const after = {
      ...defaultSettings,
      contactExclusions: ['acme.example', 'new.example', 'shop.acme.example'],
      recordingExclusions: ['new.example'],
    };

    expect(listNewExclusions(before, after)).toEqual([
      { field: 'contactExclusions', domain: 'new.example', isCovered: false },
      { field: 'contactExclusions', domain: 'shop.acme.example', isCovered: true },
      { field: 'recordingExclusions', domain: 'new.example', isCovered: false },
    ]);
  });
});
