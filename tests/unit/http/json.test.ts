import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseJsonBody, tryParseJson } from '../../../src/app/app.functions/http/json.ts';
import { anAnswer, aRequest, failureOf } from './http-kit.ts';

const schema = z.object({ people: z.array(z.object({ email: z.string() })) });
const parse = async (body: string, headers = {}) => parseJsonBody(aRequest(), anAnswer({ body, headers }), schema);

describe('a JSON body', () => {
  it('is read as the schema says', async () => {
    await expect(parse('{"people":[{"email":"a@b.example","more":1}]}')).resolves.toEqual({
      people: [{ email: 'a@b.example' }],
    });
  });

  it('is refused with the path of the field, and without its value', async () => {
    const failure = await failureOf(parse('{"people":[{"email":"x"},{"email":4711}]}', { 'x-zm-trackingid': 'z-1' }));

    expect(failure).toMatchObject({
      kind: 'unexpected-shape',
      httpStatus: 200,
      correlationId: 'z-1',
      reason: { cause: 'answer-malformed', problem: 'people.1.email: expected string' },
    });
    expect(JSON.stringify(failure)).not.toContain('4711');
  });

  it.each([
    ['{}', 'people: expected array'],
    ['[]', 'the answer: expected object'],
    ['', 'the answer is not JSON'],
    ['<html>', 'the answer is not JSON'],
  ])('%j is refused: %s', async (body, problem) => {
    expect((await failureOf(parse(body))).reason).toEqual({ cause: 'answer-malformed', problem });
  });

  it('is refused by the rule that was broken when nothing else is known', async () => {
    const strict = z.string().check(z.minLength(3));
    const parsing = async () => parseJsonBody(aRequest(), anAnswer({ body: '"x"' }), strict);

    expect((await failureOf(parsing())).reason).toEqual({
      cause: 'answer-malformed',
      problem: 'the answer is refused (too_small)',
    });
  });
});

it('tells a text that is no JSON from the JSON null', () => {
  expect(tryParseJson('null')).toBeNull();
  expect(tryParseJson('nul')).toBeUndefined();
});
