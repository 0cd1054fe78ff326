import type { AuditLogAnswer } from '../../contract/audit-log.ts';
import type { CallProblem } from '../../shared/call-function.ts';
import type { Load } from '../../shared/load.ts';

type AnswerOfView<View extends AuditLogAnswer['view']> = Extract<AuditLogAnswer, { readonly view: View }>;

/** The runs of an answer, whatever a function of another version may have answered. */
export const readRuns = (load: Load<AuditLogAnswer>): Load<AnswerOfView<'runs'>> =>
  narrow(load, (answer): answer is AnswerOfView<'runs'> => answer.view === 'runs' && Array.isArray(answer.runs));

/** The people of an answer, whatever a function of another version may have answered. */
export const readPeople = (load: Load<AuditLogAnswer>): Load<AnswerOfView<'people'>> =>
  narrow(load, (answer): answer is AnswerOfView<'people'> => answer.view === 'people' && Array.isArray(answer.people));

const unreadable: CallProblem = { kind: 'unreadable-answer' };

function narrow<Wanted extends AuditLogAnswer>(
  load: Load<AuditLogAnswer>,
  isWanted: (answer: AuditLogAnswer) => answer is Wanted,
): Load<Wanted> {
  if (load.kind !== 'loaded') return load;
  return isWanted(load.answer) ? { kind: 'loaded', answer: load.answer } : { kind: 'failed', problem: unreadable };
}
