import type { SyncStatus } from '../../contract/sync.ts';

/** Colours of a StatusTag. */
export type TagVariant = 'success' | 'warning' | 'info' | 'danger' | 'default';

export const syncStatusVariants: Readonly<Record<SyncStatus, TagVariant>> = {
  complete: 'success',
  partial: 'warning',
  off: 'default',
  'not-supported': 'default',
  failed: 'danger',
};
