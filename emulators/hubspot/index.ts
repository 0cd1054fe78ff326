import { createHash } from 'node:crypto';
import type { EmulatorAnswer, EmulatorCall } from '../core/operation.ts';
import { startEmulator, type Emulator, type EmulatorDefinition, type EmulatorOptions } from '../core/server.ts';
import { admitCall, rateLimitHeaders } from './auth.ts';
import type { HubSpotWorld } from './entities.ts';
import { problems } from './errors.ts';
import { levers } from './levers.ts';
import type { HubSpotOperation } from './operations.ts';
import { associationOperations } from './routes/associations.ts';
import { customEventOperations } from './routes/custom-events.ts';
import { directoryOperations } from './routes/directory.ts';
import { engagementOperations } from './routes/engagements.ts';
import { attendanceOperations } from './routes/marketing-attendance.ts';
import { marketingEventOperations } from './routes/marketing-events.ts';
import { participationOperations } from './routes/marketing-participations.ts';
import { objectOperations } from './routes/objects.ts';
import { propertyOperations } from './routes/properties.ts';
import { propertyGroupOperations } from './routes/property-groups.ts';
import { schemaOperations } from './routes/schemas.ts';
import type { Seed } from './seed.ts';
import { describeState } from './state.ts';
import { createWorld } from './world.ts';

export type { HubSpotWorld } from './entities.ts';
export { addAction, addWorkflow, enrol, type NewWorkflow } from './workflows/manage.ts';
export type { Enrolment, Workflow, WorkflowSettings } from './workflows/office.ts';
export { fetchOptions, type OptionsAnswer, type OptionsQuestion } from './workflows/options.ts';
export { nextWorkflowAt, runDueWorkflows, runWorkflowsUntil } from './workflows/run.ts';
export type { Seed as HubSpotSeed } from './seed.ts';
export type { Switches as HubSpotSwitches } from './switches.ts';
export { describeTimelines, type TimelineEntry } from './state.ts';

/** Every endpoint; associations come before the objects, whose paths take any segment. */
export const hubSpotOperations: readonly HubSpotOperation[] = [
  ...associationOperations,
  ...objectOperations,
  ...propertyGroupOperations,
  ...propertyOperations,
  ...schemaOperations,
  ...participationOperations,
  ...attendanceOperations,
  ...marketingEventOperations,
  ...customEventOperations,
  ...directoryOperations,
  ...engagementOperations,
];

const operationById = new Map(hubSpotOperations.map((operation) => [operation.id, operation]));

/** Puts what every HubSpot error has around what this one says. */
function completeError(answer: EmulatorAnswer, correlationId: string): EmulatorAnswer {
  if (answer.status < 400 || typeof answer.json !== 'object' || answer.json === null) return answer;
  const { message, ...rest } = answer.json as { readonly message?: string };
  const requestId = 'policyName' in rest ? { requestId: correlationId.replaceAll('-', '') } : {};
  return { ...answer, json: { status: 'error', message, correlationId, ...rest, ...requestId } };
}

function withCorrelation(answer: EmulatorAnswer, correlationId: string): EmulatorAnswer {
  const complete = completeError(answer, correlationId);
  return { ...complete, headers: { ...complete.headers, 'X-HubSpot-Correlation-Id': correlationId } };
}

/** A correlation id where there is no world to draw one from: the same for the same path. */
function correlationIdOf(call: Pick<EmulatorCall, 'method' | 'rawPath'>): string {
  const hex = createHash('sha256').update(`${call.method} ${call.rawPath}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `7${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const definition: EmulatorDefinition<HubSpotWorld> = {
  name: 'hubspot',
  createWorld,
  operations: hubSpotOperations,
  admit(world, call) {
    const operation = operationById.get(call.operationId);
    return operation === undefined ? null : admitCall(world, operation, call);
  },
  finish(world, call, answer) {
    const operation = operationById.get(call.operationId);
    const headers = operation === undefined ? {} : rateLimitHeaders(world, operation, call);
    return withCorrelation({ ...answer, headers: { ...headers, ...answer.headers } }, world.random.uuid());
  },
  answerUnknownPath: (call) => withCorrelation(problems.unknownPath().toAnswer(), correlationIdOf(call)),
  answerMalformedJson: () => problems.invalidJson('Unexpected character').toAnswer(),
  describeState,
  levers,
};

/**
 * Starts a stand-in of HubSpot's API on 127.0.0.1.
 *
 * @throws SeedError when the seed is wrong
 */
export function startHubSpotEmulator(
  options: EmulatorOptions & { readonly seed?: Seed } = {},
): Promise<Emulator<HubSpotWorld>> {
  return startEmulator(definition, options);
}
