import { describe, expect, it } from 'vitest';
import { jsonDepthMax, jsonNodesMax } from '../../../src/app/app.functions/access/bounded-json.ts';
import { readRequest, requestLimits } from '../../../src/app/app.functions/access/read-request.ts';

const body = { event: 'webinar.ended' };
const nested = (depth: number): string => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`;
const textOfBytes = (bytes: number): string => `{"a":"${'x'.repeat(bytes - '{"a":""}'.length)}"}`;

describe('a request from outside', () => {
  it('is read as the gateway hands it over: parsed body, lists of parameters', () => {
    const read = readRequest({
      method: 'post',
      params: { t: ['one', 'two'], q: 'three', broken: [4, null] },
      headers: { 'Content-Type': ['application/json; charset=utf-8'], 'X-Zm-Signature': 'v0=1', gone: null },
      body,
    });

    expect(read).toEqual({
      kind: 'request',
      request: {
        method: 'POST',
        query: { t: 'one', q: 'three' },
        queryPairs: [
          ['t', 'one'],
          ['t', 'two'],
          ['q', 'three'],
        ],
        headers: { 'content-type': 'application/json; charset=utf-8', 'x-zm-signature': 'v0=1' },
        rawBody: null,
        body,
      },
    });
  });

  it('is read where the bytes of the body arrive, and they are kept', () => {
    const rawBody = ` ${JSON.stringify(body)}\n`;

    expect(readRequest({ method: 'POST', body: rawBody })).toMatchObject({
      kind: 'request',
      request: { rawBody, body, query: {}, queryPairs: [], headers: {} },
    });
  });

  it.each([{}, { body: undefined }, { params: null, headers: 4, body: null }])(
    'without a body is refused: %j',
    (context) => {
      expect(readRequest(context)).toEqual({ kind: 'refused', status: 400, cause: 'body-malformed' });
    },
  );
});

describe('a request that is refused', () => {
  it.each(['GET', 'PUT', 'DELETE', 'post ', '', 4, null])('has the method %j', (method) => {
    expect(readRequest({ method, body })).toEqual({ kind: 'refused', status: 405, cause: 'wrong-method' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '', 'text/html, application/json'])(
    'has the content type "%s"',
    (type) => {
      expect(readRequest({ headers: { 'content-type': type }, body })).toEqual({
        kind: 'refused',
        status: 415,
        cause: 'wrong-content-type',
      });
    },
  );

  it.each(['', 'null', '4', '"text"', '[]', '[{}]', '{', '{"a":1}}', "{'a':1}", 'a=b', '\u0000'])(
    'has the body %j, as text or parsed',
    (text) => {
      const refusal = { kind: 'refused', status: 400, cause: 'body-malformed' };

      expect(readRequest({ body: text })).toEqual(refusal);
      expect(readRequest({ body: [text] })).toEqual(refusal);
    },
  );

  it.each(['text', 'parsed'])('has more bytes than anybody of ours sends, as %s', (how) => {
    const toBody = (text: string): unknown => (how === 'text' ? text : JSON.parse(text));
    const largest = textOfBytes(requestLimits.bodyBytes);
    const larger = textOfBytes(requestLimits.bodyBytes + 1);

    expect(readRequest({ body: toBody(largest) }).kind).toBe('request');
    expect(readRequest({ body: toBody(larger) })).toEqual({ kind: 'refused', status: 413, cause: 'body-too-large' });
  });

  it('counts bytes, not characters', () => {
    expect(readRequest({ body: `{"a":"${'ä'.repeat(requestLimits.bodyBytes / 2)}"}` })).toMatchObject({ status: 413 });
  });

  it('is nested too deep, even so deep that recursion would end the process', () => {
    const refusal = { kind: 'refused', status: 400, cause: 'body-too-complex' };

    expect(readRequest({ body: nested(jsonDepthMax) }).kind).toBe('request');
    expect(readRequest({ body: nested(jsonDepthMax + 1) })).toEqual(refusal);
    expect(readRequest({ body: nested(40_000) })).toEqual(refusal);
    expect(readRequest({ body: JSON.parse(nested(100_000)) as unknown })).toEqual(refusal);
  });

  it('has too many parts', () => {
    const withParts = (count: number): string => JSON.stringify({ list: Array.from({ length: count - 2 }, () => 0) });

    expect(readRequest({ body: withParts(jsonNodesMax) }).kind).toBe('request');
    expect(readRequest({ body: withParts(jsonNodesMax + 1) })).toMatchObject({ cause: 'body-too-complex' });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('names %s, at any depth or in the query', (name) => {
    const refusal = { kind: 'refused', status: 400, cause: 'forbidden-name' };

    expect(readRequest({ body: `{"${name}":{"isAdmin":true}}` })).toEqual(refusal);
    expect(readRequest({ body: `{"payload":{"list":[{"${name}":1}]}}` })).toEqual(refusal);
    expect(readRequest({ body: JSON.parse(`{"a":{"${name}":1}}`) as unknown })).toEqual(refusal);
    expect(readRequest({ body, params: JSON.parse(`{"${name}":["1"]}`) as unknown })).toEqual(refusal);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('has a query that no URL of ours has', () => {
    const refusal = { kind: 'refused', status: 400, cause: 'query-too-large' };
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`p${index}`, ['1']]));

    expect(readRequest({ body, params: many })).toEqual(refusal);
    expect(readRequest({ body, params: { t: ['x'.repeat(requestLimits.queryCharacters)] } })).toEqual(refusal);
  });
});
