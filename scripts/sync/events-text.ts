import type { OverviewAnswer } from '../../src/app/extensions/contract/overview.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { callFunction } from './call-function.ts';
import type { SyncTools } from './sync-tools.ts';

/** When Zoom last said that something had changed, by connection. */
export interface LastEvent {
  readonly connection: string;
  /** ISO 8601; null while no event has come. */
  readonly lastEventAt: string | null;
}

/** None where the overview fails: then the sync itself says more. */
export async function readLastEvents({ runner, progress }: SyncTools): Promise<readonly LastEvent[]> {
  const answer = await callFunction<OverviewAnswer>(runner, 'get_overview', {}, progress.note);
  if (!answer.ok) return [];
  return answer.connections.map(({ name, events }) => ({ connection: name, lastEventAt: events.lastEventAt }));
}

export const renderLastEvents = (events: readonly LastEvent[], words: Words): readonly string[] =>
  events.map(({ connection, lastEventAt }) => {
    const text =
      lastEventAt === null
        ? words.t('home.health.no-event')
        : words.t('home.health.last-event', { when: words.formats.dateAndTime(lastEventAt) });
    return `Zoom account ${connection}: ${text}`;
  });
