import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readFunctionDefinitions } from '../../scripts/project/function-definitions.ts';
import { functionsDir } from '../../scripts/project/paths.ts';
import type { EndpointMain } from '../../src/app/app.functions/runtime/handle-request.ts';
import { connections, endpointAccess, north, sign, toContext, tokenInForce, type Origin } from './signed-requests.ts';

const endpoints = readFunctionDefinitions(functionsDir).flatMap(({ uid, endpoint, secretKeys }) =>
  endpoint === null ? [] : [{ uid, ...endpoint, secretKeys }],
);

const loadMain = async (uid: string): Promise<EndpointMain> => {
  const loaded = (await import(`../../src/app/app.functions/entrypoints/${uid}.ts`)) as { main: EndpointMain };
  return loaded.main;
};

const originOf = (path: string): Origin => (path === 'zoom-events' ? 'zoom' : 'hubspot-v3');
/** Of a kind that the function has nothing to do about. */
const rawBody = JSON.stringify({ event: 'webinar.unknown', payload: { account_id: north.accountId } });

beforeEach(() => {
  vi.stubEnv('ENDPOINT_ACCESS', JSON.stringify(endpointAccess));
  vi.stubEnv('ZOOM_CONNECTIONS', JSON.stringify(connections));
  // Whoever gets in finds nothing to work with.
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', undefined);
  vi.stubEnv('HS_ACCESS_TOKEN', undefined);
});

describe('the endpoint functions', () => {
  it('are those for workflows and for Zoom', () => {
    expect(endpoints.map(({ path }) => path).toSorted()).toEqual(
      expect.arrayContaining(['add-registrant', 'run-zoom-sync', 'webinar-options', 'zoom-events']),
    );
  });

  it.each(endpoints)('take POST only, and get the secrets of the doors: $uid', ({ methods, secretKeys }) => {
    expect(methods).toEqual(['POST']);
    expect(secretKeys).toEqual(expect.arrayContaining(['ENDPOINT_ACCESS', 'HS_ACCESS_TOKEN', 'ZOOM_CONNECTIONS']));
  });

  it.each(endpoints)(
    'have a door that opens to who signed for their own path, and to the token: $uid',
    async ({ uid, path }) => {
      const main = await loadMain(uid);
      const origin = originOf(path);
      const statusOf = async (request: ReturnType<typeof sign>): Promise<number> =>
        (await main(toContext(request, true))).statusCode;
      const now = { atMs: Date.now() };
      const signed = sign(origin, rawBody, { ...now, path, query: 'a=b' });

      const stranger = await main(toContext({ ...signed, headers: {} }, true));
      const statuses = {
        signed: await statusOf(signed),
        token: await statusOf({ ...signed, headers: {}, query: `t=${tokenInForce}` }),
        forged: await statusOf(sign(origin, rawBody, { ...now, path, secret: 'guess' })),
        otherPath: await statusOf(sign(origin, rawBody, { ...now, path: 'another-path' })),
      };

      expect(stranger).toMatchObject({ statusCode: 401, body: '{}' });
      expect(statuses.forged).toBe(401);
      expect([statuses.signed, statuses.token]).not.toContain(401);
      // Zoom's signature does not cover the URL.
      expect(statuses.otherPath === 401).toBe(origin !== 'zoom');
      vi.mocked(console.log).mockClear();
    },
  );
});
