import type {
  DomainProblem,
  SaveSettingsAnswer,
  Settings,
  SettingsProblem,
  UserChoice,
  VersionedSettings,
} from '../../src/app/extensions/contract/settings.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';

const choiceTexts: Readonly<Record<UserChoice, string>> = {
  none: 'of no Zoom user',
  selected: 'of selected Zoom users',
  all: 'of all Zoom users',
};

const domainProblemTexts: Readonly<Record<DomainProblem, string>> = {
  empty: 'is empty',
  'not-a-domain': 'is not a domain',
  'too-broad': 'would cover everybody below a public ending',
};

const labelWidth = 24;

/** How to turn the sync on, for somebody at a terminal. */
export const howToTurnOn =
  'To turn it on, save a file with {"isSyncOn": true}: npm run sync -- --settings-file FILE. In HubSpot: global settings.';

/** The settings in force, one line each. */
export function renderSettings(
  { settings, version, savedAt }: VersionedSettings,
  { formats: { count, dateAndTime } }: Words,
): readonly string[] {
  const line = (label: string, text: string): string => `${label.padEnd(labelWidth)}  ${text}`;
  const when = savedAt === null ? 'nothing was saved yet, these are the defaults' : `saved ${dateAndTime(savedAt)}`;
  const share = count(settings.zoomSharePercent);
  return [
    line('Sync webinar data', settings.isSyncOn ? 'on' : `off. ${howToTurnOn}`),
    line('Webinars', choiceTexts[settings.webinarUsers]),
    line('Recordings, transcripts', choiceTexts[settings.recordingUsers]),
    line('Contact exclusions', listDomains(settings.contactExclusions)),
    line('Recording exclusions', listDomains(settings.recordingExclusions)),
    line('Contacts', settings.contactPolicy === 'update-only' ? 'only updated, never created' : 'created and updated'),
    line('Looks back', `${count(settings.backfillDays)} days`),
    line('Share of Zoom’s limits', `${share} %`),
    ...Object.entries(settings.users).flatMap(([key, user]) => renderUser(key, user, line)),
    line('Version', `${version}, ${when}`),
  ];
}

const listDomains = (domains: readonly string[]): string => (domains.length === 0 ? 'none' : domains.join(', '));

function renderUser(
  key: string,
  { syncsWebinars, syncsRecordings, newWebinarsOffSince, webinars }: Settings['users'][string],
  line: (label: string, text: string) => string,
): readonly string[] {
  const onOrOff = (isOn: boolean): string => (isOn ? 'on' : 'off');
  const parts = [
    syncsWebinars === null ? [] : [`webinars ${onOrOff(syncsWebinars)}`],
    syncsRecordings === null ? [] : [`recordings ${onOrOff(syncsRecordings)}`],
    newWebinarsOffSince === null ? [] : [`webinars scheduled since ${newWebinarsOffSince} off`],
    Object.entries(webinars).map(([webinarId, isOn]) => `webinar ${webinarId} ${onOrOff(isOn)}`),
  ].flat();
  return parts.length === 0 ? [] : [line(`Zoom user ${key}`, parts.join(', '))];
}

/** What came of saving settings. */
export function renderSaved(answer: SaveSettingsAnswer, words: Words): readonly string[] {
  switch (answer.outcome) {
    case 'saved':
      return [
        ...answer.notes.map(({ field, given, became }) => `${fieldText(field)}: “${given}” was taken as ${became}.`),
        'The settings were saved.',
        ...renderSettings(answer, words),
      ];
    case 'conflict':
      return [
        'Nothing was saved: somebody else has saved other settings meanwhile. In force are:',
        ...renderSettings(answer, words),
        'Print them with --settings --json, make your changes there, and save that file.',
      ];
    case 'invalid':
      return ['Nothing was saved:', ...answer.problems.map((problem) => `  ${explainProblem(problem)}`)];
  }
}

const fieldText = (field: string): string =>
  field === 'contactExclusions' ? 'Contact exclusions' : 'Recording exclusions';

function explainProblem(problem: SettingsProblem): string {
  switch (problem.problem) {
    case 'invalid':
      return `${problem.field} must ${problem.must}.`;
    case 'too-many':
      return 'There are too many choices for single users and webinars; HubSpot’s record cannot hold them.';
    default:
      return `${fieldText(problem.field)}: “${problem.given}” ${domainProblemTexts[problem.problem]}.`;
  }
}
