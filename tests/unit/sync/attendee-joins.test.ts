import { describe, expect, it } from 'vitest';
import type { Participation } from '../../../src/app/app.functions/domain/webinar.ts';
import { attendeeJoins, guestKey, joinIdentity } from '../../../src/app/app.functions/sync/attendee-joins.ts';
import { aHead, aPanelist, aParticipation, aRegistrant, at } from '../../support/builders.ts';

const head = aHead({ panelists: [aPanelist({ userId: 'panelist-1' })] });
const staffAddress = 'panelist@acme.example.com';

const emailsOf = (participations: readonly Participation[], registrants = [aRegistrant()]) =>
  attendeeJoins(head, { registrants, participations }).map(({ email }) => email);

describe('the joins of attendees', () => {
  it('have the address in lower case', () => {
    expect(emailsOf([aParticipation({ email: ' Jill@Example.COM ' })])).toEqual(['jill@example.com']);
  });

  it('have the registrant’s address where the row’s is another: the registrant id wins', () => {
    expect(emailsOf([aParticipation({ registrantId: 'reg-1', email: 'jack@example.com' })])).toEqual([
      'jill@example.com',
    ]);
  });

  it('have the registrant’s address in lower case', () => {
    const registrants = [aRegistrant({ email: 'Jill@Example.com' })];

    expect(emailsOf([aParticipation({ registrantId: 'reg-1', email: null })], registrants)).toEqual([
      'jill@example.com',
    ]);
  });

  it('have their own address where nobody knows the registrant', () => {
    expect(emailsOf([aParticipation({ registrantId: 'removed', email: 'jack@example.com' })])).toEqual([
      'jack@example.com',
    ]);
  });

  it.each([null, '', '  '])('have none where there is none ("%s")', (email) => {
    expect(emailsOf([aParticipation({ email })])).toEqual([null]);
  });

  it('B11: leave out staff by address', () => {
    expect(emailsOf([aParticipation({ email: staffAddress.toUpperCase() })])).toEqual([]);
  });

  it('B11: leave out staff by account, also with an address that is not known', () => {
    expect(emailsOf([aParticipation({ userId: 'panelist-1', email: 'private@example.org' })])).toEqual([]);
    expect(emailsOf([aParticipation({ userId: 'host-1', email: null })])).toEqual([]);
  });

  it('B11: leave out a panelist who also registered', () => {
    const registrants = [aRegistrant({ email: staffAddress })];

    expect(emailsOf([aParticipation({ registrantId: 'reg-1', email: 'private@example.org' })], registrants)).toEqual(
      [],
    );
  });

  it('keep a registrant who joined from a device that a panelist was signed in on', () => {
    expect(emailsOf([aParticipation({ registrantId: 'reg-1', userId: 'panelist-1', email: staffAddress })])).toEqual([
      'jill@example.com',
    ]);
  });

  it('keep somebody who is signed in and no staff', () => {
    expect(emailsOf([aParticipation({ userId: 'user-1' })])).toEqual(['jill@example.com']);
    expect(emailsOf([aParticipation({ userId: 'user-1', email: null })])).toEqual([null]);
  });

  it('take a row that comes twice once', () => {
    expect(emailsOf([aParticipation(), aParticipation()])).toHaveLength(1);
  });

  it('keep two joins of one person', () => {
    const rejoin = aParticipation({ joinId: '16779264', joinedAt: at('10:30') });

    expect(emailsOf([aParticipation({ leftAt: at('10:20') }), rejoin])).toHaveLength(2);
  });
});

describe('what makes two rows one join', () => {
  it('is not the name where there is an address: it is not stored between two steps', () => {
    expect(joinIdentity(aParticipation({ displayName: '' }))).toBe(joinIdentity(aParticipation()));
  });

  it.each([
    ['instance', { instanceUuid: 'uuid-2' }],
    ['number', { joinId: '2' }],
    ['registrant', { registrantId: 'reg-2' }],
    ['address', { email: 'jack@example.com' }],
    ['join time', { joinedAt: at('10:01') }],
    ['leave time', { leftAt: at('10:59') }],
    ['place', { wasInWaitingRoom: true }],
  ])('is the %s', (_, changes) => {
    expect(joinIdentity(aParticipation(changes))).not.toBe(joinIdentity(aParticipation()));
  });

  it('is the name where nothing else is known', () => {
    expect(joinIdentity(aParticipation({ email: null, displayName: 'Jack' }))).not.toBe(
      joinIdentity(aParticipation({ email: null, displayName: 'Jill' })),
    );
  });
});

describe('what tells guests apart', () => {
  it('is the registration that was removed since', () => {
    expect(guestKey(aParticipation({ registrantId: 'reg-9', userId: 'user-1' }))).toBe('registrant reg-9');
  });

  it('is the account that they were signed in with', () => {
    expect(guestKey(aParticipation({ userId: 'user-1' }))).toBe('user user-1');
  });

  it('is the name, in whatever case', () => {
    expect(guestKey(aParticipation({ displayName: ' JILL ' }))).toBe('name jill');
  });
});
