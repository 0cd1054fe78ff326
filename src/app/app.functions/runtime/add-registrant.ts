import type { Reply } from '../access/request.ts';
import { emptyHistory } from '../contact-history/contact-history.ts';
import { parseHistory } from '../contact-history/history-text.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import type { Instant } from '../domain/instant.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { failWith, toOutputs, type ActionOutputs } from '../registration/action-outputs.ts';
import { answerFromContact, answerPropertyNames } from '../registration/contact-answers.ts';
import type { RegistrationForm } from '../registration/form.ts';
import { findKnownRegistration, type KnownRegistration } from '../registration/known-registration.ts';
import type { Refused } from '../registration/ports.ts';
import { prepareRegistration } from '../registration/prepare-registration.ts';
import { register } from '../registration/register.ts';
import {
  claimKeyOf,
  claimRegistration,
  finishClaim,
  readClaim,
  removeOldClaims,
  type AttemptOutcome,
  type RegistrationClaim,
} from '../registration/registration-claim.ts';
import { ensureAccount } from '../setup/ensure-account.ts';
import type { StateStore } from '../sync/ports.ts';
import { openStateStore } from './accounts.ts';
import { askAgain, toActionReply } from './action-reply.ts';
import { readActionRequest, type ActionRequest } from './action-request.ts';
import type { RequestCall } from './handle-request.ts';
import { readContact, requireAddress } from './read-contact.ts';
import { namePropertyNames, readFormOrRefusal, toContactToRegister, toRegisterParts } from './register-at-zoom.ts';
import { showChange } from './show-change.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

const contactPropertiesRead = [...namePropertyNames, ...answerPropertyNames, contactPropertyNames.history];

/**
 * The workflow action “Add contact to Zoom webinar”: registers the contact once, however often HubSpot asks, and has the
 * registration written back.
 *
 * In a warm process somebody new costs three HubSpot calls (the contact, the claim, its outcome) and one Zoom call; the
 * write-back is shared by all who come within some seconds.
 */
export async function addRegistrant(call: RequestCall): Promise<Reply> {
  const { request, vendors, callId } = call;
  const startedMs = systemTime.monotonicMs();
  const read = readActionRequest(request, vendors);
  if (read.kind === 'ended') return toActionReply(read.outputs);
  const { contactId, webinarId, occurrenceId, zoom, callbackId } = read.request;
  const { accountId } = zoom.connection;
  const reply = (outputs: ActionOutputs): Reply => toActionReply({ ...outputs, webinarId });

  const [contact, form] = await Promise.all([
    readContact(vendors.hubspot, contactId, contactPropertiesRead),
    readFormOfProcess(read.request),
  ]);
  const email = requireAddress(contact);
  if (form.kind === 'refused') return reply(await explainMissing(vendors, read.request, form));
  const prepared = prepareRegistration(form, {
    contact: toContactToRegister(contact, email),
    occurrenceId,
    answers: answerFromContact(form.questions, contact.properties),
  });
  if (prepared.kind === 'refused') return reply(toOutputs(prepared));

  const { registrant } = prepared;
  const store = await openClaims(vendors);
  const key = claimKeyOf({ ...registrant, accountId });
  const history = parseHistory(contact.properties[contactPropertyNames.history]) ?? emptyHistory;
  const known = findKnownRegistration(history, { ...registrant, accountId });
  if (known !== null) return reply(toOutputs(await recall(store, key, callbackId, known)));

  const claimed = await claimRegistration(store, key, callbackId, systemTime.now());
  if (claimed.kind === 'busy') return askAgain(claimed.retryAfterMs);
  if (claimed.kind === 'answered') return reply(toOutputs(claimed.outcome));

  const { needsApproval } = form.webinar;
  const isLookedUp = claimed.kind === 'again';
  const outcome: AttemptOutcome = await register(toRegisterParts(vendors, zoom), registrant, {
    needsApproval,
    isLookedUp,
  });
  const isRegistered = outcome.kind === 'registered' || outcome.kind === 'already-registered';
  await Promise.all([
    remember(store, key, { callbackId, claimedAt: systemTime.now(), outcome }),
    isRegistered ? orNothing(showChange(call, store, zoom, { webinarId, email, callId, startedMs })) : null,
  ]);
  return reply(toOutputs(outcome));
}

/** Of this process. A workflow sends its contacts one by one, and all of them to the same form. */
const forms = new Map<string, { readonly form: OpenForm; readonly readAt: Instant }>();
const formKeptMs = 60_000;
const formsKept = 100;

type OpenForm = RegistrationForm & { readonly kind: 'form' };

/** A form that is as old as a minute may have changed since; Zoom looks at every registration itself. */
async function readFormOfProcess({ zoom, webinarId }: ActionRequest): Promise<OpenForm | Refused> {
  const key = `${zoom.connection.accountId} ${webinarId}`;
  const now = systemTime.now();
  const known = forms.get(key);
  if (known !== undefined && now - known.readAt < formKeptMs) return known.form;
  const form = await readFormOrRefusal(zoom, webinarId);
  forms.delete(key);
  if (form.kind === 'refused' || form.obstacle !== null) return form;
  if (forms.size >= formsKept) forms.clear();
  forms.set(key, { form, readAt: now });
  return form;
}

/** Where Zoom does not know the webinar, another connected account may: it is asked only then. */
async function explainMissing(vendors: Vendors, { zoom, webinarId }: ActionRequest, refused: Refused) {
  const others = vendors.connections().filter(({ accountId }) => accountId !== zoom.connection.accountId);
  if (refused.refusal.cause !== 'webinar-not-found' || others.length === 0) return toOutputs(refused);
  const owners = await Promise.all(
    others.map(async ({ name }) => {
      // An account that cannot answer does not own the webinar, as far as anybody can tell.
      const webinar = await orNothing(vendors.zoom(name).source.readWebinar(webinarId));
      return webinar === null ? null : name;
    }),
  );
  const owner = owners.find((name) => name !== null) ?? null;
  return owner === null ? toOutputs(refused) : failWith('WEBINAR_OF_OTHER_ACCOUNT', { webinarAccount: owner });
}

/** Accounts whose definitions this process knows to be up to date. */
const readyAccounts = new Set<string>();

/** The app's memory. An account that was never set up is set up now: nothing else can tell that a call comes twice. */
async function openClaims({ hubspot }: Vendors): Promise<StateStore> {
  if (!readyAccounts.has(hubspot.accountKey)) {
    await ensureAccount({ api: hubspot, now: systemTime.now() });
    readyAccounts.add(hubspot.accountKey);
  }
  return openStateStore(hubspot);
}

/** Somebody whom HubSpot shows as registered: by this very call before, or by whatever else. */
async function recall(
  store: StateStore,
  key: string,
  callbackId: string,
  known: KnownRegistration,
): Promise<AttemptOutcome> {
  const claim = await readClaim(store, key);
  const outcome = claim?.outcome?.kind === 'refused' ? null : (claim?.outcome ?? null);
  if (claim?.callbackId === callbackId && outcome?.kind === 'registered') return outcome;
  const { registrantId = '', joinUrl = null } = outcome ?? {};
  return { kind: 'already-registered', registrantId, joinUrl: known.joinUrl ?? joinUrl };
}

/** What goes wrong here changes nothing about the registration; Zoom's lists know it, too. */
async function remember(store: StateStore, key: string, claim: RegistrationClaim): Promise<void> {
  await orNothing(finishClaim(store, key, claim));
  await orNothing(removeOldClaims(store, key, claim.claimedAt));
}

async function orNothing<Result>(promise: Promise<Result>): Promise<Result | null> {
  try {
    return await promise;
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return null;
  }
}
