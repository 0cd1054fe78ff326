import type { HttpAnswer, HttpRequest, Send } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError } from '../../../src/app/app.functions/http/integration-error.ts';
import { isRedirect } from '../../../src/app/app.functions/http/send.ts';
import type { ZoomConnection } from '../../../src/app/app.functions/zoom/zoom-connections.ts';
import { createZoomClassifier } from '../../../src/app/app.functions/zoom/zoom-errors.ts';
import { createZoomSource } from '../../../src/app/app.functions/zoom/zoom-source.ts';
import type { ZoomTokens } from '../../../src/app/app.functions/zoom/zoom-token.ts';
import { anAnswer } from '../http/http-kit.ts';

export const aConnection: ZoomConnection = {
  name: 'Brand',
  accountId: 'account-1',
  clientId: 'client-1',
  clientSecret: 'secret-1',
  webhookSecretToken: null,
};

export const answering = (body: unknown, changes: Partial<HttpAnswer> = {}): HttpAnswer =>
  anAnswer({ body: JSON.stringify(body), ...changes });

/** A `Send` that gives these answers one after the other and remembers what it was asked; one more call fails. */
export function scriptedSend(...answers: readonly (HttpAnswer | Error)[]): {
  readonly send: Send;
  readonly requests: readonly HttpRequest[];
} {
  const requests: HttpRequest[] = [];
  return {
    requests,
    async send(request) {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) throw new Error(`one call more than expected: ${request.operation}`);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

export const fixedTokens: ZoomTokens = {
  readToken: async () => ({ accessToken: 'token-1', apiUrl: null }),
  replaceToken: async () => ({ accessToken: 'token-2', apiUrl: null }),
};

export const baseUrl = 'https://api.zoom.us/v2';
export const tokenUrl = 'https://zoom.us/oauth/token';

const classify = createZoomClassifier({ time: { now: () => 0 }, connection: 'Brand' });

/** As the real `Send` does, without waiting: what is no success is thrown as the classifier sees it. */
export function judging(send: Send): Send {
  return async (request) => {
    const answer = await send(request);
    const isExpected = answer.status <= 299 || (request.expects === 'file' && isRedirect(answer));
    if (isExpected) return answer;
    throw new IntegrationError(classify(request, answer));
  };
}

/** A source whose calls are answered by these one after the other; a value that is no answer is one with status 200. */
export function sourceAnswering(...answers: readonly unknown[]) {
  const { send, requests } = scriptedSend(...answers.map((each) => (isAnswer(each) ? each : answering(each))));
  const source = createZoomSource({ send: judging(send), tokens: fixedTokens, baseUrl, tokenUrl });
  return { source, requests, urls: () => requests.map(({ url }) => url.slice(baseUrl.length)) };
}

const isAnswer = (value: unknown): value is HttpAnswer =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'body' in value;
