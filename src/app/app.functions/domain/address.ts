import isEmail from 'validator/lib/isEmail.js';

/** Addresses are compared trimmed and in lower case everywhere. */
export const normaliseAddress = (address: string): string => address.trim().toLowerCase();

/** Whether mail could be sent there; HubSpot refuses other values in its e-mail property. */
export const isValidAddress = (address: string): boolean => isEmail(address);
