import type { EmulatorAnswer, EmulatorCall } from '../core/operation.ts';
import { accessOf, isAllowed } from './access.ts';
import type { Account } from './entities.ts';
import { refusals, type Refused } from './errors.ts';
import { countCall, rateCategoryHeader } from './limits.ts';
import { newId, type ZoomWorld } from './world.ts';
import { secondMs } from './zoom-time.ts';

export function issueToken(world: ZoomWorld, account: Account): string {
  if (world.switches.invalidatePreviousTokens) revokeTokens(world, account);
  const token = `eyJ${newId(world.random, 48)}.${newId(world.random, 96)}.${newId(world.random, 48)}`;
  world.tokens.set(token, {
    account,
    expiresAt: world.clock.now() + world.switches.tokenLifeSeconds * secondMs,
    isRevoked: false,
  });
  return token;
}

export function revokeTokens(world: ZoomWorld, account: Account): void {
  for (const issued of world.tokens.values()) if (issued.account === account) issued.isRevoked = true;
}

export const readBearer = (call: EmulatorCall): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(call.headers.get('authorization') ?? '')?.[1];

/**
 * The account that the call's bearer token belongs to. Only the Authorization header counts: the vendor refuses tokens in
 * the query since 2023.
 * @throws Refused 401/124
 */
export function accountOf(world: ZoomWorld, call: EmulatorCall): Account {
  const bearer = readBearer(call);
  const issued = bearer === undefined ? undefined : world.tokens.get(bearer);
  if (issued === undefined || issued.isRevoked || !issued.account.isAppActive) throw refusals.invalidToken();
  if (issued.expiresAt <= world.clock.now()) throw refusals.expiredToken();
  return issued.account;
}

/** Token, then rate limit, then scope, then the permissions of the app's owner. @throws Refused */
export function admitCall(world: ZoomWorld, call: EmulatorCall): EmulatorAnswer | null {
  const access = accessOf(call.operationId);
  if (access === null) return null;
  const account = accountOf(world, call);
  const { limitHeaders } = world.switches;
  const limited = countCall(account.usage, account.plan, access.label, world.clock.now(), limitHeaders);
  if (limited !== null) return limited;
  if (!isAllowed(account.scopes, access)) throw refusals.missingScope(access.scopes);
  if (account.missingPermissions.has(access.permission)) throw refusePermission(world, call.operationId);
  return null;
}

function refusePermission({ switches }: ZoomWorld, operationId: string): Refused {
  if (operationId === 'recordings.get') return refusals.noRightToRecording(switches.recordingPermissionStatus);
  return operationId === 'transcript.get' ? refusals.noRightToTranscript() : refusals.noPermission();
}

/** Every answer of the API has a tracking id, and says what the call counted as. */
export function addStandardHeaders(world: ZoomWorld, call: EmulatorCall, answer: EmulatorAnswer): EmulatorAnswer {
  world.answerCount += 1;
  const trackingId = `v=2.0;clid=us02;rid=WEB_${world.answerCount.toString(16).padStart(32, '0')}`;
  const access = accessOf(call.operationId);
  const category = access === null || answer.status === 401 ? {} : rateCategoryHeader(access.label);
  return { ...answer, headers: { 'x-zm-trackingid': trackingId, ...category, ...answer.headers } };
}
