import type { warningsEn } from '../en/warnings.ts';

/** Warnings of the audit log, and settings that are in the way, in Brazilian Portuguese. */
export const warningsPtBr = {
  'warning.family.S32': 'Dados não sincronizados por configurações desativadas',
  'warning.family.S33': 'Gravação ou transcrição não sincronizada',
  'warning.family.S34': 'Alguns participantes não sincronizados',
  'warning.family.S35': 'Alguns dados não sincronizados',
  'warning.family.S36': 'Alguns endereços deixados de fora',
  'warning.family.S37': 'Erro',

  'warning.guests-without-address.title':
    '{count, plural, one {Um convidado sem e-mail} other {Convidados sem e-mail}}',
  'warning.guests-without-address.meaning':
    '{count, plural, one {# pessoa entrou como convidada. O Zoom não informa o e-mail, por isso ela não foi sincronizada.} other {# pessoas entraram como convidadas. O Zoom não informa o e-mail, por isso elas não foram sincronizadas.}}',
  'warning.guests-without-address.fix':
    'Não há o que fazer por este webinar. No próximo, exija inscrição no Zoom: os inscritos são reconhecidos quando entram pelo próprio link.',
  'warning.participants-untracked.title': 'O Zoom não registrou participantes',
  'warning.participants-untracked.meaning':
    'O webinar de {startsAt} foi realizado, mas o relatório de participação do Zoom está vazio, por isso ninguém consta como presente.',
  'warning.participants-untracked.fix':
    'Confira o relatório de participação no Zoom. Se houver pessoas nele, sincronize o webinar novamente.',
  'warning.rows-quarantined.participants.title': 'Linhas inutilizáveis no relatório de participação do Zoom',
  'warning.rows-quarantined.participants.meaning':
    '{count, plural, one {# linha do relatório de participação do Zoom não pôde ser usada e foi separada.} other {# linhas do relatório de participação do Zoom não puderam ser usadas e foram separadas.}}',
  'warning.rows-quarantined.registrants.title': 'Linhas inutilizáveis na lista de inscritos do Zoom',
  'warning.rows-quarantined.registrants.meaning':
    '{count, plural, one {# linha da lista de inscritos do Zoom não pôde ser usada e foi separada.} other {# linhas da lista de inscritos do Zoom não puderam ser usadas e foram separadas.}}',
  'warning.rows-quarantined.fix':
    'Todo o resto foi sincronizado. Se faltarem pessoas, compare com o relatório no Zoom e informe ao desenvolvedor do app.',

  'warning.zoom-event.title': 'Webinars de um evento do Zoom Events não têm suporte',
  'warning.zoom-event.meaning':
    'Este webinar faz parte de um evento do Zoom Events, em que as pessoas têm ingressos em vez de inscrições. Nada foi gravado.',
  'warning.zoom-event.fix': 'Para sincronizar um webinar, agende-o no Zoom Webinars, fora de um evento do Zoom Events.',
  'warning.webinar-deleted.title': 'O webinar foi excluído no Zoom',
  'warning.webinar-deleted.meaning':
    'O Zoom não tem mais este webinar. O que foi sincronizado antes permanece no HubSpot; uma sessão futura é cancelada lá.',
  'warning.webinar-deleted.fix':
    'Se foi excluído por engano, restaure-o no Zoom e sincronize novamente. Caso contrário, não há nada a fazer.',
  'warning.webinar-expired.title': 'O Zoom não informa mais as inscrições deste webinar',
  'warning.webinar-expired.meaning':
    'O Zoom descartou o ID do webinar, que terminou há muito tempo. As participações foram sincronizadas, as inscrições não puderam ser lidas.',
  'warning.webinar-expired.fix':
    'Não há o que fazer por este webinar. Webinars sincronizados até 30 dias após o fim ficam completos.',
  'warning.attendance-not-ready.title': 'O relatório de participação do Zoom não está pronto',
  'warning.attendance-not-ready.meaning':
    'O Zoom ainda não concluiu o relatório de participação do webinar de {startsAt}, por isso ninguém consta como presente ainda.',
  'warning.attendance-not-ready.fix': 'Sincronize novamente em cerca de uma hora.',
  'warning.registrations-vanished.title': 'Inscrições desapareceram do Zoom',
  'warning.registrations-vanished.meaning':
    '{count, plural, one {O Zoom não lista mais # pessoa que tinha se inscrito. Ninguém foi marcado como cancelado por isso.} other {O Zoom não lista mais # pessoas que tinham se inscrito. Ninguém foi marcado como cancelado por isso.}}',
  'warning.registrations-vanished.fix': 'Confira as inscrições no Zoom e sincronize novamente.',
  'warning.registrations-unavailable.title': 'As inscrições não estão disponíveis',
  'warning.registrations-unavailable.meaning':
    'O Zoom não informa inscrições para este webinar, por isso só as participações foram sincronizadas.',
  'warning.registrations-unavailable.fix':
    'Se as pessoas precisavam se inscrever, confira no Zoom se a inscrição continua ativada e sincronize novamente.',
  'warning.list-unstable.participants.title': 'O relatório de participação do Zoom continuou mudando',
  'warning.list-unstable.participants.meaning':
    'O relatório de participação do Zoom continuou mudando durante a leitura, então podem faltar pessoas.',
  'warning.list-unstable.registrants.title': 'A lista de inscritos do Zoom continuou mudando',
  'warning.list-unstable.registrants.meaning':
    'A lista de inscritos do Zoom continuou mudando durante a leitura, então podem faltar pessoas.',
  'warning.list-unstable.fix': 'Sincronize novamente quando as inscrições ou o webinar tiverem terminado.',
  'warning.contacts-unknown.title': 'Pessoas que não são contatos ficaram de fora',
  'warning.contacts-unknown.meaning':
    '{count, plural, one {Não há contato no HubSpot para # pessoa, e as configurações dizem que os contatos só devem ser atualizados.} other {Não há contato no HubSpot para # pessoas, e as configurações dizem que os contatos só devem ser atualizados.}}',
  'warning.contacts-unknown.fix':
    'Para que os contatos sejam criados, escolha “Criar e atualizar contatos” nas configurações globais e sincronize novamente.',
  'warning.rejected-by-hubspot.title': 'O HubSpot não aceitou algumas pessoas',
  'warning.rejected-by-hubspot.meaning':
    '{count, plural, one {O HubSpot não aceitou # pessoa como contato.} other {O HubSpot não aceitou # pessoas como contatos.}}',
  'warning.rejected-by-hubspot.meaning-with-examples':
    '{count, plural, one {O HubSpot não aceitou # pessoa como contato. Motivo do HubSpot: {examples}.} other {O HubSpot não aceitou # pessoas como contatos. Motivo do HubSpot, por exemplo: {examples}.}}',
  'warning.rejected-by-hubspot.fix':
    'Corrija o que o HubSpot aponta, no Zoom ou no HubSpot. A próxima sincronização tenta novamente.',
  'warning.marketing-event-refused.title': 'O HubSpot não aceitou o evento de marketing',
  'warning.marketing-event-refused.meaning':
    'Não há evento de marketing para o webinar de {startsAt}, por isso os filtros de evento de marketing do HubSpot não sabem quem se inscreveu e quem participou. Motivo do HubSpot: {reason}',
  'warning.marketing-event-refused.fix': 'Corrija o que o HubSpot aponta. A próxima sincronização tenta novamente.',
  'warning.participations-differ.title': 'O evento de marketing do HubSpot mostra outros números',
  'warning.participations-differ.meaning':
    'O evento de marketing de {startsAt} no HubSpot mostra: inscritos {shownRegistered, number}, presentes {shownAttended, number}, ausentes {shownNoShow, number}, cancelados {shownCancelled, number}. O app enviou: inscritos {sentRegistered, number}, presentes {sentAttended, number}, ausentes {sentNoShow, number}, cancelados {sentCancelled, number}.',
  'warning.participations-differ.fix':
    'O HubSpot pode precisar de alguns minutos para contar. Sincronize mais tarde para comparar.',

  'warning.account-users.title': 'Usuários desta conta do HubSpot ficaram de fora',
  'warning.account-users.meaning':
    '{count, plural, one {O e-mail de # pessoa pertence a um usuário desta conta do HubSpot. Usuários nunca são sincronizados.} other {Os e-mails de # pessoas pertencem a usuários desta conta do HubSpot. Usuários nunca são sincronizados.}}',
  'warning.account-users.fix':
    'Não há nada a fazer. Quem não trabalha mais com esta conta pode ser removido dos usuários dela.',
  'warning.addresses-excluded.title': 'Endereços de domínios da lista de exclusão ficaram de fora',
  'warning.addresses-excluded.meaning':
    '{count, plural, one {# pessoa tem e-mail em um domínio listado em “Exclusões de contatos” e não foi sincronizada.} other {# pessoas têm e-mail em um domínio listado em “Exclusões de contatos” e não foram sincronizadas.}}',
  'warning.addresses-excluded.meaning-with-domains':
    '{count, plural, one {# pessoa tem e-mail em um domínio listado em “Exclusões de contatos” e não foi sincronizada. Domínio: {domains}.} other {# pessoas têm e-mail em um domínio listado em “Exclusões de contatos” e não foram sincronizadas. Domínios: {domains}.}}',
  'warning.addresses-excluded.domain': '{domain} ({count, plural, one {# pessoa} other {# pessoas}})',
  'warning.addresses-excluded.fix':
    'Para que sejam sincronizadas, remova o domínio de “Exclusões de contatos” nas configurações globais.',
  'warning.addresses-invalid.title': 'Endereços de e-mail inválidos',
  'warning.addresses-invalid.meaning':
    '{count, plural, one {# pessoa informou um e-mail inválido e não foi sincronizada.} other {# pessoas informaram um e-mail inválido e não foram sincronizadas.}}',
  'warning.addresses-invalid.fix': 'Corrija o endereço no Zoom e sincronize novamente.',
  'warning.addresses-secondary.title': 'Endereços secundários de contatos',
  'warning.addresses-secondary.meaning':
    '{count, plural, one {# pessoa se inscreveu com um endereço secundário de um contato e não foi sincronizada. Só conta o endereço principal de um contato.} other {# pessoas se inscreveram com um endereço secundário de um contato e não foram sincronizadas. Só conta o endereço principal de um contato.}}',
  'warning.addresses-secondary.fix':
    'Para sincronizá-las, torne esse endereço o principal do contato no HubSpot e sincronize novamente.',
  'warning.contacts-deleted.title': 'Contatos excluídos não são criados de novo',
  'warning.contacts-deleted.meaning':
    '{count, plural, one {# pessoa tem o e-mail de um contato excluído no HubSpot e não foi sincronizada.} other {# pessoas têm o e-mail de um contato excluído no HubSpot e não foram sincronizadas.}}',
  'warning.contacts-deleted.fix': 'Para sincronizá-las, restaure o contato no HubSpot e sincronize novamente.',

  'warning.timeline-events-refused.title': 'Os eventos da linha do tempo não foram criados',
  'warning.timeline-events-refused.meaning':
    'Contatos e eventos de marketing foram sincronizados, mas o HubSpot não aceitou os eventos das linhas do tempo. Motivo do HubSpot: {reason}',
  'warning.timeline-events-refused.fix':
    'Corrija o que o HubSpot aponta ou execute a configuração inicial novamente: ela diz quais permissões faltam e cria as definições de eventos ausentes. A próxima sincronização tenta novamente.',

  /** `{why}` is one of the sentences `off-setting.….meaning`. */
  'warning.recording.settings-off.meaning': 'A gravação de {startsAt} não foi sincronizada. {why}',
  'warning.recording.nobody-attended.title': 'Gravação não sincronizada: ninguém participou',
  'warning.recording.nobody-attended.meaning':
    'A gravação de {startsAt} não foi sincronizada porque nenhum contato participou, e não há a quem associá-la.',
  'warning.recording.nobody-attended.fix':
    'Não há nada a fazer. Se houve participantes, veja nos outros avisos por que eles não são contatos.',
  'warning.recording.not-found.title': 'Gravação não encontrada',
  'warning.recording.not-found.meaning':
    'A gravação de {startsAt} não foi encontrada na conta do Zoom conectada. Talvez não tenha sido gravada na nuvem.',
  'warning.recording.not-found.fix':
    'Se houver uma gravação na nuvem no Zoom, confira se pertence a esta conta do Zoom e sincronize novamente.',
  'warning.recording.deleted.title': 'A gravação foi excluída no Zoom',
  'warning.recording.deleted.meaning':
    'A gravação de {startsAt} não está mais no Zoom. Se já tinha sido sincronizada, seu link foi retirado do registro de chamada.',
  'warning.recording.deleted.fix':
    'O Zoom guarda gravações excluídas na lixeira por 30 dias. Restaure-a e sincronize novamente, ou deixe como está.',
  'warning.recording.processing.title': 'O Zoom ainda está processando a gravação',
  'warning.recording.processing.meaning':
    'A gravação de {startsAt} ainda não está pronta. O Zoom pode precisar de algumas horas.',
  'warning.recording.processing.fix': 'Não há nada a fazer: o app tenta novamente sozinho.',
  'warning.recording.no-link.title': 'A gravação não tem um link utilizável',
  'warning.recording.no-link.meaning':
    'A gravação de {startsAt} existe, mas o Zoom não fornece um link seguro que o HubSpot aceite.',
  'warning.recording.no-link.fix':
    'Confira no Zoom se o compartilhamento desta gravação está ativado e sincronize novamente.',
  'warning.recording.call-refused.title': 'O HubSpot não aceitou a gravação',
  'warning.recording.call-refused.meaning':
    'A gravação de {startsAt} não pôde ser salva como registro de chamada. Motivo do HubSpot: {reason}',
  'warning.recording.call-refused.fix': 'Corrija o que o HubSpot aponta. A próxima sincronização tenta novamente.',
  'warning.recording.unknown.title': 'Gravação não sincronizada',
  'warning.recording.unknown.meaning':
    'A gravação de {startsAt} não foi sincronizada, por um motivo que esta versão do app não conhece.',

  'warning.transcript.processing.title': 'O Zoom ainda está processando a transcrição',
  'warning.transcript.processing.meaning':
    'A transcrição de {startsAt} ainda não está pronta. A gravação foi sincronizada sem ela.',
  'warning.transcript.processing.fix': 'Não há nada a fazer: o app tenta novamente sozinho.',
  'warning.transcript.not-found.title': 'Transcrição não encontrada',
  'warning.transcript.not-found.meaning':
    'A transcrição de {startsAt} não foi encontrada no Zoom. A gravação foi sincronizada sem ela.',
  'warning.transcript.not-found.fix':
    'Para ter transcrições, ative no Zoom a transcrição de áudio das gravações na nuvem. Isso vale para os próximos webinars.',
  'warning.transcript.unreadable.title': 'Não é possível ler a transcrição',
  'warning.transcript.unreadable.meaning':
    'A transcrição de {startsAt} não está no formato que o Zoom documenta, por isso a gravação foi sincronizada sem ela: {reason}',
  'warning.transcript.unreadable.fix':
    'Sincronize novamente mais tarde. Se acontecer de novo, informe ao desenvolvedor do app.',
  'warning.transcript.unknown.title': 'Transcrição não sincronizada',
  'warning.transcript.unknown.meaning':
    'A transcrição de {startsAt} não foi sincronizada, por um motivo que esta versão do app não conhece.',

  /** Stored by another version of the app. */
  'warning.unknown.title': 'Um aviso de outra versão do app',
  'warning.unknown.meaning': 'Esta sincronização deixou um aviso que esta versão do app não conhece.',
  'warning.unknown.fix': 'Sincronize novamente. O que continuar pendente será informado de novo.',

  'off-setting.sync.title': 'A opção “Sincronizar dados de webinars” está desativada',
  'off-setting.sync.recording-title':
    'Gravação não sincronizada: a opção “Sincronizar dados de webinars” está desativada',
  'off-setting.sync.meaning': 'Enquanto ela está desativada, o app não grava nada no HubSpot.',
  'off-setting.sync.fix':
    'Ative a opção “Sincronizar dados de webinars” nas configurações globais. O que ficou para trás é sincronizado então.',
  'off-setting.webinar-users.title': 'Nenhum usuário do Zoom tem webinars sincronizados',
  'off-setting.webinar-users.recording-title':
    'Gravação não sincronizada: nenhum usuário do Zoom tem webinars sincronizados',
  'off-setting.webinar-users.meaning':
    'As configurações globais dizem que nenhum usuário do Zoom tem webinars sincronizados.',
  'off-setting.webinar-users.fix':
    'Escolha usuários do Zoom selecionados ou todos para os webinars nas configurações globais. O que ficou para trás é sincronizado então.',
  'off-setting.host.title':
    '{named, select, yes {Os webinars de {host} não são sincronizados} other {Os webinars do anfitrião deste webinar não são sincronizados}}',
  'off-setting.host.recording-title':
    '{named, select, yes {Gravação não sincronizada: os webinars de {host} não são sincronizados} other {Gravação não sincronizada: os webinars do anfitrião deste webinar não são sincronizados}}',
  'off-setting.host.meaning':
    '{named, select, yes {As configurações deixam de fora os webinars de {host}.} other {As configurações deixam de fora os webinars do anfitrião deste webinar.}}',
  'off-setting.host.fix':
    '{named, select, yes {Nas configurações individuais de usuário, ative os webinars de {host} ou só este webinar. O que ficou para trás é sincronizado então.} other {Nas configurações individuais de usuário, ative os webinars do anfitrião deste webinar ou só este webinar. O que ficou para trás é sincronizado então.}}',
  'off-setting.new-webinars.title':
    '{named, select, yes {Novos webinars de {host} não são sincronizados por padrão} other {Novos webinars do anfitrião deste webinar não são sincronizados por padrão}}',
  'off-setting.new-webinars.recording-title':
    '{named, select, yes {Gravação não sincronizada: novos webinars de {host} não são sincronizados por padrão} other {Gravação não sincronizada: novos webinars do anfitrião deste webinar não são sincronizados por padrão}}',
  'off-setting.new-webinars.meaning':
    '{named, select, yes {Este webinar foi agendado depois que a opção “Sincronizar por padrão dados de webinars recém-agendados” foi desativada para {host}.} other {Este webinar foi agendado depois que a opção “Sincronizar por padrão dados de webinars recém-agendados” foi desativada para o anfitrião deste webinar.}}',
  'off-setting.new-webinars.fix':
    '{named, select, yes {Nas configurações individuais de {host}, ative este webinar ou todos os novos. O que ficou para trás é sincronizado então.} other {Nas configurações individuais do anfitrião deste webinar, ative este webinar ou todos os novos. O que ficou para trás é sincronizado então.}}',
  'off-setting.webinar.title': 'Este webinar está desativado',
  'off-setting.webinar.recording-title': 'Gravação não sincronizada: este webinar está desativado',
  'off-setting.webinar.meaning':
    '{named, select, yes {Alguém desativou este webinar nas configurações individuais de {host}.} other {Alguém desativou este webinar nas configurações individuais do anfitrião deste webinar.}}',
  'off-setting.webinar.fix':
    'Ative-o lá, em “Gerenciar webinars individuais”. O que ficou para trás é sincronizado então.',
  'off-setting.recording-users.title': 'Nenhum usuário do Zoom tem gravações sincronizadas',
  'off-setting.recording-users.recording-title':
    'Gravação não sincronizada: nenhum usuário do Zoom tem gravações sincronizadas',
  'off-setting.recording-users.meaning':
    'As configurações globais dizem que nenhum usuário do Zoom tem gravações e transcrições sincronizadas.',
  'off-setting.recording-users.fix':
    'Escolha usuários do Zoom selecionados ou todos para gravações e transcrições nas configurações globais. O que ficou para trás é sincronizado então.',
  'off-setting.recording-host.title':
    '{named, select, yes {As gravações de {host} não são sincronizadas} other {As gravações do anfitrião deste webinar não são sincronizadas}}',
  'off-setting.recording-host.recording-title':
    '{named, select, yes {Gravação não sincronizada: as gravações de {host} não são sincronizadas} other {Gravação não sincronizada: as gravações do anfitrião deste webinar não são sincronizadas}}',
  'off-setting.recording-host.meaning':
    '{named, select, yes {As configurações deixam de fora as gravações e transcrições de {host}.} other {As configurações deixam de fora as gravações e transcrições do anfitrião deste webinar.}}',
  'off-setting.recording-host.fix':
    '{named, select, yes {Ative “Sincronizar gravações e transcrições de webinars deste usuário” nas configurações individuais de {host}. O que ficou para trás é sincronizado então.} other {Ative “Sincronizar gravações e transcrições de webinars deste usuário” nas configurações individuais do anfitrião deste webinar. O que ficou para trás é sincronizado então.}}',
  'off-setting.unknown.title': 'Uma configuração impede esta sincronização',
  'off-setting.unknown.recording-title': 'Gravação não sincronizada: uma configuração impede isso',
  'off-setting.unknown.meaning': 'Esta versão do app não conhece essa configuração.',
  'off-setting.unknown.fix': 'Confira as configurações globais e as configurações individuais de usuário.',
} as const satisfies Record<keyof typeof warningsEn, string>;
