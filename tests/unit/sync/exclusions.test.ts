import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import { excludePerson, type PersonRules } from '../../../src/app/app.functions/sync/exclusions.ts';
import { anAttendance, aPerson, aPersonSession, aRegistration, noRules } from '../../support/builders.ts';

const attended = [aPersonSession({ registration: null, attendance: anAttendance() })];
const inState = (state: 'registered' | 'cancelled' | 'pending' | 'denied', changes: Partial<Person> = {}): Person =>
  aPerson({ registration: aRegistration({ state }), ...changes });

const users: PersonRules = { ...noRules, isAccountUser: (address) => address === 'jill@example.com' };
const domains: PersonRules = {
  ...noRules,
  excludedDomainOf: (address) => (address.endsWith('example.com') ? 'example.com' : null),
};
const both: PersonRules = { ...users, excludedDomainOf: domains.excludedDomainOf };

const reasonOf = (person: Person, rules: PersonRules = noRules) => excludePerson(person, rules)?.reason;

describe('who is kept out of HubSpot', () => {
  it('S15: a guest without an address, also one who attended', () => {
    expect(reasonOf(aPerson({ email: null, sessions: attended }))).toBe('guest-without-address');
  });

  it.each(['', 'jill', 'jill@', 'jill@localhost', 'jill chill@example.com'])(
    'S16: somebody with the address "%s", also registered and attended',
    (email) => {
      expect(reasonOf(aPerson({ email, sessions: attended }))).toBe('invalid-address');
    },
  );

  it('S13: a user of the HubSpot account, also registered and attended', () => {
    expect(excludePerson(aPerson({ sessions: attended }), users)).toEqual({ reason: 'account-user', detail: null });
  });

  it('S6: somebody of an excluded domain, also registered and attended, with the domain that covers the address', () => {
    expect(excludePerson(aPerson({ sessions: attended }), domains)).toEqual({
      reason: 'excluded-domain',
      detail: 'example.com',
    });
  });

  it('somebody who waits for approval', () => {
    expect(reasonOf(inState('pending'))).toBe('awaiting-approval');
  });

  it('somebody whom the host denied', () => {
    expect(reasonOf(inState('denied'))).toBe('denied');
  });

  it.each([
    ['unusable-times', 'unusable-times'],
    ['not-final', 'attendance-not-ready'],
    ['waiting-room', 'never-admitted'],
  ] as const)('somebody of whom there is nothing but rows: %s', (unusedRows, reason) => {
    expect(excludePerson(aPerson({ registration: null, unusedRows }), noRules)).toEqual({ reason, detail: null });
  });
});

describe('of several reasons to keep somebody out', () => {
  it.each([
    ['no address comes before everything', aPerson({ email: null }), both, 'guest-without-address'],
    ['an invalid address comes before its domain', aPerson({ email: 'jill@@example.com' }), both, 'invalid-address'],
    ['S13: being a user comes before the domain', aPerson(), both, 'account-user'],
    ['S6: the domain comes before the registration', inState('denied'), domains, 'excluded-domain'],
    ['S13: being a user comes before waiting for approval', inState('pending'), users, 'account-user'],
    [
      'S6: the domain comes before what the rows are worth',
      aPerson({ registration: null, unusedRows: 'unusable-times' }),
      domains,
      'excluded-domain',
    ],
    ['the registration comes before the rows', inState('denied', { unusedRows: 'not-final' }), noRules, 'denied'],
  ])('%s', (_, person, rules, reason) => {
    expect(reasonOf(person, rules)).toBe(reason);
  });
});

describe('who is not kept out', () => {
  it.each(['registered', 'cancelled'] as const)('S18: somebody %s', (state) => {
    expect(excludePerson(inState(state), noRules)).toBeNull();
  });

  it.each(['pending', 'denied'] as const)('somebody %s who attended nevertheless', (state) => {
    expect(excludePerson(inState(state, { sessions: attended }), noRules)).toBeNull();
  });

  it('somebody who walked in', () => {
    expect(excludePerson(aPerson({ registration: null, sessions: attended }), noRules)).toBeNull();
  });

  it('S34: somebody registered whose rows are unusable', () => {
    expect(excludePerson(aPerson({ unusedRows: 'unusable-times' }), noRules)).toBeNull();
  });

  it('somebody with a plus in the address', () => {
    expect(excludePerson(aPerson({ email: 'jill+zoom@example.com' }), users)).toBeNull();
  });

  it('S6: somebody of another domain', () => {
    expect(excludePerson(aPerson({ email: 'jill@example.org' }), both)).toBeNull();
  });
});
