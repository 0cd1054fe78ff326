import { describe, expect, it } from 'vitest';
import {
  anAccount,
  aWebinar,
  clientWith,
  connectZoom,
  hourMs,
  refusal,
  requestToken,
  secondMs,
  startZoom,
  webinarId,
} from './zoom-emulator-kit.ts';

async function askForToken(url: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { method: 'POST', ...init });
  return { status: response.status, body: await response.json() };
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const form = 'application/x-www-form-urlencoded';
const goodBody = 'grant_type=account_credentials&account_id=account-1';

describe('the token endpoint', () => {
  it('gives a bearer token for an hour, with the scopes and the address of the API', async () => {
    const emulator = await startZoom({ accounts: [anAccount({ scopes: ['report:read:webinar:admin', 'x:y:admin'] })] });

    const answer = await requestToken(emulator);

    expect(answer).toMatchObject({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^eyJ/) as unknown,
        token_type: 'bearer',
        expires_in: 3600,
        scope: 'report:read:webinar:admin x:y:admin',
        api_url: emulator.url,
      },
    });
  });

  it.each([
    ['an unknown client', { clientId: 'stranger' }, 'Invalid client_id or client_secret', 'invalid_client'],
    ['a wrong secret', { clientSecret: 'wrong' }, 'Invalid client_id or client_secret', 'invalid_client'],
    ['an unknown account', { accountId: 'nowhere' }, 'Account does not exist', 'invalid_request'],
    [
      "another app's account",
      { accountId: 'account-2' },
      'Account does not enabled the OAuth app type',
      'invalid_request',
    ],
    ['no account', { accountId: '' }, 'Bad Request', 'invalid_request'],
  ])('refuses %s with an error of its own shape', async (_case, credentials, reason, error) => {
    const other = anAccount({ account_id: 'account-2', client_id: 'client-2', client_secret: 'secret-2' });
    const emulator = await startZoom({ accounts: [anAccount(), other] });

    const { status, body } = await requestToken(emulator, credentials);

    expect({ status, body }).toEqual({ status: 400, body: { reason, error } });
  });

  it.each([
    ['another grant', form, 'grant_type=client_credentials&account_id=account-1'],
    ['no grant', form, 'account_id=account-1'],
    ['a JSON body', 'application/json', '{"grant_type":"account_credentials","account_id":"account-1"}'],
  ])('refuses %s as an unsupported grant type', async (_case, contentType, body) => {
    const emulator = await startZoom({ accounts: [anAccount()] });

    const answer = await askForToken(`${emulator.url}/oauth/token`, {
      headers: { authorization: basic('client-1:secret-1'), 'content-type': contentType },
      body,
    });

    expect(answer).toEqual({
      status: 400,
      body: { reason: 'unsupported grant type', error: 'unsupported_grant_type' },
    });
  });

  it('refuses a request without Basic credentials', async () => {
    const emulator = await startZoom({ accounts: [anAccount()] });

    const answer = await askForToken(`${emulator.url}/oauth/token`, {
      headers: { 'content-type': form },
      body: `${goodBody}&client_id=client-1&client_secret=secret-1`,
    });

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
  });

  it('takes the parameters in the query only where the account is set up so', async () => {
    const emulator = await startZoom({ accounts: [anAccount()] });
    const ask = () =>
      askForToken(`${emulator.url}/oauth/token?${goodBody}`, {
        headers: { authorization: basic('client-1:secret-1') },
      });

    const before = await ask();
    emulator.world().switches.acceptTokenParametersInQuery = true;
    const after = await ask();

    expect([before.status, after.status]).toEqual([400, 200]);
  });

  it('refuses an app that was deactivated, and its tokens', async () => {
    const zoom = await connectZoom();

    await zoom.control('change-account', { account_id: 'account-1', isAppActive: false });

    expect(await requestToken(zoom.emulator)).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    expect(await zoom.get('/users')).toMatchObject(refusal(401, 124, 'Invalid access token.'));
  });
});

describe('a token', () => {
  it('works until its hour is over', async () => {
    const zoom = await connectZoom();

    zoom.emulator.clock.advance(hourMs - secondMs);
    const lastSecond = await zoom.get('/users');
    zoom.emulator.clock.advance(secondMs);
    const after = await zoom.get('/users');

    expect(lastSecond.status).toBe(200);
    expect(after).toMatchObject(refusal(401, 124, 'Access token is expired.'));
  });

  it('works beside newer ones', async () => {
    const zoom = await connectZoom();

    await requestToken(zoom.emulator);

    expect((await zoom.get('/users')).status).toBe(200);
  });

  it('dies with the next one where the switch says so', async () => {
    const zoom = await connectZoom({}, { invalidatePreviousTokens: true });

    const { body } = await requestToken(zoom.emulator);
    const withNewToken = await clientWith(zoom.emulator, String(body['access_token']))('GET', '/users');

    expect(await zoom.get('/users')).toMatchObject(refusal(401, 124, 'Invalid access token.'));
    expect(withNewToken.status).toBe(200);
  });

  it('can be revoked', async () => {
    const zoom = await connectZoom();

    await zoom.control('revoke-tokens', { account_id: 'account-1' });

    expect(await zoom.get('/users')).toMatchObject(refusal(401, 124, 'Invalid access token.'));
  });

  it('counts in the Authorization header only, never in the query', async () => {
    const emulator = await startZoom({ accounts: [anAccount()] });
    const { body } = await requestToken(emulator);

    const response = await fetch(`${emulator.url}/v2/users?access_token=${String(body['access_token'])}`);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 124, message: 'Invalid access token.' });
  });

  it('opens its own account only', async () => {
    const other = anAccount({
      account_id: 'account-2',
      client_id: 'client-2',
      client_secret: 'secret-2',
      users: [{ email: 'boss@other.example' }],
      webinars: [aWebinar({ id: 95_000_000_001, host_email: 'boss@other.example' })],
    });
    const zoom = await connectZoom({ webinars: [aWebinar()] }, {}, [other]);
    const zoomOfOther = await zoom.as('account-2', 'client-2', 'secret-2');

    expect((await zoom.get(`/webinars/${webinarId}`)).status).toBe(200);
    expect(await zoomOfOther.get(`/webinars/${webinarId}`)).toMatchObject(
      refusal(404, 3001, `Webinar does not exist: ${webinarId}.`),
    );
    expect((await zoomOfOther.get('/users')).body).toMatchObject({ users: [{ email: 'boss@other.example' }] });
  });
});

describe('scopes', () => {
  it.each([
    ['GET', '/users', 'user:read:list_users:admin'],
    ['GET', '/users/host-1/webinars', 'webinar:read:list_webinars,webinar:read:list_webinars:admin'],
    ['GET', `/webinars/${webinarId}`, 'webinar:read:webinar,webinar:read:webinar:admin'],
    ['GET', `/webinars/${webinarId}/registrants`, 'webinar:read:list_registrants,webinar:read:list_registrants:admin'],
    ['POST', `/webinars/${webinarId}/registrants`, 'webinar:write:registrant,webinar:write:registrant:admin'],
    ['GET', `/report/webinars/${webinarId}`, 'report:read:webinar:admin'],
    ['GET', `/past_webinars/${webinarId}/absentees`, 'webinar:read:list_absentees,webinar:read:list_absentees:admin'],
  ])('are asked for by %s %s: 400, not 401, with the names', async (method, path, names) => {
    const zoom = await connectZoom({ scopes: [], webinars: [aWebinar()] });
    const { body } = await requestToken(zoom.emulator);

    const answer = await clientWith(zoom.emulator, String(body['access_token']))(method, path);

    expect(answer).toMatchObject(refusal(400, 4711, `Invalid access token, does not contain scopes:[${names}].`));
  });

  it('of users do not open anything to an app for servers', async () => {
    const zoom = await connectZoom({ scopes: ['webinar:read:list_webinars'] });

    expect((await zoom.get('/users/host-1/webinars')).status).toBe(400);
  });

  it('of the older, broader kind are enough', async () => {
    const zoom = await connectZoom({ scopes: ['webinar:read:admin'] });

    expect((await zoom.get('/users/host-1/webinars')).status).toBe(200);
    expect(await zoom.get('/users')).toMatchObject({ status: 400, body: { code: 4711 } });
  });

  it('do not help when the owner of the app lacks the role permission', async () => {
    const zoom = await connectZoom({ standIn: { missingPermissions: ['UsageReport:Read'] }, webinars: [aWebinar()] });

    expect(await zoom.get(`/report/webinars/${webinarId}`)).toMatchObject(refusal(400, 200, 'No permission.'));
    expect((await zoom.get(`/webinars/${webinarId}`)).status).toBe(200);
  });
});

describe('addresses that are not part of the API', () => {
  it.each(['/nowhere', '/users/host-1/nowhere', '/webinars//registrants'])('%s is answered with 2300', async (path) => {
    const zoom = await connectZoom();

    expect(await zoom.get(path)).toMatchObject(refusal(400, 2300, 'This API endpoint is not recognized.'));
  });

  it('a body that is not JSON is refused', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });
    const { body } = await requestToken(zoom.emulator);

    const response = await fetch(`${zoom.emulator.url}/v2/webinars/${webinarId}/registrants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(body['access_token'])}`, 'content-type': 'application/json' },
      body: '{"email":',
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: 300, message: 'Request Body should be a valid JSON object.' });
  });
});
