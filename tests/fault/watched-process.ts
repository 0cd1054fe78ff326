import type { HttpRequest } from '../../src/app/app.functions/http/http.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import type { AppProcess } from '../support/app-process.ts';
import type { LogLine } from '../support/function-log.ts';
import type { WebinarWorld } from '../support/webinar-world.ts';

/** Which calls a fault is for, as the stand-ins count them and as the app sends them. */
export interface CallPattern {
  /** `METHOD /path` of the operation. */
  readonly paths: ReadonlySet<string>;
  readonly target: string;
  readonly body: string;
}

export interface WatchOptions {
  readonly pattern: CallPattern;
  /** Nobody waits in earnest for the answer to such a call: its time passes, and it is given up. */
  readonly isUnanswered: boolean;
  /** The time of the step is over when the first of such calls is answered. */
  readonly endsStep: boolean;
}

/** A process of the app, and what can be known of it from outside. */
export interface WatchedProcess {
  readonly process: AppProcess;
  /** How often each request was sent, of those that a fault has met. */
  askedCounts(): readonly AskedRequest[];
  log(): readonly LogLine[];
  /** Requests that were sent although the time of their step was over. */
  lateCount(): number;
}

interface AskedRequest {
  readonly isIdempotent: boolean;
  readonly count: number;
}

/** Real time in which a stand-in that does not answer has got the request, on a busy machine too. */
export const unansweredMs = 400;
/** More than a step takes. */
const stepMs = 8_100;

const targetOf = ({ url }: HttpRequest): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};
const pathOf = (request: HttpRequest): string => `${request.method} ${new URL(request.url).pathname}`;

const isMeant = (request: HttpRequest, { paths, target, body }: CallPattern): boolean =>
  paths.has(pathOf(request)) && targetOf(request).includes(target) && (request.body ?? '').includes(body);

/** Starts a process whose requests are counted: the app repeats a request by sending the same one again. */
export async function startWatchedProcess(
  { two, time, startProcess }: WebinarWorld,
  { pattern, isUnanswered, endsStep }: WatchOptions,
): Promise<WatchedProcess> {
  const counts = new Map<HttpRequest, number>();
  const lines: LogLine[] = [];
  let isStepOver = false;
  let lateCount = 0;
  let hasEnded = false;

  const wrapTransport =
    (inner: Transport): Transport =>
    async (request, timeoutMs) => {
      counts.set(request, (counts.get(request) ?? 0) + 1);
      if (isStepOver) lateCount += 1;
      if (!isMeant(request, pattern)) return inner(request, timeoutMs);
      if (isUnanswered && hasFaults(two[request.system].faults.list())) {
        return inner(request, unansweredMs).catch((error: unknown) => {
          time.advance(timeoutMs);
          throw error;
        });
      }
      const answer = await inner(request, timeoutMs);
      if (endsStep && !hasEnded) {
        hasEnded = true;
        isStepOver = true;
        time.advance(stepMs);
      }
      return answer;
    };
  const started = await startProcess({ wrapTransport, onLog: (more) => lines.push(...more) });

  const faultyRequests = (): ReadonlySet<string> =>
    new Set(
      [two.zoom, two.hubspot]
        .flatMap(({ requests }) => requests.list())
        .filter(({ faults }) => faults.length > 0)
        .map(({ method, target, requestBody }) => `${method} ${target} ${requestBody}`),
    );
  return {
    process: {
      async call(uid, parameters) {
        isStepOver = false;
        return started.call(uid, parameters);
      },
      async request(uid, context) {
        isStepOver = false;
        return started.request(uid, context);
      },
    },
    askedCounts() {
      const faulty = faultyRequests();
      return [...counts]
        .filter(([request]) => faulty.has(`${request.method} ${targetOf(request)} ${keptOf(request.body)}`))
        .map(([{ isIdempotent }, count]) => ({ isIdempotent, count }));
    },
    log: () => lines,
    lateCount: () => lateCount,
  };
}

/** What a stand-in keeps of a body. */
const keptOf = (body = ''): string => body.slice(0, 4_000);

/** A fault that is for one call only lets the next one through, which is waited for. */
const hasFaults = (faults: readonly { readonly occurrence?: unknown; readonly usedCount: number }[]): boolean =>
  faults.some(({ occurrence, usedCount }) => occurrence === 'every' || usedCount === 0);
