import { describe, expect, it } from 'vitest';
import type { RecordingOffSetting } from '../../../src/app/extensions/contract/settings.ts';
import type { SyncWarning } from '../../../src/app/extensions/contract/sync.ts';
import {
  explainWarning,
  warningFamilies,
  warningFamilyTitle,
  type WarningFamily,
} from '../../../src/app/extensions/shared/explain/explain-warning.ts';
import { indianWords } from './test-words.ts';

const sent = { registered: 10, attended: 7, cancelled: 1, noShow: 3 };
const sessionStartsAt = '2026-11-14T14:00:00Z';
const sessionStart = indianWords.formats.dateAndTime(sessionStartsAt);
const hostName = 'Hanna Host';

type Warning<Cause extends SyncWarning['cause']> = Extract<SyncWarning, { cause: Cause }>;
type Problem<Cause extends 'recording-not-synced' | 'transcript-not-synced'> = Warning<Cause>['problem'];

const aDomain = { domain: 'acme.example', personCount: 2 };

/** One example of every cause; the types make a forgotten one a compile error. */
const everyWarning: { readonly [Cause in SyncWarning['cause']]: Warning<Cause> } = {
  'settings-off': { cause: 'settings-off', setting: 'sync', hostName },
  'zoom-event': { cause: 'zoom-event' },
  'webinar-deleted': { cause: 'webinar-deleted' },
  'webinar-expired': { cause: 'webinar-expired' },
  'account-users': { cause: 'account-users', personCount: 2 },
  'addresses-excluded': { cause: 'addresses-excluded', personCount: 2, domains: [aDomain] },
  'contacts-deleted': { cause: 'contacts-deleted', personCount: 2 },
  'contacts-unknown': { cause: 'contacts-unknown', personCount: 2 },
  'participants-untracked': { cause: 'participants-untracked', sessionStartsAt },
  'marketing-event-refused': { cause: 'marketing-event-refused', sessionStartsAt, problem: 'Name is too long' },
  'timeline-events-refused': { cause: 'timeline-events-refused', problem: 'No such event' },
  'recording-not-synced': { cause: 'recording-not-synced', sessionStartsAt, problem: { cause: 'no-link' } },
  'transcript-not-synced': { cause: 'transcript-not-synced', sessionStartsAt, problem: { cause: 'not-found' } },
  'guests-without-address': { cause: 'guests-without-address', personCount: 2 },
  'addresses-invalid': { cause: 'addresses-invalid', personCount: 2 },
  'addresses-secondary': { cause: 'addresses-secondary', personCount: 2 },
  'rows-quarantined': { cause: 'rows-quarantined', rowCount: 2, source: 'participants' },
  'attendance-not-ready': { cause: 'attendance-not-ready', sessionStartsAt },
  'registrations-vanished': { cause: 'registrations-vanished', personCount: 2 },
  'list-unstable': { cause: 'list-unstable', source: 'registrants' },
  'registrations-unavailable': { cause: 'registrations-unavailable' },
  'rejected-by-hubspot': { cause: 'rejected-by-hubspot', personCount: 2, examples: ['Bad value', 'Too long'] },
  'participations-differ': {
    cause: 'participations-differ',
    sessionStartsAt,
    sent,
    shown: { ...sent, attended: 6 },
  },
};

const everySetting: Readonly<Record<RecordingOffSetting, true>> = {
  sync: true,
  'webinar-users': true,
  host: true,
  'new-webinars': true,
  webinar: true,
  'recording-users': true,
  'recording-host': true,
};
const offSettings = Object.keys(everySetting) as readonly RecordingOffSetting[];

const everyRecordingProblem: {
  readonly [Cause in Problem<'recording-not-synced'>['cause']]: Extract<
    Problem<'recording-not-synced'>,
    { cause: Cause }
  >;
} = {
  'settings-off': { cause: 'settings-off', setting: 'recording-host', hostName },
  'nobody-attended': { cause: 'nobody-attended' },
  'not-found': { cause: 'not-found' },
  deleted: { cause: 'deleted' },
  processing: { cause: 'processing' },
  'no-link': { cause: 'no-link' },
  'call-refused': { cause: 'call-refused', problem: 'Body is too long' },
};

const everyTranscriptProblem: {
  readonly [Cause in Problem<'transcript-not-synced'>['cause']]: Extract<
    Problem<'transcript-not-synced'>,
    { cause: Cause }
  >;
} = {
  processing: { cause: 'processing' },
  'not-found': { cause: 'not-found' },
  unreadable: { cause: 'unreadable', problem: 'it is a web page' },
};

const ofRecording = (problem: Problem<'recording-not-synced'>): SyncWarning => ({
  cause: 'recording-not-synced',
  sessionStartsAt,
  problem,
});
const ofTranscript = (problem: Problem<'transcript-not-synced'>): SyncWarning => ({
  cause: 'transcript-not-synced',
  sessionStartsAt,
  problem,
});

/** Every cause with every setting, problem and source that it can name. */
const everyVariant: readonly SyncWarning[] = [
  ...Object.values(everyWarning).filter(
    ({ cause }) => !['settings-off', 'recording-not-synced', 'transcript-not-synced'].includes(cause),
  ),
  ...(['sync', 'webinar-users', 'host', 'new-webinars', 'webinar'] as const).map((setting): SyncWarning => ({
    cause: 'settings-off',
    setting,
    hostName,
  })),
  ...Object.values(everyRecordingProblem)
    .filter(({ cause }) => cause !== 'settings-off')
    .map(ofRecording),
  ...offSettings.map((setting) => ofRecording({ cause: 'settings-off', setting, hostName })),
  ...Object.values(everyTranscriptProblem).map(ofTranscript),
  { cause: 'rows-quarantined', rowCount: 2, source: 'registrants' },
  { cause: 'list-unstable', source: 'participants' },
];

const explain = (warning: SyncWarning) => explainWarning(warning, indianWords);

describe('the words of a warning', () => {
  it.each(everyVariant.map((warning) => [JSON.stringify(warning), warning] as const))(
    'say what happened and what to do about %s',
    (_, warning) => {
      const { title, meaning, fix } = explain(warning);

      expect(title).toMatch(/^[\p{Lu}“].*[^.!:]$/u);
      expect(meaning).toMatch(/^[\p{Lu}\d“].*[.!]$/u);
      expect(fix).toMatch(/^\p{Lu}.*[.!]$/u);
      expect(`${title} ${meaning} ${fix}`).not.toMatch(/undefined|null|NaN|\[object|\.\.|\bcause\b/u);
    },
  );

  it('have a title of their own for every variant', () => {
    const titles = everyVariant.map((warning) => explain(warning).title);

    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('never are a code', () => {
    for (const warning of everyVariant) {
      const { title, meaning, fix } = explain(warning);

      expect(`${title} ${meaning} ${fix}`).not.toMatch(/\b[a-z]+-(?:users|host|webinars|synced|off|refused|found)\b/u);
    }
  });

  it('write every number as the reader does', () => {
    const many = 123_456;

    for (const warning of everyVariant.filter((each) => 'personCount' in each)) {
      expect(explain({ ...warning, personCount: many }).meaning).toContain('1,23,456 people');
    }
    for (const source of ['registrants', 'participants'] as const) {
      expect(explain({ cause: 'rows-quarantined', rowCount: many, source }).meaning).toContain('1,23,456 rows');
    }
  });

  it('write every time as the reader does', () => {
    for (const warning of everyVariant.filter((each) => 'sessionStartsAt' in each)) {
      expect(explain(warning).meaning).toContain(sessionStart);
    }
  });

  it('speak of one person in the singular', () => {
    const counted = Object.values(everyWarning).filter((warning) => 'personCount' in warning);

    for (const warning of counted) {
      const { meaning } = explain({ ...warning, personCount: 1 });
      expect(meaning).toContain('1 person');
      expect(meaning).not.toMatch(/1 people|1 person (?:have|were)\b|and were not/u);
    }
    expect(explain({ cause: 'addresses-invalid', personCount: 1 }).meaning).toBe(
      '1 person gave an email address that is not valid and was not synced.',
    );
    expect(explain({ cause: 'rows-quarantined', rowCount: 1, source: 'registrants' }).meaning).toBe(
      '1 row of Zoom’s list of registrants could not be used and was set aside.',
    );
  });

  it('quote what HubSpot said when it said something', () => {
    expect(explain(everyWarning['rejected-by-hubspot']).meaning).toContain('for example: “Bad value” and “Too long”.');
    expect(explain({ ...everyWarning['rejected-by-hubspot'], examples: [] }).meaning).toBe(
      'HubSpot did not accept 2 people as contacts.',
    );
    expect(explain(everyWarning['marketing-event-refused']).meaning).toContain('Name is too long.');
    expect(explain(everyWarning['timeline-events-refused']).meaning).toContain('No such event.');
    expect(explain(ofRecording(everyRecordingProblem['call-refused'])).meaning).toContain('Body is too long.');
  });

  it('put both counts of a marketing event side by side', () => {
    const { meaning } = explain(everyWarning['participations-differ']);

    expect(meaning).toContain(`${sessionStart} shows 10 registered, 6 attended, 3 did not attend and 1 cancelled.`);
    expect(meaning).toContain('The app sent 10 registered, 7 attended');
  });

  it('S36: name the excluded domains and how many people each of them has', () => {
    const domains = [
      { domain: 'acme.example', personCount: 12 },
      { domain: 'umbrella.example', personCount: 1 },
    ];

    expect(explain({ cause: 'addresses-excluded', personCount: 13, domains }).meaning).toContain(
      'Domains: acme.example (12 people) and umbrella.example (1 person).',
    );
    expect(explain({ cause: 'addresses-excluded', personCount: 13, domains: [] }).meaning).not.toContain('Domains');
  });
});

describe('the family of a warning', () => {
  const familyOf = (warning: SyncWarning): WarningFamily => explain(warning).family;

  it.each([
    ['S32', ['settings-off']],
    ['S34', ['guests-without-address', 'participants-untracked', 'rows-quarantined']],
    [
      'S35',
      [
        'zoom-event',
        'webinar-expired',
        'webinar-deleted',
        'attendance-not-ready',
        'registrations-vanished',
        'registrations-unavailable',
        'list-unstable',
        'contacts-unknown',
        'rejected-by-hubspot',
        'marketing-event-refused',
        'participations-differ',
      ],
    ],
    ['S36', ['account-users', 'addresses-excluded', 'addresses-invalid', 'addresses-secondary', 'contacts-deleted']],
    ['S37', ['timeline-events-refused']],
  ] as const)('%s has its causes', (family, causes) => {
    expect(causes.map((cause) => familyOf(everyWarning[cause]))).toEqual(causes.map(() => family));
  });

  it('S35: is that of lost data for rows of the list of registrants', () => {
    expect(familyOf({ cause: 'rows-quarantined', rowCount: 1, source: 'registrants' })).toBe('S35');
  });

  it('S33: is the same for every problem of a recording, and for a transcript that is still to come', () => {
    const warnings = [...Object.values(everyRecordingProblem).map(ofRecording), ofTranscript({ cause: 'processing' })];

    expect(new Set(warnings.map(familyOf))).toEqual(new Set(['S33']));
  });

  it('S37: is that of errors for a transcript that will not come', () => {
    expect(familyOf(ofTranscript(everyTranscriptProblem['not-found']))).toBe('S37');
    expect(familyOf(ofTranscript(everyTranscriptProblem.unreadable))).toBe('S37');
  });

  it('has a title of its own', () => {
    const titles = warningFamilies.map((family) => warningFamilyTitle(family, indianWords));

    expect(titles).toHaveLength(6);
    expect(new Set(titles).size).toBe(6);
  });
});

describe('a warning of another version of the app', () => {
  it.each([
    ['a cause', { cause: 'moon-phase-wrong' }, 'S35', 'A warning of another version of the app'],
    ['a setting', { cause: 'settings-off', setting: 'moon', hostName }, 'S32', 'A setting keeps'],
    [
      'a problem of a recording',
      { cause: 'recording-not-synced', sessionStartsAt, problem: { cause: 'moon' } },
      'S33',
      'Recording not synced',
    ],
    [
      'a problem of a transcript',
      { cause: 'transcript-not-synced', sessionStartsAt, problem: { cause: 'moon' } },
      'S37',
      'Transcript not synced',
    ],
    [
      'a setting for recordings',
      {
        cause: 'recording-not-synced',
        sessionStartsAt,
        problem: { cause: 'settings-off', setting: 'moon', hostName: '' },
      },
      'S33',
      'Recording not synced: a setting keeps it',
    ],
  ])('has words where it names %s that this one does not know', (_, warning, family, title) => {
    const explanation = explain(warning as SyncWarning);

    expect(explanation.family).toBe(family);
    expect(explanation.title).toContain(title);
    expect(explanation.meaning).toMatch(/^\p{Lu}.*\.$/u);
    expect(explanation.fix).toMatch(/^\p{Lu}.*\.$/u);
  });
});
