import { serve, type HttpBindings, type ServerType } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { createClock, type Clock } from './clock.ts';
import { createFaultScript, type FaultEffect, type FaultScript } from './faults.ts';
import { MalformedJson, SeedError, type EmulatorAnswer, type EmulatorCall, type Operation } from './operation.ts';
import { createRandom, type Random } from './random.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';

/**
 * What a world may lean on. `publicUrl()` is the base URL to write into links that the stand-in hands out, `storageUrl()` that
 * of the second host, where there is one.
 */
export interface WorldTools {
  readonly clock: Clock;
  readonly random: Random;
  publicUrl(): string;
  storageUrl(): string;
}

/** Everything that makes one vendor's stand-in: how its world begins, what it answers, and who is let in. */
export interface EmulatorDefinition<World> {
  readonly name: 'zoom' | 'hubspot';
  /** @throws SeedError naming the field when the seed is wrong */
  createWorld(tools: WorldTools, seed: unknown): World;
  readonly operations: readonly Operation<World>[];
  /** Answered by a second host, on a port of its own: neither `admit` nor `finish` touches these. Absent: no such host. */
  readonly storageOperations?: readonly Operation<World>[];
  /** Authentication, scopes and limits, before the operation runs; an answer here refuses the call. */
  admit(world: World, call: EmulatorCall): EmulatorAnswer | null;
  /** Last touch on every vendor answer, for example rate-limit headers. */
  finish?(world: World, call: EmulatorCall, answer: EmulatorAnswer): EmulatorAnswer;
  answerUnknownPath(call: Omit<EmulatorCall, 'operationId'>): EmulatorAnswer;
  answerMalformedJson(call: EmulatorCall): EmulatorAnswer;
  /** The whole state as JSON, for `GET /_control/state`. */
  describeState(world: World): unknown;
  /** Extra levers below `/_control/`, by name: `POST /_control/<name>` with a JSON body. Some take their time. */
  readonly levers?: Readonly<Record<string, (world: World, body: unknown) => unknown>>;
}

export interface EmulatorOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly seed?: unknown;
  readonly latencyMs?: number;
  readonly publicUrl?: string;
  /** Start of the stand-in's clock; absent: now. */
  readonly startAt?: number;
  readonly frozen?: boolean;
  readonly randomSeed?: number;
}

/** A running stand-in. */
export interface Emulator<World> {
  readonly url: string;
  readonly port: number;
  /** The second host, on any free port; null where the vendor's stand-in has none. */
  readonly storageUrl: string | null;
  readonly clock: Clock;
  readonly faults: FaultScript;
  readonly requests: RequestLog;
  world(): World;
  /** Back to the seed it was started with; faults and requests are forgotten too. */
  reset(): void;
  /** Replaces the world by one made from this seed. */
  seed(seed: unknown): void;
  setLatency(ms: number): void;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings };

const htmlErrorPage =
  '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>The service is temporarily unavailable</h1></body></html>';

/**
 * Starts a stand-in on 127.0.0.1. One request passes: fault script (before) → latency → admission → operation → fault
 * script (after) → request log.
 */
export async function startEmulator<World>(
  definition: EmulatorDefinition<World>,
  options: EmulatorOptions = {},
): Promise<Emulator<World>> {
  const clock = createClock(options.startAt, { isFrozen: options.frozen === true });
  const storageOperations = definition.storageOperations ?? [];
  const faults = createFaultScript(new Set([...definition.operations, ...storageOperations].map(({ id }) => id)));
  const requests = createRequestLog();
  let latencyMs = options.latencyMs ?? 0;
  let ownUrl = '';
  let storageUrl: string | null = null;
  const tools = (): WorldTools => ({
    clock,
    random: createRandom(options.randomSeed ?? 1),
    publicUrl: () => options.publicUrl ?? ownUrl,
    storageUrl: () => storageUrl ?? ownUrl,
  });
  let world = definition.createWorld(tools(), options.seed ?? {});

  const app = new Hono<Env>();
  mountControl(app, {
    definition,
    clock,
    faults,
    requests,
    world: () => world,
    replaceWorld: (seed) => {
      world = definition.createWorld(tools(), seed);
    },
    initialSeed: options.seed ?? {},
    latency: () => latencyMs,
    setLatency: (ms) => {
      latencyMs = ms;
    },
  });

  const guardedAnswer = async (operation: Operation<World>, call: EmulatorCall): Promise<EmulatorAnswer> => {
    let answer: EmulatorAnswer;
    try {
      answer = definition.admit(world, call) ?? (await operation.handle(world, call));
    } catch (error) {
      if (!(error instanceof MalformedJson)) throw error;
      answer = definition.answerMalformedJson(call);
    }
    return definition.finish?.(world, call, answer) ?? answer;
  };
  mountOperations(app, definition.operations, guardedAnswer, (call) => definition.answerUnknownPath(call));
  const storageApp = new Hono<Env>();
  mountOperations(
    storageApp,
    storageOperations,
    async (operation, call) => operation.handle(world, call),
    () => ({ status: 404, text: 'Not Found', contentType: 'text/plain' }),
  );
  storageApp.onError(answerFailure);

  type AnswerOperation = (operation: Operation<World>, call: EmulatorCall) => Promise<EmulatorAnswer>;

  function mountOperations(
    host: Hono<Env>,
    operations: readonly Operation<World>[],
    answerOperation: AnswerOperation,
    answerUnknownPath: (call: EmulatorCall) => EmulatorAnswer,
  ): void {
    for (const operation of operations) {
      for (const path of operation.paths) {
        host.on(operation.method, path, (context) => answerCall(context, operation, answerOperation));
      }
    }
    host.all('*', async (context) => {
      const call = await toCall(context, 'unexpected');
      const answer = answerUnknownPath(call);
      logCall(call, context, null, answer.status, []);
      return toResponse(answer);
    });
  }

  async function answerCall(
    context: Context<Env>,
    operation: Operation<World>,
    answerOperation: AnswerOperation,
  ): Promise<Response> {
    const arrivedMs = performance.now();
    const call = await toCall(context, operation.id);
    const target = context.env.incoming.url ?? call.rawPath;
    const effects = faults.take({ operationId: operation.id, target, body: call.rawBody });
    const names = effects.map(describeEffect);

    for (const effect of effects) if (effect.kind === 'delay') await sleep(effect.ms);
    const answerMs = performance.now() - arrivedMs + latencyMs;
    // One half on the way here, the other one on the way back, with what the stand-in itself takes between them.
    if (latencyMs > 0) await sleep(latencyMs / 2);

    const before = effects.find((effect) => 'when' in effect && effect.when === 'before');
    if (before !== undefined) return interrupt(context, call, operation.id, before, names);

    let answer = await answerOperation(operation, call);

    const restMs = latencyMs > 0 ? arrivedMs + answerMs - performance.now() : 0;
    if (restMs > 0) await sleep(restMs);

    const after = effects.find((effect) => 'when' in effect && effect.when === 'after');
    if (after !== undefined) return interrupt(context, call, operation.id, after, names);
    for (const effect of effects) answer = spoil(answer, effect);
    logCall(call, context, operation.id, answer.status, names);
    const drip = effects.find((effect) => effect.kind === 'drip');
    return toResponse(answer, drip?.kind === 'drip' ? drip.ms : 0);
  }

  async function interrupt(
    context: Context<Env>,
    call: EmulatorCall,
    operationId: string,
    effect: FaultEffect,
    names: readonly string[],
  ): Promise<Response> {
    if (effect.kind === 'silence') {
      logCall(call, context, operationId, null, names);
      await waitUntilGivenUp(context.env);
      return new Response(null);
    }
    if (effect.kind === 'cut') {
      logCall(call, context, operationId, null, names);
      context.env.outgoing.destroy();
      return new Response(null);
    }
    const answer: EmulatorAnswer =
      effect.kind === 'answer'
        ? { status: effect.status, headers: effect.headers, json: effect.body }
        : { status: effect.kind === 'html' ? effect.status : 500, text: htmlErrorPage, contentType: 'text/html' };
    logCall(call, context, operationId, answer.status, names);
    return toResponse(answer);
  }

  function logCall(
    call: Omit<EmulatorCall, 'operationId'>,
    context: Context<Env>,
    operation: string | null,
    status: number | null,
    names: readonly string[],
  ): void {
    requests.add({
      at: clock.nowIso(),
      operation,
      method: call.method,
      target: context.env.incoming.url ?? call.rawPath,
      requestBody: call.rawBody,
      status,
      faults: names,
    });
  }

  const server = await listen(app, options.port ?? 0);
  ownUrl = server.url;
  const storage = storageOperations.length === 0 ? null : await listen(storageApp, 0);
  storageUrl = storage?.url ?? null;

  return {
    url: ownUrl,
    port: server.port,
    storageUrl,
    clock,
    faults,
    requests,
    world: () => world,
    reset() {
      world = definition.createWorld(tools(), options.seed ?? {});
      faults.clear();
      requests.clear();
    },
    seed(seed) {
      world = definition.createWorld(tools(), seed);
    },
    setLatency(ms) {
      latencyMs = ms;
    },
    close: async () => {
      await Promise.all([server.close(), storage?.close()]);
    },
  };
}

interface Listener {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

async function listen(app: Hono<Env>, wantedPort: number): Promise<Listener> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: wantedPort }, () =>
      resolve(started),
    );
    started.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

async function toCall(context: Context<Env>, operationId: string): Promise<EmulatorCall> {
  const rawUrl = context.env.incoming.url ?? '/';
  const queryStart = rawUrl.indexOf('?');
  const rawBody = await context.req.text();
  return {
    operationId,
    method: context.req.method,
    rawPath: queryStart === -1 ? rawUrl : rawUrl.slice(0, queryStart),
    params: context.req.param(),
    query: new URLSearchParams(queryStart === -1 ? '' : rawUrl.slice(queryStart + 1)),
    headers: context.req.raw.headers,
    rawBody,
    json() {
      if (rawBody === '') return undefined;
      try {
        return JSON.parse(rawBody) as unknown;
      } catch (cause) {
        throw new MalformedJson('the request body is not JSON', { cause });
      }
    },
  };
}

/** Until whoever asked closes the connection, or the stand-in does. */
const waitUntilGivenUp = ({ outgoing }: HttpBindings): Promise<void> =>
  new Promise((resolve) => {
    if (outgoing.destroyed) resolve();
    else outgoing.once('close', resolve);
  });

function describeEffect(effect: FaultEffect): string {
  return 'when' in effect ? `${effect.kind} (${effect.when})` : effect.kind;
}

function spoil(answer: EmulatorAnswer, effect: FaultEffect): EmulatorAnswer {
  if (effect.kind === 'truncate') {
    const text = answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json);
    const { json: _dropped, ...rest } = answer;
    return { ...rest, text: text.slice(0, Math.ceil(text.length / 2)), contentType: 'application/json' };
  }
  if (effect.kind === 'omit-field' || effect.kind === 'set-field') {
    const body = structuredClone(answer.json);
    changeField(body, effect.path.split('.'), effect.kind === 'omit-field' ? { omit: true } : { value: effect.value });
    return { ...answer, json: body };
  }
  return answer;
}

/** Walks a dotted path; `*` means every element of a list. */
function changeField(target: unknown, path: readonly string[], change: { omit: true } | { value: unknown }): void {
  const [head, ...rest] = path;
  if (head === undefined || typeof target !== 'object' || target === null) return;
  const keys = head === '*' ? Object.keys(target) : [head];
  const record = target as Record<string, unknown>;
  for (const key of keys) {
    if (rest.length > 0) changeField(record[key], rest, change);
    else if ('omit' in change) Reflect.deleteProperty(record, key);
    else record[key] = change.value;
  }
}

function toResponse(answer: EmulatorAnswer, dripMs = 0): Response {
  const headers = new Headers(answer.headers);
  const text = answer.json === undefined ? answer.text : JSON.stringify(answer.json);
  if (text !== undefined && !headers.has('content-type')) {
    headers.set('content-type', answer.contentType ?? 'application/json;charset=utf-8');
  }
  const bodyless = answer.status === 204 || answer.status === 304 || text === undefined;
  if (bodyless) return new Response(null, { status: answer.status, headers });
  if (dripMs === 0) return new Response(text, { status: answer.status, headers });

  const bytes = new TextEncoder().encode(text);
  const pieceCount = 10;
  const pieceSize = Math.max(1, Math.ceil(bytes.length / pieceCount));
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (let start = 0; start < bytes.length; start += pieceSize) {
        await sleep(dripMs / pieceCount);
        controller.enqueue(bytes.subarray(start, start + pieceSize));
      }
      controller.close();
    },
  });
  return new Response(stream, { status: answer.status, headers });
}

interface Control<World> {
  readonly definition: EmulatorDefinition<World>;
  readonly clock: Clock;
  readonly faults: FaultScript;
  readonly requests: RequestLog;
  readonly initialSeed: unknown;
  world(): World;
  replaceWorld(seed: unknown): void;
  latency(): number;
  setLatency(ms: number): void;
}

const clockCommand = z.strictObject({
  set: z.iso.datetime({ offset: true }).optional(),
  advanceMs: z.int().optional(),
  frozen: z.boolean().optional(),
});
const latencyCommand = z.strictObject({ ms: z.int().min(0).max(60_000) });
const faultsCommand = z.union([z.array(z.unknown()), z.strictObject({ faults: z.array(z.unknown()) })]);

function mountControl<World>(app: Hono<Env>, control: Control<World>): void {
  const { clock, faults, requests, definition } = control;
  const clockState = () => ({ now: clock.nowIso(), frozen: clock.isFrozen() });

  app.post('/_control/reset', (context) => {
    control.replaceWorld(control.initialSeed);
    faults.clear();
    requests.clear();
    return context.json({ ok: true });
  });
  app.post('/_control/seed', async (context) => {
    control.replaceWorld(await context.req.json());
    return context.json({ ok: true });
  });
  app.get('/_control/state', (context) => context.json(definition.describeState(control.world()) as object));
  app.get('/_control/operations', (context) =>
    context.json({
      operations: [...definition.operations, ...(definition.storageOperations ?? [])].map(({ id, method, paths }) => ({
        id,
        method,
        paths,
      })),
    }),
  );
  app.get('/_control/requests', (context) => context.json({ counts: requests.counts(), requests: requests.list() }));
  app.delete('/_control/requests', (context) => {
    requests.clear();
    return context.json({ ok: true });
  });
  app.get('/_control/faults', (context) => context.json({ faults: faults.list() }));
  app.post('/_control/faults', async (context) => {
    const body = faultsCommand.parse(await context.req.json());
    faults.add(Array.isArray(body) ? body : body.faults);
    return context.json({ faults: faults.list() });
  });
  app.delete('/_control/faults', (context) => {
    faults.clear();
    return context.json({ ok: true });
  });
  app.get('/_control/clock', (context) => context.json(clockState()));
  app.post('/_control/clock', async (context) => {
    const command = clockCommand.parse(await context.req.json());
    if (command.frozen === true) clock.freeze();
    if (command.frozen === false) clock.resume();
    if (command.set !== undefined) clock.set(Date.parse(command.set));
    if (command.advanceMs !== undefined) clock.advance(command.advanceMs);
    return context.json(clockState());
  });
  app.get('/_control/latency', (context) => context.json({ ms: control.latency() }));
  app.post('/_control/latency', async (context) => {
    control.setLatency(latencyCommand.parse(await context.req.json()).ms);
    return context.json({ ms: control.latency() });
  });
  for (const [name, lever] of Object.entries(definition.levers ?? {})) {
    app.post(`/_control/${name}`, async (context) => {
      const text = await context.req.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      return context.json((await lever(control.world(), body)) ?? { ok: true });
    });
  }
  app.onError((error, context) => answerFailure(error, context));
}

function answerFailure(error: Error, context: Context<Env>): Response {
  const isWrongInput = error instanceof SeedError || error instanceof z.ZodError || error instanceof SyntaxError;
  const isControl = context.req.path.startsWith('/_control/');
  const message = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
  if (isControl) return context.json({ ok: false, message }, isWrongInput || error instanceof Error ? 400 : 500);
  return context.json({ message: `The stand-in failed: ${error.stack ?? message}` }, 500);
}
