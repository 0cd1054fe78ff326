import type { failuresEn } from '../en/failures.ts';

/** Why a call brought nothing, and what to do, in traditional Chinese. */
export const failuresZhTw = {
  'failure.parameter-unknown.title': '應用程式不認得設定「{name}」',
  'failure.parameter-unknown.what-to-do': '請檢查拼字，或省略此設定。',
  'failure.parameter-invalid.title': '無法使用「{name}」的值',
  'failure.parameter-invalid.what-to-do': '請更正後再試一次：{reason}',
  'failure.webinar-id-invalid.title': '「{given}」不是網路研討會 ID',
  'failure.webinar-id-invalid.what-to-do':
    '請輸入 Zoom 在網路研討會頁面顯示的號碼，共 9 至 11 位數字；空格與連字號不影響。',
  'failure.webinar-not-found.title': 'Zoom 在此帳戶中沒有網路研討會 {webinarId}',
  'failure.webinar-not-found.what-to-do':
    '請檢查 ID。若網路研討會屬於其他 Zoom 帳戶，請選擇該帳戶。Zoom 不再顯示已刪除或結束已久的網路研討會。',
  'failure.connections-missing.title': '尚未連線任何 Zoom 帳戶',
  'failure.connections-missing.what-to-do':
    '請將 Zoom 伺服器對伺服器應用程式的憑證存入密鑰 ZOOM_CONNECTIONS。在終端機中，請設定同名的環境變數。',
  'failure.connections-malformed.title': '無法讀取 Zoom 帳戶清單',
  'failure.connections-malformed.what-to-do': '請更正密鑰 ZOOM_CONNECTIONS：{reason}',
  'failure.connection-unknown.title': '沒有名為「{name}」的 Zoom 帳戶',
  'failure.connection-unknown.what-to-do':
    '請使用以下其中一個：{known}。若要連線其他帳戶，請將它加入密鑰 ZOOM_CONNECTIONS。',
  'failure.connection-unknown.what-to-do-without-any': '尚未連線任何 Zoom 帳戶。請將它加入密鑰 ZOOM_CONNECTIONS。',
  'failure.zoom-credentials-refused.title': 'Zoom 拒絕帳戶「{connection}」的憑證',
  'failure.zoom-credentials-refused.what-to-do':
    '請在 Zoom App Marketplace 開啟伺服器對伺服器應用程式，確認已啟用，並將其帳戶 ID、用戶端 ID 與用戶端密碼重新複製到密鑰 ZOOM_CONNECTIONS。Zoom 的原因：{reason}',
  'failure.zoom-permission-missing.title': '此連線背後的 Zoom 使用者無權讀取這項資料',
  'failure.zoom-permission-missing.what-to-do':
    '請為伺服器對伺服器應用程式的擁有者指派可讀取網路研討會與使用報告的 Zoom 角色，並確認帳戶有網路研討會授權。Zoom 的回應：{reason}',
  'failure.hubspot-token-missing.title': '應用程式無法存取 HubSpot',
  'failure.hubspot-token-missing.what-to-do':
    '請在 HubSpot 中於此帳戶重新安裝應用程式。在終端機中，請設定環境變數 HUBSPOT_ACCESS_TOKEN。',
  'failure.hubspot-token-refused.title': 'HubSpot 拒絕應用程式的存取權杖',
  'failure.hubspot-token-refused.what-to-do':
    '請在 HubSpot 中確認應用程式仍已安裝，若未安裝請重新安裝。在終端機中，請從應用程式的發行頁面將權杖複製到 HUBSPOT_ACCESS_TOKEN。',
  'failure.scopes-missing.title':
    '{system, select, zoom {Zoom 未給予應用程式所需的全部權限} hubspot {HubSpot 未給予應用程式所需的全部權限} other {應用程式沒有所需的全部權限}}',
  'failure.scopes-missing.what-to-do':
    '{system, select, zoom {請在 Zoom App Marketplace 為伺服器對伺服器應用程式加入以下範圍：{scopes}。} other {請重新安裝應用程式並允許以下範圍：{scopes}。}}',
  'failure.scopes-missing.what-to-do-without-names':
    '{system, select, zoom {請在 Zoom App Marketplace 為伺服器對伺服器應用程式加入文件所列的範圍。} other {請重新安裝應用程式並允許它要求的所有範圍。}}',
  'failure.contact-not-found.title': '此聯絡人已不存在於 HubSpot',
  'failure.contact-not-found.what-to-do': '請重新載入頁面。聯絡人可能已被刪除，或已合併至其他聯絡人。',
  'failure.contact-without-address.title': '此聯絡人沒有電子郵件地址',
  'failure.contact-without-address.what-to-do':
    'Zoom 以電子郵件地址辨識人員。請在 HubSpot 加上聯絡人的地址後再試一次。',
  'failure.person-not-listed.title': 'Zoom 未在網路研討會 {webinarId} 中列出此人',
  'failure.person-not-listed.what-to-do':
    '請在 Zoom 的報名與出席報告中檢查電子郵件地址。在該處使用其他地址的人，會以該地址同步。',
  'failure.sweep-unknown.title': '無法繼續此次網路研討會搜尋',
  'failure.sweep-unknown.what-to-do': '應用程式已沒有其記錄。請重新開始；已同步的網路研討會不會同步兩次。',
  'failure.settings-too-new.title': '設定是由較新版本的應用程式儲存的',
  'failure.settings-too-new.what-to-do':
    '由於此版本可能誤讀設定，因此未同步也未變更任何內容。請 HubSpot 管理員部署最新版本的應用程式，然後重新載入頁面。',
  'failure.run-unknown.title': '無法繼續此次同步',
  'failure.run-unknown.what-to-do': '應用程式已沒有其記錄。請重新開始同步此網路研討會；不會重複寫入。',
  'failure.answer-malformed.title':
    '{system, select, zoom {Zoom 的回應方式應用程式無法理解} hubspot {HubSpot 的回應方式應用程式無法理解} other {應用程式的回應方式無法理解}}',
  'failure.answer-malformed.what-to-do':
    '沒有猜測任何內容，也沒有因此寫入任何資料。請稍後再試。若再次發生，請告知應用程式的開發人員：{reason}',
  'failure.limit-reached.day.title':
    '{system, select, zoom {帳戶每日的 Zoom 呼叫上限已用完} hubspot {帳戶每日的 HubSpot 呼叫上限已用完} other {帳戶每日的呼叫上限已用完}}',
  'failure.limit-reached.day.what-to-do':
    '帳戶中的每個應用程式共用此上限。請在重設後繼續，通常是明天。同步會從停止處繼續。',
  'failure.limit-reached.title':
    '{system, select, zoom {Zoom 目前收到過多請求} hubspot {HubSpot 目前收到過多請求} other {應用程式目前收到過多請求}}',
  /** `{tryAgain}` is one of the sentences `failure.try-again.…`. */
  'failure.limit-reached.what-to-do':
    '{system, select, zoom {{tryAgain}同步會從停止處繼續。若經常發生，請查明還有哪些應用程式同時呼叫 Zoom。} hubspot {{tryAgain}同步會從停止處繼續。若經常發生，請查明還有哪些應用程式同時呼叫 HubSpot。} other {{tryAgain}同步會從停止處繼續。}}',
  'failure.vendor-refused.title':
    '{system, select, zoom {Zoom 拒絕了應用程式的請求} hubspot {HubSpot 拒絕了應用程式的請求} other {應用程式拒絕了此請求}}',
  'failure.vendor-refused.what-to-do':
    '{system, select, zoom {Zoom 提供的原因：{reason} 請更正後再試一次。} hubspot {HubSpot 提供的原因：{reason} 請更正後再試一次。} other {應用程式提供的原因：{reason} 請更正後再試一次。}}',
  'failure.vendor-unavailable.title':
    '{system, select, zoom {目前無法連線 Zoom} hubspot {目前無法連線 HubSpot} other {目前無法連線應用程式}}',
  /** `{tryAgain}` is one of the sentences `failure.try-again.…`. */
  'failure.vendor-unavailable.what-to-do': '{tryAgain}同步會從停止處繼續。',
  'failure.try-again.soon': '請在幾分鐘後再試一次。',
  'failure.try-again.seconds': '請在 {seconds, plural, other {# 秒}}後再試一次。',
  'failure.try-again.minutes': '請在 {minutes, plural, other {# 分鐘}}後再試一次。',
  'failure.out-of-time.title': '應用程式的時間用完了',
  'failure.out-of-time.what-to-do': '請再試一次。同步會從停止處繼續，不會重複寫入。',
  'failure.internal.title': '應用程式發生問題',
  'failure.internal.what-to-do': '請再試一次。若再次發生，請告知應用程式的開發人員。',
  'failure.internal.what-to-do-with-reference': '請再試一次。若再次發生，請將參考編號告知應用程式的開發人員。',
  /** Of another version of the app. */
  'failure.unknown.title': '發生此版本應用程式不認得的問題',
  'failure.unknown.what-to-do': '請重新載入頁面後再試一次。若再次發生，請 HubSpot 管理員部署最新版本的應用程式。',
} as const satisfies Record<keyof typeof failuresEn, string>;
