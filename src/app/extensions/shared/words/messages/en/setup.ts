/** The checks of the set-up. */
export const setupEn = {} as const;
