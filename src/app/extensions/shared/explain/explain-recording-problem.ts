import type { SyncWarning } from '../../contract/sync.ts';
import type { Words } from '../words/words.ts';
import { explainOffSetting, toRecordingOffTitle, type OffSettingExplanation } from './explain-off-setting.ts';
import { asSentence } from './vendor-words.ts';

type RecordingWarning = Extract<SyncWarning, { cause: 'recording-not-synced' }>;
type TranscriptWarning = Extract<SyncWarning, { cause: 'transcript-not-synced' }>;

/** Why a recording did not become a call record. */
export function explainRecordingProblem(
  { problem, sessionStartsAt }: RecordingWarning,
  words: Words,
): OffSettingExplanation {
  const { t } = words;
  const startsAt = words.formats.dateAndTime(sessionStartsAt);
  switch (problem.cause) {
    case 'settings-off': {
      const { meaning, fix } = explainOffSetting(problem.setting, problem.hostName, words);
      return {
        title: toRecordingOffTitle(problem.setting, problem.hostName, words),
        meaning: t('warning.recording.settings-off.meaning', { startsAt, why: meaning }),
        fix,
      };
    }
    case 'call-refused':
      return {
        title: t('warning.recording.call-refused.title'),
        meaning: t('warning.recording.call-refused.meaning', {
          startsAt,
          reason: asSentence(problem.problem, words),
        }),
        fix: t('warning.recording.call-refused.fix'),
      };
    case 'nobody-attended':
    case 'not-found':
    case 'deleted':
    case 'processing':
    case 'no-link':
      return {
        title: t(`warning.recording.${problem.cause}.title`),
        meaning: t(`warning.recording.${problem.cause}.meaning`, { startsAt }),
        fix: t(`warning.recording.${problem.cause}.fix`),
      };
    default:
      problem satisfies never;
      return {
        title: t('warning.recording.unknown.title'),
        meaning: t('warning.recording.unknown.meaning', { startsAt }),
        fix: t('warning.unknown.fix'),
      };
  }
}

/** Why a recording came without its transcript. */
export function explainTranscriptProblem(
  { problem, sessionStartsAt }: TranscriptWarning,
  words: Words,
): OffSettingExplanation {
  const { t } = words;
  const startsAt = words.formats.dateAndTime(sessionStartsAt);
  switch (problem.cause) {
    case 'processing':
    case 'not-found':
      return {
        title: t(`warning.transcript.${problem.cause}.title`),
        meaning: t(`warning.transcript.${problem.cause}.meaning`, { startsAt }),
        fix: t(`warning.transcript.${problem.cause}.fix`),
      };
    case 'unreadable':
      return {
        title: t('warning.transcript.unreadable.title'),
        meaning: t('warning.transcript.unreadable.meaning', { startsAt, reason: asSentence(problem.problem, words) }),
        fix: t('warning.transcript.unreadable.fix'),
      };
    default:
      problem satisfies never;
      return {
        title: t('warning.transcript.unknown.title'),
        meaning: t('warning.transcript.unknown.meaning', { startsAt }),
        fix: t('warning.unknown.fix'),
      };
  }
}
