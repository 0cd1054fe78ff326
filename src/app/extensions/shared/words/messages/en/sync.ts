/** States, phases, triggers and skip reasons of a sync. */
export const syncEn = {} as const;
