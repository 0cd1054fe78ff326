import { describe, expect, it } from 'vitest';
import { recallRegistration } from '../../../src/app/app.functions/sync/recall.ts';
import { aMark, anAttendance, aPerson, aPersonSession, aRegistration } from '../../support/builders.ts';

const withState = (state: 'registered' | 'cancelled' | 'pending' | 'denied') =>
  aPerson({ registration: aRegistration({ state }) });

describe('a registration that does not stand any more', () => {
  it.each([
    ['denied', 'registered'],
    ['denied', 'cancelled'],
    ['pending', 'registered'],
    ['pending', 'cancelled'],
  ] as const)('B7: %s after %s is cancelled', (state, standing) => {
    expect(recallRegistration(withState(state), aMark({ standing }))).toEqual(withState('cancelled'));
  });

  it.each(['denied', 'pending'] as const)('%s stays what it is for somebody who is not in HubSpot', (state) => {
    expect(recallRegistration(withState(state), null)).toEqual(withState(state));
  });

  it.each(['denied', 'pending'] as const)('%s stays what it is for somebody who only walked in', (state) => {
    expect(recallRegistration(withState(state), aMark({ standing: 'attended' }))).toEqual(withState(state));
  });

  it.each(['registered', 'cancelled'] as const)('does not touch one that is %s', (state) => {
    expect(recallRegistration(withState(state), aMark())).toEqual(withState(state));
  });

  it('does not touch a session of somebody whose registration stands: the history knows more of it', () => {
    const person = aPerson({
      sessions: [aPersonSession({ registration: aRegistration({ state: 'pending' }) })],
    });

    expect(recallRegistration(person, aMark())).toEqual(person);
  });

  it('does not invent one', () => {
    expect(recallRegistration(aPerson({ registration: null }), aMark())).toEqual(aPerson({ registration: null }));
  });

  it('keeps attendance, and sessions without a registration', () => {
    const person = aPerson({
      registration: aRegistration({ state: 'denied' }),
      sessions: [
        aPersonSession({ sessionKey: 'a', registration: aRegistration({ state: 'denied' }) }),
        aPersonSession({ sessionKey: 'b', registration: null, attendance: anAttendance() }),
      ],
    });

    expect(recallRegistration(person, aMark()).sessions).toEqual([
      aPersonSession({ sessionKey: 'a', registration: aRegistration({ state: 'cancelled' }) }),
      aPersonSession({ sessionKey: 'b', registration: null, attendance: anAttendance() }),
    ]);
  });
});
