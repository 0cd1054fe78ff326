import { createRandom } from '../../emulators/core/random.ts';
import type { ZoomSeed } from '../../emulators/zoom/index.ts';
import { createCalendar } from './calendar.ts';
import { colleagues } from './colleagues.ts';
import { allStaff, demoConnections, type StaffMember } from './company.ts';
import { createAudience } from './people/audience.ts';
import type { DemoPerson } from './people/person.ts';
import { withRecordings } from './recordings.ts';
import type { SeedAccount, SeedWebinar } from './seed-types.ts';
import { createBatteryTraining, createCommissioningTraining, createExamPreparation } from './webinars/academy.ts';
import { housingDomain } from './webinars/domains.ts';
import { createEngineerQuestions } from './webinars/engineer-questions.ts';
import { createHousingRound, createMarketBriefing, createRoofTalk, createUntracked } from './webinars/fresh.ts';
import { createHeatPumps } from './webinars/heat-pumps.ts';
import {
  createInstallerEvening,
  createRoadshow,
  createSalesTraining,
  createSpringReview,
} from './webinars/left-out.ts';
import { createOfficeHours } from './webinars/office-hours.ts';
import { createOnboardingSeries } from './webinars/onboarding-series.ts';
import { createOpenHouse } from './webinars/open-house.ts';
import {
  createCommunityEvening,
  createMissedWebinar,
  createTariffs,
  createWinterTraining,
} from './webinars/planned.ts';
import { createPriceUpdate } from './webinars/price-update.ts';
import { createJapaneseWebinar, createMayorsRound, createSpanishWebinar } from './webinars/regional.ts';
import type { Stage } from './webinars/stage.ts';
import { createSubsidyClinic } from './webinars/subsidy-clinic.ts';
import { createTenantPower } from './webinars/tenant-power.ts';

type Brand = StaffMember['brand'];
type CreateWebinar = (stage: Stage) => SeedWebinar;

/** Whoever comes back has been to a webinar above. */
const programme: readonly (readonly [Brand, CreateWebinar])[] = [
  ['solarix', createSubsidyClinic],
  ['solarix', createOnboardingSeries],
  ['solarix', createOfficeHours],
  ['solarix', createOpenHouse],
  ['solarix', createSpanishWebinar],
  ['academy', createBatteryTraining],
  ['solarix', createMayorsRound],
  ['solarix', createEngineerQuestions],
  ['solarix', createTenantPower],
  ['academy', createCommissioningTraining],
  ['solarix', createHeatPumps],
  ['solarix', createJapaneseWebinar],
  ['academy', createExamPreparation],
  ['solarix', createMissedWebinar],
  ['solarix', createPriceUpdate],
  ['solarix', createTariffs],
  ['academy', createWinterTraining],
  ['solarix', createSpringReview],
  ['solarix', createUntracked],
  ['solarix', (stage) => createHousingRound(stage, housingDomain)],
  ['solarix', createRoadshow],
  ['solarix', createSalesTraining],
  ['solarix', createInstallerEvening],
  ['solarix', createMarketBriefing],
  ['solarix', createRoofTalk],
  ['solarix', createCommunityEvening],
];

/** The zoom half of the demo world. All past webinars but one are young enough for Zoom to still know their numbers. */
export function createZoomDemo(nowMs: number): { readonly seed: ZoomSeed; readonly people: readonly DemoPerson[] } {
  const random = createRandom(20_261_120);
  const audience = createAudience(random);
  const stage: Stage = { calendar: createCalendar(nowMs), audience, random };
  const webinars = programme.map(([brand, create]) => ({ brand, webinar: withRecordings(create(stage)) }));
  const toAccount = (brand: Brand, connection: (typeof demoConnections)[number]): SeedAccount => ({
    account_id: connection.accountId,
    client_id: connection.clientId,
    client_secret: connection.clientSecret,
    plan: 'business',
    users: [...allStaff, ...colleagues].filter((member) => member.brand === brand).map(toUser),
    webinars: webinars.filter((each) => each.brand === brand).map(({ webinar }) => webinar),
  });
  const [solarix, academy] = demoConnections;
  return {
    seed: { accounts: [toAccount('solarix', solarix), toAccount('academy', academy)] },
    people: audience.people(),
  };
}

const toUser = ({ firstName, lastName, email, isHost }: StaffMember) => ({
  email,
  first_name: firstName,
  last_name: lastName,
  type: isHost ? (2 as const) : (1 as const),
});
