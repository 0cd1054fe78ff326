import type { FaultException } from './fault-matrix.ts';
import { commonFaults, refusedRows } from './faults.ts';

/** Exceptions that several steps have. */

export const rowsSkipped: FaultException = {
  faults: ['a refusal', 'a missing permission', 'a conflict', 'refused rows'],
  outcome: 'survives',
  reason: 'what HubSpot refuses of people is their skip reason; the others are synced',
};

export const webinarWarned: FaultException = {
  faults: ['a refusal', 'a missing permission'],
  outcome: 'survives',
  reason: 'what HubSpot refuses of a webinar is a warning; the people are synced',
};

export const readBack: FaultException = {
  faults: ['half an answer', 'no answer', 'a connection cut after it happened', 'an error after it happened'],
  outcome: 'overcome',
  reason: 'what was created is read back when the answer is lost',
};

export const leftToTheNext: FaultException = {
  faults: [...commonFaults, refusedRows].map(({ name }) => name),
  outcome: 'overcome',
  reason: 'the run is over all the same; what is left is removed by the next one',
};

/** @param reason - what follows if it is so */
export const believedGone = (reason: string): FaultException => ({
  faults: ['not found'],
  outcome: 'impossible',
  reason: `HubSpot is believed that it is not there: ${reason}`,
});

/** @param reason - what follows if it is so */
export const believedThere = (reason: string): FaultException => ({
  faults: ['a conflict'],
  outcome: 'impossible',
  reason: `HubSpot is believed that it is there already: ${reason}`,
});
