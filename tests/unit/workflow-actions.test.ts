import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { appDir } from '../../scripts/project/paths.ts';
import {
  failWith,
  registrationErrorCodes,
  removalErrorCodes,
  succeedWith,
} from '../../src/app/app.functions/registration/action-outputs.ts';

/** What an admin's or a marketer's HubSpot may call the five languages of the app; Norwegian has two names. */
const locales = ['en', 'de', 'nb', 'no', 'pt-br', 'zh-tw'];

const texts = z.record(z.string(), z.string().min(1));
const field = z.looseObject({
  typeDefinition: z.looseObject({ name: z.string(), optionsUrl: z.string().optional() }),
  supportedValueTypes: z.array(z.string()).optional(),
});
const labelsOf = z.strictObject({
  actionName: z.string().min(1),
  actionDescription: z.string().min(1),
  actionCardContent: z.string().min(1),
  inputFieldLabels: texts,
  inputFieldDescriptions: texts,
  outputFieldLabels: texts,
  executionRules: texts,
});
const action = z.object({
  uid: z.string(),
  type: z.literal('workflow-action'),
  config: z.looseObject({
    actionUrl: z.string(),
    inputFields: z.array(field),
    outputFields: z.array(field),
    executionRules: z.array(z.object({ labelName: z.string(), conditions: z.record(z.string(), z.string()) })),
    labels: z.record(z.string(), labelsOf),
  }),
});

const read = (name: string) =>
  action.parse(JSON.parse(readFileSync(join(appDir, 'workflow-actions', `${name}-hsmeta.json`), 'utf8')));

const endpointPaths = readdirSync(join(appDir, 'functions'))
  .filter((file) => file.endsWith('-hsmeta.json'))
  .map((file) =>
    z
      .object({ config: z.looseObject({ endpoint: z.object({ path: z.string() }).optional() }) })
      .parse(JSON.parse(readFileSync(join(appDir, 'functions', file), 'utf8'))),
  )
  .flatMap(({ config }) => config.endpoint?.path ?? []);

describe.each([
  [
    'add-contact-to-zoom-webinar',
    registrationErrorCodes,
    ['registered', 'already-registered', 'awaiting-approval'],
    [
      'status',
      'errorCode',
      'joinUrl',
      'registrantId',
      'webinarId',
      'missingQuestions',
      'webinarAccount',
      'retryAt',
      'zoomMessage',
    ],
  ],
  [
    'remove-contact-from-zoom-webinar',
    removalErrorCodes,
    ['removed', 'already-removed'],
    ['status', 'errorCode', 'webinarId', 'retryAt', 'zoomMessage'],
  ],
] as const)('the action %s', (name, errorCodes, statuses, outputs) => {
  const { uid, config } = read(name);
  const { labels, executionRules } = config;
  const inputNames = config.inputFields.map(({ typeDefinition }) => typeDefinition.name);

  it('is named after its file', () => {
    expect(uid).toBe(name.replaceAll('-', '_'));
  });

  it('has a rule for every error code and every status, and for nothing else', () => {
    const conditions = executionRules.map((rule) => rule.conditions);

    expect(conditions).toHaveLength(errorCodes.length + statuses.length);
    expect(conditions).toEqual(
      expect.arrayContaining([
        ...errorCodes.map((errorCode) => ({ errorCode })),
        ...statuses.map((status) => ({ status })),
      ]),
    );
  });

  it('declares every output that it can have', () => {
    expect(config.outputFields.map(({ typeDefinition }) => typeDefinition.name)).toEqual(outputs);
    const sent = Object.keys({ ...failWith('HOST'), ...succeedWith('registered') });
    expect(sent.filter((output) => output !== 'hs_execution_state')).toEqual(expect.arrayContaining([...outputs]));
  });

  it.each(locales)('speaks %s: every text that there is, and no other', (locale) => {
    const own = labelsOf.parse(labels[locale]);

    expect(Object.keys(own.inputFieldLabels)).toEqual(inputNames);
    expect(Object.keys(own.inputFieldDescriptions)).toEqual(inputNames);
    expect(Object.keys(own.outputFieldLabels)).toEqual(outputs);
    expect(Object.keys(own.executionRules)).toEqual(executionRules.map(({ labelName }) => labelName));
  });

  it.each(locales)('gives every rule a sentence of its own in %s', (locale) => {
    const sentences = Object.values(labels[locale]?.executionRules ?? {});

    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThan(10);
  });

  it('speaks no other language, and says in each the same with the same values', () => {
    const valuesIn = (text = ''): readonly string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([value]) => value);

    expect(Object.keys(labels)).toEqual(locales);
    for (const { labelName } of executionRules) {
      const english = valuesIn(labels['en']?.executionRules[labelName]);
      for (const locale of locales) {
        expect([labelName, locale, valuesIn(labels[locale]?.executionRules[labelName])]).toEqual([
          labelName,
          locale,
          english,
        ]);
      }
      expect(english.every((value) => (outputs as readonly string[]).includes(value.slice(2, -2)))).toBe(true);
    }
    expect(labels['no']).toEqual(labels['nb']);
  });

  it('takes exactly one kind of value in each field', () => {
    expect(config.inputFields.map(({ supportedValueTypes }) => supportedValueTypes)).toEqual([
      ['STATIC_VALUE'],
      ['STATIC_VALUE'],
      ['OBJECT_PROPERTY'],
      ['STATIC_VALUE'],
      ['STATIC_VALUE'],
    ]);
  });

  it('calls endpoints that there are, with the token of the profile', () => {
    const urls = [
      config.actionUrl,
      ...config.inputFields.flatMap(({ typeDefinition }) => typeDefinition.optionsUrl ?? []),
    ];

    expect(urls).toHaveLength(4);
    for (const url of urls) {
      const [, path = ''] = /^\$\{FUNCTIONS_BASE_URL\}\/([\w-]+)\?t=\$\{ENDPOINT_TOKEN\}$/.exec(url) ?? [];
      expect(endpointPaths).toContain(path);
    }
  });
});

describe('S40', () => {
  it('is said word for word', () => {
    expect(read('add-contact-to-zoom-webinar').config.labels['en']?.executionRules['host']).toBe(
      'Webinar host cannot register for the webinar',
    );
  });
});
