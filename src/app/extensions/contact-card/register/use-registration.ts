import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { RegisterContactAnswer, RegistrationFormAnswer } from '../../contract/registration.ts';
import { callFunction } from '../../shared/call-function.ts';
import { syncContact } from '../sync-contact.ts';
import { toSyncOutcome } from '../sync-outcome.ts';
import { type CompleteParameters, type Draft, isComplete, toRegisterParameters } from './draft.ts';
import {
  closedRegistration,
  reduceRegistration,
  type RegistrationAction,
  type RegistrationState,
} from './registration-state.ts';

export interface Registration {
  readonly state: RegistrationState;
  readonly dispatch: (action: RegistrationAction) => void;
  /** Registers, unless something is missing; then it says what. */
  readonly submit: (form: RegistrationFormAnswer, draft: Draft) => void;
}

/**
 * Registers a contact, one webinar at a time, and sees to it that HubSpot shows the registration.
 *
 * @param onRegistered - called whenever the contact's webinars may have changed; must stay the same function
 */
export function useRegistration(contactId: number, onRegistered: () => void): Registration {
  const [state, dispatch] = useReducer(reduceRegistration, closedRegistration);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const submit = useCallback(
    (form: RegistrationFormAnswer, draft: Draft) => {
      // A double click may submit twice before the button is drawn as running.
      if (running.current !== null) return;
      if (!isComplete(form, draft)) {
        dispatch({ kind: 'checked' });
        return;
      }
      const controller = new AbortController();
      running.current = controller;
      dispatch({ kind: 'submitted' });
      void register(toRegisterParameters(contactId, form, draft), dispatch, onRegistered, controller.signal).finally(
        () => {
          running.current = null;
        },
      );
    },
    [contactId, onRegistered],
  );

  return { state, dispatch, submit };
}

async function register(
  parameters: CompleteParameters,
  dispatch: (action: RegistrationAction) => void,
  onRegistered: () => void,
  signal: AbortSignal,
): Promise<void> {
  const result = await callFunction('register_contact', parameters);
  if (signal.aborted) return;
  if (result.kind === 'problem') {
    dispatch({ kind: 'failed', problem: result.problem });
    return;
  }
  const { answer } = result;
  if (!isKnown(answer)) {
    dispatch({ kind: 'failed', problem: { kind: 'unreadable-answer' } });
    return;
  }
  if (answer.outcome === 'refused') {
    dispatch({ kind: 'refused', refusal: answer.refusal });
    return;
  }
  dispatch({ kind: 'registered', registered: answer });
  if (!answer.isShownInHubSpot) {
    const synced = await syncContact(parameters, (step) => dispatch({ kind: 'sync-progressed', step }), signal);
    if (synced.kind === 'aborted') return;
    dispatch({ kind: 'sync-ended', outcome: toSyncOutcome(synced) });
  }
  onRegistered();
}

const outcomes: ReadonlySet<unknown> = new Set<RegisterContactAnswer['outcome']>([
  'registered',
  'already-registered',
  'awaiting-approval',
  'refused',
]);

const isKnown = ({ outcome }: { readonly outcome: unknown }): boolean => outcomes.has(outcome);
