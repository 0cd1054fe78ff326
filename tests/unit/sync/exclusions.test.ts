import { describe, expect, it } from 'vitest';
import { excludePerson } from '../../../src/app/app.functions/sync/exclusions.ts';
import { anAttendance, aPerson, aPersonSession, aRegistration } from '../../support/builders.ts';

const attended = [aPersonSession({ registration: null, attendance: anAttendance() })];

describe('who is kept out of HubSpot', () => {
  it('S15: a guest without an address, also one who attended', () => {
    expect(excludePerson(aPerson({ email: null, sessions: attended }))).toBe('guest-without-address');
  });

  it.each(['', 'jill', 'jill@', 'jill@localhost', 'jill chill@example.com'])(
    'S16: somebody with the address "%s", also registered and attended',
    (email) => {
      expect(excludePerson(aPerson({ email, sessions: attended }))).toBe('invalid-address');
    },
  );

  it('somebody who waits for approval', () => {
    expect(excludePerson(aPerson({ registration: aRegistration({ state: 'pending' }) }))).toBe('awaiting-approval');
  });

  it('somebody whom the host denied', () => {
    expect(excludePerson(aPerson({ registration: aRegistration({ state: 'denied' }) }))).toBe('denied');
  });

  it.each([
    ['unusable-times', 'unusable-times'],
    ['not-final', 'attendance-not-ready'],
    ['waiting-room', 'never-admitted'],
  ] as const)('somebody of whom there is nothing but rows: %s', (unusedRows, reason) => {
    expect(excludePerson(aPerson({ registration: null, unusedRows }))).toBe(reason);
  });
});

describe('who is not kept out', () => {
  it.each(['registered', 'cancelled'] as const)('S18: somebody %s', (state) => {
    expect(excludePerson(aPerson({ registration: aRegistration({ state }) }))).toBeNull();
  });

  it.each(['pending', 'denied'] as const)('somebody %s who attended nevertheless', (state) => {
    expect(excludePerson(aPerson({ registration: aRegistration({ state }), sessions: attended }))).toBeNull();
  });

  it('somebody who walked in', () => {
    expect(excludePerson(aPerson({ registration: null, sessions: attended }))).toBeNull();
  });

  it('S34: somebody registered whose rows are unusable', () => {
    expect(excludePerson(aPerson({ unusedRows: 'unusable-times' }))).toBeNull();
  });

  it('somebody with a plus in the address', () => {
    expect(excludePerson(aPerson({ email: 'jill+zoom@example.com' }))).toBeNull();
  });
});
