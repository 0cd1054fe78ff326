import { describe, expect, it } from 'vitest';
import { createStaffTest } from '../../../src/app/app.functions/sync/staff.ts';
import { aPanelist, aWebinar } from '../../support/builders.ts';

describe('B11: staff', () => {
  const createStaff = () =>
    createStaffTest({
      webinar: aWebinar({
        hostId: 'host-1',
        hostEmail: 'Host@Acme.example.com',
        alternativeHostEmails: ['Deputy@Acme.example.com'],
      }),
      panelists: [
        aPanelist({ email: 'Panelist@Example.org', userId: 'panelist-1' }),
        aPanelist({ email: null, userId: null }),
      ],
    });

  it.each([
    ['the host', 'host@acme.example.com'],
    ['an alternative host', 'deputy@acme.example.com'],
    ['a panelist', 'panelist@example.org'],
  ])('is %s, by address', (_, email) => {
    expect(createStaff().isStaffAddress(email)).toBe(true);
  });

  it('is nobody else of the same company, and no mailbox of somebody with another suffix', () => {
    const staff = createStaff();

    expect(staff.isStaffAddress('jill@acme.example.com')).toBe(false);
    expect(staff.isStaffAddress('host+zoom@acme.example.com')).toBe(false);
  });

  it('is known by account', () => {
    const staff = createStaff();

    expect(staff.isStaffAccount('host-1')).toBe(true);
    expect(staff.isStaffAccount('panelist-1')).toBe(true);
    expect(staff.isStaffAccount('user-1')).toBe(false);
  });

  it('is nobody without an account and without an address', () => {
    const withoutHost = createStaffTest({ webinar: aWebinar({ hostId: '', hostEmail: null }), panelists: [] });

    expect(withoutHost.isStaffAccount('')).toBe(false);
    expect(withoutHost.isStaffAddress('')).toBe(false);
  });
});
