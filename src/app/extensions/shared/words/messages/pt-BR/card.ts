import type { cardEn } from '../en/card.ts';

/** The contact card, and registering somebody from it, in Brazilian Portuguese. */
export const cardPtBr = {
  'card.loading': 'Carregando webinars',
  'card.refresh-failed': 'Os webinars abaixo podem estar desatualizados.',
  'card.empty.title': 'Nenhum webinar do Zoom ainda',
  'card.empty.text':
    'Assim que este contato se inscrever em um webinar do Zoom sincronizado com o HubSpot, ele aparecerá aqui. Você também pode inscrever o contato.',

  'card.summary.registered': 'Inscrições',
  'card.summary.attended': 'Participações',
  'card.summary.average': 'Presença média',
  'card.summary.average-of': 'Em {count, plural, one {# data} other {# datas}} com participação',
  'card.summary.last-seen': 'Última presença',

  'card.upcoming': 'Próximos',
  'card.past': 'Anteriores',
  'card.show-all-webinars': '{count, plural, one {Mostrar # webinar} other {Mostrar todos os # webinars}}',
  'card.show-all-dates': '{count, plural, one {Mostrar # data} other {Mostrar todas as # datas}}',

  'card.webinar.account': 'Conta do Zoom: {connection}',
  'card.webinar.disconnected':
    'A conta do Zoom deste webinar não está mais conectada. Você vê os dados da última sincronização.',
  'card.webinar.no-date': 'Ainda sem data',
  'card.webinar.series': 'Série de {count, plural, one {# data} other {# datas}}, {attended, number} com participação',

  'card.session.registered': 'Inscrito',
  'card.session.attended': 'Participou',
  'card.session.no-show': 'Não participou',
  'card.session.cancelled': 'Cancelado',
  'card.session.not-final': 'Presença a confirmar',
  'card.session.minutes': '{attended} de {length} min',
  'card.session.share': 'Participou de {percentage} do webinar',

  'card.details': 'Detalhes',
  'card.details.registered-on': 'Data da inscrição',
  'card.details.without-registration': 'Participou sem inscrição',
  'card.details.stay': 'Entrada e saída',
  'card.details.stay-from-to': '{joined} a {left}',
  'card.details.not-final': 'O Zoom ainda não concluiu o relatório de participação desta data.',
  'card.details.watch-recording': 'Assistir à gravação',
  'card.details.watch-recording-of': 'Assistir à gravação de {date}',
  'card.details.join-link': 'Link de acesso pessoal',
  'card.details.open-join-link': 'Abrir o link de acesso',
  'card.details.open-webinar-page': 'Abrir a página do webinar',

  'card.copy.join-link': 'Copiar link de acesso',
  'card.copy.copied': 'Copiado',
  'card.copy.failed': 'Não foi possível copiar o link. Selecione-o e copie-o aqui: {link}',

  'card.resync.start': 'Sincronizar novamente',
  'card.resync.stop': 'Parar',
  'card.resync.progress': 'Sincronizando webinar {current, number} de {total, number}',
  'card.resync.webinar': '{topic}: {phase}',
  'card.resync.continues-in':
    'Continua em {seconds, plural, one {# segundo} other {# segundos}}. Mantenha esta página aberta.',
  'card.resync.finished.title': 'Este contato está atualizado',
  'card.resync.finished-with-problems.title':
    '{count, plural, one {Não foi possível sincronizar # webinar} other {Não foi possível sincronizar # webinars}}',
  'card.resync.stopped.title': 'A sincronização foi interrompida',
  'card.resync.counts':
    '{changed, plural, one {# webinar alterado} other {# webinars alterados}}, {unchanged, plural, one {# sem alterações} other {# sem alterações}}.',
  'card.resync.not-tried':
    '{count, plural, one {# webinar não foi sincronizado.} other {# webinars não foram sincronizados.}}',
  'card.resync.not-synced': 'Não sincronizado: {reason}.',

  'card.not-synced.settings-off.title': 'As configurações do app impedem a sincronização deste webinar',
  'card.not-synced.settings-off.what-to-do':
    'Peça ao administrador do HubSpot para ativar a sincronização deste webinar na página de configurações do app.',
  'card.not-synced.zoom-event.title': 'O webinar faz parte de um evento do Zoom Events',
  'card.not-synced.zoom-event.what-to-do': 'Webinars do Zoom Events não são sincronizados.',

  'register.open': 'Inscrever em um webinar',
  'register.title': 'Inscrever em um webinar',
  'register.search': 'Pesquisar próximos webinars',
  'register.search.placeholder': 'Tópico, anfitrião ou ID do webinar',
  'register.searching': 'Buscando webinars',
  'register.none.title': 'Nenhum webinar futuro',
  'register.none.text':
    'O app não conhece nenhum webinar futuro. Um novo aparece aqui após a próxima sincronização de todos os webinars, que um administrador pode iniciar na página de configurações do app.',
  'register.none-found.title': 'Nenhum webinar futuro corresponde à pesquisa',
  'register.none-found.text': 'Tente outra palavra do tópico, o nome do anfitrião ou o ID do webinar.',
  'register.show-more': 'Mostrar mais webinars',
  'register.date-and-host': '{date}, anfitrião: {host}',
  'register.no-fixed-date-and-host': 'Sem data fixa, anfitrião: {host}',
  'register.account': 'Conta do Zoom: {connection}',
  'register.is-registered': 'Já inscrito',

  'register.form.loading': 'Carregando o formulário de inscrição',
  'register.form.date': 'Data',
  'register.form.choose': 'Escolher',
  'register.form.optional': 'Perguntas opcionais',
  'register.form.contact': 'O Zoom recebe do HubSpot o nome e o e-mail deste contato.',
  'register.form.manual-approval':
    'O anfitrião aprova cada inscrição neste webinar. Depois disso, o contato recebe um link de acesso.',
  'register.form.submit': 'Inscrever contato',
  'register.form.running': 'Inscrevendo o contato no Zoom',
  'register.form.another': 'Escolher outro webinar',
  'register.form.back': 'Voltar ao formulário',
  'register.form.answer-missing': 'Esta pergunta precisa de resposta.',
  'register.form.answer-refused': 'O Zoom não aceitou esta resposta. Altere-a e tente novamente.',
  'register.form.answer-too-long': 'O Zoom aceita no máximo {max, number} caracteres aqui.',
  'register.form.date-missing': 'Escolha uma data.',
  'register.form.date-refused': 'Esta data não pode mais ser escolhida. Escolha outra.',
  'register.form.unknown-outcome':
    'Talvez o contato já esteja inscrito. Você pode tentar novamente: ninguém é inscrito duas vezes.',

  'register.question.phone': 'Número de telefone',
  'register.question.job_title': 'Cargo',
  'register.question.org': 'Organização',
  'register.question.industry': 'Setor',
  'register.question.country': 'País ou região',
  'register.question.address': 'Endereço',
  'register.question.city': 'Cidade',
  'register.question.state': 'Estado ou província',
  'register.question.zip': 'CEP',
  'register.question.comments': 'Perguntas e comentários',
  'register.question.purchasing_time_frame': 'Prazo de compra',
  'register.question.role_in_purchase_process': 'Função no processo de compra',
  'register.question.no_of_employees': 'Número de funcionários',

  'register.option.within-a-month': 'Em até um mês',
  'register.option.months-1-3': '1 a 3 meses',
  'register.option.months-4-6': '4 a 6 meses',
  'register.option.more-than-6-months': 'Mais de 6 meses',
  'register.option.no-timeframe': 'Sem prazo',
  'register.option.decision-maker': 'Tomador de decisão',
  'register.option.evaluator': 'Avaliador ou recomendador',
  'register.option.influencer': 'Influenciador',
  'register.option.not-involved': 'Sem envolvimento',
  'register.option.more-than-10000': 'Mais de 10.000',

  'register.registered.title': 'O contato está inscrito',
  'register.registered.text': 'O contato tem uma vaga em “{topic}”.',
  'register.already-registered.title': 'O contato já estava inscrito',
  'register.already-registered.text': 'Nada foi alterado. O contato tem uma vaga em “{topic}”.',
  'register.awaiting-approval.title': 'A inscrição aguarda aprovação',
  'register.awaiting-approval.text':
    'O anfitrião de “{topic}” precisa aprová-la no Zoom. Depois disso, o contato recebe o link de acesso.',
  'register.no-join-link': 'O Zoom não forneceu um link de acesso. Ele está no e-mail que o Zoom envia ao contato.',
  'register.hubspot.running': 'Trazendo a inscrição para o HubSpot',
  'register.hubspot.problem.title': 'O HubSpot ainda não mostra a inscrição',
  'register.hubspot.problem.text':
    'O contato está inscrito no Zoom. A próxima sincronização do webinar traz a inscrição para o HubSpot.',
  'register.hubspot.reason': 'Motivo: {reason}.',
  'register.another': 'Inscrever em outro webinar',

  'register.refusal.registration-off.title': 'Este webinar não aceita inscrições',
  'register.refusal.registration-off.what-to-do':
    'Qualquer pessoa com o link pode entrar. Para contar inscrições, peça ao anfitrião para ativar a inscrição no Zoom.',
  'register.refusal.registration-closed.title': 'As inscrições neste webinar estão encerradas',
  'register.refusal.registration-closed.what-to-do':
    'Peça ao anfitrião para reabri-las no Zoom ou escolha outro webinar.',
  'register.refusal.webinar-over.title': 'Este webinar já terminou',
  'register.refusal.webinar-over.what-to-do': 'Escolha um webinar que ainda não aconteceu.',
  'register.refusal.zoom-event.title': 'Este webinar faz parte de um evento do Zoom Events',
  'register.refusal.zoom-event.what-to-do':
    'A inscrição em eventos do Zoom Events é feita com ingresso. Inscreva o contato na página do evento no Zoom.',
  'register.refusal.external-registration.title': 'A inscrição neste webinar é feita fora do Zoom',
  'register.refusal.external-registration.what-to-do':
    'O anfitrião usa outra página de inscrição. Peça a ele o endereço e inscreva o contato lá.',
  'register.refusal.webinar-not-found.title': 'O Zoom não conhece mais este webinar',
  'register.refusal.webinar-not-found.what-to-do': 'Talvez o anfitrião o tenha excluído. Escolha outro webinar.',
  'register.refusal.host.title': 'Este contato é anfitrião do webinar',
  'register.refusal.host.what-to-do':
    'Anfitriões e anfitriões alternativos não precisam de inscrição. Eles iniciam o webinar no Zoom.',
  'register.refusal.panelist.title': 'Este contato é palestrante do webinar',
  'register.refusal.panelist.what-to-do':
    'Palestrantes não precisam de inscrição. Eles entram com o convite que o Zoom enviou.',
  'register.refusal.capacity-reached.title': 'Este webinar está lotado',
  'register.refusal.capacity-reached.what-to-do':
    'Peça ao anfitrião para aumentar o número de vagas no Zoom ou escolha outro webinar.',
  'register.refusal.denied-before.title': 'O anfitrião já negou este contato',
  'register.refusal.denied-before.what-to-do': 'Só o anfitrião pode mudar isso: peça uma aprovação no Zoom.',
  'register.refusal.daily-limit.title': 'Este contato já foi inscrito neste webinar três vezes hoje',
  'register.refusal.daily-limit.what-to-do': 'O Zoom não aceita mais do que isso. Tente novamente depois de {time}.',
  'register.refusal.licence-missing.title': 'O anfitrião não tem licença de webinar',
  'register.refusal.licence-missing.what-to-do':
    'O Zoom não aceita inscrições neste webinar até que o administrador do Zoom dê uma licença ao anfitrião.',
  'register.refusal.address-refused.title': 'O Zoom não aceita o e-mail do contato',
  'register.refusal.address-refused.what-to-do':
    'Confira o endereço no HubSpot. Se estiver correto, talvez o anfitrião tenha bloqueado o domínio no Zoom.',
  'register.refusal.last-name-missing.title': 'O contato não tem sobrenome',
  'register.refusal.last-name-missing.what-to-do':
    'Este webinar o exige. Adicione o sobrenome do contato no HubSpot e tente novamente.',
  'register.refusal.first-name-missing.title': 'O contato não tem nome',
  'register.refusal.first-name-missing.what-to-do':
    'O Zoom não inscreve ninguém sem nome. Adicione o nome do contato no HubSpot e tente novamente.',
  'register.refusal.answers-missing.title': 'Algumas respostas estão faltando ou não foram aceitas',
  'register.refusal.answers-missing.what-to-do': 'Confira estas perguntas e tente novamente: {questions}.',
  'register.refusal.occurrence-missing.title': 'Nenhuma data foi escolhida',
  'register.refusal.occurrence-missing.what-to-do': 'Escolha uma das datas do webinar e tente novamente.',
  'register.refusal.occurrence-unknown.title': 'A data não faz mais parte deste webinar',
  'register.refusal.occurrence-unknown.what-to-do':
    'As datas foram carregadas novamente. Escolha uma delas e tente novamente.',
  'register.refusal.other.title': 'O Zoom não inscreveu o contato',
  'register.refusal.other.what-to-do': 'O Zoom informou este motivo: {problem}',
} as const satisfies Record<keyof typeof cardEn, string>;
