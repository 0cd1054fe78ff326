import type { setupEn } from '../en/setup.ts';

/** The checks of the set-up, in traditional Chinese. */
export const setupZhTw = {
  'setup.state.ok': '就緒',
  'setup.state.fixed': '剛剛建立',
  'setup.state.to-do': '待處理',
  'setup.state.unknown': '未檢查',

  'setup.zoom-connections.title': 'Zoom 帳戶',
  'setup.zoom-connections.ready': '可以讀取密鑰 ZOOM_CONNECTIONS。',
  'setup.zoom-credentials.title': 'Zoom 憑證',
  'setup.zoom-credentials.ready': 'Zoom 接受這些憑證。',
  'setup.zoom-scopes.title': 'Zoom 權限',
  'setup.zoom-scopes.ready': 'Zoom 已給予應用程式所需的全部權限。',
  'setup.zoom-webinar-plan.title': 'Zoom 網路研討會授權',
  'setup.zoom-webinar-plan.ready': 'Zoom 帳戶中至少有一位使用者可以舉辦網路研討會。',
  'setup.hubspot-token.title': 'HubSpot 存取權',
  'setup.hubspot-token.ready': 'HubSpot 接受應用程式的存取權杖。',
  'setup.hubspot-scopes.title': 'HubSpot 權限',
  'setup.hubspot-scopes.ready': 'HubSpot 已給予應用程式所需的全部權限。',
  'setup.hubspot-definitions.title': '屬性、事件與應用程式自己的記錄',
  'setup.hubspot-definitions.ready': '應用程式在此 HubSpot 帳戶中所需的一切都已就緒。',
  'setup.sync-switch.title': '同步網路研討會資料',
  'setup.sync-switch.ready': '「同步網路研討會資料」已開啟。',
  'setup.title-of-connection': '{title}：{connection}',

  'setup.fixed.meaning': '先前缺少，現已建立：{names}。',

  'setup.to-do.meaning': '這部分尚未運作。',
  'setup.to-do.fix': '請依照安裝指南操作，然後重新執行設定。',
  'setup.to-do.zoom-webinar-plan.meaning': 'Zoom 帳戶中沒有使用者擁有網路研討會授權。',
  'setup.to-do.zoom-webinar-plan.fix': '請在 Zoom 為舉辦網路研討會的人員提供授權，然後重新執行設定。',
  'setup.to-do.sync-switch.meaning': '「同步網路研討會資料」關閉時，應用程式不會寫入任何資料至 HubSpot。',
  'setup.to-do.sync-switch.fix': '其他一切就緒後，請在全域設定中開啟。',
  'setup.to-do.zoom-scopes.meaning': 'Zoom 未給予應用程式以下權限：{names}。',
  'setup.to-do.zoom-scopes.fix':
    '請在 Zoom App Marketplace 開啟伺服器對伺服器應用程式並加入這些範圍。若已存在，應用程式的擁有者需要具備這些權限的 Zoom 角色。然後重新執行設定。',
  'setup.to-do.hubspot-scopes.meaning': 'HubSpot 未給予應用程式以下權限：{names}。',
  'setup.to-do.hubspot-scopes.fix': '請在此 HubSpot 帳戶重新安裝應用程式並允許這些範圍，然後重新執行設定。',
  /** `{problem}` is the title of a failure. */
  'setup.to-do.failure.meaning': '{problem}。',

  'setup.unknown.meaning': '無法檢查這部分。',
  'setup.unknown.fix': '請重新執行設定。',
  'setup.unknown.zoom-webinar-plan.meaning':
    'Zoom 帳戶的前幾位使用者沒有網路研討會授權，而且過去一個月沒有舉行網路研討會。',
  'setup.unknown.zoom-webinar-plan.fix': '請在 Zoom 確認有人擁有網路研討會授權。同步會自行找到所有網路研討會。',
  /** `{problem}` is the title of a failure. */
  'setup.unknown.failure.meaning': '無法檢查這部分。{problem}。',
} as const satisfies Record<keyof typeof setupEn, string>;
