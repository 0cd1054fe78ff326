/** The tabs Global settings, Users and Set-up of the settings page. */
export const settingsEn = {} as const;
