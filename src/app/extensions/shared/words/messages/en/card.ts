/** The contact card, and registering somebody from it. */
export const cardEn = {} as const;
