import type { HttpAnswer, HttpRequest, Send } from '../../../src/app/app.functions/http/http.ts';
import type { ZoomConnection } from '../../../src/app/app.functions/zoom/zoom-connections.ts';
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
