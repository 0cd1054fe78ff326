import { LoadingButton, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { GetAuditLogParameters } from '../../contract/audit-log.ts';
import { callFunction } from '../../shared/call-function.ts';
import { explainProblem } from '../../shared/explain/explain-problem.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { toParameters, type WebinarSubject } from '../sync/webinar-subject.ts';
import { toCsvWords } from './csv-words.ts';

interface CopyCsvButtonProps {
  readonly subject: WebinarSubject;
  readonly filter: Pick<GetAuditLogParameters, 'query' | 'reason'>;
}

/** Copies everybody who matches, not only the page that is shown. */
export function CopyCsvButton({ subject, filter }: CopyCsvButtonProps) {
  const words = useWords();
  const { addAlert, copyTextToClipboard } = useExtensionActions<'settings'>();
  const [isBusy, setIsBusy] = useState(false);

  async function copy() {
    setIsBusy(true);
    const parameters = { ...toParameters(subject), view: 'csv', ...filter, csvWords: toCsvWords(words) } as const;
    const result = await callFunction('get_audit_log', parameters);
    setIsBusy(false);
    if (result.kind === 'problem') {
      const { title, whatToDo } = explainProblem(result.problem, words);
      addAlert({ type: 'danger', title, message: whatToDo });
      return;
    }
    if (result.answer.view !== 'csv') {
      const { title, whatToDo } = explainProblem({ kind: 'unreadable-answer' }, words);
      addAlert({ type: 'danger', title, message: whatToDo });
      return;
    }
    const { csv, personCount, fileName } = result.answer;
    try {
      await copyTextToClipboard(csv);
      const message = words.t('audit.csv.copied.message', { count: personCount, fileName });
      addAlert({ type: 'success', title: words.t('audit.csv.copied.title'), message });
    } catch {
      addAlert({
        type: 'danger',
        title: words.t('audit.csv.refused.title'),
        message: words.t('audit.csv.refused.message'),
      });
    }
  }

  return (
    <LoadingButton testId="copy-csv" loading={isBusy} onClick={() => void copy()}>
      {words.t('audit.csv.copy')}
    </LoadingButton>
  );
}
