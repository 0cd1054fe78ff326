import type { WebinarsAnswer } from '../../contract/webinars.ts';
import type { Words } from '../../shared/words/words.ts';
import type { ChosenWebinar } from './registration-state.ts';

/** A webinar that the contact could be registered for. */
export interface ChoiceView {
  readonly key: string;
  readonly webinar: ChosenWebinar;
  readonly dateAndHost: string;
  /** Named where the webinars come from more than one. */
  readonly account: string | null;
  readonly isRegistered: boolean;
}

/**
 * @param registeredWebinarIds - which the contact is registered for already; a series may have more dates
 * @throws where the answer is not what the contract says
 */
export function toChoicesView(
  { webinars }: WebinarsAnswer,
  registeredWebinarIds: readonly string[],
  { t, formats }: Words,
): readonly ChoiceView[] {
  const hasSeveralAccounts = new Set(webinars.map(({ connection }) => connection)).size > 1;
  return webinars.map(({ webinarId, connection, topic, startsAt, hostName: host }) => ({
    key: `${connection}/${webinarId}`,
    webinar: { webinarId, connection, topic },
    dateAndHost:
      startsAt === null
        ? t('register.no-fixed-date-and-host', { host })
        : t('register.date-and-host', { date: formats.dateAndTime(startsAt), host }),
    account: hasSeveralAccounts ? t('register.account', { connection }) : null,
    isRegistered: registeredWebinarIds.includes(webinarId),
  }));
}
