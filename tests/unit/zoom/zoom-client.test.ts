import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { HttpAnswer } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError } from '../../../src/app/app.functions/http/integration-error.ts';
import { createZoomClient } from '../../../src/app/app.functions/zoom/zoom-client.ts';
import { aFailure, failureOf } from '../http/http-kit.ts';
import { answering, fixedTokens, scriptedSend } from './zoom-kit.ts';

const schema = z.object({ ok: z.boolean() });
const aRead = { operation: 'read a thing', path: '/things/a%252Fb', rateClass: 'zoom-light' } as const;
const refused = new IntegrationError(aFailure('unauthorised', { httpStatus: 401 }));

function clientOf(...answers: readonly (HttpAnswer | Error)[]) {
  const { send, requests } = scriptedSend(...answers);
  const client = createZoomClient({ send, tokens: fixedTokens, baseUrl: 'https://api.zoom.us/v2' });
  return { client, requests, sentTokens: () => requests.map(({ headers }) => headers['authorization']) };
}

describe('a read from Zoom', () => {
  it('carries the token in its header and the path as it is', async () => {
    const { client, requests } = clientOf(answering({ ok: true }));

    await expect(
      client.read({ ...aRead, query: { page_size: '300', next_page_token: null, q: 'a+b&c' } }, schema),
    ).resolves.toEqual({ ok: true });

    expect(requests).toEqual([
      {
        system: 'zoom',
        operation: 'read a thing',
        method: 'GET',
        url: 'https://api.zoom.us/v2/things/a%252Fb?page_size=300&q=a%2Bb%26c',
        headers: { authorization: 'Bearer token-1' },
        isIdempotent: true,
        rateClass: 'zoom-light',
      },
    ]);
  });

  it('replaces a refused token once and asks again once', async () => {
    const { client, sentTokens } = clientOf(refused, answering({ ok: true }));

    await expect(client.read(aRead, schema)).resolves.toEqual({ ok: true });

    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('does not go round in circles when the new token is refused as well', async () => {
    const { client, requests } = clientOf(refused, refused);

    expect((await failureOf(client.read(aRead, schema))).kind).toBe('unauthorised');

    expect(requests).toHaveLength(2);
  });

  it('does not replace the token after other failures', async () => {
    const { client, requests } = clientOf(new IntegrationError(aFailure('missing-scope')));

    expect((await failureOf(client.read(aRead, schema))).kind).toBe('missing-scope');

    expect(requests).toHaveLength(1);
  });

  it('names the operation when the answer does not fit', async () => {
    const { client } = clientOf(answering({ ok: 'yes' }));

    expect(await failureOf(client.read(aRead, schema))).toMatchObject({
      kind: 'unexpected-shape',
      operation: 'read a thing',
      reason: { problem: 'ok: expected boolean' },
    });
  });
});
