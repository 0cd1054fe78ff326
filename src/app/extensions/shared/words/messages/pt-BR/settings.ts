import type { settingsEn } from '../en/settings.ts';

/** The tabs Global settings, Users and Set-up of the settings page, in Brazilian Portuguese. */
export const settingsPtBr = {
  'settings.loading': 'Carregando as configurações',

  'settings.never-saved': 'Nada foi salvo ainda. Estas são as configurações originais do app.',
  'settings.last-saved': 'Último salvamento em {when}',
  'settings.unsaved':
    '{count, plural, one {# configuração alterada e não salva} other {# configurações alteradas e não salvas}}',
  'settings.correct-first': 'Corrija a configuração marcada antes de salvar.',
  'settings.save': 'Salvar',
  'settings.save-again': 'Salvar novamente',
  'settings.discard': 'Descartar alterações',
  'settings.saved.title': 'Configurações salvas',
  'settings.saved.message': 'Elas valem a partir da próxima sincronização.',

  'settings.field.isSyncOn': 'Sincronizar dados de webinars',
  'settings.field.webinarUsers': 'Sincronizar webinars de',
  'settings.field.recordingUsers': 'Sincronizar gravações e transcrições de',
  'settings.field.recordingExclusions': 'Exclusões de gravações',
  'settings.field.contactPolicy': 'Contatos',
  'settings.field.contactExclusions': 'Exclusões de contatos',
  'settings.field.backfillDays': 'Dias a considerar para webinars anteriores',
  'settings.field.zoomSharePercent': 'Parcela dos limites do Zoom, em porcentagem',
  'settings.about.recordingExclusions':
    'Gravações e transcrições não são sincronizadas para pessoas com e-mail nestes domínios. Um domínio inclui seus subdomínios.',
  'settings.about.contactExclusions':
    'Ninguém com e-mail nestes domínios se torna contato nem é atualizado. Adicione o domínio da sua empresa para deixar colegas de fora. Um domínio inclui seus subdomínios.',
  'settings.about.backfillDays':
    'Webinars realizados há até esse número de dias também são sincronizados. O Zoom guarda os dados de participação por cerca de seis meses. 0 deixa webinars anteriores de fora.',
  'settings.about.zoomSharePercent':
    'Todos os apps da sua conta do Zoom dividem os limites de chamadas. Uma parcela menor deixa mais para os outros e torna a sincronização mais lenta.',
  'settings.share-meaning': 'O app usa no máximo {share} das chamadas que o Zoom permite.',
  'settings.number-out-of-range': 'Informe um número inteiro de {minimum, number} a {maximum, number}.',

  'settings.value.on': 'Ativado',
  'settings.value.off': 'Desativado',
  'settings.value.days': '{count, plural, one {# dia} other {# dias}}',
  'settings.value.no-domains': 'Nenhum domínio',
  'settings.value.more': 'mais {count, number}',

  'settings.sync.heading': 'O que é sincronizado',
  'settings.sync.description':
    'Inscritos, participantes e eventos de marketing dos seus webinars do Zoom, além de gravações e transcrições onde você quiser.',
  'settings.sync.is-on': 'Os webinars são sincronizados conforme as opções abaixo.',
  'settings.sync.is-off':
    'Enquanto esta opção está desativada, o app não grava nada no HubSpot. Ao ser ativada de novo, tudo o que ficou para trás é sincronizado.',
  'settings.toggle.on': 'SIM',
  'settings.toggle.off': 'NÃO',
  'settings.choice.all': 'Todos os usuários do Zoom',
  'settings.choice.selected': 'Usuários do Zoom selecionados',
  'settings.choice.none': 'Nenhum usuário do Zoom',
  'settings.webinar-users.all':
    'Webinars de todos, também de usuários futuros. É possível deixar usuários individuais de fora.',
  'settings.webinar-users.selected': 'Somente webinars dos usuários que você selecionar na aba “Usuários”.',
  'settings.webinar-users.none': 'Nenhum webinar.',
  'settings.recording-users.all':
    'Gravações de todos os webinars sincronizados. É possível deixar usuários individuais de fora.',
  'settings.recording-users.selected':
    'Somente gravações dos usuários que você selecionar na aba “Usuários”, dos webinars deles que são sincronizados.',
  'settings.recording-users.none': 'Nenhuma gravação e nenhuma transcrição.',
  'settings.selected-users':
    '{count, plural, =0 {Nenhum usuário foi selecionado, por isso nada é sincronizado. Selecione usuários na aba “Usuários”.} one {# usuário está selecionado na aba “Usuários”.} other {# usuários estão selecionados na aba “Usuários”.}}',
  'settings.left-out-users':
    '{count, plural, one {# usuário fica de fora na aba “Usuários”.} other {# usuários ficam de fora na aba “Usuários”.}}',

  'settings.contacts.heading': 'Quem se torna contato',
  'settings.contacts.description':
    'Pessoas que se inscrevem em um webinar ou participam dele. Usuários desta conta do HubSpot nunca se tornam contatos.',
  'settings.policy.create-and-update': 'Criar e atualizar contatos',
  'settings.policy.update-only': 'Apenas atualizar contatos',
  'settings.about-policy.create-and-update': 'Quem ainda não está no HubSpot se torna contato.',
  'settings.about-policy.update-only':
    'Só são sincronizadas pessoas que já são contatos. As demais são ignoradas e constam no log de auditoria.',

  'settings.recordings.heading': 'Quem recebe gravações',
  'settings.recordings.description':
    'Gravações e transcrições se tornam chamadas nos registros dos contatos que participaram.',

  'settings.reach.heading': 'Alcance e velocidade',
  'settings.reach.description': 'Quanto do passado é sincronizado e quanto da sua conta do Zoom o app pode usar.',

  'settings.domains.add': 'Adicionar',
  'settings.domains.add-label': 'Adicionar domínios',
  'settings.domains.add-description':
    'Digite um domínio, como example.com, ou cole vários, separados por vírgulas, espaços ou linhas.',
  'settings.domains.none': 'Nenhum domínio na lista de exclusão.',
  'settings.domains.nothing-typed': 'Digite ou cole pelo menos um domínio.',
  'settings.domains.all-known': 'Já está na lista.',
  'settings.domains.show-all': 'Mostrar todos os {count, number} domínios',
  'settings.domains.problem.empty': 'Há uma entrada vazia. Remova-a.',
  'settings.domains.problem.not-a-domain':
    '“{entry}” não é um domínio. Remova a entrada e adicione em seu lugar um domínio, como example.com.',
  'settings.domains.problem.too-broad':
    '“{entry}” deixaria de fora muito mais que uma organização. Remova a entrada e adicione em seu lugar um domínio, como example.com.',

  'settings.notes.title': 'Algumas entradas foram salvas com outra grafia',
  'settings.notes.address': 'Do endereço {given} foi salvo o domínio: {became}.',
  'settings.notes.spelling': '{given} foi salvo como {became}.',

  'settings.preview.title': 'Quando você salvar',
  'settings.preview.loading': 'Calculando o que isso mudaria',
  'settings.preview.failed': 'No momento não se sabe o que isso mudaria. Você pode salvar mesmo assim.',
  'settings.preview.correct-first': 'Corrija as entradas marcadas para ver o que suas alterações fariam.',
  'settings.preview.again': 'Calcular novamente',
  'settings.preview.no-webinars': 'Nenhum webinar é conhecido ainda. A primeira sincronização os encontra.',
  'settings.preview.turned-on':
    '{count, plural, one {# webinar que hoje não é sincronizado passará a ser.} other {# webinars que hoje não são sincronizados passarão a ser.}}',
  'settings.preview.turned-off':
    '{count, plural, one {# webinar deixará de ser sincronizado. O que já foi sincronizado permanece no HubSpot.} other {# webinars deixarão de ser sincronizados. O que já foi sincronizado permanece no HubSpot.}}',
  'settings.preview.recordings-turned-on':
    '{count, plural, one {Gravações de # webinar que hoje não são sincronizadas passarão a ser.} other {Gravações de # webinars que hoje não são sincronizadas passarão a ser.}}',
  'settings.preview.recordings-turned-off':
    '{count, plural, one {Novas gravações de # webinar deixarão de ser sincronizadas.} other {Novas gravações de # webinars deixarão de ser sincronizadas.}}',
  'settings.preview.no-webinar-changes': 'Nenhum webinar conhecido passa a ser ou deixa de ser sincronizado.',
  'settings.preview.catches-up':
    'O que ficou para trás enquanto a sincronização estava desativada também é sincronizado, até onde o Zoom ainda tiver os dados.',
  'settings.preview.goes-off':
    'Nada é sincronizado até que a sincronização seja ativada de novo. O que ficar para trás é sincronizado então.',
  'settings.preview.stays-off':
    'Nada é sincronizado enquanto a opção “Sincronizar dados de webinars” estiver desativada.',
  'settings.preview.share-title': 'Webinars conhecidos que seriam sincronizados',
  'settings.preview.share': '{on, number} de {total, number}',
  'settings.preview.contacts-excluded':
    '{count, plural, one {# contato com webinars tem e-mail de {domain}. Ele permanece no HubSpot e não é mais atualizado.} other {# contatos com webinars têm e-mail de {domain}. Eles permanecem no HubSpot e não são mais atualizados.}}',
  'settings.preview.recordings-excluded':
    '{count, plural, one {# contato com webinars tem e-mail de {domain} e não recebe mais gravações nem transcrições.} other {# contatos com webinars têm e-mail de {domain} e não recebem mais gravações nem transcrições.}}',
  'settings.preview.nobody-excluded':
    'Nenhum contato com webinars tem e-mail em um domínio recém-incluído na lista de exclusão.',
  'settings.preview.uncounted-domains':
    '{count, plural, one {Os contatos de mais # domínio não foram contados.} other {Os contatos de mais # domínios não foram contados.}}',
  'settings.preview.policy.create-and-update':
    'A partir da próxima sincronização, pessoas até agora ignoradas por não estarem no HubSpot se tornam contatos.',
  'settings.preview.policy.update-only':
    'A partir da próxima sincronização, ninguém novo se torna contato. Contatos já criados permanecem no HubSpot.',

  'settings.conflict.title': 'Outra pessoa salvou outras configurações enquanto isso',
  'settings.conflict.meaning': 'Nada do que você alterou foi salvo. Compare e escolha como continuar.',
  'settings.conflict.meaning-at':
    'Elas foram salvas em {when}, e nada do que você alterou foi salvo. Compare e escolha como continuar.',
  'settings.conflict.setting': 'Configuração',
  'settings.conflict.in-force': 'Em vigor agora',
  'settings.conflict.yours': 'Sua versão',
  'settings.conflict.both-changed': 'Ambos alteraram isto.',
  'settings.conflict.put-mine-on-top': 'Aplicar minhas alterações por cima',
  'settings.conflict.take-theirs': 'Descartar as minhas',
  'settings.conflict.what-happens':
    'Suas alterações por cima mantêm tudo o que a outra pessoa mudou, exceto o que você também mudou. Salve-as em seguida.',

  'settings.invalid-entries.title': 'Nada foi salvo',
  'settings.invalid-entries.what-to-do':
    'Algumas entradas das listas abaixo não podem ser usadas. Elas estão marcadas.',
  'settings.too-many.title': 'Escolhas demais para usuários e webinars individuais',
  'settings.too-many.what-to-do':
    'O HubSpot não tem espaço para tantas. Escolha aqui todos os usuários e deixe alguns de fora na aba “Usuários”, ou ative e desative menos webinars individuais.',
  'settings.not-accepted.title': 'O app não aceitou as configurações',
  'settings.not-accepted.what-to-do':
    'Recarregue a página e faça suas alterações novamente. Se acontecer de novo, peça ao administrador do HubSpot para implantar o app novamente.',

  'settings.set-up.about':
    'Estas verificações examinam tudo de que o app precisa e criam no HubSpot o que falta do próprio app: propriedades, eventos e registros. Elas não alteram mais nada e podem ser repetidas.',
  'settings.set-up.checking': 'Verificando Zoom e HubSpot. Isso leva alguns segundos.',
  'settings.set-up.checking-again': 'Verificando novamente. O que você vê é da última vez.',
  'settings.set-up.check-again': 'Verificar novamente',
  'settings.set-up.read-only.title': 'Você pode ver a configuração inicial, mas não executá-la',
  'settings.set-up.read-only.meaning':
    'As verificações criam o que falta, e seu usuário do HubSpot não tem permissão para gerenciar integrações. Um superadministrador pode concedê-la ou executar a configuração inicial por você.',
  'settings.set-up.numbered': '{number, number}. {step}',
  'settings.set-up.step.zoom': 'Conectar o Zoom',
  'settings.set-up.step.hubspot': 'Permissões do HubSpot',
  'settings.set-up.step.definitions': 'Propriedades e eventos',
  'settings.set-up.step.sync-on': 'Ativar a sincronização',
  'settings.set-up.step.first-sync': 'Primeira sincronização',
  'settings.set-up.about.zoom':
    'O app se conecta ao Zoom com um app server-to-server seu, cujas credenciais estão no segredo ZOOM_CONNECTIONS.',
  'settings.set-up.about.hubspot': 'O app precisa de permissão para ler e gravar o que sincroniza.',
  'settings.set-up.about.definitions':
    'Propriedades de contato, eventos da linha do tempo e os registros do próprio app são criados nesta conta do HubSpot.',
  'settings.set-up.about.sync-on':
    'Escolha de quem são os webinars sincronizados e quem se torna contato, e ative a opção “Sincronizar dados de webinars”.',
  'settings.set-up.about.first-sync':
    'A primeira sincronização encontra os webinars da sua conta do Zoom e traz os anteriores, até onde você escolheu.',
  'settings.set-up.state.done': 'Concluída',
  'settings.set-up.state.to-do': 'Pendente',
  'settings.set-up.state.unknown': 'Desconhecido',
  'settings.set-up.state.waiting': 'Depois',
  'settings.set-up.open.global-settings': 'Abrir as configurações globais',
  'settings.set-up.open.home': 'Abrir o Início',
  'settings.set-up.passed': '{count, plural, one {# verificação bem-sucedida} other {# verificações bem-sucedidas}}',
  'settings.set-up.missing': '{count, plural, one {Falta # permissão} other {Faltam # permissões}}',
  'settings.set-up.missing-names': 'Permissões que faltam',
  'settings.set-up.created': 'Faltavam e acabam de ser criados',
  'settings.set-up.copy': 'Copiar os nomes',
  'settings.set-up.copied': '{count, plural, one {# nome copiado} other {# nomes copiados}}',
  'settings.set-up.not-copied': 'Não foi possível copiar os nomes. Selecione-os e copie-os manualmente.',
  'settings.set-up.all-done.title': 'Tudo está configurado',
  'settings.set-up.all-done.meaning': 'Os webinars são sincronizados. Acompanhe o andamento na aba “Início”.',

  'users.loading': 'Carregando os usuários da conta do Zoom',
  'users.updating': 'Carregando',
  'users.account': 'Conta do Zoom',
  'users.primary-account': '{connection} (principal)',
  'users.search': 'Buscar usuário',
  'users.search-placeholder': 'Nome ou e-mail',
  'users.clear-search': 'Limpar a busca',
  'users.no-account.title': 'Nenhuma conta do Zoom está conectada',
  'users.no-account.what-to-do': 'Conecte uma na aba “Configuração inicial”. Os usuários dela aparecerão aqui.',
  'users.nobody.title': 'Esta conta do Zoom não tem usuários',
  'users.nobody.what-to-do': 'Os usuários aparecem aqui assim que o Zoom os listar.',
  'users.no-match.title': 'Ninguém corresponde a “{query}”',
  'users.no-match.what-to-do': 'Busque por parte de um nome ou de um e-mail.',
  'users.page': '{first, number} a {last, number} de {total, number}',
  'users.previous': 'Anterior',
  'users.next': 'Próxima',
  'users.column.user': 'Usuário do Zoom',
  'users.column.plan': 'Licença de webinar',
  'users.column.webinars': 'Webinars',
  'users.column.recordings': 'Gravações e transcrições',
  'users.column.manage': 'Configurações individuais',
  'users.plan.yes': 'Sim',
  'users.plan.no': 'Não',
  'users.plan.unknown': 'Ainda desconhecido',
  'users.synced': 'Sincronizado',
  'users.not-synced': 'Não sincronizado',
  'users.nothing-to-sync': 'Nada a sincronizar',
  'users.follows-account': 'Segue a conta',
  'users.own-setting': 'Configuração própria',
  'users.single-webinars': '{count, plural, one {# webinar tem ajuste próprio} other {# webinars têm ajuste próprio}}',
  'users.manage': 'Gerenciar',
  'users.view': 'Ver',
  'users.not-saved': 'Não salvo',

  'users.account-wide.all':
    'Os webinars de todos os usuários do Zoom são sincronizados, exceto os que ficam de fora aqui.',
  'users.account-wide.selected': 'São sincronizados os webinars dos usuários do Zoom selecionados aqui.',
  'users.account-wide.none': 'Não são sincronizados webinars de nenhum usuário do Zoom.',
  'users.bar.sync.title': 'Nada é sincronizado no momento',
  'users.bar.sync.what-to-do':
    'A opção “Sincronizar dados de webinars” está desativada em toda a conta. O que você definir aqui passa a valer quando ela for ativada na aba “Configurações globais”.',
  'users.bar.webinar-users.title': 'No momento não são sincronizados webinars de nenhum usuário do Zoom',
  'users.bar.webinar-users.what-to-do':
    'O que você definir aqui passa a valer quando os webinars de usuários selecionados ou de todos os usuários do Zoom forem escolhidos na aba “Configurações globais”.',

  'users.panel.title': 'Configurações de {name}',
  'users.panel.plan.yes': 'Tem licença de webinar',
  'users.panel.plan.no': 'Não tem licença de webinar',
  'users.panel.plan.unknown': 'Ainda não se sabe se há licença de webinar',
  'users.field.syncsWebinars': 'Sincronizar webinars deste usuário',
  'users.field.newWebinarsOffSince': 'Sincronizar por padrão dados de webinars recém-agendados',
  'users.field.syncsRecordings': 'Sincronizar gravações e transcrições de webinars deste usuário',
  'users.field.webinars': 'Webinars individuais',
  'users.switch.follow': 'Seguir a conta',
  'users.switch.follow-on': 'As configurações globais sincronizam isto.',
  'users.switch.follow-off': 'As configurações globais deixam isto de fora.',
  'users.switch.on': 'Sempre',
  'users.switch.off': 'Nunca',
  'users.about-on.syncsWebinars':
    'Os webinars deste usuário são sincronizados, seja com todos os usuários ou só com os selecionados.',
  'users.about-off.syncsWebinars':
    'Os webinars deste usuário ficam de fora, exceto os que forem ativados um a um abaixo.',
  'users.about-on.syncsRecordings': 'As gravações dos webinars sincronizados deste usuário são sincronizadas.',
  'users.about-off.syncsRecordings': 'Gravações e transcrições deste usuário ficam de fora.',
  'users.new-webinars.on': 'Os webinars que este usuário agendar de agora em diante são sincronizados como os demais.',
  'users.new-webinars.off-from-now':
    'Os webinars que este usuário agendar depois que você salvar não são sincronizados, a menos que você os ative um a um abaixo.',
  'users.new-webinars.off-since':
    'Webinars agendados depois de {when} não são sincronizados, a menos que sejam ativados um a um abaixo.',

  'users.webinars.heading': 'Gerenciar webinars individuais',
  'users.webinars.description':
    'O ajuste de um webinar prevalece sobre as configurações acima. Ao ativar um webinar, o que ficou para trás é sincronizado.',
  'users.webinars.search': 'Buscar webinar',
  'users.webinars.search-placeholder': 'Tópico ou ID do webinar',
  'users.webinars.loading': 'Carregando os webinars deste usuário',
  'users.webinars.none': 'Nenhum webinar deste usuário é conhecido ainda. A sincronização os encontra.',
  'users.webinars.no-match': 'Nenhum webinar deste usuário corresponde a “{query}”.',
  'users.webinars.column.webinar': 'Webinar',
  'users.webinars.column.sync': 'Sinc.',
  'users.webinars.switch': 'Sincronizar “{topic}”',
  'users.webinar.dated': '{when}, ID {id}',
  'users.webinar.undated': 'Sem data, ID {id}',
  'users.webinar.own': 'Ajuste próprio',
  'users.webinar.follows-on': 'Sincronizado pelas configurações acima',
  'users.webinar.follows-off': 'Deixado de fora pelas configurações acima',
  'users.webinar.not-supported': 'Faz parte de um evento do Zoom Events e não pode ser sincronizado',

  'users.unsaved': '{count, plural, one {# alteração não salva} other {# alterações não salvas}}',
  'users.close': 'Fechar',
  'users.leave.title': 'Suas alterações não foram salvas',
  'users.leave.meaning': 'Elas se perdem se você as descartar.',
  'users.leave.keep': 'Continuar editando',
  'users.leave.discard': 'Descartar e fechar',
  'users.conflict.title': 'Outra pessoa alterou este usuário enquanto isso',
  'users.value.webinars':
    '{on, plural, one {# ativado} other {# ativados}}, {off, plural, one {# desativado} other {# desativados}}',
} as const satisfies Record<keyof typeof settingsEn, string>;
