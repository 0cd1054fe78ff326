import { defaultUserSettings, type Settings, type UserSettings } from '../../src/app/extensions/contract/settings.ts';
import { demoConnections, staff, type StaffMember } from './company.ts';
import { housingDomain } from './webinars/domains.ts';
import { installerEveningId } from './webinars/left-out.ts';

/** Whose key in the settings has to be known. */
export const usersInSettings: readonly StaffMember[] = [staff.ragnhild, staff.ines, staff.tom];

/** As an admin writes domains: the first is the company's own, and the last has its own letters. */
const excludedDomains = ['solarix.example.com', '@voltwerk.example.org', 'wärmewerk.example.org'];

/**
 * What the admin of the demo company saves first.
 *
 * @param userKeyOf - the user's name in the settings, `<Zoom account ID>:<Zoom user ID>`
 */
export function createDemoSettings(before: Settings, userKeyOf: (member: StaffMember) => string): Settings {
  const user = (changes: Partial<UserSettings>): UserSettings => ({ ...defaultUserSettings, ...changes });
  return {
    ...before,
    isSyncOn: true,
    webinarUsers: 'all',
    recordingUsers: 'all',
    contactExclusions: excludedDomains,
    recordingExclusions: [housingDomain],
    // Nobody else uses the stand-in, and the oldest webinar is forty days old.
    zoomSharePercent: 100,
    backfillDays: 60,
    users: {
      [userKeyOf(staff.ragnhild)]: user({ syncsWebinars: false }),
      [userKeyOf(staff.ines)]: user({ syncsRecordings: false }),
      [userKeyOf(staff.tom)]: user({ webinars: { [String(installerEveningId)]: false } }),
    },
  };
}

/** The webinar that is switched off is switched on, for people who are contacts already. */
export function createUpdateOnlySettings(before: Settings, userKeyOf: (member: StaffMember) => string): Settings {
  const tom = before.users[userKeyOf(staff.tom)] ?? defaultUserSettings;
  return {
    ...before,
    contactPolicy: 'update-only',
    users: {
      ...before.users,
      [userKeyOf(staff.tom)]: { ...tom, webinars: { ...tom.webinars, [String(installerEveningId)]: true } },
    },
  };
}

/** The connection of the account to which the users in the settings belong. */
export const settingsConnection = demoConnections[0].name;
