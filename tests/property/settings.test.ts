import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  type Settings,
  type UserChoice,
  type UserSettings,
} from '../../src/app/extensions/contract/settings.ts';
import { decideRecordings, decideWebinar } from '../../src/app/app.functions/settings/decide.ts';
import { createDomainTest } from '../../src/app/app.functions/settings/domain-test.ts';
import { parseExcludedDomain } from '../../src/app/app.functions/settings/excluded-domains.ts';
import { normaliseSettings } from '../../src/app/app.functions/settings/normalise-settings.ts';
import { formatSettings, parseSettings } from '../../src/app/app.functions/settings/parse-settings.ts';
import { peopleRulesHash, toPeopleRules } from '../../src/app/app.functions/settings/people-rules.ts';
import { settings as runs } from '../support/arbitraries.ts';
import { at, hourMs } from '../support/builders.ts';

const now = at('12:00');
const accountId = 'acc-1';

const label = fc.constantFrom('a', 'ab', 'b', 'acme', 'notacme', 'mail');
/** Of few labels, so that many cover others. */
const domain = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('com', 'co.uk', 'example'))
  .map(([labels, suffix]) => [...labels, suffix].join('.'));
const domains = fc.array(domain, { maxLength: 5 });

const spelledDomain = fc.oneof(
  domain,
  domain.map((name) => ` ${name.toUpperCase()}. `),
  domain.map((name) => `jane@${name}`),
  domain.map((name) => `*.${name}`),
  domain.map((name) => `https://${name}/x`),
  fc.constantFrom('münchen.de', 'MÜNCHEN.de', 'xn--mnchen-3ya.de'),
);

const maybe = fc.constantFrom(true, false, null);
const hostIds = fc.constantFrom('h1', 'h2', 'h3');
const webinarIds = fc.constantFrom('900100200', '900100201');
const instants = fc.integer({ min: -3, max: 0 }).map((hours) => now + hours * hourMs);

const userSettings: fc.Arbitrary<UserSettings> = fc.record({
  syncsWebinars: maybe,
  syncsRecordings: maybe,
  newWebinarsOffSince: fc.option(
    instants.map((instant) => new Date(instant).toISOString()),
    { nil: null },
  ),
  webinars: fc.dictionary(webinarIds, fc.boolean(), { noNullPrototype: true }),
});

const choice = fc.constantFrom<UserChoice>('none', 'selected', 'all');

const anySettings = (entry: fc.Arbitrary<string>): fc.Arbitrary<Settings> =>
  fc.record({
    isSyncOn: fc.boolean(),
    webinarUsers: choice,
    recordingUsers: choice,
    recordingExclusions: fc.array(entry, { maxLength: 5 }),
    contactExclusions: fc.array(entry, { maxLength: 5 }),
    users: fc.dictionary(
      hostIds.map((id) => `${accountId}:${id}`),
      userSettings,
      { noNullPrototype: true },
    ),
    contactPolicy: fc.constantFrom('create-and-update', 'update-only'),
    zoomSharePercent: fc.integer({ min: 1, max: 100 }),
    backfillDays: fc.integer({ min: 0, max: 180 }),
  });

const webinar = fc.record({
  accountId: fc.constant(accountId),
  hostId: hostIds,
  webinarId: webinarIds,
  createdAt: fc.option(instants, { nil: null }),
});

function normalise(given: Settings, stored: Settings, moment = now): Settings {
  const result = normaliseSettings(given, stored, moment);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.settings;
}

describe('whether a webinar is synced', () => {
  it('S2: is no, whatever else is set, while sync is off', () => {
    fc.assert(
      fc.property(anySettings(domain), webinar, (settings, given) => {
        const off = { ...settings, isSyncOn: false };

        expect(decideWebinar(off, given)).toEqual({ isOn: false, setting: 'sync' });
        expect(decideRecordings(off, given)).toEqual({ isOn: false, setting: 'sync' });
      }),
      runs,
    );
  });

  it('S4: is yes wherever its recordings are synced', () => {
    fc.assert(
      fc.property(anySettings(domain), webinar, (settings, given) => {
        const recordings = decideRecordings(settings, given);

        expect(!recordings.isOn || decideWebinar(settings, given).isOn).toBe(true);
      }),
      runs,
    );
  });

  it('S7: is what its own switch says wherever sync is on for anybody', () => {
    fc.assert(
      fc.property(
        anySettings(domain),
        webinar,
        userSettings,
        fc.boolean(),
        fc.constantFrom<UserChoice>('selected', 'all'),
        (settings, given, host, isOn, webinarUsers) => {
          const key = `${accountId}:${given.hostId}`;
          const users = { ...settings.users, [key]: { ...host, webinars: { [given.webinarId]: isOn } } };

          expect(decideWebinar({ ...settings, isSyncOn: true, webinarUsers, users }, given).isOn).toBe(isOn);
        },
      ),
      runs,
    );
  });

  it('does not depend on what is set for others', () => {
    fc.assert(
      fc.property(anySettings(domain), webinar, userSettings, (settings, given, other) => {
        const users = { ...settings.users, [`acc-2:${given.hostId}`]: other, [`${accountId}:other`]: other };

        expect(decideWebinar({ ...settings, users }, given)).toEqual(decideWebinar(settings, given));
      }),
      runs,
    );
  });
});

describe('normalised settings', () => {
  it('are the same when they are normalised again', () => {
    fc.assert(
      fc.property(anySettings(spelledDomain), anySettings(domain), (given, stored) => {
        const once = normalise(given, stored);

        expect(normalise(once, stored, now + hourMs).contactExclusions).toEqual(once.contactExclusions);
        expect(normalise(once, once, now + hourMs)).toEqual(once);
      }),
      runs,
    );
  });

  it('come back from their record as they were', () => {
    fc.assert(
      fc.property(anySettings(spelledDomain), (given) => {
        const settings = normalise(given, defaultSettings);

        expect(parseSettings(formatSettings(settings))).toEqual({ kind: 'settings', settings });
      }),
      runs,
    );
  });

  it('decide as the given ones do, as long as no new webinars were switched off', () => {
    fc.assert(
      fc.property(anySettings(domain), webinar, (settings, given) => {
        expect(decideWebinar(normalise(settings, settings), given)).toEqual(decideWebinar(settings, given));
      }),
      runs,
    );
  });

  it('are one text in whatever order they were given', () => {
    fc.assert(
      fc.property(anySettings(domain), (settings) => {
        const reversed = {
          ...settings,
          contactExclusions: settings.contactExclusions.toReversed(),
          users: Object.fromEntries(Object.entries(settings.users).toReversed()),
        };

        expect(formatSettings(normalise(reversed, settings))).toBe(formatSettings(normalise(settings, settings)));
      }),
      runs,
    );
  });
});

describe('S6: excluded domains', () => {
  it('cover whole labels only, whatever stands before or behind', () => {
    fc.assert(
      fc.property(domains, domain, fc.constantFrom('', 'JANE', '"a@b"', 'acme.com'), (excluded, given, local) => {
        const covering = excluded.filter((each) => given === each || given.endsWith(`.${each}`));
        const widest = covering.toSorted((one, other) => one.length - other.length)[0] ?? null;

        expect(createDomainTest(excluded)(`${local}@${given}`)).toBe(widest);
      }),
      runs,
    );
  });

  it('cover what they were understood from, in any spelling of it', () => {
    fc.assert(
      fc.property(spelledDomain, (given) => {
        const parsed = parseExcludedDomain(given);
        const understood = parsed.kind === 'domain' ? parsed.domain : '';
        const excludedDomainOf = createDomainTest([understood]);

        expect(parseExcludedDomain(understood)).toEqual({ kind: 'domain', domain: understood });
        expect(excludedDomainOf(`jane@${understood}`)).toBe(understood);
        expect(excludedDomainOf(`jane@mail.${understood.toUpperCase()}`)).toBe(understood);
        expect(excludedDomainOf(`jane@not${understood}`)).toBeNull();
      }),
      runs,
    );
  });

  it('are understood, or refused, but never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
        expect(['domain', 'problem']).toContain(parseExcludedDomain(given).kind);
        expect(() => createDomainTest(['acme.com'])(`jane@${given}`)).not.toThrow();
      }),
      runs,
    );
  });
});

describe('the hash of the rules about people', () => {
  const rules = fc.record({
    contactExclusions: domains,
    recordingExclusions: domains,
    contactPolicy: fc.constantFrom('create-and-update', 'update-only'),
  });

  it('differs exactly when somebody is treated differently', () => {
    fc.assert(
      fc.property(rules, rules, fc.boolean(), (one, given, isNear) => {
        const other = isNear
          ? { ...one, contactExclusions: [...one.contactExclusions, ...given.contactExclusions] }
          : given;
        const named = [one, other].flatMap((each) => [...each.contactExclusions, ...each.recordingExclusions]);
        const treatments = [one, other].map((each) => {
          const { excludedDomainOf, isRecordingExcluded, mayCreateContacts } = toPeopleRules(each);
          const of = named.map((name) => [excludedDomainOf(`x@${name}`), isRecordingExcluded(`x@${name}`)]);
          return JSON.stringify([of, mayCreateContacts]);
        });

        expect(peopleRulesHash(one) === peopleRulesHash(other)).toBe(treatments[0] === treatments[1]);
      }),
      runs,
    );
  });
});
