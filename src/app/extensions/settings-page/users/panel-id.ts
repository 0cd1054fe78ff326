/** Of the panel of one user. */
export const toPanelId = (key: string): string => `user-${key}`;
