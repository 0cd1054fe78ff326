import * as z from 'zod';
import type { EpochMs } from '../../core/clock.ts';
import { createRandom, type Random } from '../../core/random.ts';
import type { Action } from './action.ts';

const share = z.number().min(0).max(1);

/** How requests leave, and what goes wrong on their way. Shares are drawn from a stream of their own. */
export const workflowSettingsSchema = z.strictObject({
  /** The secret of the app, with which requests are signed. */
  clientSecret: z.string().min(1),
  signature: z.enum(['v2', 'v3', 'both', 'none']),
  /** Requests under way at the same time. */
  concurrency: z.int().min(1),
  /** The share of requests that the receiver gets and whose answer never comes back. */
  loseAnswers: share,
  /** The share of requests that are sent twice at the same moment. */
  double: share,
  /** Requested properties without a value: left out, or null. */
  emptyProperties: z.enum(['omitted', 'null']),
});
export type WorkflowSettings = z.output<typeof workflowSettingsSchema>;

/** Where the value of an input comes from. */
export type InputValue =
  { readonly kind: 'static'; readonly value: string } | { readonly kind: 'property'; readonly name: string };

/** One action and its values; whoever is enrolled runs through it once. */
export interface Workflow {
  readonly id: number;
  readonly action: Action;
  /** `0-1` for contacts. */
  readonly objectTypeId: string;
  readonly inputs: ReadonlyMap<string, InputValue>;
  /** The language of whoever reads the history. */
  readonly locale: string;
}

export interface Attempt {
  readonly at: EpochMs;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly outcome: 'answered' | 'timeout' | 'broken' | 'lost';
}

export type FinalState =
  | 'SUCCESS'
  | 'FAIL_CONTINUE'
  /** Refused for good, or not understood. */
  | 'FAILED'
  /** Three days of trying were not enough. */
  | 'GAVE_UP'
  /** Nobody completed it in time; the workflow goes on. */
  | 'EXPIRED'
  /** The record was gone before anything was sent. */
  | 'RECORD_GONE';

/** One record on its way through a workflow. */
export interface Enrolment {
  readonly workflow: Workflow;
  readonly recordId: string;
  readonly callbackId: string;
  readonly enrolledAt: EpochMs;
  readonly attempts: Attempt[];
  status: 'waiting' | 'blocked' | 'done';
  /** When the next request is due, or when a block expires. */
  dueAt: EpochMs;
  finalState: FinalState | null;
  finishedAt: EpochMs | null;
  inputs: Readonly<Record<string, string>>;
  outputs: Readonly<Record<string, unknown>>;
  sentence: string | null;
}

/** Everything about workflows that an account holds. */
export interface WorkflowOffice {
  settings: WorkflowSettings;
  random: Random;
  readonly actions: Map<string, Action>;
  readonly workflows: Map<number, Workflow>;
  readonly enrolments: Enrolment[];
  readonly byCallbackId: Map<string, Enrolment>;
  /** `<uid> <field>` of option lists that said they can be searched. */
  readonly searchable: Set<string>;
}

export const createWorkflowOffice = (): WorkflowOffice => ({
  settings: {
    clientSecret: 'hubspot-client-secret',
    signature: 'v2',
    concurrency: 10,
    loseAnswers: 0,
    double: 0,
    emptyProperties: 'omitted',
  },
  random: createRandom(1),
  actions: new Map(),
  workflows: new Map(),
  enrolments: [],
  byCallbackId: new Map(),
  searchable: new Set(),
});
