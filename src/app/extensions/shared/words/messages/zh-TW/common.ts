import type { commonEn } from '../en/common.ts';

/** What several views say, in traditional Chinese. */
export const commonZhTw = {
  'common.loading': '載入中',
  'common.try-again': '再試一次',
  'common.reference': '參考編號：{reference}',
  'common.webinars': '{count, plural, other {# 場網路研討會}}',
  'common.times-in-zone': '所有時間皆為 {zone} 時區。',
  /** In the place of a vendor’s own words, after a colon, where the vendor gave none. */
  'common.not-stated': '未說明。',
  'common.quoted': '「{text}」',
  'common.no-answer.title': 'Zoom 應用程式沒有回應',
  'common.no-answer.what-to-do':
    'HubSpot 無法執行應用程式的這個部分。請在一分鐘後再試。若再次發生，請 HubSpot 管理員檢查應用程式是否已部署，並查看其函式記錄。',
  'common.unreadable-answer.title': 'Zoom 應用程式已更新',
  'common.unreadable-answer.what-to-do':
    '此頁面與應用程式的版本不同。請重新載入頁面。若再次發生，請 HubSpot 管理員重新部署應用程式。',
} as const satisfies Record<keyof typeof commonEn, string>;
