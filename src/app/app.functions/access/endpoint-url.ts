import type { QueryPair } from './request.ts';

/** Half of a surrogate pair has no encoding. */
const percentEncoding = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
const noEncoding = (text: string): string => text;
const formEncoding = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

/**
 * The URLs that may have been called. The gateway hands the query over parsed, so that its encoding is lost: there is one
 * URL per usual way to encode, and a single one where names and values have letters, digits, `-`, `_` and `.` only, as our
 * own parameters have.
 *
 * Cannot be rebuilt: a name without `=`, a `?` without a query, encoding of mixed kinds, and the order of parameters if
 * the gateway changes it. A signature over such a URL counts as wrong.
 *
 * @param baseUrl - without a slash at the end
 * @param path - of the endpoint, without a slash in front
 */
export function possibleUrls(baseUrl: string, path: string, query: readonly QueryPair[]): readonly string[] {
  const url = `${baseUrl}/${path}`;
  if (query.length === 0) return [url];
  const withQuery = (encode: (text: string) => string): string =>
    `${url}?${query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
  return [...new Set([percentEncoding, formEncoding, noEncoding].map(withQuery))];
}
