import type { CallResult } from '../../shared/call-function.ts';
import type { Load } from '../../shared/load.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const hasSettings = ({ settings, version }: Fields): boolean =>
  typeof version === 'number' &&
  isFields(settings) &&
  isFields(settings['users']) &&
  Array.isArray(settings['recordingExclusions']) &&
  Array.isArray(settings['contactExclusions']);

/** Whether an answer has what its view reads first. A function of another version may answer anything. */
export type AnswerShape = (answer: object) => boolean;

const shapeOf =
  (test: (fields: Fields) => boolean): AnswerShape =>
  (answer) =>
    isFields(answer) && test(answer);

export const settingsShape = shapeOf((fields) => hasSettings(fields) && Array.isArray(fields['zoomAccounts']));

export const savedShape = shapeOf((fields) => {
  switch (fields['outcome']) {
    case 'saved':
      return hasSettings(fields) && Array.isArray(fields['notes']);
    case 'conflict':
      return hasSettings(fields);
    default:
      return fields['outcome'] === 'invalid' && Array.isArray(fields['problems']);
  }
});

export const previewShape = shapeOf((fields) =>
  fields['outcome'] === 'previewed'
    ? isFields(fields['webinars']) && Array.isArray(fields['exclusions'])
    : fields['outcome'] === 'invalid' && Array.isArray(fields['problems']),
);

export const zoomUsersShape = shapeOf(
  ({ users, totalCount }) => Array.isArray(users) && typeof totalCount === 'number',
);

export const webinarsShape = shapeOf(
  ({ webinars, totalCount }) => Array.isArray(webinars) && typeof totalCount === 'number',
);

export const setupShape = shapeOf(({ checks }) => Array.isArray(checks));

/** An answer of another shape becomes a problem that the page can show. */
export function readResult<Answer extends object>(result: CallResult<Answer>, shape: AnswerShape): CallResult<Answer> {
  if (result.kind === 'problem' || shape(result.answer)) return result;
  return { kind: 'problem', problem: { kind: 'unreadable-answer' } };
}

/** The same for a view that loads something. */
export function readLoad<Answer extends object>(load: Load<Answer>, shape: AnswerShape): Load<Answer> {
  if (load.kind !== 'loaded' || shape(load.answer)) return load;
  return { kind: 'failed', problem: { kind: 'unreadable-answer' } };
}
