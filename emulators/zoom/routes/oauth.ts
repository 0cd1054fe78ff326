import { json, type EmulatorAnswer, type EmulatorCall, type Operation } from '../../core/operation.ts';
import { issueToken } from '../auth.ts';
import type { ZoomWorld } from '../world.ts';

const refuse = (reason: string, error: string): EmulatorAnswer => json(400, { reason, error });

/**
 * The token endpoint of server-to-server apps. Its errors have a shape of their own: `reason` and `error`, no `code`.
 * @see https://developers.zoom.us/docs/internal-apps/s2s-oauth/ (read 2026-11-20)
 */
export const oauthToken: Operation<ZoomWorld> = {
  id: 'oauth.token',
  method: 'POST',
  paths: ['/oauth/token'],
  handle(world, call) {
    const client = readBasicCredentials(call);
    const appAccount = client === null ? undefined : world.accountsByClientId.get(client.id);
    if (client === null || appAccount?.clientSecret !== client.secret || !appAccount.isAppActive) {
      return refuse('Invalid client_id or client_secret', 'invalid_client');
    }
    const form = readForm(world, call);
    if (form.get('grant_type') !== 'account_credentials') {
      return refuse('unsupported grant type', 'unsupported_grant_type');
    }
    const accountId = form.get('account_id') ?? '';
    if (accountId === '') return refuse('Bad Request', 'invalid_request');
    const account = world.accountsById.get(accountId);
    if (account === undefined) return refuse('Account does not exist', 'invalid_request');
    if (account !== appAccount) return refuse('Account does not enabled the OAuth app type', 'invalid_request');

    return json(200, {
      access_token: issueToken(world, account),
      token_type: 'bearer',
      expires_in: world.switches.tokenLifeSeconds,
      scope: [...account.scopes].join(' '),
      api_url: world.publicUrl(),
    });
  },
};

function readBasicCredentials(call: EmulatorCall): { id: string; secret: string } | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(call.headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? null : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** A body that is not a form counts as empty. */
function readForm(world: ZoomWorld, call: EmulatorCall): URLSearchParams {
  const contentType = (call.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const form = new URLSearchParams(contentType === 'application/x-www-form-urlencoded' ? call.rawBody : '');
  if (world.switches.acceptTokenParametersInQuery) {
    for (const [name, value] of call.query) if (!form.has(name)) form.set(name, value);
  }
  return form;
}
