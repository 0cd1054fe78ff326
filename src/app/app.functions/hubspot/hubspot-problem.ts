import * as z from 'zod/mini';
import { tryParseJson } from '../http/json.ts';
import { redactText } from '../http/redact.ts';

const text = z.catch(z.optional(z.string()), undefined);
const contextOf = z.catch(z.optional(z.record(z.string(), z.unknown())), undefined);

const problemDetail = z.object({ message: text, code: text, subCategory: text, context: contextOf });

/**
 * An error of HubSpot: the body of a refusal or an entry of a batch's `errors`. HubSpot asks to treat every field as
 * optional, so a field of an unexpected form counts as absent.
 *
 * @see https://developers.hubspot.com/docs/api-reference/error-handling (read 2026-11-20)
 */
export const hubSpotProblem = z.object({
  message: text,
  category: text,
  subCategory: text,
  correlationId: text,
  errorType: text,
  policyName: text,
  context: contextOf,
  errors: z.catch(z.optional(z.array(problemDetail)), undefined),
});
export type HubSpotProblem = z.infer<typeof hubSpotProblem>;

/** The values that a problem names under any of these keys, in its own context and in its details'. */
export function contextValues(problem: HubSpotProblem, ...keys: readonly string[]): readonly string[] {
  const contexts = [problem.context, ...(problem.errors ?? []).map((detail) => detail.context)];
  return contexts.flatMap((context) => keys.flatMap((key) => toTexts(context?.[key])));
}

function toTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(toTexts);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** The most telling code that HubSpot gave; null when it gave none. */
export function readProblemCode(problem: HubSpotProblem): string | null {
  const codes = [
    problem.category ?? problem.errorType ?? problem.policyName,
    problem.subCategory,
    problem.errors?.[0]?.code,
  ];
  const known = codes.filter((code) => code !== undefined && code !== '');
  return known.length === 0 ? null : known.join('/');
}

const valueProblems = z.array(
  z.object({ name: z.string(), error: z.optional(z.string()), message: z.optional(z.string()) }),
);

// HubSpot packs the refused properties of a record as JSON into the message.
const packedMessage = /^Property values were not valid: (\[.*\])$/s;
const charactersKept = 240;

/** What HubSpot said, in one line and without addresses; refused properties by name, without the values. */
export function describeProblem(problem: HubSpotProblem): string {
  const properties = readPropertyProblems(problem.message ?? '');
  const described =
    properties ?? problem.message ?? problem.errors?.[0]?.message ?? readProblemCode(problem) ?? 'no reason given';
  return shorten(redactText(described.replace(/\s+/g, ' ').trim()));
}

/** Refused properties by name, else HubSpot's code: for problems whose message may quote what must not be repeated. */
export const describeWithoutValues = (problem: HubSpotProblem): string =>
  readPropertyProblems(problem.message ?? '') ?? readProblemCode(problem) ?? 'no reason given';

/** The codes of a failed call, without a word of HubSpot's message. */
export const describeCode = ({
  httpStatus,
  vendorCode,
}: {
  readonly httpStatus: number | null;
  readonly vendorCode: string | null;
}): string =>
  [httpStatus === null ? '' : `HTTP ${httpStatus}`, vendorCode ?? ''].filter((code) => code !== '').join(' ');

function readPropertyProblems(message: string): string | null {
  const packed = packedMessage.exec(message)?.[1];
  if (packed === undefined) return null;
  const parsed = z.safeParse(valueProblems, tryParseJson(packed));
  if (!parsed.success || parsed.data.length === 0) return null;
  return parsed.data.map(({ name, error }) => (error === undefined ? name : `${name}: ${error}`)).join(', ');
}

function shorten(line: string): string {
  return line.length > charactersKept ? `${line.slice(0, charactersKept)}…` : line;
}
