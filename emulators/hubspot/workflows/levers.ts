import * as z from 'zod';
import { deliverToLoopback } from '../../core/delivery.ts';
import { createRandom } from '../../core/random.ts';
import type { HubSpotWorld } from '../entities.ts';
import { toVendorTime } from '../time.ts';
import { addAction, addWorkflow, enrol } from './manage.ts';
import { workflowSettingsSchema, type Enrolment, type WorkflowSettings } from './office.ts';
import { fetchOptions } from './options.ts';
import { executionTimeoutMs, runDueWorkflows } from './run.ts';

const inputs = z.record(z.string(), z.union([z.string(), z.strictObject({ property: z.string() })]));
const workflowSchema = z.strictObject({
  action: z.string(),
  inputs: inputs.default({}),
  objectType: z.string().default('0-1'),
  locale: z.string().default('en'),
});
const enrolSchema = z.strictObject({ workflowId: z.int(), ids: z.array(z.string()) });
const origin = z.url({ protocol: /^http$/ });
const runSchema = z.strictObject({ origin: origin.optional() }).prefault({});
const optionsSchema = z.strictObject({
  action: z.string(),
  field: z.string(),
  inputs: inputs.default({}),
  q: z.string().optional(),
  after: z.string().optional(),
  origin: origin.optional(),
});
const settingsSchema = workflowSettingsSchema.partial().extend({ randomSeed: z.int().optional() });

const overLoopback = (to: string | undefined) =>
  deliverToLoopback({ timeoutMs: executionTimeoutMs, ...(to === undefined ? {} : { origin: to }) });

/** Only what was given, so that an absent field is no undefined one. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };

/** What people do in the workflow editor, and the way of its requests. */
export const workflowLevers: Readonly<Record<string, (world: HubSpotWorld, body: unknown) => unknown>> = {
  'add-workflow-action': (world, body) => ({ uid: addAction(world, body).uid }),
  'add-workflow': (world, body) => ({ workflowId: addWorkflow(world, workflowSchema.parse(body)).id }),
  enrol(world, body) {
    const { workflowId, ids } = enrolSchema.parse(body);
    return { callbackIds: enrol(world, workflowId, ids).map(({ callbackId }) => callbackId) };
  },
  async 'run-workflows'(world, body) {
    const sent = await runDueWorkflows(world, overLoopback(runSchema.parse(body).origin));
    return { sent, ...describeWorkflows(world) };
  },
  async 'fetch-options'(world, body) {
    const { origin: to, ...question } = optionsSchema.parse(body);
    const { action, field, ...rest } = question;
    return fetchOptions(world, { action, field, ...given(rest) }, overLoopback(to));
  },
  'workflow-settings'(world, body) {
    const { randomSeed, ...changes } = settingsSchema.parse(body);
    if (randomSeed !== undefined) world.workflows.random = createRandom(randomSeed);
    world.workflows.settings = { ...world.workflows.settings, ...(given(changes) as Partial<WorkflowSettings>) };
    const { clientSecret: _secret, ...shown } = world.workflows.settings;
    return shown;
  },
};

const describeEnrolment = (enrolment: Enrolment): object => ({
  callbackId: enrolment.callbackId,
  workflowId: enrolment.workflow.id,
  recordId: enrolment.recordId,
  status: enrolment.status,
  enrolledAt: toVendorTime(enrolment.enrolledAt),
  attempts: enrolment.attempts.map(({ at, ...attempt }) => ({ at: toVendorTime(at), ...attempt })),
  nextAt: enrolment.status === 'done' ? null : toVendorTime(enrolment.dueAt),
  finalState: enrolment.finalState,
  sentence: enrolment.sentence,
  outputs: enrolment.outputs,
});

/** Workflows and the history of everybody in them, for `GET /_control/state`. */
export const describeWorkflows = ({ workflows: office }: HubSpotWorld): object => ({
  workflowActions: [...office.actions.keys()],
  workflows: [...office.workflows.values()].map(({ id, action, objectTypeId, locale, inputs: values }) => ({
    id,
    action: action.uid,
    objectTypeId,
    locale,
    inputs: Object.fromEntries(values),
  })),
  enrolments: office.enrolments.map(describeEnrolment),
});
