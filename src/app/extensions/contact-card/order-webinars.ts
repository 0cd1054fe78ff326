import type { ContactSession, ContactWebinar } from '../contract/contact-webinars.ts';

/** A webinar without any date counts as one to come: its host has yet to hold it. */
export const isUpcoming = ({ sessions }: ContactWebinar): boolean =>
  sessions.length === 0 || sessions.some(({ isOver }) => !isOver);

/** Those to come, next one first and those without a date last; then those that are over, newest first. */
export function orderWebinars(webinars: readonly ContactWebinar[]): readonly ContactWebinar[] {
  const upcoming = webinars.filter(isUpcoming);
  const past = webinars.filter((webinar) => !isUpcoming(webinar));
  return [
    ...upcoming.sort((left, right) => nextStart(left) - nextStart(right)),
    ...past.sort((left, right) => lastStart(right) - lastStart(left)),
  ];
}

/** Those to come, next one first; then those that are over, newest first. */
export function orderSessions(sessions: readonly ContactSession[]): readonly ContactSession[] {
  return [
    ...sessions.filter(({ isOver }) => !isOver).sort((left, right) => toStart(left) - toStart(right)),
    ...sessions.filter(({ isOver }) => isOver).sort((left, right) => toStart(right) - toStart(left)),
  ];
}

const toStart = ({ startedAt }: ContactSession): number => Date.parse(startedAt);

/** Larger than any start, and finite: the difference of two is still a number. */
const withoutDate = Number.MAX_SAFE_INTEGER;

const nextStart = ({ sessions }: ContactWebinar): number =>
  Math.min(withoutDate, ...sessions.filter(({ isOver }) => !isOver).map(toStart));

const lastStart = ({ sessions }: ContactWebinar): number => Math.max(0, ...sessions.map(toStart));
