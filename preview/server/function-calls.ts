import { Hono } from 'hono';
import * as z from 'zod';
import { FunctionCallError, toHubSpotErrorBody } from '../../scripts/function-runner/function-call-error.ts';
import type { FunctionRunner } from '../../scripts/function-runner/function-runner.ts';
import { readContactValues } from './contact-record.ts';
import type { HubSpotReader } from './hubspot-reader.ts';

/** Where HubSpot's own pages call app functions. */
export const functionCallPath = '/api/crm-extensibility/execution/internal/v3/action/function/:appId';

const requestSchema = z.object({
  serverlessFunction: z.string().min(1),
  parameters: z.record(z.string(), z.unknown()).default({}),
  objectQuery: z
    .object({
      objectId: z.union([z.int(), z.string()]).transform(String),
      objectTypeId: z.literal('0-1'),
      objectPropertyNames: z.array(z.string()).default([]),
    })
    .optional(),
});

/** Answers as HubSpot does: 200 with `response`, or 400 with its error body. */
export function functionCallRoutes({ runner, hubSpot }: { runner: FunctionRunner; hubSpot: HubSpotReader }): Hono {
  return new Hono().post(functionCallPath, async (context) => {
    const parsed = requestSchema.safeParse(await context.req.json().catch(() => null));
    if (!parsed.success) return context.json(invalidRequest(z.prettifyError(parsed.error)), 400);
    const { serverlessFunction, parameters, objectQuery } = parsed.data;
    const names = objectQuery?.objectPropertyNames ?? [];
    const propertiesToSend =
      objectQuery === undefined || names.length === 0
        ? {}
        : await readContactValues(hubSpot, objectQuery.objectId, names);
    try {
      const { answer } = await runner.call<unknown>(serverlessFunction, parameters, {
        propertiesToSend: Object.fromEntries(
          Object.entries(propertiesToSend).map(([name, value]) => [name, value ?? '']),
        ),
      });
      return context.json({ logId: 'n/a', response: answer });
    } catch (error) {
      if (!(error instanceof FunctionCallError)) throw error;
      return context.json(toHubSpotErrorBody(error), 400);
    }
  });
}

const invalidRequest = (message: string): object => ({
  status: 'error',
  message,
  correlationId: 'n/a',
  errors: [],
  category: 'VALIDATION_ERROR',
  subCategory: 'GenXExecutionErrorType.INVALID_REQUEST',
});
