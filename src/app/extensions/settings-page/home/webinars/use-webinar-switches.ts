import { useExtensionActions } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WebinarRow, WebinarsAnswer } from '../../../contract/webinars.ts';
import { explainProblem } from '../../../shared/explain/explain-problem.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import type { Words } from '../../../shared/words/words.ts';
import { keyOf } from '../../sync/webinar-subject.ts';
import { switchWebinar, type SwitchOutcome } from './switch-webinar.ts';

interface Pending {
  readonly isOn: boolean;
  /** The list in which the new state does not show yet; null while it is being saved. */
  readonly savedOver: WebinarsAnswer | null;
}

export interface WebinarSwitches {
  /** What a switch shows that is being saved, or was saved after the list was read; null for what the list says. */
  readonly find: (row: WebinarRow) => { readonly isOn: boolean; readonly isSaving: boolean } | null;
  readonly flip: (row: WebinarRow, isOn: boolean) => void;
}

/**
 * Switches single webinars on and off. A switch moves at once, and back if it could not be saved.
 *
 * @param answer - the list that is shown
 * @param onSaved - the list is out of date
 */
export function useWebinarSwitches(answer: WebinarsAnswer | null, onSaved: () => void): WebinarSwitches {
  const words = useWords();
  const { addAlert } = useExtensionActions<'settings'>();
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const newestAnswer = useRef(answer);

  useEffect(() => {
    newestAnswer.current = answer;
  }, [answer]);

  const find = useCallback(
    (row: WebinarRow) => {
      const own = pending.get(keyOf(row));
      if (own === undefined || (own.savedOver !== null && own.savedOver !== answer)) return null;
      return { isOn: own.isOn, isSaving: own.savedOver === null };
    },
    [pending, answer],
  );

  const flip = useCallback(
    (row: WebinarRow, isOn: boolean) => {
      const key = keyOf(row);
      if (pending.get(key)?.savedOver === null) return;
      setPending((before) => new Map(before).set(key, { isOn, savedOver: null }));
      void switchWebinar(row, isOn).then((outcome) => {
        const savedOver = outcome.kind === 'saved' ? newestAnswer.current : null;
        setPending((before) => {
          const after = new Map(before);
          if (savedOver === null) after.delete(key);
          else after.set(key, { isOn, savedOver });
          return after;
        });
        addAlert(toAlert(outcome, row, isOn, words));
        if (savedOver !== null) onSaved();
      });
    },
    [pending, onSaved, addAlert, words],
  );

  return { find, flip };
}

function toAlert(
  outcome: SwitchOutcome,
  { topic }: WebinarRow,
  isOn: boolean,
  words: Words,
): { readonly type: 'success' | 'danger'; readonly title: string; readonly message: string } {
  switch (outcome.kind) {
    case 'saved':
      return {
        type: 'success',
        title: words.t(isOn ? 'home.toggle.on.title' : 'home.toggle.off.title', { topic }),
        message: words.t(isOn ? 'home.toggle.on.message' : 'home.toggle.off.message'),
      };
    case 'problem': {
      const { title, whatToDo } = explainProblem(outcome.problem, words);
      return { type: 'danger', title, message: whatToDo };
    }
    case 'conflict':
    case 'refused':
    case 'account-gone':
      return {
        type: 'danger',
        title: words.t('home.toggle.not-saved', { topic }),
        message: words.t(`home.toggle.${outcome.kind}`),
      };
  }
}
