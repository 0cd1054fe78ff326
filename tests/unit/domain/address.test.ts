import { describe, expect, it } from 'vitest';
import { isValidAddress, normaliseAddress } from '../../../src/app/app.functions/domain/address.ts';

describe('an address', () => {
  it('is compared in lower case and without blanks around it', () => {
    expect(normaliseAddress('  Jill.Chill@Example.COM\n')).toBe('jill.chill@example.com');
  });

  it('keeps what stands after a plus: it is another mailbox', () => {
    expect(normaliseAddress('Jill+Zoom@example.com')).toBe('jill+zoom@example.com');
  });

  it.each(['jill@example.com', 'jill+zoom@example.com', "o'brien@mail.example.co.uk", 'j@example.com'])(
    'is valid: %s',
    (address) => {
      expect(isValidAddress(address)).toBe(true);
    },
  );

  it.each([
    '',
    'jill',
    'jill@',
    '@example.com',
    'jill@localhost',
    'jill chill@example.com',
    'a@b@example.com',
    '***',
    'j\ud800ll@example.com',
  ])('is not valid: "%s"', (address) => {
    expect(isValidAddress(address)).toBe(false);
  });
});
