import type { HttpAnswer, HttpRequest, Send } from '../http/http.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { isRedirect } from '../http/send.ts';
import { chooseZoomBaseUrl, isZoomHost } from './zoom-base-url.ts';
import { sendAuthorised } from './zoom-client.ts';
import type { ZoomToken, ZoomTokens } from './zoom-token.ts';

export type DownloadedFile =
  | { readonly kind: 'file'; readonly contentType: string; readonly text: string }
  /** The problem quotes nothing of what came, and no address. */
  | { readonly kind: 'unreadable'; readonly problem: string };

const redirectsMax = 5;
/** Ours: some forty thousand cues, which is more than anybody says in a day. */
const fileBytesMax = 4 * 1024 * 1024;

const unreadable = (problem: string): DownloadedFile => ({ kind: 'unreadable', problem });

/**
 * Downloads text files from the links that Zoom gives. Redirects are followed here, because each hop needs its own answer
 * to the question whether it may see the token: Zoom's hosts need it, the storage behind them must not have it. The token
 * goes into the header only; in an address it would end up in logs.
 *
 * @param parts.baseUrl - of the API; it and `tokenUrl` say which hosts are Zoom's. A stand-in's token is not sent to Zoom
 * @throws IntegrationError when Zoom refuses the token or a scope is missing, is too busy, or does not answer
 * @see https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording (read 2026-11-20)
 */
export function createFileDownload(parts: {
  readonly send: Send;
  readonly tokens: ZoomTokens;
  readonly baseUrl: string;
  readonly tokenUrl: string;
}): (operation: string, url: string) => Promise<DownloadedFile> {
  const { send, tokens, baseUrl, tokenUrl } = parts;

  const isOwnHost = (url: URL, { apiUrl }: ZoomToken): boolean =>
    [baseUrl, tokenUrl, chooseZoomBaseUrl(baseUrl, apiUrl)].some((own) => new URL(own).origin === url.origin) ||
    (isZoomHost(new URL(baseUrl)) && isZoomHost(url));

  async function sendHop(request: HttpRequest, url: URL): Promise<HttpAnswer | DownloadedFile> {
    const mayHaveToken = isOwnHost(url, await tokens.readToken());
    try {
      return await (mayHaveToken ? sendAuthorised(parts, (token) => withToken(request, token)) : send(request));
    } catch (error) {
      const problem = describeRefusal(error, mayHaveToken);
      if (problem === null) throw error;
      return unreadable(problem);
    }
  }

  return async (operation, firstUrl) => {
    let url = toUrl(firstUrl);
    for (let redirectCount = 0; redirectCount <= redirectsMax; redirectCount += 1) {
      if (url === null) return unreadable('a link that may not be followed');
      const answer = await sendHop(toRequest(operation, url), url);
      if ('kind' in answer) return answer;
      if (!isRedirect(answer)) {
        return { kind: 'file', contentType: answer.headers['content-type'] ?? '', text: answer.body };
      }
      url = toUrl(answer.headers['location'] ?? '', url);
    }
    return unreadable('more redirects than expected');
  };
}

/** @returns null unless the address is https, or leads to this machine */
function toUrl(text: string, base?: URL): URL | null {
  if (text === '' || !URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base);
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : null;
}

const toRequest = (operation: string, url: URL): HttpRequest => ({
  system: 'zoom',
  operation,
  method: 'GET',
  url: url.href,
  headers: { accept: 'text/vtt, text/plain;q=0.9, */*;q=0.1' },
  isIdempotent: true,
  rateClass: 'zoom-download',
  expects: 'file',
  answerBytesMax: fileBytesMax,
});

const withToken = (request: HttpRequest, { accessToken }: ZoomToken): HttpRequest => ({
  ...request,
  headers: { ...request.headers, authorization: `Bearer ${accessToken}` },
});

/**
 * A file that is too large, or not there (any more), is a fact about the file. The storage's refusals are all of that kind: it
 * knows no token that could be wrong. Null for everything else: that is a failure.
 */
function describeRefusal(error: unknown, isZoom: boolean): string | null {
  if (!isIntegrationError(error)) return null;
  const { kind, httpStatus, reason } = error.failure;
  if (httpStatus === null) return kind === 'unexpected-shape' && 'problem' in reason ? reason.problem : null;
  const isRefusedByStorage = !isZoom && httpStatus >= 300 && httpStatus <= 499 && kind !== 'rate-limited';
  const isAboutFile = kind === 'not-found' || kind === 'unexpected-shape';
  return isRefusedByStorage || isAboutFile ? `HTTP ${httpStatus} instead of a file` : null;
}
