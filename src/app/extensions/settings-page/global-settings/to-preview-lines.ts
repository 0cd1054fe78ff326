import type { ExclusionPreview, WebinarsPreview } from '../../contract/preview-settings.ts';
import type { Words } from '../../shared/words/words.ts';
import type { AccountSettings } from './account-settings.ts';

/**
 * What a change of the sync switch or of whose webinars are synced would do, a sentence each.
 *
 * @param before - in force
 */
export function toWebinarLines(
  webinars: WebinarsPreview,
  before: AccountSettings,
  after: AccountSettings,
  { t }: Words,
): readonly string[] {
  const { turnedOnCount, turnedOffCount, recordingsTurnedOnCount, recordingsTurnedOffCount } = webinars;
  if (webinars.totalCount === 0) return [t('settings.preview.no-webinars'), ...toCatchUpLines(before, after, { t })];
  const counted = [
    ...(turnedOnCount > 0 ? [t('settings.preview.turned-on', { count: turnedOnCount })] : []),
    ...(turnedOffCount > 0 ? [t('settings.preview.turned-off', { count: turnedOffCount })] : []),
    ...(recordingsTurnedOnCount > 0
      ? [t('settings.preview.recordings-turned-on', { count: recordingsTurnedOnCount })]
      : []),
    ...(recordingsTurnedOffCount > 0
      ? [t('settings.preview.recordings-turned-off', { count: recordingsTurnedOffCount })]
      : []),
  ];
  const lines = counted.length > 0 ? counted : [t('settings.preview.no-webinar-changes')];
  return [...lines, ...toCatchUpLines(before, after, { t })];
}

function toCatchUpLines(before: AccountSettings, after: AccountSettings, { t }: Pick<Words, 't'>): readonly string[] {
  if (!before.isSyncOn && after.isSyncOn) return [t('settings.preview.catches-up')];
  if (before.isSyncOn && !after.isSyncOn) return [t('settings.preview.goes-off')];
  return after.isSyncOn ? [] : [t('settings.preview.stays-off')];
}

/** Whom newly excluded domains of one list would leave out, a sentence each; none when nothing is new. */
export function toExclusionLines(
  field: ExclusionPreview['field'],
  exclusions: readonly ExclusionPreview[],
  { t }: Words,
): readonly string[] {
  const ofField = exclusions.filter((exclusion) => exclusion.field === field);
  const counted = ofField.filter(({ contactCount }) => contactCount > 0);
  if (ofField.length > 0 && counted.length === 0) return [t('settings.preview.nobody-excluded')];
  return counted.map(({ domain, contactCount }) =>
    field === 'contactExclusions'
      ? t('settings.preview.contacts-excluded', { domain, count: contactCount })
      : t('settings.preview.recordings-excluded', { domain, count: contactCount }),
  );
}
