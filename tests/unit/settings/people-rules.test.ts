import { describe, expect, it } from 'vitest';
import { peopleRulesHash, toPeopleRules } from '../../../src/app/app.functions/settings/people-rules.ts';
import { someSettings } from './settings-kit.ts';

const settings = someSettings({ contactExclusions: ['acme.com'], recordingExclusions: ['other.org'] });

describe('the rules about people', () => {
  it('S6: name the excluded domain that keeps somebody out', () => {
    const { excludedDomainOf } = toPeopleRules(settings);

    expect(excludedDomainOf('jane@mail.acme.com')).toBe('acme.com');
    expect(excludedDomainOf('jane@other.org')).toBeNull();
  });

  it('S5: keep recordings from people with an excluded domain', () => {
    const { isRecordingExcluded } = toPeopleRules(settings);

    expect(isRecordingExcluded('jane@mail.other.org')).toBe(true);
    expect(isRecordingExcluded('jane@acme.com')).toBe(false);
  });

  it('B2: create contacts unless they are only to be updated', () => {
    expect(toPeopleRules(settings).mayCreateContacts).toBe(true);
    expect(toPeopleRules({ ...settings, contactPolicy: 'update-only' }).mayCreateContacts).toBe(false);
  });
});

describe('the hash of the rules about people', () => {
  const hash = peopleRulesHash(settings);

  it('has sixteen characters', () => {
    expect(hash).toMatch(/^[\w-]{16}$/);
  });

  it.each([
    ['another excluded domain', { contactExclusions: ['acme.com', 'acme.org'] }],
    ['no excluded domain', { contactExclusions: [] }],
    ['a wider domain', { contactExclusions: ['com.example'] }],
    ['another domain for recordings', { recordingExclusions: ['acme.org'] }],
    ['the lists exchanged', { contactExclusions: ['other.org'], recordingExclusions: ['acme.com'] }],
    ['another policy', { contactPolicy: 'update-only' }],
  ] as const)('is another one with %s', (_name, changes) => {
    expect(peopleRulesHash({ ...settings, ...changes })).not.toBe(hash);
  });

  it.each([
    ['everything else', { isSyncOn: false, webinarUsers: 'none', recordingUsers: 'all', backfillDays: 1, users: {} }],
    ['a domain that another one covers', { contactExclusions: ['acme.com', 'mail.acme.com'] }],
    ['another order', { contactExclusions: ['x.acme.com', 'acme.com'] }],
  ] as const)('is the same with %s', (_name, changes) => {
    expect(peopleRulesHash({ ...settings, ...changes })).toBe(hash);
  });
});
