/** Warnings of the audit log, and settings that are in the way. */
export const warningsEn = {} as const;
