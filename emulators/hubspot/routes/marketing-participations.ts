import { json, type EmulatorCall } from '../../core/operation.ts';
import type { HubSpotWorld, MarketingEvent } from '../entities.ts';
import { problems } from '../errors.ts';
import { breakdownPageSizeMax } from '../limits.ts';
import {
  countParticipations,
  participationsAt,
  participationsOf,
  presentParticipation,
  type Participation,
} from '../marketing/participation.ts';
import { contactStore } from '../object-types.ts';
import { findByUniqueValue } from '../objects/store.ts';
import { defineOperation, pageByOffset, pathParameter, type HubSpotOperation } from '../operations.ts';
import { eventById, marketingPaths, marketingReadScopes, ownEvent } from './marketing-paths.ts';

const participationStates = ['REGISTERED', 'CANCELLED', 'ATTENDED', 'NO_SHOW'] as const;

function breakdown(world: HubSpotWorld, call: EmulatorCall, participations: readonly Participation[]) {
  const state = call.query.get('state');
  if (state !== null && !participationStates.some((known) => known === state)) {
    throw problems.invalidQuery('state', `known are ${participationStates.join(', ')}`);
  }
  const wanted = participations.filter((participation) => state === null || participation.state === state);
  const { page, paging } = pageByOffset(world, call, wanted, { fallback: 10, maximum: breakdownPageSizeMax });
  return json(200, {
    total: wanted.length,
    results: page.map((participation) => presentParticipation(world, participation)),
    ...(paging === undefined ? {} : { paging }),
  });
}

/** A contact id or an e-mail, as the breakdowns take them. */
function contactIdOf(world: HubSpotWorld, identifier: string): string | undefined {
  if (/^\d+$/.test(identifier)) return identifier;
  return findByUniqueValue(contactStore(world), 'email', identifier)?.id;
}

function breakdownOf(world: HubSpotWorld, call: EmulatorCall, event: MarketingEvent) {
  const identifier = call.query.get('contactIdentifier');
  const all = participationsAt(world, event);
  if (identifier === null || identifier === '') return breakdown(world, call, all);
  const contactId = contactIdOf(world, identifier);
  return breakdown(
    world,
    call,
    all.filter((participation) => participation.contactId === contactId),
  );
}

const eventByExternalPath = (world: HubSpotWorld, call: EmulatorCall): MarketingEvent =>
  ownEvent(world, call, pathParameter(call, 'externalAccountId'));

/** Counters and breakdowns; the more literal pattern comes first where two fit one path. */
export const participationOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'marketing-events.participations.of-contact',
    method: 'GET',
    paths: marketingPaths('/participations/contacts/:contactIdentifier/breakdown'),
    scopes: marketingReadScopes,
    handle(world, call) {
      const contactId = contactIdOf(world, pathParameter(call, 'contactIdentifier'));
      return breakdown(world, call, contactId === undefined ? [] : participationsOf(world, contactId));
    },
  }),
  defineOperation({
    id: 'marketing-events.participations.breakdown-by-object-id',
    method: 'GET',
    paths: marketingPaths('/participations/:marketingEventId/breakdown'),
    scopes: marketingReadScopes,
    handle: (world, call) => breakdownOf(world, call, eventById(world, call, 'marketingEventId')),
  }),
  defineOperation({
    id: 'marketing-events.participations.breakdown',
    method: 'GET',
    paths: marketingPaths('/participations/:externalAccountId/:externalEventId/breakdown'),
    scopes: marketingReadScopes,
    handle: (world, call) => breakdownOf(world, call, eventByExternalPath(world, call)),
  }),
  defineOperation({
    id: 'marketing-events.participations.counters',
    method: 'GET',
    paths: marketingPaths('/participations/:externalAccountId/:externalEventId'),
    scopes: marketingReadScopes,
    handle: (world, call) => json(200, countParticipations(world, eventByExternalPath(world, call))),
  }),
  defineOperation({
    id: 'marketing-events.participations.counters-by-object-id',
    method: 'GET',
    paths: marketingPaths('/participations/:marketingEventId'),
    scopes: marketingReadScopes,
    handle: (world, call) => json(200, countParticipations(world, eventById(world, call, 'marketingEventId'))),
  }),
];
