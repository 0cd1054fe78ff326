import type { ZoomUserRow } from '../../contract/zoom-users.ts';
import type { Words } from '../../shared/words/words.ts';

/** A switch as the table shows it: what is in force, and whose setting that is. */
export interface SwitchView {
  readonly variant: 'success' | 'default';
  readonly text: string;
  readonly origin: string;
}

export interface UserRowView {
  readonly row: ZoomUserRow;
  readonly plan: { readonly text: string; readonly variant: 'success' | 'default' };
  readonly webinars: SwitchView;
  readonly recordings: SwitchView;
  /** How many single webinars have a switch of their own; null where none has. */
  readonly singleWebinars: string | null;
}

const planVariants = { yes: 'success', no: 'default', unknown: 'default' } as const;

/** @throws where a row is not what the contract says */
export const toUserRows = (rows: readonly ZoomUserRow[], words: Words): readonly UserRowView[] =>
  rows.map((row) => {
    const singleCount = Object.keys(row.settings.webinars).length;
    return {
      row,
      plan: { text: words.t(`users.plan.${row.webinarPlan}`), variant: planVariants[row.webinarPlan] },
      webinars: toSwitchView(row, row.syncsWebinars, row.settings.syncsWebinars, words),
      recordings: toSwitchView(row, row.syncsRecordings, row.settings.syncsRecordings, words),
      singleWebinars: singleCount === 0 ? null : words.t('users.single-webinars', { count: singleCount }),
    };
  });

/** Of somebody who cannot hold webinars, “synced” would promise what never comes. */
function toSwitchView({ webinarPlan }: ZoomUserRow, isOn: boolean, own: boolean | null, { t }: Words): SwitchView {
  const isIdle = isOn && webinarPlan === 'no';
  return {
    variant: isOn && !isIdle ? 'success' : 'default',
    text: isIdle ? t('users.nothing-to-sync') : isOn ? t('users.synced') : t('users.not-synced'),
    origin: own === null ? t('users.follows-account') : t('users.own-setting'),
  };
}
