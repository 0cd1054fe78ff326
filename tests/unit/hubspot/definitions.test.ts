import { describe, expect, it } from 'vitest';
import { contactPropertyNames } from '../../../src/app/app.functions/domain/contact-properties.ts';
import {
  contactProperties,
  contactPropertyGroup,
  eventDefinitions,
  isRecordKind,
  stateObject,
} from '../../../src/app/app.functions/hubspot/definitions.ts';

const events = Object.values(eventDefinitions);
const names = [
  contactPropertyGroup.name,
  stateObject.name,
  ...contactProperties.map(({ name }) => name),
  ...stateObject.properties.map(({ name }) => name),
  ...events.flatMap(({ name, properties }) => [name, ...properties.map((property) => property.name)]),
];

describe('what the app adds to an account', () => {
  it.each(names)('has a name that HubSpot takes: %s', (name) => {
    expect(name).toMatch(/^[a-z][a-z0-9_]{0,49}$/);
  });

  it("keeps away from the names of HubSpot's own Zoom app", () => {
    const ours = [...contactProperties.map(({ name }) => name), ...events.map(({ name }) => name)];

    expect(ours.filter((name) => !name.startsWith('zwh_'))).toEqual([]);
  });

  it('defines every contact property of the app that is written', () => {
    expect(contactProperties.map(({ name }) => name).sort()).toEqual(
      Object.values(contactPropertyNames)
        .filter((name) => name.startsWith('zwh_'))
        .sort(),
    );
  });

  it('explains everything in words', () => {
    const described = [
      ...contactProperties,
      ...stateObject.properties,
      ...events,
      ...events.flatMap((e) => e.properties),
    ];

    expect(described.filter(({ label, description }) => label === '' || !description.endsWith('.'))).toEqual([]);
  });

  it('finds its records by one unique key', () => {
    const unique = stateObject.properties.filter(({ hasUniqueValue }) => hasUniqueValue);

    expect(unique.map(({ name }) => name)).toEqual([stateObject.keyProperty]);
  });

  it('offers every kind of record', () => {
    const offered = stateObject.properties.find(({ name }) => name === 'kind')?.options?.map(({ value }) => value);

    expect(offered).toEqual([
      'setup',
      'settings',
      'facts',
      'webinar',
      'rows',
      'outcomes',
      'people',
      'skipped',
      'lease',
      'audit',
      'sweep',
      'registration',
      'doorbell',
      'doors',
      'writes',
    ]);
    expect(offered?.every(isRecordKind)).toBe(true);
    expect(isRecordKind('toString')).toBe(false);
  });
});
