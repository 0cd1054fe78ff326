import type { warningsEn } from '../en/warnings.ts';

/** Warnings of the audit log, and settings that are in the way, in traditional Chinese. */
export const warningsZhTw = {
  'warning.family.S32': '同步設定已關閉，因此資料未同步',
  'warning.family.S33': '錄影或逐字稿未同步',
  'warning.family.S34': '部分參與者未同步',
  'warning.family.S35': '部分資料未同步',
  'warning.family.S36': '部分地址已排除',
  'warning.family.S37': '錯誤',

  'warning.guests-without-address.title': '{count, plural, other {沒有電子郵件地址的訪客}}',
  'warning.guests-without-address.meaning':
    '{count, plural, other {# 人以訪客身分加入。Zoom 未提供電子郵件地址，因此未同步。}}',
  'warning.guests-without-address.fix':
    '此網路研討會無法補救。下次請在 Zoom 要求報名：已報名者以自己的連結加入時就能辨識。',
  'warning.participants-untracked.title': 'Zoom 未記錄任何參與者',
  'warning.participants-untracked.meaning':
    '{startsAt} 的網路研討會已舉行，但 Zoom 的出席報告是空的，因此沒有人顯示為已出席。',
  'warning.participants-untracked.fix': '請檢查 Zoom 的出席報告。若其中列有人員，請重新同步此網路研討會。',
  'warning.rows-quarantined.participants.title': 'Zoom 出席報告中有無法使用的列',
  'warning.rows-quarantined.participants.meaning': '{count, plural, other {Zoom 出席報告中有 # 列無法使用，已擱置。}}',
  'warning.rows-quarantined.registrants.title': 'Zoom 報名者清單中有無法使用的列',
  'warning.rows-quarantined.registrants.meaning': '{count, plural, other {Zoom 報名者清單中有 # 列無法使用，已擱置。}}',
  'warning.rows-quarantined.fix': '其餘皆已同步。若缺少人員，請與 Zoom 的報告比對，並告知應用程式的開發人員。',

  'warning.zoom-event.title': '不支援 Zoom Event 的網路研討會',
  'warning.zoom-event.meaning': '此網路研討會屬於 Zoom Event，人員持有票券而非報名。未寫入任何資料。',
  'warning.zoom-event.fix': '若要同步網路研討會，請在 Zoom Webinars 排程，而不要放在 Zoom Event 中。',
  'warning.webinar-deleted.title': '網路研討會已在 Zoom 刪除',
  'warning.webinar-deleted.meaning':
    'Zoom 已沒有此網路研討會。先前同步的資料保留在 HubSpot；尚未舉行的場次會在該處取消。',
  'warning.webinar-deleted.fix': '若是誤刪，請在 Zoom 還原後重新同步。否則無需處理。',
  'warning.webinar-expired.title': 'Zoom 不再提供此網路研討會的報名資料',
  'warning.webinar-expired.meaning': '網路研討會結束已久，Zoom 已釋出其 ID。出席資料已同步，但無法讀取報名資料。',
  'warning.webinar-expired.fix': '此網路研討會無法補救。結束後 30 天內同步的網路研討會資料是完整的。',
  'warning.attendance-not-ready.title': 'Zoom 的出席報告尚未完成',
  'warning.attendance-not-ready.meaning': 'Zoom 尚未完成 {startsAt} 網路研討會的出席報告，因此還沒有人顯示為已出席。',
  'warning.attendance-not-ready.fix': '請在約一小時後重新同步。',
  'warning.registrations-vanished.title': '報名資料已從 Zoom 消失',
  'warning.registrations-vanished.meaning':
    '{count, plural, other {Zoom 不再列出先前報名的 # 人。沒有人因此被標示為已取消。}}',
  'warning.registrations-vanished.fix': '請檢查 Zoom 的報名資料，然後重新同步。',
  'warning.registrations-unavailable.title': '無法取得報名資料',
  'warning.registrations-unavailable.meaning': 'Zoom 未提供此網路研討會的報名資料，因此僅同步出席資料。',
  'warning.registrations-unavailable.fix': '若此網路研討會需要報名，請在 Zoom 確認報名仍為開啟，然後重新同步。',
  'warning.list-unstable.participants.title': 'Zoom 的出席報告不斷變動',
  'warning.list-unstable.participants.meaning': 'Zoom 的出席報告在讀取期間不斷變動，因此可能缺少人員。',
  'warning.list-unstable.registrants.title': 'Zoom 的報名者清單不斷變動',
  'warning.list-unstable.registrants.meaning': 'Zoom 的報名者清單在讀取期間不斷變動，因此可能缺少人員。',
  'warning.list-unstable.fix': '請在報名或網路研討會結束後重新同步。',
  'warning.contacts-unknown.title': '非聯絡人的人員已略過',
  'warning.contacts-unknown.meaning': '{count, plural, other {有 # 人在 HubSpot 沒有聯絡人，而設定指定僅更新聯絡人。}}',
  'warning.contacts-unknown.fix': '若要建立聯絡人，請在全域設定選擇「建立並更新聯絡人」，然後重新同步。',
  'warning.rejected-by-hubspot.title': 'HubSpot 未接受部分人員',
  'warning.rejected-by-hubspot.meaning': '{count, plural, other {HubSpot 未接受 # 人成為聯絡人。}}',
  'warning.rejected-by-hubspot.meaning-with-examples':
    '{count, plural, other {HubSpot 未接受 # 人成為聯絡人。HubSpot 的原因，例如：{examples}。}}',
  'warning.rejected-by-hubspot.fix': '請在 Zoom 或 HubSpot 更正 HubSpot 指出的問題。下次同步會再試。',
  'warning.marketing-event-refused.title': 'HubSpot 未接受行銷活動',
  'warning.marketing-event-refused.meaning':
    '{startsAt} 的網路研討會沒有行銷活動，因此 HubSpot 的行銷活動篩選條件不知道誰已報名與出席。HubSpot 的原因：{reason}',
  'warning.marketing-event-refused.fix': '請更正 HubSpot 指出的問題。下次同步會再試。',
  'warning.participations-differ.title': 'HubSpot 的行銷活動顯示不同的數字',
  'warning.participations-differ.meaning':
    'HubSpot 在 {startsAt} 的行銷活動顯示：已報名 {shownRegistered, number}、已出席 {shownAttended, number}、未出席 {shownNoShow, number}、已取消 {shownCancelled, number}。應用程式傳送的是：已報名 {sentRegistered, number}、已出席 {sentAttended, number}、未出席 {sentNoShow, number}、已取消 {sentCancelled, number}。',
  'warning.participations-differ.fix': 'HubSpot 可能需要幾分鐘計算。請稍後重新同步以比對。',

  'warning.account-users.title': '此 HubSpot 帳戶的使用者已略過',
  'warning.account-users.meaning':
    '{count, plural, other {有 # 人的地址屬於此 HubSpot 帳戶的使用者。使用者一律不同步。}}',
  'warning.account-users.fix': '無需處理。不再使用此帳戶的人員可從其使用者中移除。',
  'warning.addresses-excluded.title': '排除網域的地址已略過',
  'warning.addresses-excluded.meaning': '{count, plural, other {有 # 人的地址屬於聯絡人排除中的網域，因此未同步。}}',
  'warning.addresses-excluded.meaning-with-domains':
    '{count, plural, other {有 # 人的地址屬於聯絡人排除中的網域，因此未同步。網域：{domains}。}}',
  'warning.addresses-excluded.domain': '{domain}（{count, plural, other {# 人}}）',
  'warning.addresses-excluded.fix': '若要同步這些人員，請在全域設定的聯絡人排除中移除該網域。',
  'warning.addresses-invalid.title': '無效的電子郵件地址',
  'warning.addresses-invalid.meaning': '{count, plural, other {有 # 人提供了無效的電子郵件地址，因此未同步。}}',
  'warning.addresses-invalid.fix': '請在 Zoom 更正地址，然後重新同步。',
  'warning.addresses-secondary.title': '聯絡人的次要電子郵件地址',
  'warning.addresses-secondary.meaning':
    '{count, plural, other {有 # 人以聯絡人的次要電子郵件地址報名，因此未同步。只有聯絡人的主要地址算數。}}',
  'warning.addresses-secondary.fix': '若要同步這些人員，請在 HubSpot 將該地址設為聯絡人的主要地址，然後重新同步。',
  'warning.contacts-deleted.title': '已刪除的聯絡人不會重新建立',
  'warning.contacts-deleted.meaning':
    '{count, plural, other {有 # 人的地址屬於已在 HubSpot 刪除的聯絡人，因此未同步。}}',
  'warning.contacts-deleted.fix': '若要同步這些人員，請在 HubSpot 還原聯絡人，然後重新同步。',

  'warning.timeline-events-refused.title': '未建立時間軸事件',
  'warning.timeline-events-refused.meaning':
    '聯絡人與行銷活動已同步，但 HubSpot 未接受時間軸的事件。HubSpot 的原因：{reason}',
  'warning.timeline-events-refused.fix':
    '請更正 HubSpot 指出的問題，或重新執行設定：它會指出缺少的權限並建立缺少的事件定義。下次同步會再試。',

  /** `{why}` is one of the sentences `off-setting.….meaning`. */
  'warning.recording.settings-off.meaning': '{startsAt} 的錄影未同步。{why}',
  'warning.recording.nobody-attended.title': '錄影未同步：沒有人參與',
  'warning.recording.nobody-attended.meaning': '{startsAt} 的錄影未同步，因為沒有聯絡人出席，無人可以關聯。',
  'warning.recording.nobody-attended.fix': '無需處理。若有人出席，請在其他警告中查看他們為何不是聯絡人。',
  'warning.recording.not-found.title': '找不到錄影',
  'warning.recording.not-found.meaning': '在已連線的 Zoom 帳戶中找不到 {startsAt} 的錄影。它可能沒有錄製到雲端。',
  'warning.recording.not-found.fix': '若 Zoom 中有雲端錄影，請確認它屬於此 Zoom 帳戶，然後重新同步。',
  'warning.recording.deleted.title': '錄影已在 Zoom 刪除',
  'warning.recording.deleted.meaning': '{startsAt} 的錄影已不在 Zoom。若先前已同步，其連結已從通話記錄移除。',
  'warning.recording.deleted.fix': 'Zoom 會將刪除的錄影保留在垃圾桶 30 天。請在該處還原後重新同步，或保持現狀。',
  'warning.recording.processing.title': 'Zoom 仍在處理錄影',
  'warning.recording.processing.meaning': '{startsAt} 的錄影尚未就緒。Zoom 可能需要數小時。',
  'warning.recording.processing.fix': '無需處理：應用程式會自行再試。',
  'warning.recording.no-link.title': '錄影沒有可用的連結',
  'warning.recording.no-link.meaning': '{startsAt} 的錄影存在，但 Zoom 未提供 HubSpot 會接受的安全連結。',
  'warning.recording.no-link.fix': '請在 Zoom 確認此錄影已開啟分享，然後重新同步。',
  'warning.recording.call-refused.title': 'HubSpot 未接受錄影',
  'warning.recording.call-refused.meaning': '無法將 {startsAt} 的錄影儲存為通話記錄。HubSpot 的原因：{reason}',
  'warning.recording.call-refused.fix': '請更正 HubSpot 指出的問題。下次同步會再試。',
  'warning.recording.unknown.title': '錄影未同步',
  'warning.recording.unknown.meaning': '{startsAt} 的錄影未同步，此版本的應用程式不認得其原因。',

  'warning.transcript.processing.title': 'Zoom 仍在處理逐字稿',
  'warning.transcript.processing.meaning': '{startsAt} 的逐字稿尚未就緒。錄影已同步，但不含逐字稿。',
  'warning.transcript.processing.fix': '無需處理：應用程式會自行再試。',
  'warning.transcript.not-found.title': '找不到逐字稿',
  'warning.transcript.not-found.meaning': '在 Zoom 找不到 {startsAt} 的逐字稿。錄影已同步，但不含逐字稿。',
  'warning.transcript.not-found.fix':
    '若要有逐字稿，請在 Zoom 開啟雲端錄影的音訊逐字稿。此設定適用於之後的網路研討會。',
  'warning.transcript.unreadable.title': '無法讀取逐字稿',
  'warning.transcript.unreadable.meaning':
    '{startsAt} 的逐字稿不符合 Zoom 文件所述的格式，因此錄影已同步但不含逐字稿：{reason}',
  'warning.transcript.unreadable.fix': '請稍後重新同步。若再次發生，請告知應用程式的開發人員。',
  'warning.transcript.unknown.title': '逐字稿未同步',
  'warning.transcript.unknown.meaning': '{startsAt} 的逐字稿未同步，此版本的應用程式不認得其原因。',

  /** Stored by another version of the app. */
  'warning.unknown.title': '其他版本應用程式的警告',
  'warning.unknown.meaning': '此次同步留下了此版本應用程式不認得的警告。',
  'warning.unknown.fix': '請重新同步。屆時仍未解決的問題會重新列出。',

  'off-setting.sync.title': '「同步網路研討會資料」已關閉',
  'off-setting.sync.recording-title': '錄影未同步：「同步網路研討會資料」已關閉',
  'off-setting.sync.meaning': '關閉期間，應用程式不會寫入任何資料至 HubSpot。',
  'off-setting.sync.fix': '請在全域設定開啟「同步網路研討會資料」。期間錯過的資料屆時會同步。',
  'off-setting.webinar-users.title': '未同步任何 Zoom 使用者的網路研討會',
  'off-setting.webinar-users.recording-title': '錄影未同步：未同步任何 Zoom 使用者的網路研討會',
  'off-setting.webinar-users.meaning': '全域設定指定不同步任何 Zoom 使用者的網路研討會。',
  'off-setting.webinar-users.fix': '請在全域設定為網路研討會選擇選取的或所有 Zoom 使用者。期間錯過的資料屆時會同步。',
  'off-setting.host.title':
    '{named, select, yes {{host} 的網路研討會未同步} other {此網路研討會主持人的網路研討會未同步}}',
  'off-setting.host.recording-title':
    '{named, select, yes {錄影未同步：{host} 的網路研討會未同步} other {錄影未同步：此網路研討會主持人的網路研討會未同步}}',
  'off-setting.host.meaning':
    '{named, select, yes {設定略過 {host} 的網路研討會。} other {設定略過此網路研討會主持人的網路研討會。}}',
  'off-setting.host.fix':
    '{named, select, yes {請在個別使用者設定中開啟 {host} 的網路研討會，或僅開啟此網路研討會。期間錯過的資料屆時會同步。} other {請在個別使用者設定中開啟此網路研討會主持人的網路研討會，或僅開啟此網路研討會。期間錯過的資料屆時會同步。}}',
  'off-setting.new-webinars.title':
    '{named, select, yes {預設不同步 {host} 的新網路研討會} other {預設不同步此網路研討會主持人的新網路研討會}}',
  'off-setting.new-webinars.recording-title':
    '{named, select, yes {錄影未同步：預設不同步 {host} 的新網路研討會} other {錄影未同步：預設不同步此網路研討會主持人的新網路研討會}}',
  'off-setting.new-webinars.meaning':
    '{named, select, yes {此網路研討會是在關閉 {host} 的「預設同步新排程網路研討會的資料」之後排程的。} other {此網路研討會是在關閉其主持人的「預設同步新排程網路研討會的資料」之後排程的。}}',
  'off-setting.new-webinars.fix':
    '{named, select, yes {請在 {host} 的個別使用者設定中開啟此網路研討會，或開啟所有新的網路研討會。期間錯過的資料屆時會同步。} other {請在此網路研討會主持人的個別使用者設定中開啟此網路研討會，或開啟所有新的網路研討會。期間錯過的資料屆時會同步。}}',
  'off-setting.webinar.title': '此網路研討會已關閉',
  'off-setting.webinar.recording-title': '錄影未同步：此網路研討會已關閉',
  'off-setting.webinar.meaning':
    '{named, select, yes {有人在 {host} 的個別使用者設定中關閉了此網路研討會。} other {有人在此網路研討會主持人的個別使用者設定中關閉了此網路研討會。}}',
  'off-setting.webinar.fix': '請在該處的「管理個別網路研討會」開啟。期間錯過的資料屆時會同步。',
  'off-setting.recording-users.title': '未同步任何 Zoom 使用者的錄影',
  'off-setting.recording-users.recording-title': '錄影未同步：未同步任何 Zoom 使用者的錄影',
  'off-setting.recording-users.meaning': '全域設定指定不同步任何 Zoom 使用者的錄影與逐字稿。',
  'off-setting.recording-users.fix':
    '請在全域設定為錄影與逐字稿選擇選取的或所有 Zoom 使用者。期間錯過的資料屆時會同步。',
  'off-setting.recording-host.title':
    '{named, select, yes {{host} 的錄影未同步} other {此網路研討會主持人的錄影未同步}}',
  'off-setting.recording-host.recording-title':
    '{named, select, yes {錄影未同步：{host} 的錄影未同步} other {錄影未同步：此網路研討會主持人的錄影未同步}}',
  'off-setting.recording-host.meaning':
    '{named, select, yes {設定略過 {host} 的錄影與逐字稿。} other {設定略過此網路研討會主持人的錄影與逐字稿。}}',
  'off-setting.recording-host.fix':
    '{named, select, yes {請在 {host} 的個別使用者設定中開啟「同步此使用者的網路研討會錄影與逐字稿」。期間錯過的資料屆時會同步。} other {請在此網路研討會主持人的個別使用者設定中開啟「同步此使用者的網路研討會錄影與逐字稿」。期間錯過的資料屆時會同步。}}',
  'off-setting.unknown.title': '某項設定使其未同步',
  'off-setting.unknown.recording-title': '錄影未同步：某項設定使其未同步',
  'off-setting.unknown.meaning': '此版本的應用程式不認得該設定。',
  'off-setting.unknown.fix': '請檢查全域設定與個別使用者設定。',
} as const satisfies Record<keyof typeof warningsEn, string>;
