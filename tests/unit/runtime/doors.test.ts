import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseEndpointAccess } from '../../../src/app/app.functions/access/endpoint-access.ts';
import { readRequest } from '../../../src/app/app.functions/access/read-request.ts';
import type { EndpointRequest } from '../../../src/app/app.functions/access/request.ts';
import { hubspotDoor, type Admission, type Door } from '../../../src/app/app.functions/runtime/doors.ts';
import type { DoorKeys } from '../../../src/app/app.functions/runtime/environment.ts';
import { zoomDoor } from '../../../src/app/app.functions/runtime/zoom-door.ts';

const nowMs = 1_795_000_000_000;
const token = 'a-token-of-thirty-two-characters';
const nextToken = 'the-token-that-takes-its-place-1';
const baseUrl = 'https://123.hs-sites.com/hs/serverless';

const connection = (name: string, accountId: string, webhookSecretToken: string | null) => ({
  name,
  accountId,
  clientId: 'client',
  clientSecret: 'secret',
  webhookSecretToken,
});
const north = connection('north', 'acc-north', 'hook-north');
const south = connection('south', 'acc-south', 'hook-south');
const unsigned = connection('unsigned', 'acc-unsigned', null);

function keysOf(access: object, connections: unknown = [north, south, unsigned]): DoorKeys {
  return {
    ...parseEndpointAccess(JSON.stringify({ tokens: [token], ...access })),
    zoomConnections: typeof connections === 'string' ? connections : JSON.stringify(connections),
  };
}

interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

function aRequest({ query = {}, headers = {}, body = {} }: Sent): EndpointRequest {
  const read = readRequest({ params: query, headers, body: JSON.stringify(body) });
  if (read.kind === 'refused') throw new Error(read.cause);
  return read.request;
}

const open = (door: Door, sent: Sent, keys: DoorKeys): Admission => door(aRequest(sent), keys, nowMs);
const admitted = (zoomConnection: object | null = null) => ({ kind: 'admitted', zoomConnection });
const refused = (cause: string) => ({ kind: 'refused', cause });

const signedByHubSpot = (url: string, secret = 'app-secret') => ({
  'x-hubspot-signature-v3': createHmac('sha256', secret).update(`POST${url}{}${nowMs}`).digest('base64'),
  'x-hubspot-request-timestamp': String(nowMs),
});

describe('the door for HubSpot', () => {
  const door = hubspotDoor('add-registrant');
  const signing = { clientSecret: 'app-secret', baseUrl };

  it('opens to the token in the URL where there is no signature', () => {
    expect(open(door, { query: { t: token } }, keysOf(signing))).toEqual(admitted());
    expect(open(door, { query: { t: nextToken } }, keysOf(signing))).toEqual(refused('wrong-token'));
    expect(open(door, {}, keysOf(signing))).toEqual(refused('no-proof'));
  });

  it('opens to both tokens while one takes the place of the other, and then to the new one only', () => {
    const doors = [{ tokens: [token] }, { tokens: [nextToken, token] }, { tokens: [nextToken] }].map((access) =>
      [token, nextToken].map((t) => open(door, { query: { t } }, keysOf(access)).kind),
    );

    expect(doors).toEqual([
      ['admitted', 'refused'],
      ['admitted', 'admitted'],
      ['refused', 'admitted'],
    ]);
  });

  it('opens to a signature over the URL as it was called, without a token', () => {
    const headers = signedByHubSpot(`${baseUrl}/add-registrant?userEmail=ada@example.com`);

    expect(open(door, { headers, query: { userEmail: 'ada@example.com' } }, keysOf(signing))).toEqual(admitted());
    expect(open(hubspotDoor('other'), { headers }, keysOf(signing))).toEqual(refused('wrong-signature'));
  });

  it('stays closed to a wrong or old signature, whatever else is shown', () => {
    const url = `${baseUrl}/add-registrant?t=${token}`;
    const query = { t: token };

    const wrong = signedByHubSpot(url, 'another-secret');
    expect(open(door, { headers: wrong, query }, keysOf(signing))).toEqual(refused('wrong-signature'));
    const right = signedByHubSpot(url);
    expect(door(aRequest({ headers: right, query }), keysOf(signing), nowMs + 300_001)).toEqual(
      refused('stale-signature'),
    );
  });

  it.each([{}, { clientSecret: 'app-secret' }, { baseUrl }])(
    'goes by the token alone where signatures cannot be checked: %j',
    (access) => {
      const headers = signedByHubSpot(`${baseUrl}/add-registrant`);

      expect(open(door, { headers }, keysOf(access))).toEqual(refused('no-proof'));
      expect(open(door, { headers, query: { t: token } }, keysOf(access))).toEqual(admitted());
    },
  );

  it('opens to nobody where the secret cannot be read', () => {
    const keys = { ...parseEndpointAccess('{'), zoomConnections: undefined };

    expect(open(door, { query: { t: '' } }, keys)).toEqual(refused('wrong-token'));
    expect(open(door, { query: { t: 'undefined' } }, keys)).toEqual(refused('wrong-token'));
  });
});

describe('the door for Zoom', () => {
  const seconds = String(nowMs / 1000);
  const eventOf = (accountId: string) => ({ event: 'webinar.ended', payload: { account_id: accountId } });
  const validation = { event: 'endpoint.url_validation', payload: { plainToken: 'abc' } };
  const signedByZoom = (body: object, secret: string) => ({
    'x-zm-signature': `v0=${createHmac('sha256', secret)
      .update(`v0:${seconds}:${JSON.stringify(body)}`)
      .digest('hex')}`,
    'x-zm-request-timestamp': seconds,
  });
  const query = { t: token };

  it('opens to events signed with the secret of the connection whose account they name', () => {
    const admissions = [north, south].map(({ accountId, webhookSecretToken }) => {
      const body = eventOf(accountId);
      return open(zoomDoor, { body, headers: signedByZoom(body, webhookSecretToken ?? '') }, keysOf({}));
    });

    expect(admissions).toEqual([admitted(north), admitted(south)]);
  });

  it('stays closed to an event signed with the secret of another account, even with the token', () => {
    const body = eventOf('acc-south');
    const headers = signedByZoom(body, 'hook-north');

    expect(open(zoomDoor, { body, headers, query }, keysOf({}))).toEqual(refused('wrong-signature'));
  });

  it('stays closed to an old signature, even with the token', () => {
    const body = eventOf('acc-north');
    const request = aRequest({ body, headers: signedByZoom(body, 'hook-north'), query });

    expect(zoomDoor(request, keysOf({}), nowMs + 300_001)).toEqual(refused('stale-signature'));
  });

  it.each(['acc-unknown', '', null, 4, ['acc-north']])('stays closed to events of the account %j', (account) => {
    const body = { event: 'webinar.ended', payload: { account_id: account } };

    expect(open(zoomDoor, { body, query }, keysOf({}))).toEqual(refused('wrong-account'));
  });

  it.each([{}, { payload: null }, { payload: 'text' }, { payload: {} }])(
    'stays closed to events of none: %j',
    (body) => {
      expect(open(zoomDoor, { body, query }, keysOf({}))).toEqual(refused('wrong-account'));
    },
  );

  it('goes by the token where the signature was dropped, or the connection has no secret to check it with', () => {
    const body = eventOf('acc-unsigned');
    const headers = signedByZoom(body, 'a secret that we do not have');

    expect(open(zoomDoor, { body: eventOf('acc-south'), query }, keysOf({}))).toEqual(admitted(south));
    expect(open(zoomDoor, { body, headers, query }, keysOf({}))).toEqual(admitted(unsigned));
    expect(open(zoomDoor, { body, headers }, keysOf({}))).toEqual(refused('no-proof'));
    expect(open(zoomDoor, { body, query: { t: nextToken } }, keysOf({}))).toEqual(refused('wrong-token'));
  });

  it('accepts either secret where one account is connected twice', () => {
    const twins = [north, connection('again', 'acc-north', 'hook-again')];
    const body = eventOf('acc-north');
    const names = ['hook-north', 'hook-again'].map((secret) => {
      const admission = open(zoomDoor, { body, headers: signedByZoom(body, secret) }, keysOf({}, twins));
      return admission.kind === 'admitted' ? admission.zoomConnection?.name : admission.cause;
    });

    expect(names).toEqual(['north', 'again']);
    expect(open(zoomDoor, { body, query }, keysOf({}, twins))).toEqual(admitted(north));
  });

  it('takes the question whether the URL is ours for the connection whose secret signed it', () => {
    const headers = signedByZoom(validation, 'hook-south');

    expect(open(zoomDoor, { body: validation, headers }, keysOf({}))).toEqual(admitted(south));
    expect(open(zoomDoor, { body: validation, headers: signedByZoom(validation, 'x') }, keysOf({}))).toEqual(
      refused('wrong-signature'),
    );
  });

  it('takes that question without a signature for the only connection that has a secret, or the one in the URL', () => {
    const ask = (asked: Readonly<Record<string, string>>, connections: readonly object[]) =>
      open(zoomDoor, { body: validation, query: { ...query, ...asked } }, keysOf({}, connections));

    expect(ask({}, [unsigned, south])).toEqual(admitted(south));
    expect(ask({}, [north, south])).toEqual(refused('connection-unclear'));
    expect(ask({ connection: 'south' }, [north, south])).toEqual(admitted(south));
    expect(ask({ connection: 'unsigned' }, [north, south, unsigned])).toEqual(refused('connection-unclear'));
    expect(ask({}, [unsigned])).toEqual(refused('wrong-account'));
    expect(open(zoomDoor, { body: validation }, keysOf({}, [south]))).toEqual(refused('no-proof'));
  });

  it.each(['', '{', '[]', '[{}]'])('stays closed where the connections cannot be read: %j', (secret) => {
    expect(open(zoomDoor, { body: eventOf('acc-north'), query }, keysOf({}, secret))).toEqual(
      refused('connections-unreadable'),
    );
  });
});
