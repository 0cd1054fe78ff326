import type { SkipReason, SyncReport } from '../../extensions/contract/sync.ts';

export const sumSkipped = (skipped: Readonly<Partial<Record<SkipReason, number>>>): number =>
  Object.values(skipped).reduce((sum, personCount) => sum + personCount, 0);

/** The report in one line. */
export function describeReport({ topic, status, synced, unchanged, skipped }: SyncReport): string {
  if (status === 'off') return `${topic}: not synced, the settings keep it out`;
  if (status === 'failed') return `${topic}: the sync failed`;
  if (status === 'not-supported') return `${topic}: not synced, it belongs to a Zoom Event`;
  return `${topic}: ${synced} synced, ${unchanged} unchanged, ${sumSkipped(skipped)} skipped`;
}

/** @returns null for a line of {@link describeReport} without counts, and for any other */
export function parseDescription(line: string): { readonly synced: number; readonly skipped: number } | null {
  const [, synced, skipped] = /: (\d{1,9}) synced, \d{1,9} unchanged, (\d{1,9}) skipped$/.exec(line) ?? [];
  return synced === undefined || skipped === undefined ? null : { synced: Number(synced), skipped: Number(skipped) };
}
