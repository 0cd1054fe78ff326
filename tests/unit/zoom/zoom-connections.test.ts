import { describe, expect, it } from 'vitest';
import { parseZoomConnections, pickZoomConnection } from '../../../src/app/app.functions/zoom/zoom-connections.ts';
import { failureOf } from '../http/http-kit.ts';

const anEntry = { name: 'Brand', accountId: 'acc', clientId: 'cli', clientSecret: 'hush-hush' };
const parsing = async (secret: string | undefined) => parseZoomConnections(secret);
const parsingEntries = (...entries: readonly unknown[]) => parsing(JSON.stringify(entries));

describe('the secret with the Zoom connections', () => {
  it('is a list whose first entry is the primary connection', async () => {
    const connections = await parsingEntries(
      { ...anEntry, name: ' Brand ', clientSecret: ' hush-hush\n', extra: true },
      { ...anEntry, name: 'Other', webhookSecretToken: 'hook' },
    );

    expect(connections).toEqual([
      { ...anEntry, webhookSecretToken: null },
      { ...anEntry, name: 'Other', webhookSecretToken: 'hook' },
    ]);
  });

  it('may be surrounded by blanks, and a webhook token may be empty', async () => {
    const secret = `\n ${JSON.stringify([{ ...anEntry, webhookSecretToken: ' ' }])} \n`;

    await expect(parsing(secret)).resolves.toEqual([{ ...anEntry, webhookSecretToken: null }]);
  });

  it.each([undefined, '', '  \n'])('is missing when it is %j', async (secret) => {
    expect(await failureOf(parsing(secret))).toMatchObject({
      kind: 'rejected',
      system: 'app',
      reason: { cause: 'connections-missing' },
    });
  });

  it.each([
    ['[{"name": "Brand", "clientSecret": "hush-hush"', 'it is not valid JSON'],
    [JSON.stringify(anEntry), 'it is not a list: put the connections between [ and ]'],
    ['[]', 'the list is empty'],
    ['["hush-hush"]', 'entry 1 is not an object'],
    [JSON.stringify([anEntry, null]), 'entry 2 is not an object'],
    [JSON.stringify([anEntry, { ...anEntry, name: '' }]), 'entry 2 lacks a text for name'],
    [
      JSON.stringify([{ name: 'Brand', clientSecret: 4711 }]),
      'entry 1 lacks a text for accountId, clientId, clientSecret',
    ],
    [JSON.stringify([{ ...anEntry, webhookSecretToken: 4711 }]), 'entry 1 lacks a text for webhookSecretToken'],
    [JSON.stringify([anEntry, { ...anEntry, name: 'Brand ' }]), 'two entries have the name "Brand"'],
  ])('says what is wrong with %s, and nothing of its content', async (secret, problem) => {
    const failure = await failureOf(parsing(secret));

    expect(failure.reason).toEqual({ cause: 'connections-malformed', problem });
    expect(JSON.stringify(failure)).not.toMatch(/hush-hush|4711/);
  });
});

describe('picking a connection', () => {
  const connections = parseZoomConnections(JSON.stringify([anEntry, { ...anEntry, name: 'Other' }]));

  it('gives the primary one when none is named', () => {
    expect(pickZoomConnection(connections, undefined).name).toBe('Brand');
  });

  it('finds one by its name', () => {
    expect(pickZoomConnection(connections, ' Other ').name).toBe('Other');
  });

  it('names those that exist when there is no such connection', async () => {
    const picking = async () => pickZoomConnection(connections, 'Third');

    expect((await failureOf(picking())).reason).toEqual({
      cause: 'connection-unknown',
      name: 'Third',
      known: ['Brand', 'Other'],
    });
  });
});
