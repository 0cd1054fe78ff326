import type { ActionLabels, Enrolment, EnrolmentAttempt } from '../../../protocol/outside-api.ts';
import { formatClock, formatMoment } from '../../chrome/formats.ts';
import { PageLink } from '../../routing/PageLink.tsx';
import { useTimeZone, useViewAs } from '../../view-as/use-view-as.ts';

interface Props {
  readonly enrolments: readonly Enrolment[];
  readonly labelsByAction: ReadonlyMap<string, ActionLabels>;
  /** Of contacts that were enrolled from this page. */
  readonly names: Readonly<Record<string, string>>;
}

const shownCount = 8;

/** What became of the contacts, as HubSpot tells it: attempts, the sentence of a rule, and the outputs. */
export function EnrolmentHistory({ enrolments, labelsByAction, names }: Props) {
  return enrolments
    .slice(0, shownCount)
    .map((enrolment) => (
      <Entry
        key={enrolment.callbackId}
        enrolment={enrolment}
        labels={labelsByAction.get(enrolment.action) ?? null}
        name={names[enrolment.contactId] ?? `Contact ${enrolment.contactId}`}
      />
    ));
}

const stateNames: Readonly<Record<string, string>> = {
  SUCCESS: 'Done',
  FAIL_CONTINUE: 'Refused; the workflow goes on',
  FAILED: 'Failed',
  GAVE_UP: 'Given up after three days',
  EXPIRED: 'Nobody completed it in time',
  RECORD_GONE: 'The contact is gone',
};

function stateOf({ status, finalState }: Enrolment): string {
  if (finalState !== null) return stateNames[finalState] ?? finalState;
  return status === 'blocked' ? 'Waits for the app' : 'Is tried again';
}

interface EntryProps {
  readonly enrolment: Enrolment;
  readonly labels: ActionLabels | null;
  readonly name: string;
}

function Entry({ enrolment, labels, name }: EntryProps) {
  const { language } = useViewAs();
  const timeZone = useTimeZone();
  const { contactId, enrolledAt, sentence, attempts, nextAt, outputs } = enrolment;
  const filled = Object.entries(outputs).filter(([, value]) => value !== '');
  return (
    <article className="outside-entry" aria-label={`${name}, ${stateOf(enrolment)}`}>
      <header>
        <PageLink href={`/contacts/${contactId}`} className="record-link">
          {name}
        </PageLink>
        <span className={`event-status outside-state-${enrolment.finalState?.toLowerCase() ?? 'open'}`}>
          {stateOf(enrolment)}
        </span>
      </header>
      <p className="muted">
        <span lang={language.tag}>{labels?.actionName ?? enrolment.action}</span> · {formatMoment(enrolledAt, timeZone)}
      </p>
      {sentence !== null && (
        <p className="outside-sentence" lang={language.tag}>
          {sentence}
        </p>
      )}
      <p className="muted">
        {attempts.map(describeAttempt(timeZone)).join(', ')}
        {nextAt !== null && `; next at ${formatClock(nextAt, timeZone)}`}
      </p>
      {filled.length > 0 && (
        <dl className="properties">
          {filled.map(([output, value]) => (
            <div key={output}>
              <dt lang={language.tag}>{labels?.outputFieldLabels[output] ?? output}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

const describeAttempt =
  (timeZone: string) =>
  ({ at, status, outcome }: EnrolmentAttempt): string =>
    `${formatClock(at, timeZone)} ${status === null ? outcome : `answered ${status}`}`;
