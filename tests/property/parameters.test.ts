import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { appDir } from '../../scripts/project/paths.ts';
import { skipReasonLabels } from '../../src/app/app.functions/audit/not-synced-csv.ts';
import { isIntegrationError } from '../../src/app/app.functions/http/integration-error.ts';
import { activityParameters } from '../../src/app/app.functions/runtime/activity-parameters.ts';
import { auditLogParameters } from '../../src/app/app.functions/runtime/audit-parameters.ts';
import {
  contactWebinarsParameters,
  noParameters,
  parseParameters,
  syncPersonParameters,
  syncWebinarParameters,
} from '../../src/app/app.functions/runtime/parameters.ts';
import {
  registerContactParameters,
  registrationFormParameters,
} from '../../src/app/app.functions/runtime/registration-parameters.ts';
import {
  previewSettingsParameters,
  saveSettingsParameters,
} from '../../src/app/app.functions/runtime/settings-parameters.ts';
import { listWebinarsParameters, runSweepParameters } from '../../src/app/app.functions/runtime/sweep-parameters.ts';
import { zoomUsersParameters } from '../../src/app/app.functions/runtime/zoom-users-parameters.ts';
import { settings } from '../support/arbitraries.ts';

interface Case {
  readonly schema: z.core.$ZodType;
  /** With every parameter that there is. Those of one call that exclude each other stand in a case each. */
  readonly samples: readonly object[];
}

const webinarId = '12345678901';
const connection = 'main';
const runId = '7d4e1b0a-5b55-4d5e-9d0a-1f1f1f1f1f1f';

/** By the name of the schema. */
const cases: Readonly<Record<string, Case>> = {
  activityParameters: { schema: activityParameters, samples: [{ days: 14, timeZone: 'Europe/Berlin' }] },
  auditLogParameters: {
    schema: auditLogParameters,
    samples: [
      {
        webinarId,
        connection,
        view: 'people',
        query: 'ann',
        reason: 'excluded-domain',
        csvWords: { header: ['a', 'b', 'c', 'd'], reasons: skipReasonLabels },
        after: '50',
        limit: 50,
      },
    ],
  },
  contactWebinarsParameters: { schema: contactWebinarsParameters, samples: [{ contactId: '904' }] },
  listWebinarsParameters: {
    schema: listWebinarsParameters,
    samples: [
      {
        connection,
        query: 'launch',
        statuses: ['new', 'failed'],
        when: 'past',
        hostId: 'host-1',
        sort: 'topic',
        direction: 'ascending',
        after: '25',
        limit: 25,
      },
    ],
  },
  noParameters: { schema: noParameters, samples: [{}] },
  previewSettingsParameters: { schema: previewSettingsParameters, samples: [{ settings: {} }] },
  registerContactParameters: {
    schema: registerContactParameters,
    samples: [{ contactId: '904', webinarId, connection, occurrenceId: '1795000000000', answers: { city: 'Oslo' } }],
  },
  registrationFormParameters: { schema: registrationFormParameters, samples: [{ webinarId, connection }] },
  runSweepParameters: { schema: runSweepParameters, samples: [{ connection, sweepId: runId, mode: 'all' }] },
  saveSettingsParameters: { schema: saveSettingsParameters, samples: [{ settings: {}, version: 3 }] },
  syncPersonParameters: {
    schema: syncPersonParameters,
    samples: [
      { webinarId, connection, runId, address: 'ann@example.com' },
      { webinarId, connection, runId, contactId: '904' },
    ],
  },
  syncWebinarParameters: {
    schema: syncWebinarParameters,
    samples: [{ webinarId, connection, runId, dryRun: true, resume: 'abc', trigger: 'manual' }],
  },
  zoomUsersParameters: {
    schema: zoomUsersParameters,
    samples: [{ connection, query: 'ann', after: 'token', limit: 25 }],
  },
};

const samples = Object.entries(cases).flatMap(([name, { schema, samples: given }]) =>
  given.map((sample): [string, z.core.$ZodType, object] => [name, schema, sample]),
);

/** More than a call can carry. */
const charactersOfTooMuch = 7_000_000;
const itemsOfTooMany = 10_000;

/** The same value with one text or list of it too long, for each of them; other kinds of values have no length. */
function* withTooMuch(value: unknown): Generator {
  if (typeof value === 'string') {
    for (const letter of ['x', '1']) yield letter.repeat(charactersOfTooMuch);
  } else if (Array.isArray(value)) {
    yield Array.from({ length: itemsOfTooMany }, (_, index) => value[index % value.length] as unknown);
    for (const [index, item] of value.entries()) {
      for (const longer of withTooMuch(item)) yield value.with(index, longer);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, ...Object.fromEntries(Array.from({ length: itemsOfTooMany }, (_, index) => [`n${index}`, 'x'])) };
    for (const [name, member] of Object.entries(value)) {
      // Settings are checked where they are known: see tests/property/settings.test.ts.
      if (name === 'settings') continue;
      for (const longer of withTooMuch(member)) yield { ...value, [name]: longer };
    }
  }
}

/** What a caller is told; null where nothing was refused. */
function refusalOf(schema: z.core.$ZodType, sent: unknown): string | null {
  try {
    parseParameters(schema, sent);
    return null;
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return JSON.stringify(error.failure);
  }
}

describe('parameters of private functions', () => {
  it('are those of every schema that there is', () => {
    const folder = join(appDir, 'app.functions', 'runtime');
    const names = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^(?:export )?const (\w+Parameters) = /gm)].map(
        ([, name = '']) => name,
      ),
    );

    expect(names.toSorted()).toEqual(Object.keys(cases).toSorted());
  });

  it.each(samples)('are read: %s', (_name, schema, sample) => {
    expect(refusalOf(schema, sample)).toBeNull();
  });

  it.each(samples)('are refused when there is one more than there is: %s', (_name, schema, sample) => {
    for (const name of ['portalId', 'userId', 'isAdmin', 'constructor']) {
      const refusal = refusalOf(schema, { ...sample, [name]: 1 });
      expect(refusal).toContain('"cause":"parameter-unknown"');
      expect(refusal).toContain(`"name":"${name}"`);
    }
  });

  it.each(samples)(
    'are refused when a text or a list of them is too long, with few words: %s',
    (_name, schema, sample) => {
      for (const tooMuch of withTooMuch(sample)) {
        if ('settings' in sample && tooMuch !== null && Object.keys(tooMuch as object).length <= 2) continue;
        const refusal = refusalOf(schema, tooMuch);
        expect(refusal).toContain('"cause":"parameter-');
        expect(refusal?.length).toBeLessThan(600);
      }
    },
  );

  it.each(samples)('are anything at all, and lead to an answer of few words: %s', (_name, schema, sample) => {
    const names = fc.constantFrom(...Object.keys(sample), '__proto__', 'constructor', 'x'.repeat(10_000));
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(names, fc.jsonValue()).map((some): object => ({ ...sample, ...some })),
    );
    fc.assert(
      fc.property(anything, (sent) => {
        expect(refusalOf(schema, sent)?.length ?? 0).toBeLessThan(600);
      }),
      settings,
    );
  });
});
