import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntegrationError, toFailure } from '../../src/app/app.functions/http/integration-error.ts';
import { isIntegrationError } from '../../src/app/app.functions/http/integration-error.ts';
import type { ApprovalStatus, Registrant } from '../../src/app/app.functions/domain/webinar.ts';
import type { NewRegistrant } from '../../src/app/app.functions/registration/ports.ts';
import { register, type RegisterParts, type Registration } from '../../src/app/app.functions/registration/register.ts';
import { aRegistrant } from '../support/builders.ts';

const ada: NewRegistrant = {
  webinarId: '900100200',
  occurrenceId: null,
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: '',
  fields: {},
  customAnswers: [],
  questionNames: [],
};

/** What becomes of a call: it works; it works and the answer is lost; it does not reach Zoom. */
type Fate = 'answered' | 'lost-after' | 'lost-before';
const fate = fc.constantFrom<Fate>('answered', 'answered', 'lost-after', 'lost-before');

const lost = (kind: 'answer-lost' | 'timeout' | 'unavailable' | 'unexpected-shape'): IntegrationError =>
  new IntegrationError(toFailure({ system: 'zoom', operation: 'any' }, kind, { cause: 'vendor-unavailable' }));

/** A Zoom that forgives nothing: who registers twice is there twice. */
function createStrictZoom(fates: readonly Fate[], newStatus: ApprovalStatus) {
  const registrants: Registrant[] = [];
  const kinds = ['answer-lost', 'timeout', 'unavailable', 'unexpected-shape'] as const;
  let callCount = 0;
  const suffer = <Answer>(act: () => Answer): Answer => {
    const own = fates[callCount] ?? 'answered';
    const error = lost(kinds[callCount % kinds.length] ?? 'timeout');
    callCount += 1;
    if (own === 'lost-before') throw error;
    const answer = act();
    if (own === 'lost-after') throw error;
    return answer;
  };
  const zoom: RegisterParts['zoom'] = {
    readRegistrantPage: async ({ status }) =>
      suffer(() => ({
        kind: 'page',
        rows: registrants.filter((registrant) => registrant.status === status),
        quarantinedCount: 0,
        nextPageToken: null,
        totalCount: null,
      })),
    addRegistrant: async ({ email }) =>
      suffer(() => {
        const registrantId = `reg-${registrants.length}`;
        registrants.push(
          aRegistrant({ registrantId, email, status: newStatus, joinUrl: `https://zoom/${registrantId}` }),
        );
        return { kind: 'made', registrantId, status: newStatus, joinUrl: null };
      }),
  };
  return { zoom, registrants };
}

async function callUntilAnswered(parts: RegisterParts): Promise<Registration | 'never'> {
  for (let tries = 0; tries < 40; tries += 1) {
    try {
      const made = await register(parts, ada, { needsApproval: false });
      return made.kind === 'refused' ? expect.fail(made.refusal.cause) : made;
    } catch (error) {
      if (!isIntegrationError(error)) throw error;
    }
  }
  return 'never';
}

describe('registering', () => {
  it('B21: never registers twice, whatever answers are lost, and gets there in the end', async () => {
    const status = fc.constantFrom<ApprovalStatus>('approved', 'pending');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 40 }), status, async (fates, newStatus) => {
        const { zoom, registrants } = createStrictZoom(fates, newStatus);
        const parts: RegisterParts = { zoom, now: () => 0, hasLeft: () => true };

        const outcome = await callUntilAnswered(parts);
        const again = await register(parts, ada, { needsApproval: false }).catch(() => 'failed' as const);

        expect(registrants).toHaveLength(1);
        expect(outcome).toMatchObject({ registrantId: 'reg-0' });
        expect(again === 'failed' || again.kind !== 'registered').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
