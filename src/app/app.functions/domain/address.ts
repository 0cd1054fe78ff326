import isEmail from 'validator/lib/isEmail.js';

/** Addresses are compared trimmed and in lower case everywhere. */
export const normaliseAddress = (address: string): string => address.trim().toLowerCase();

/** Half of a surrogate pair has no encoding, so nobody can have it in an address. */
const halfCharacter = /\p{Surrogate}/u;

/** Whether mail could be sent there; HubSpot refuses other values in its e-mail property. */
export const isValidAddress = (address: string): boolean => !halfCharacter.test(address) && isEmail(address);
