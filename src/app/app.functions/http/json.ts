import { safeParse, type core } from 'zod/mini';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { IntegrationError, readCorrelationId, toFailure } from './integration-error.ts';

/** @returns undefined when the text is not JSON (JSON itself has no undefined) */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads an answer's JSON body as what the schema says.
 *
 * @throws IntegrationError kind `unexpected-shape`, naming the first field that does not fit, never its value
 */
export function parseJsonBody<Schema extends core.$ZodType>(
  request: Pick<HttpRequest, 'system' | 'operation'>,
  answer: HttpAnswer,
  schema: Schema,
): core.output<Schema> {
  const body = tryParseJson(answer.body);
  if (body === undefined) throw unexpectedShape(request, answer, 'the answer is not JSON');
  const parsed = safeParse(schema, body);
  if (parsed.success) return parsed.data;
  throw unexpectedShape(request, answer, describeFirstIssue(parsed.error.issues));
}

/** An answer that cannot be understood. It is never retried and never means "no data". */
export function unexpectedShape(
  request: Pick<HttpRequest, 'system' | 'operation'>,
  answer: HttpAnswer,
  problem: string,
): IntegrationError {
  return new IntegrationError(
    toFailure(
      request,
      'unexpected-shape',
      { cause: 'answer-malformed', problem },
      { httpStatus: answer.status, correlationId: readCorrelationId(answer) },
    ),
  );
}

function describeFirstIssue(issues: readonly core.$ZodIssue[]): string {
  const [issue] = issues;
  if (issue === undefined) return 'the answer does not fit';
  const field = issue.path.length === 0 ? 'the answer' : issue.path.map(String).join('.');
  return 'expected' in issue ? `${field}: expected ${String(issue.expected)}` : `${field} is refused (${issue.code})`;
}
