import * as z from 'zod';
import { json, noContent } from '../../core/operation.ts';
import { callTypeId, contactTypeId, userTypeId } from '../object-types.ts';
import { idText } from '../objects/create-associations.ts';
import { gdprDelete, mergeRecords } from '../objects/merge.ts';
import { presentRead } from '../objects/present.ts';
import { searchRecords, searchSchema } from '../objects/search.ts';
import { defineOperation, readBody, type HubSpotOperation } from '../operations.ts';
import { batchEndpoints } from './object-batches.ts';
import { createCustomFamily, createStandardFamily, type ObjectFamily } from './object-family.ts';
import { recordEndpoints } from './object-records.ts';

const mergeSchema = z.object({ primaryObjectId: idText, objectIdToMerge: idText });
const gdprSchema = z.object({ objectId: idText, idProperty: z.string().nullish() });

const endpoints = {
  ...recordEndpoints,
  ...batchEndpoints,

  search: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('search'),
      method: 'POST',
      paths: family.paths('/search'),
      scopes: family.scopes('read'),
      budget: 'search',
      handle(world, call) {
        const store = family.store(world, call);
        const request = readBody(call, searchSchema);
        const { total, hits, after } = searchRecords(world, store, request);
        const requested = { properties: request.properties ?? [], withHistory: [] };
        return json(200, {
          total,
          results: hits.map(({ record, properties }) => presentRead(world, store, record, requested, properties)),
          ...(after === null ? {} : { paging: { next: { after } } }),
        });
      },
    }),

  merge: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('merge'),
      method: 'POST',
      paths: family.paths('/merge'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const store = family.store(world, call);
        const survivor = mergeRecords(world, store, readBody(call, mergeSchema));
        const requested = {
          properties: [...store.type.defaultProperties, 'hs_merged_object_ids'],
          withHistory: [],
        };
        return json(200, presentRead(world, store, survivor, requested));
      },
    }),

  'gdpr-delete': (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('gdpr-delete'),
      method: 'POST',
      paths: family.paths('/gdpr-delete'),
      scopes: family.scopes('write'),
      handle(world, call) {
        gdprDelete(world, family.store(world, call), readBody(call, gdprSchema));
        return noContent;
      },
    }),
} as const;

/** In this order, because a literal segment must come before a parameter in its place. */
const recordNames = [
  'list',
  'create',
  'batch-read',
  'batch-create',
  'batch-update',
  'batch-upsert',
  'batch-archive',
  'search',
  'get',
  'update',
  'archive',
] as const;

const of = (family: ObjectFamily, ...names: readonly (keyof typeof endpoints)[]): readonly HubSpotOperation[] =>
  names.map((name) => endpoints[name](family));

/** Contacts, calls and users by name, and custom objects last, because their paths take any name. */
export const objectOperations: readonly HubSpotOperation[] = [
  ...of(createStandardFamily('contacts', contactTypeId), 'merge', 'gdpr-delete', ...recordNames),
  ...of(createStandardFamily('calls', callTypeId), ...recordNames),
  ...of(createStandardFamily('users', userTypeId), 'list', 'batch-read', 'search', 'get'),
  ...of(createCustomFamily(), 'merge', ...recordNames),
];
