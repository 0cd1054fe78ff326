import type { SetupCheck, SetupCheckName } from '../../contract/setup.ts';
import type { Words } from '../words/words.ts';
import { explainFailure } from './explain-failure.ts';

/** One line of the set-up in words. */
export interface SetupExplanation {
  /** What is checked, without a full stop. */
  readonly title: string;
  /** One or more full sentences: how it stands. */
  readonly meaning: string;
  /** One or more full sentences; null where there is nothing to do. */
  readonly fix: string | null;
}

/** Never empty, for every check in every state. Names what is missing or was created, one by one. */
export function explainSetupCheck(check: SetupCheck, words: Words): SetupExplanation {
  const title = toTitle(check, words);
  switch (check.state) {
    case 'ok':
      return { title, meaning: words.t(`setup.${check.check}.ready`), fix: null };
    case 'fixed':
      return { title, meaning: words.t('setup.fixed.meaning', { names: words.formats.list(check.names) }), fix: null };
    case 'to-do':
      return { title, ...explainTask(check, words) };
    case 'unknown':
      return { title, ...explainUnknown(check, words) };
  }
}

function toTitle({ check, connection }: SetupCheck, { t }: Words): string {
  const title = t(`setup.${check}.title`);
  return connection === null ? title : t('setup.title-of-connection', { title, connection });
}

type Task = Pick<SetupExplanation, 'meaning' | 'fix'>;

function explainTask({ check, names, failure }: SetupCheck, words: Words): Task {
  if (names.length > 0) return explainMissing(check, names, words);
  if (failure !== null) {
    const { title, whatToDo } = explainFailure(failure, words);
    return { meaning: words.t('setup.to-do.failure.meaning', { problem: title }), fix: whatToDo };
  }
  switch (check) {
    case 'zoom-webinar-plan':
    case 'sync-switch':
      return { meaning: words.t(`setup.to-do.${check}.meaning`), fix: words.t(`setup.to-do.${check}.fix`) };
    case 'zoom-connections':
    case 'zoom-credentials':
    case 'zoom-scopes':
    case 'hubspot-token':
    case 'hubspot-scopes':
    case 'hubspot-definitions':
      return { meaning: words.t('setup.to-do.meaning'), fix: words.t('setup.to-do.fix') };
  }
}

function explainMissing(check: SetupCheckName, names: readonly string[], { t, formats }: Words): Task {
  const vendor = check === 'zoom-scopes' ? check : 'hubspot-scopes';
  return {
    meaning: t(`setup.to-do.${vendor}.meaning`, { names: formats.list(names) }),
    fix: t(`setup.to-do.${vendor}.fix`),
  };
}

function explainUnknown({ check, failure }: SetupCheck, words: Words): Task {
  const { t } = words;
  if (failure !== null) {
    const { title, whatToDo } = explainFailure(failure, words);
    return { meaning: t('setup.unknown.failure.meaning', { problem: title }), fix: whatToDo };
  }
  return check === 'zoom-webinar-plan'
    ? { meaning: t(`setup.unknown.${check}.meaning`), fix: t(`setup.unknown.${check}.fix`) }
    : { meaning: t('setup.unknown.meaning'), fix: t('setup.unknown.fix') };
}
