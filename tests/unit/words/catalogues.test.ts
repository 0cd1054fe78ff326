import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../scripts/project/paths.ts';
import { type Language, languages } from '../../../src/app/extensions/shared/words/languages.ts';
import { cardCatalogues } from '../../../src/app/extensions/shared/words/messages/card-catalogues.ts';
import { catalogues } from '../../../src/app/extensions/shared/words/messages/catalogues.ts';
import { en } from '../../../src/app/extensions/shared/words/messages/en.ts';
import type { MessageKey } from '../../../src/app/extensions/shared/words/words.ts';
import { findMessageProblems, hasWords } from './check-message.ts';
import { type KeyUse, listBundledFiles, listSourceFiles, readKeyUse } from './key-use.ts';

const keys = Object.keys(en) as readonly MessageKey[];
const areas: ReadonlySet<string> = new Set(keys.map((key) => key.split('.')[0] ?? ''));

/** A language that has no translation yet shares the English catalogue. */
const translated = languages.filter(
  (language): language is Exclude<Language, 'en'> => language !== 'en' && catalogues[language] !== catalogues.en,
);
const grammarOf = (language: Language): Language => translated.find((each) => each === language) ?? 'en';

/** Texts that are the same in English: proper names, and words that the language has in common with it. */
const sameAsInEnglish: Readonly<Record<Exclude<Language, 'en'>, readonly MessageKey[]>> = {
  de: [
    'card.details',
    'home.column.host',
    'home.column.status',
    'home.column.switch',
    'home.filter.host',
    'home.filter.status',
    'home.webinars.id',
    'home.by-id.topic',
    'home.trial.details',
    'home.trial.person',
    'audit.people.name',
    'users.webinars.column.sync',
    'users.webinars.column.webinar',
    'users.webinar.dated',
  ],
  nb: [
    'home.column.type',
    'home.column.status',
    'home.filter.status',
    'home.webinars.id',
    'home.by-id.topic',
    'home.trial.person',
    'audit.session.minutes',
    'users.webinars.column.webinar',
    'users.webinar.dated',
  ],
  'pt-BR': [
    'common.webinars',
    'home.webinars.title',
    'home.webinars.id',
    'home.column.status',
    'home.filter.status',
    'home.by-id.topic',
    'audit.session.minutes',
    'backfill.phase.webinars',
    'users.column.webinars',
    'users.webinars.column.webinar',
    'users.webinar.dated',
  ],
  'zh-TW': ['home.webinars.id'],
};

const extensionsDir = join(repositoryRoot, 'src/app/extensions');
const messagesDir = join(extensionsDir, 'shared/words/messages');
const sources = listSourceFiles(extensionsDir).filter((path) => !path.startsWith(messagesDir));
const isUsed = (key: string, { literals, patterns }: KeyUse): boolean =>
  literals.has(key) || patterns.some((pattern) => pattern.test(key));

describe('a message', () => {
  const english = '{count, plural, one {# person of {name}} other {# people of {name}}}';

  it.each([
    ['de', '{count, plural, one {# Person von {name}} other {# Personen von {name}}}'],
    ['de', '{count, plural, =0 {niemand von {name}} one {eine Person von {name}} other {# Personen von {name}}}'],
    ['zh-TW', '{name} 的 {count, plural, other {# 人}}'],
    ['zh-TW', '{name} 的 {count, number} 人'],
    ['pt-BR', '{count, plural, one {# pessoa} many {# de pessoas} other {# pessoas}} de {name}'],
  ] as const)('is good in %s: %s', (language, text) => {
    expect(findMessageProblems(language, text, english)).toEqual([]);
  });

  it.each([
    ['de', '{count, plural, one {# Person}', 'is not in ICU message syntax'],
    ['de', '{count, plural, one {# Person} other {# Personen}}', 'lacks {name: text}'],
    ['de', '{count, number} Personen von {Name}', 'has {Name: text} too many'],
    ['de', '{count} Personen von {name}', 'lacks {count: number}'],
    ['de', '{count, plural, other {# Personen von {name}}}', 'has a plural without the branch one'],
    [
      'zh-TW',
      '{name} 的 {count, plural, one {# 人} other {# 人}}',
      'has a plural with the branch one, which the language never uses',
    ],
    ['de', '{count, number} Personen von "{name}"', 'has straight quotation marks or apostrophes'],
    ['de', '{count, number}  Personen von {name}', 'has several blanks in a row'],
    ['de', '{count, number} Personen von {name} ', 'begins or ends with a blank'],
    ['de', '{count, plural, one {Eine von {name}} other { # von {name}}}', 'begins or ends with a blank'],
    ['de', '{count, number} Personen von {name}...', 'has three dots instead of an ellipsis'],
    ['de', '{count, date} {name}', 'an argument of a kind that views do not give'],
  ] as const)('is found wanting in %s: %s', (language, text, problem) => {
    expect(findMessageProblems(language, text, english).join('; ')).toContain(problem);
  });

  it('must know every choice that the English one knows', () => {
    const choice = '{system, select, zoom {Zoom is away} other {The app is away}}';

    expect(findMessageProblems('de', '{system, select, other {Die App ist weg}}', choice)).not.toEqual([]);
    expect(findMessageProblems('de', '{system, select, zoom {Zoom ist weg} other {Die App ist weg}}', choice)).toEqual(
      [],
    );
  });

  it('is nothing to translate where it has no words of its own', () => {
    expect(hasWords('{title}: {connection}')).toBe(false);
    expect(hasWords('{count, plural, one {#} other {# people}}')).toBe(true);
  });
});

describe.each(languages)('B26: the catalogue of %s', (language) => {
  it('has only good messages', () => {
    const problems = keys.flatMap((key) =>
      findMessageProblems(grammarOf(language), catalogues[language][key], en[key]).map(
        (problem) => `${key} ${problem}`,
      ),
    );

    expect(problems).toEqual([]);
  });

  it('has the same keys as the English one', () => {
    expect(Object.keys(catalogues[language]).toSorted()).toEqual(keys.toSorted());
    expect(Object.keys(cardCatalogues[language]).toSorted()).toEqual(Object.keys(cardCatalogues.en).toSorted());
  });

  it('says the same on the card as on the settings page', () => {
    const { [language]: whole } = catalogues;

    expect(whole).toMatchObject(cardCatalogues[language]);
  });
});

describe('B26: a translation', () => {
  it('leaves no text in English', () => {
    const untranslated = translated.flatMap((language) =>
      keys
        .filter((key) => hasWords(en[key]) && !sameAsInEnglish[language].includes(key))
        .filter((key) => catalogues[language][key] === en[key])
        .map((key) => `${language} ${key}`),
    );

    expect(untranslated).toEqual([]);
  });

  it('differs from English wherever the list of exceptions does not say otherwise', () => {
    const needless = translated.flatMap((language) =>
      sameAsInEnglish[language]
        .filter((key) => catalogues[language][key] !== en[key])
        .map((key) => `${language} ${key}`),
    );

    expect(needless).toEqual([]);
  });
});

describe('the keys', () => {
  const use = readKeyUse(sources, areas);

  it('are each said somewhere', () => {
    expect(keys.filter((key) => !isUsed(key, use))).toEqual([]);
  });

  it('are all there that are said', () => {
    expect([...use.literals].filter((literal) => !(literal in en))).toEqual([]);
    expect(use.patterns.filter((pattern) => !keys.some((key) => pattern.test(key)))).toEqual([]);
  });

  it('are found as literals and as templates', () => {
    expect(use.literals).toContain('common.quoted');
    expect(isUsed('sync.status.complete', use) && isUsed('skip.denied', use)).toBe(true);
    expect(isUsed('warning.family.S99x.y', { literals: new Set(), patterns: [] })).toBe(false);
  });
});

describe('the bundle of the contact card', () => {
  const listSaid = (files: Iterable<string>): readonly MessageKey[] => {
    const use = readKeyUse(
      [...files].filter((path) => !path.startsWith(messagesDir)),
      areas,
    );
    return keys.filter((key) => isUsed(key, use));
  };
  const bundled = listBundledFiles(join(extensionsDir, 'contact-card/ContactCard.tsx'));
  const names = [...bundled].map((path) => relative(extensionsDir, path));

  it('has a message for everything that it says', () => {
    const said = listSaid(bundled);

    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((key) => !(key in cardCatalogues.en))).toEqual([]);
  });

  it('does not say what only the settings page says', () => {
    const said = listSaid(listBundledFiles(join(extensionsDir, 'settings-page/SettingsPage.tsx')));

    expect(said.filter((key) => !(key in cardCatalogues.en)).length).toBeGreaterThan(50);
  });

  it('does not carry the messages of the settings page', () => {
    expect(names).toContain('shared/words/messages/card-catalogues.ts');
    expect(
      names.filter((name) => /messages\/(?:catalogues|[\w-]+\/(?:home|settings|setup|warnings))\.ts$/u.test(name)),
    ).toEqual([]);
  });
});
