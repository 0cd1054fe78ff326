/** Why a call brought nothing, and what to do. */
export const failuresEn = {} as const;
