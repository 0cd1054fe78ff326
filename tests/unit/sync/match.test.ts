import { describe, expect, it } from 'vitest';
import { matchContacts } from '../../../src/app/app.functions/sync/match.ts';
import { aStoredContact } from '../../support/builders.ts';

describe('S12: the contact of an address', () => {
  const jill = aStoredContact({ additionalEmails: ['jill@example.org', 'jill@old.example.com'] });

  it('is the one whose primary address it is', () => {
    expect(matchContacts(['jill@example.com'], [jill])).toEqual(
      new Map([['jill@example.com', { kind: 'primary', contact: jill }]]),
    );
  });

  it('is a secondary match for any of its further addresses', () => {
    expect(matchContacts(['jill@example.org', 'jill@old.example.com'], [jill])).toEqual(
      new Map([
        ['jill@example.org', { kind: 'secondary', contact: jill }],
        ['jill@old.example.com', { kind: 'secondary', contact: jill }],
      ]),
    );
  });

  it('is found for both addresses when both registered', () => {
    expect(
      [...matchContacts(['jill@example.com', 'jill@example.org'], [jill]).values()].map(({ kind }) => kind),
    ).toEqual(['primary', 'secondary']);
  });

  it('is none when HubSpot knows nobody', () => {
    expect(matchContacts(['jack@example.com'], [jill])).toEqual(new Map([['jack@example.com', { kind: 'none' }]]));
  });

  it('is the one whose primary address it is, also where another has it as a further one', () => {
    const other = aStoredContact({ contactId: '102', email: 'x@example.com', additionalEmails: ['jill@example.com'] });

    expect(matchContacts(['jill@example.com'], [jill, other]).get('jill@example.com')).toEqual({
      kind: 'primary',
      contact: jill,
    });
  });

  it('may have no primary address', () => {
    const nameless = aStoredContact({ email: null, additionalEmails: ['jill@example.com'] });

    expect(matchContacts(['jill@example.com'], [nameless]).get('jill@example.com')).toMatchObject({
      kind: 'secondary',
    });
  });

  it('does not depend on the order of HubSpot’s answer', () => {
    const jack = aStoredContact({ contactId: '102', email: 'jack@example.com' });
    const emails = ['jack@example.com', 'jill@example.com'];

    expect(matchContacts(emails, [jill, jack])).toEqual(matchContacts(emails, [jack, jill]));
  });
});
