import type { syncEn } from '../en/sync.ts';

/** States, phases, triggers and skip reasons of a sync, in traditional Chinese. All of them are labels, without a full stop. */
export const syncZhTw = {
  'sync.status.complete': '已完成',
  'sync.status.partial': '部分同步',
  'sync.status.off': '已關閉',
  'sync.status.not-supported': '不支援',
  'sync.status.failed': '失敗',

  'sync.trigger.manual': '手動啟動',
  'sync.trigger.terminal': '從終端機啟動',
  'sync.trigger.sweep': '自動啟動',
  'sync.trigger.settings': '因設定變更而啟動',
  'sync.trigger.webhook': '因 Zoom 事件而啟動',
  'sync.trigger.person': '僅一人，手動啟動',

  'sync.phase.reading': '正在讀取 Zoom',
  'sync.phase.writing': '正在寫入 HubSpot',
  'sync.phase.finishing': '即將完成',
  'sync.phase.waiting': '等待中',
  'sync.phase.done': '完成',

  'skip.guest-without-address': '以訪客身分加入，Zoom 未提供電子郵件地址',
  'skip.invalid-address': '電子郵件地址無效',
  'skip.secondary-address': '電子郵件地址是其他聯絡人的次要地址',
  'skip.account-user': '此 HubSpot 帳戶的使用者',
  'skip.excluded-domain': '電子郵件地址屬於排除的網域',
  'skip.deleted-contact': '聯絡人已在 HubSpot 中刪除',
  'skip.contact-unknown': '尚不是聯絡人，而設定僅更新聯絡人',
  'skip.awaiting-approval': '報名在 Zoom 等待核准',
  'skip.denied': '報名在 Zoom 遭拒絕',
  'skip.unusable-times': 'Zoom 未提供可用的加入與離開時間',
  'skip.never-admitted': '停留在等候室',
  'skip.attendance-not-ready': 'Zoom 尚未完成出席報告',
  'skip.rejected-by-hubspot': 'HubSpot 未接受此聯絡人',
  /** Stored by another version of the app. */
  'skip.other': '其他原因',
} as const satisfies Record<keyof typeof syncEn, string>;
