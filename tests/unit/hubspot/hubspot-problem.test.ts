import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  contextValues,
  describeProblem,
  hubSpotProblem,
  readProblemCode,
} from '../../../src/app/app.functions/hubspot/hubspot-problem.ts';

const parse = (body: object) => z.parse(hubSpotProblem, body);

describe('describing a problem', () => {
  it('names refused properties with their codes and leaves out the values', () => {
    const packed = JSON.stringify([
      { isValid: false, message: '"Kim" was not a number', error: 'INVALID_INTEGER', name: 'zwh_registration_count' },
      { isValid: false, message: 'Property "x" does not exist', error: 'PROPERTY_DOESNT_EXIST', name: 'x' },
    ]);

    const line = describeProblem(parse({ message: `Property values were not valid: ${packed}` }));

    expect(line).toBe('zwh_registration_count: INVALID_INTEGER, x: PROPERTY_DOESNT_EXIST');
  });

  it('falls back from the message to a detail, a code and to saying that there is no reason', () => {
    expect(describeProblem(parse({ message: 'Odd', category: 'C' }))).toBe('Odd');
    expect(describeProblem(parse({ errors: [{ message: 'In detail' }], category: 'C' }))).toBe('In detail');
    expect(describeProblem(parse({ category: 'CONFLICT' }))).toBe('CONFLICT');
    expect(describeProblem(parse({}))).toBe('no reason given');
  });

  it('takes addresses out and stays one short line', () => {
    const line = describeProblem(parse({ message: `Contact kim@brand.example\n is ${'very '.repeat(100)}wrong` }));

    expect(line).not.toContain('kim@brand.example');
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThanOrEqual(241);
  });
});

describe('reading a problem', () => {
  it('collects the values of a key from the problem and its details, whatever their form', () => {
    const problem = parse({ context: { id: ['1', 2], other: ['x'] }, errors: [{ context: { id: '3' } }, {}] });

    expect(contextValues(problem, 'id')).toEqual(['1', '2', '3']);
  });

  it('has no code when HubSpot gave none', () => {
    expect(readProblemCode(parse({ message: 'Odd' }))).toBeNull();
  });
});
