import { cardShots } from './card-shots.ts';
import { doorShots } from './door-shots.ts';
import { settingsShots } from './settings-shots.ts';
import type { Shot } from './shot.ts';

/** Every picture of `docs/images`, in the order in which they are taken. */
export const shots: readonly Shot[] = [...cardShots, ...settingsShots, ...doorShots];
