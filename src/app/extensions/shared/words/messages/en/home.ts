/** The Home tab of the settings page: health, webinars, audit log, back-fill. */
export const homeEn = {} as const;
