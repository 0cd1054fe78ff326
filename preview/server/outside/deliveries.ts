import * as z from 'zod';
import type { Enrolment, ZoomDeliveries, ZoomDelivery } from '../../protocol/outside-api.ts';
import type { Control } from './control.ts';

const attempt = z.object({ at: z.int(), status: z.int().nullable(), outcome: z.string() });
const webhooksSchema = z.object({
  subscriptions: z.array(z.object({ id: z.string(), state: z.string() })),
  webhookDeliveries: z.array(
    z.object({
      sequence: z.int(),
      event: z.string(),
      state: z.string(),
      dueAt: z.int(),
      attempts: z.array(attempt),
    }),
  ),
});
const workflowsSchema = z.object({
  workflows: z.array(z.object({ id: z.int(), action: z.string() })),
  enrolments: z.array(
    z.object({
      callbackId: z.string(),
      workflowId: z.int(),
      recordId: z.string(),
      status: z.enum(['waiting', 'blocked', 'done']),
      enrolledAt: z.string(),
      attempts: z.array(attempt.extend({ at: z.string() })),
      nextAt: z.string().nullable(),
      finalState: z.string().nullable(),
      sentence: z.string().nullable(),
      outputs: z.record(z.string(), z.unknown()),
    }),
  ),
});

const everyMs = 1_000;

/** Lets both stand-ins send what is due, every second: of themselves they send nothing. */
export interface Deliveries {
  /** Sends what is due now. @throws ControlError */
  run(): Promise<void>;
  /** As they were when something was sent last. */
  ofZoom(): ZoomDeliveries;
  ofWorkflows(): readonly Enrolment[];
  close(): Promise<void>;
}

export function startDeliveries({ zoom, hubSpot }: { readonly zoom: Control; readonly hubSpot: Control }): Deliveries {
  let ofZoom: ZoomDeliveries = { subscriptions: [], deliveries: [] };
  let ofWorkflows: readonly Enrolment[] = [];
  // Two at a time would send everything twice.
  let last: Promise<void> = Promise.resolve();
  let isWaiting = false;

  async function send(): Promise<void> {
    isWaiting = false;
    const [webhooks, workflows] = await Promise.all([
      zoom.pull('run-webhooks', {}).then((answer) => webhooksSchema.parse(answer)),
      hubSpot.pull('run-workflows', {}).then((answer) => workflowsSchema.parse(answer)),
    ]);
    ofZoom = {
      subscriptions: webhooks.subscriptions,
      deliveries: webhooks.webhookDeliveries.map(toDelivery).toReversed(),
    };
    const actions = new Map(workflows.workflows.map(({ id, action }) => [id, action]));
    ofWorkflows = workflows.enrolments
      .map(({ workflowId, recordId, outputs, ...enrolment }) => ({
        ...enrolment,
        action: actions.get(workflowId) ?? '',
        contactId: recordId,
        outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, String(value)])),
      }))
      .toReversed();
  }

  function run(): Promise<void> {
    // Whoever waits already sends what is due by then.
    if (isWaiting) return last;
    isWaiting = true;
    last = last.catch(() => null).then(send);
    return last;
  }

  const timer = setInterval(() => {
    // What fails now is tried again in a second; whoever asks for it is told.
    run().catch(() => null);
  }, everyMs);
  timer.unref();

  return {
    run,
    ofZoom: () => ofZoom,
    ofWorkflows: () => ofWorkflows,
    async close() {
      clearInterval(timer);
      await last.catch(() => null);
    },
  };
}

const toIso = (ms: number): string => new Date(ms).toISOString();

function toDelivery({
  sequence,
  event,
  state,
  dueAt,
  attempts,
}: z.infer<typeof webhooksSchema>['webhookDeliveries'][number]): ZoomDelivery {
  const latest = attempts.at(-1);
  return {
    sequence,
    event,
    state,
    at: latest === undefined ? null : toIso(latest.at),
    status: latest?.status ?? null,
    attemptCount: attempts.length,
    nextAt: state === 'waiting' ? toIso(dueAt) : null,
  };
}
