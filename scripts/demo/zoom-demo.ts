import { createRandom } from '../../emulators/core/random.ts';
import type { ZoomSeed } from '../../emulators/zoom/index.ts';
import { createCalendar } from './calendar.ts';
import { allStaff, demoConnections, type StaffMember } from './company.ts';
import { createAudience } from './people/audience.ts';
import type { DemoPerson } from './people/person.ts';
import type { SeedAccount, SeedWebinar } from './seed-types.ts';
import { createBatteryTraining, createCommissioningTraining, createExamPreparation } from './webinars/academy.ts';
import { createEngineerQuestions } from './webinars/engineer-questions.ts';
import { createHeatPumps } from './webinars/heat-pumps.ts';
import { createOfficeHours } from './webinars/office-hours.ts';
import { createOnboardingSeries } from './webinars/onboarding-series.ts';
import { createOpenHouse } from './webinars/open-house.ts';
import { createMissedWebinar, createTariffs, createWinterTraining } from './webinars/planned.ts';
import { createPriceUpdate } from './webinars/price-update.ts';
import { createJapaneseWebinar, createMayorsRound, createSpanishWebinar } from './webinars/regional.ts';
import type { Stage } from './webinars/stage.ts';
import { createSubsidyClinic } from './webinars/subsidy-clinic.ts';
import { createTenantPower } from './webinars/tenant-power.ts';

type Brand = StaffMember['brand'];
type CreateWebinar = (stage: Stage) => SeedWebinar;

/** Oldest first, so that whoever comes back has been there before. */
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
];

/** The zoom half of the demo world. Every past webinar is young enough for Zoom to still know its number. */
export function createZoomDemo(nowMs: number): { readonly seed: ZoomSeed; readonly people: readonly DemoPerson[] } {
  const random = createRandom(20_261_120);
  const audience = createAudience(random);
  const stage: Stage = { calendar: createCalendar(nowMs), audience, random };
  const webinars = programme.map(([brand, create]) => ({ brand, webinar: create(stage) }));
  const toAccount = (brand: Brand, connection: (typeof demoConnections)[number]): SeedAccount => ({
    account_id: connection.accountId,
    client_id: connection.clientId,
    client_secret: connection.clientSecret,
    plan: 'business',
    users: allStaff.filter((member) => member.brand === brand).map(toUser),
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
