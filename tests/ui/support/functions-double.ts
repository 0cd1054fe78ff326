import { logger } from '@hubspot/ui-extensions';
import { act } from 'react';
import { vi } from 'vitest';

interface FunctionCall {
  readonly name: string;
  readonly parameters: unknown;
  /** The function's return value, as the page gets it: a copy that has been through JSON. */
  readonly answer: (value: unknown) => Promise<void>;
  /** What HubSpot does when the function crashes or takes too long. */
  readonly reject: (message: string) => Promise<void>;
}

export interface FunctionsDouble {
  /** Every call so far, oldest first. Calls stay open until the test answers them. */
  readonly calls: readonly FunctionCall[];
  /** @throws unless there are that many calls, no more and no less */
  readonly lastOf: (callCount: number) => FunctionCall;
}

/** Stands in for HubSpot's call of an app function; the test decides when and what each call answers. */
export function doubleFunctions(): FunctionsDouble {
  const calls: FunctionCall[] = [];
  vi.stubGlobal('serverless', (name: string, options: { readonly parameters: unknown }) => {
    return new Promise((resolve, reject) => {
      calls.push({
        name,
        parameters: options.parameters,
        answer: async (value) => {
          await act(async () => resolve(JSON.parse(JSON.stringify(value))));
        },
        reject: async (message) => {
          await act(async () => reject(new Error(message)));
        },
      });
    });
  });
  return {
    calls,
    lastOf(callCount) {
      const last = calls[callCount - 1];
      if (last === undefined || calls.length !== callCount) {
        throw new Error(`Expected ${callCount} calls, there are ${calls.length}.`);
      }
      return last;
    },
  };
}

/** Lines that the pages write to HubSpot's log, parsed. */
export function captureLog(): readonly unknown[] {
  const lines: unknown[] = [];
  vi.spyOn(logger, 'error').mockImplementation((line) => lines.push(JSON.parse(String(line))));
  return lines;
}
