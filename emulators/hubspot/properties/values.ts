import validator from 'validator';
import type { HubSpotWorld, PropertyDefinition } from '../entities.ts';
import type { PropertyProblem } from '../errors.ts';
import { textValueCharactersMax } from '../limits.ts';
import { parseInstant, toVendorTime } from '../time.ts';

/** Top-level domains that nobody can register, so that no real address ends in them. */
const reservedTopLevelDomains = new Set([
  'test',
  'example',
  'invalid',
  'localhost',
  'local',
  'internal',
  'lan',
  'home',
  'corp',
]);

export const foldEmail = (email: string): string => email.trim().toLowerCase();

/** Whether HubSpot takes an address: its form counts and whether its top-level domain exists, not the mailbox. */
export function isAcceptedEmail(world: HubSpotWorld, email: string): boolean {
  if (email.includes('"') || !validator.isEmail(email, { allow_utf8_local_part: true })) return false;
  if (world.switches.reservedEmailDomains === 'accept') return true;
  return !reservedTopLevelDomains.has(email.slice(email.lastIndexOf('.') + 1));
}

type Checked = { readonly value: string } | { readonly error: string; readonly message: string };

const dayMs = 86_400_000;

function checkNumber(text: string): Checked {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) || !Number.isFinite(Number(text))) {
    return { error: 'INVALID_NUMBER', message: `${text} was not a valid number.` };
  }
  return { value: text };
}

function checkDateTime(text: string): Checked {
  const epochMs = parseInstant(text);
  if (epochMs === null) return { error: 'INVALID_LONG', message: `${text} was not a valid long.` };
  return { value: toVendorTime(epochMs) };
}

function checkDate(text: string): Checked {
  const epochMs = parseInstant(text);
  if (epochMs === null) return { error: 'INVALID_DATE', message: `${text} was not a valid date.` };
  if (epochMs % dayMs !== 0) return { error: 'INVALID_DATE', message: `${text} is not at midnight UTC.` };
  return { value: new Date(epochMs).toISOString().slice(0, 10) };
}

function checkOptions(property: PropertyDefinition, text: string, current: string): Checked {
  const allowed = new Set(property.options.map((option) => option.value));
  const isMultiple = property.fieldType === 'checkbox';
  const given = isMultiple ? text.split(';').filter((value) => value !== '') : [text];
  const unknown = given.find((value) => !allowed.has(value));
  if (unknown !== undefined) {
    return {
      error: 'INVALID_OPTION',
      message: `${unknown} was not one of the allowed options: [${[...allowed].join(', ')}]`,
    };
  }
  // A leading semicolon adds to what is there instead of replacing it.
  const kept = isMultiple && text.startsWith(';') ? current.split(';').filter((value) => value !== '') : [];
  return { value: isMultiple ? [...new Set([...kept, ...given])].join(';') : text };
}

function checkOwner(world: HubSpotWorld, text: string): Checked {
  if (world.owners.some((owner) => owner.id === text && !owner.archived)) return { value: text };
  return { error: 'INVALID_OWNER_ID', message: `${text} is not the id of an owner.` };
}

function checkText(property: PropertyDefinition, text: string): Checked {
  if (text.length > textValueCharactersMax) {
    return {
      error: 'VALUE_TOO_LONG',
      message: `The value has ${text.length} characters, the maximum is ${textValueCharactersMax}.`,
    };
  }
  if (property.name === 'hs_call_recording_url' && !text.startsWith('https://')) {
    return { error: 'INVALID_URL', message: `${property.name} must begin with https://` };
  }
  return { value: text };
}

function checkEmail(world: HubSpotWorld, text: string): Checked {
  const email = foldEmail(text);
  return isAcceptedEmail(world, email)
    ? { value: email }
    : { error: 'INVALID_EMAIL', message: `Email address ${text} is invalid` };
}

function checkByType(world: HubSpotWorld, property: PropertyDefinition, text: string, current: string): Checked {
  if (property.name === 'email') return checkEmail(world, text);
  if (property.type === 'string' || property.type === 'phone_number') return checkText(property, text);
  if (text.trim() !== text) {
    return { error: 'LEADING_TRAILING_WHITESPACE', message: `"${text}" includes leading or trailing whitespace.` };
  }
  switch (property.type) {
    case 'number':
      return checkNumber(text);
    case 'datetime':
      return checkDateTime(text);
    case 'date':
      return checkDate(text);
    default:
      if (property.referencedObjectType === 'OWNER') return checkOwner(world, text);
      return property.externalOptions ? { value: text } : checkOptions(property, text, current);
  }
}

/** Text, numbers and booleans become text; anything else is no value. */
const toText = (raw: unknown): string | null =>
  typeof raw === 'string' ? raw : typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : null;

export interface CheckedValues {
  /** Canonical values; '' clears. */
  readonly values: Readonly<Record<string, string>>;
  readonly found: readonly PropertyProblem[];
}

/** Checks what a client wants to write against the definitions; `current` are the values that are there. */
export function checkValues(
  world: HubSpotWorld,
  definitions: ReadonlyMap<string, PropertyDefinition>,
  wanted: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, string>>,
): CheckedValues {
  const values: Record<string, string> = {};
  const found: PropertyProblem[] = [];
  for (const [name, raw] of Object.entries(wanted)) {
    const property = definitions.get(name);
    if (property?.archivedAt !== null) {
      found.push({ name, error: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` });
      continue;
    }
    if (property.readOnlyValue) {
      const message = `"${name}" is a calculated property; its value cannot be set.`;
      found.push({ name, error: 'READ_ONLY_VALUE', message });
      continue;
    }
    const text = toText(raw);
    if (text === null) {
      found.push({ name, error: 'INVALID_VALUE', message: `The value of "${name}" must be text.` });
      continue;
    }
    const checked = text === '' ? { value: '' } : checkByType(world, property, text, current[name] ?? '');
    if ('value' in checked) values[name] = checked.value;
    else found.push({ name, ...checked });
  }
  return { values, found };
}
