import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDemoWorld } from '../../../scripts/demo/demo-world.ts';
import { describeStandIns, writeEnvironmentFile } from '../../../scripts/stand-ins/guide.ts';
import { readSeed } from '../../../scripts/stand-ins/read-seed.ts';
import { parseStandInArguments } from '../../../scripts/stand-ins/stand-in-arguments.ts';
import { startStandIns, type StandIns } from '../../../scripts/stand-ins/start-stand-ins.ts';
import { UsageError } from '../../../scripts/terminal/run-command.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

let folder: string;
let running: StandIns[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-ins-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((standIns) => standIns.close()));
  rmSync(folder, { recursive: true });
});

function writeSeed(content: string): { kind: 'file'; path: string } {
  const path = join(folder, 'seed.json');
  writeFileSync(path, content);
  return { kind: 'file', path };
}

async function start(options: Parameters<typeof startStandIns>[0]): Promise<StandIns> {
  const standIns = await startStandIns(options);
  running.push(standIns);
  return standIns;
}

describe('the command line of the stand-ins', () => {
  it('has fixed ports and the demo company unless told otherwise', () => {
    expect(parseStandInArguments([])).toEqual({
      zoomPort: 4010,
      hubSpotPort: 4020,
      seed: { kind: 'demo' },
      zoomLatencyMs: 0,
      hubSpotLatencyMs: 0,
      zoomPublicUrl: null,
      hubSpotPublicUrl: null,
    });
  });

  it('takes every flag', () => {
    expect(
      parseStandInArguments(
        '--zoom-port 0 --hubspot-port 0 --seed world.json --latency-zoom 250 --latency-hubspot 120 --zoom-public-url http://127.0.0.1:9/ --hubspot-public-url https://h.example.com'.split(
          ' ',
        ),
      ),
    ).toEqual({
      zoomPort: 0,
      hubSpotPort: 0,
      seed: { kind: 'file', path: 'world.json' },
      zoomLatencyMs: 250,
      hubSpotLatencyMs: 120,
      zoomPublicUrl: 'http://127.0.0.1:9',
      hubSpotPublicUrl: 'https://h.example.com',
    });
  });

  it.each([
    [['--zoom-port', 'x'], '--zoom-port must be a whole number'],
    [['--zoom-port', '65536'], '--zoom-port must be a whole number'],
    [['--latency-zoom=-5'], '--latency-zoom must be a whole number'],
    [['--zoom-port', '5', '--hubspot-port', '5'], 'different ports'],
    [['--seed='], '--seed must be demo, none'],
    [['--zoom-public-url', 'nowhere'], '--zoom-public-url must be a URL'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j', (argv, sentence) => {
    expect(() => parseStandInArguments(argv)).toThrow(UsageError);
    expect(() => parseStandInArguments(argv)).toThrow(sentence);
  });
});

describe('the seed of the stand-ins', () => {
  it('is both halves of a file', () => {
    const seed = readSeed(writeSeed('{"zoom":{"accounts":[]},"hubspot":{"contacts":[]}}'), now);

    expect(seed).toMatchObject({ zoom: { accounts: [] }, hubspot: { contacts: [] } });
  });

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'must look like'],
    ['{"zoom":{},"hubpsot":{}}', 'hubpsot'],
    ['{"zoom":[]}', 'must look like'],
  ])('refuses the file %s', (content, sentence) => {
    const choice = writeSeed(content);

    expect(() => readSeed(choice, now)).toThrow(UsageError);
    expect(() => readSeed(choice, now)).toThrow(sentence);
  });

  it('refuses a file that is not there', () => {
    expect(() => readSeed({ kind: 'file', path: join(folder, 'none.json') }, now)).toThrow('cannot be read');
  });

  it('names the vendor whose half is wrong and the place', async () => {
    const wrongZoom = readSeed(writeSeed('{"zoom":{"accounts":[{}]}}'), now);
    const wrongHubSpot = readSeed(writeSeed('{"hubspot":{"contacts":[{"id":"x","properties":{}}]}}'), now);

    await expect(startStandIns({ seed: wrongZoom })).rejects.toThrow(/Zoom seed is wrong: .*account_id/su);
    await expect(startStandIns({ seed: wrongHubSpot })).rejects.toThrow(/HubSpot seed is wrong at contacts\.0\.id/u);
  });
});

describe('running stand-ins', () => {
  it('say how to connect to them, from what the seed holds', async () => {
    const seed = readSeed(
      writeSeed(
        JSON.stringify({
          zoom: { accounts: [{ account_id: 'acc', client_id: 'cli', client_secret: 'sec' }] },
          hubspot: { account: { token: 'pat-own' } },
        }),
      ),
      now,
    );

    const { env, zoom, hubSpot, connectionNames } = await start({ seed });

    expect(env).toEqual({
      ZOOM_API_URL: `${zoom.url}/v2`,
      ZOOM_OAUTH_URL: `${zoom.url}/oauth/token`,
      HUBSPOT_API_URL: hubSpot.url,
      ZOOM_CONNECTIONS: '[{"name":"acc","accountId":"acc","clientId":"cli","clientSecret":"sec"}]',
      HUBSPOT_ACCESS_TOKEN: 'pat-own',
    });
    expect(connectionNames).toEqual(['acc']);
  });

  it('write the given public address into links', async () => {
    const { env } = await start({ seed: createDemoWorld(now), zoomPublicUrl: 'https://zoom.example.com' });

    const answer = await fetch(env.ZOOM_OAUTH_URL, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('demo-solarix-client:demo-solarix-secret').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: 'demo-solarix' }),
    });

    expect(await answer.json()).toMatchObject({ api_url: 'https://zoom.example.com' });
  });

  it('say which port is taken', async () => {
    const { zoom } = await start({ seed: readSeed({ kind: 'none' }, now) });

    await expect(startStandIns({ seed: readSeed({ kind: 'none' }, now), zoomPort: zoom.port })).rejects.toThrow(
      `Port ${zoom.port} is taken`,
    );
  });

  it('write their variables so that a shell reads them back unchanged', () => {
    const path = join(folder, 'demo.env');

    writeEnvironmentFile(path, { A: '[{"name":"O\'Neil"}]', B: 'x' });

    expect(readFileSync(path, 'utf8')).toBe(`A='[{"name":"O'\\''Neil"}]'\nB='x'\n`);
  });
});

describe('what is said about running stand-ins', () => {
  it('names the places to look at and a command for each Zoom account that a shell understands', () => {
    const lines = describeStandIns(
      { zoom: { url: 'http://z' }, hubSpot: { url: 'http://h' }, connectionNames: ['Main', "Jo's Academy"] },
      'build/demo.env',
    );

    expect(lines.join('\n')).toContain('http://z/_control/requests');
    expect(lines.join('\n')).toContain('http://h/_control/state');
    expect(lines).toContain('  set -a; . build/demo.env; set +a');
    expect(lines).toContain('  npm run sync -- --sweep');
    expect(lines).toContain(`  npm run sync -- --sweep --connection 'Jo'\\''s Academy'`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});

describe('the demo company', () => {
  it('starts in both stand-ins', async () => {
    const { connectionNames } = await start({ seed: createDemoWorld(now) });

    expect(connectionNames).toEqual(['Solarix', 'Solarix Academy']);
  });
});
