/** Links carry the vendor's host: they are for people, the stand-in does not serve them. */
const linkBase = 'https://us02web.zoom.us';

export const joinLink = (webinarId: number): string => `${linkBase}/j/${webinarId}`;
export const personalJoinLink = (webinarId: number, key: string): string => `${linkBase}/w/${webinarId}?tk=${key}`;
export const startLink = (webinarId: number, key: string): string => `${linkBase}/s/${webinarId}?zak=${key}`;
export const registrationLink = (key: string): string => `${linkBase}/webinar/register/WN_${key}`;
export const shareLink = (webinarId: number, key: string): string =>
  `${linkBase}/webinar/register/share/${webinarId}/${key}`;
export const recordingShareLink = (key: string): string => `${linkBase}/rec/share/${key}`;
export const recordingPlayLink = (key: string): string => `${linkBase}/rec/play/${key}`;
