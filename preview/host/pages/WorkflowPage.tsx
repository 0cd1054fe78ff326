import { useState } from 'react';
import type {
  ActionInputs,
  ActionLabels,
  Enrolment,
  Enrolments,
  NewEnrolment,
  WorkflowAction,
  WorkflowActions,
} from '../../protocol/outside-api.ts';
import type { ContactSummary } from '../../protocol/preview-api.ts';
import { Problem } from '../chrome/Problem.tsx';
import { useApp } from '../data/app-context.ts';
import { postJson } from '../data/post-json.ts';
import { useAct } from '../data/use-act.ts';
import { useData } from '../data/use-data.ts';
import { useViewAs } from '../view-as/use-view-as.ts';
import { DoorCalls } from './outside/DoorCalls.tsx';
import { NeedsStandIns } from './outside/NeedsStandIns.tsx';
import { ActionForm } from './workflow/ActionForm.tsx';
import { ContactPicker } from './workflow/ContactPicker.tsx';
import { EnrolmentHistory } from './workflow/EnrolmentHistory.tsx';

/** Where somebody tries the app's workflow actions. */
export function WorkflowPage() {
  const { hasOutsideWorld } = useApp();
  return (
    <main className="page" lang="en">
      <div className="page-head">
        <h1>Workflow</h1>
        <p className="muted">
          A workflow of one action, for one contact. The contact’s record shows some seconds later what came of it.
        </p>
      </div>
      {hasOutsideWorld ? <Actions /> : <NeedsStandIns what="To run a workflow" />}
    </main>
  );
}

function Actions() {
  const data = useData<WorkflowActions>('/preview/outside/workflow-actions');
  if (data.kind === 'loading') return <p aria-busy>Reading the app’s workflow actions…</p>;
  if (data.kind === 'failed') return <Problem title="Workflow actions could not be read" text={data.message} />;
  const [first] = data.answer.actions;
  if (first === undefined) return <p className="record-box">The app has no workflow action for contacts.</p>;
  return <TryAction actions={data.answer.actions} first={first} />;
}

function TryAction({
  actions,
  first,
}: {
  readonly actions: readonly WorkflowAction[];
  readonly first: WorkflowAction;
}) {
  const { language } = useViewAs();
  const [uid, setUid] = useState(first.uid);
  const [inputs, setInputs] = useState<ActionInputs>({});
  const [contact, setContact] = useState<ContactSummary | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const { running, problem, run } = useAct();
  const action = actions.find((candidate) => candidate.uid === uid) ?? first;
  const labels = labelsOf(action, language.language);
  const labelsByAction = new Map(actions.map((one) => [one.uid, labelsOf(one, language.language)]));

  const enrol = (): void => {
    if (contact === null) return;
    const body: NewEnrolment = { action: action.uid, contactId: contact.id, inputs, locale: language.language };
    setNames({ ...names, [contact.id]: contact.name });
    run('enrol', async () => {
      await postJson<Enrolment | null>('/preview/outside/enrolments', body);
    });
  };

  return (
    <div className="outside-columns">
      <div className="outside-side">
        <section className="record-box" aria-labelledby="action-title">
          <h2 id="action-title">Action</h2>
          <label className="outside-field">
            <span>What the workflow does</span>
            <select
              value={action.uid}
              onChange={({ target }) => {
                setUid(target.value);
                setInputs({});
              }}
            >
              {actions.map((one) => (
                <option key={one.uid} value={one.uid} lang={language.tag}>
                  {labelsByAction.get(one.uid)?.actionName}
                </option>
              ))}
            </select>
          </label>
          <p className="muted outside-hint" lang={language.tag}>
            {labels.actionDescription}
          </p>
          <ActionForm key={action.uid} action={action} labels={labels} inputs={inputs} onChange={setInputs} />
        </section>
        <ContactPicker chosen={contact} onChoose={setContact} />
        {problem !== null && <Problem title="The contact was not enrolled" text={problem} />}
        <button
          type="button"
          className="outside-button outside-button-primary"
          disabled={contact === null || running !== null}
          onClick={enrol}
        >
          {running === null ? 'Enrol contact' : 'The action is running…'}
        </button>
      </div>
      <div className="outside-side">
        <History labelsByAction={labelsByAction} names={names} />
        <DoorCalls />
      </div>
    </div>
  );
}

function History(props: {
  readonly labelsByAction: ReadonlyMap<string, ActionLabels>;
  readonly names: Readonly<Record<string, string>>;
}) {
  const data = useData<Enrolments>('/preview/outside/enrolments', { refreshSeconds: 2 });
  return (
    <section className="record-box" aria-labelledby="history-title" aria-live="polite">
      <h2 id="history-title">History of the workflow</h2>
      {data.kind === 'failed' && <Problem title="The history could not be read" text={data.message} />}
      {data.kind === 'loaded' && data.answer.enrolments.length === 0 && (
        <p className="muted">Nobody is enrolled yet. Choose a contact, and enrol it.</p>
      )}
      {data.kind === 'loaded' && <EnrolmentHistory enrolments={data.answer.enrolments} {...props} />}
    </section>
  );
}

const noLabels: ActionLabels = {
  actionName: '',
  actionDescription: '',
  inputFieldLabels: {},
  inputFieldDescriptions: {},
  outputFieldLabels: {},
};

/** HubSpot falls back to English. */
const labelsOf = ({ labels }: WorkflowAction, language: string): ActionLabels =>
  labels[language] ?? labels['en'] ?? noLabels;
