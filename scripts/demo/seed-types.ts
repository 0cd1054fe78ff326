import type { ZoomSeed } from '../../emulators/zoom/index.ts';

export type SeedAccount = NonNullable<ZoomSeed['accounts']>[number];
export type SeedWebinar = NonNullable<SeedAccount['webinars']>[number];
export type SeedRegistrant = NonNullable<SeedWebinar['registrants']>[number];
export type SeedInstance = NonNullable<SeedWebinar['instances']>[number];
export type SeedParticipant = NonNullable<SeedInstance['participants']>[number];
export type SeedPanelist = NonNullable<SeedWebinar['panelists']>[number];
