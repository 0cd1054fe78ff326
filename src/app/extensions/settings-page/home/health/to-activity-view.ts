import type { ActivityAnswer } from '../../../contract/activity.ts';
import type { Words } from '../../../shared/words/words.ts';

export interface ActivityView {
  readonly total: string;
  /** The same as the chart in one sentence, for those who do not see it. */
  readonly summary: string;
  readonly bars: readonly { readonly day: string; readonly people: number }[];
  readonly isComplete: boolean;
}

/** @returns null when nobody was synced */
export function toActivityView({ days, isComplete }: ActivityAnswer, words: Words): ActivityView | null {
  const syncedCount = days.reduce((sum, day) => sum + day.syncedCount, 0);
  if (syncedCount === 0) return null;
  const runCount = days.reduce((sum, day) => sum + day.runCount, 0);
  const best = days.reduce((most, day) => (day.syncedCount > most.syncedCount ? day : most));
  const { locale, count } = words.formats;
  const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const toLabel = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));
  return {
    total: count(syncedCount),
    summary: words.t('home.activity.summary', {
      runCount,
      bestDay: toLabel(best.day),
      bestCount: best.syncedCount,
    }),
    bars: days.map(({ day, syncedCount: people }) => ({ day: toLabel(day), people })),
    isComplete,
  };
}
