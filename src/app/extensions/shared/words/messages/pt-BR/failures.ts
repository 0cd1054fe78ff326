import type { failuresEn } from '../en/failures.ts';

/**
 * Why a call brought nothing, and what to do, in Brazilian Portuguese. Titles have no full stop; `{reason}` is a
 * vendor’s own sentence.
 */
export const failuresPtBr = {
  'failure.parameter-unknown.title': 'O app não conhece a configuração “{name}”',
  'failure.parameter-unknown.what-to-do': 'Confira a grafia ou omita a configuração.',
  'failure.parameter-invalid.title': 'O valor de “{name}” não pode ser usado',
  'failure.parameter-invalid.what-to-do': 'Corrija-o e tente novamente: {reason}',
  'failure.webinar-id-invalid.title': '“{given}” não é um ID de webinar',
  'failure.webinar-id-invalid.what-to-do':
    'Insira o número que o Zoom mostra na página do webinar. Ele tem de 9 a 11 dígitos; espaços e hifens não importam.',
  'failure.webinar-not-found.title': 'O Zoom não tem o webinar {webinarId} nesta conta',
  'failure.webinar-not-found.what-to-do':
    'Confira o ID. Se o webinar for de outra conta do Zoom, escolha essa conta. O Zoom não mostra mais webinars que foram excluídos ou terminaram há muito tempo.',
  'failure.connections-missing.title': 'Nenhuma conta do Zoom está conectada',
  'failure.connections-missing.what-to-do':
    'Armazene as credenciais de um app server-to-server do Zoom no segredo ZOOM_CONNECTIONS. Em um terminal, defina a variável de ambiente de mesmo nome.',
  'failure.connections-malformed.title': 'Não é possível ler a lista de contas do Zoom',
  'failure.connections-malformed.what-to-do': 'Corrija o segredo ZOOM_CONNECTIONS: {reason}',
  'failure.connection-unknown.title': 'Não há nenhuma conta do Zoom chamada “{name}”',
  'failure.connection-unknown.what-to-do':
    'Use uma destas: {known}. Para conectar outra conta, adicione-a ao segredo ZOOM_CONNECTIONS.',
  'failure.connection-unknown.what-to-do-without-any':
    'Nenhuma conta do Zoom está conectada. Adicione-a ao segredo ZOOM_CONNECTIONS.',
  'failure.zoom-credentials-refused.title': 'O Zoom recusa as credenciais da conta “{connection}”',
  'failure.zoom-credentials-refused.what-to-do':
    'No Zoom App Marketplace, abra o app server-to-server, confirme que ele está ativado e copie novamente o ID da conta, o ID do cliente e o segredo do cliente para o segredo ZOOM_CONNECTIONS. Motivo informado pelo Zoom: {reason}',
  'failure.zoom-permission-missing.title': 'O usuário do Zoom dessa conexão não tem permissão para ler isto',
  'failure.zoom-permission-missing.what-to-do':
    'Dê ao proprietário do app server-to-server uma função do Zoom que permita ler webinars e relatórios de uso e verifique se a conta tem uma licença de webinar. Resposta do Zoom: {reason}',
  'failure.hubspot-token-missing.title': 'O app não tem acesso ao HubSpot',
  'failure.hubspot-token-missing.what-to-do':
    'No HubSpot, instale o app novamente nesta conta. Em um terminal, defina a variável de ambiente HUBSPOT_ACCESS_TOKEN.',
  'failure.hubspot-token-refused.title': 'O HubSpot recusa o token de acesso do app',
  'failure.hubspot-token-refused.what-to-do':
    'No HubSpot, verifique se o app ainda está instalado e, se não estiver, instale-o novamente. Em um terminal, copie o token da página de distribuição do app para HUBSPOT_ACCESS_TOKEN.',
  'failure.scopes-missing.title':
    '{system, select, zoom {O Zoom não dá ao app todas as permissões necessárias} hubspot {O HubSpot não dá ao app todas as permissões necessárias} other {O app não tem todas as permissões necessárias}}',
  'failure.scopes-missing.what-to-do':
    '{system, select, zoom {Adicione estes escopos ao app server-to-server no Zoom App Marketplace: {scopes}.} other {Instale o app novamente e permita estes escopos: {scopes}.}}',
  'failure.scopes-missing.what-to-do-without-names':
    '{system, select, zoom {Adicione ao app server-to-server, no Zoom App Marketplace, os escopos listados na documentação.} other {Instale o app novamente e permita todos os escopos que ele solicitar.}}',
  'failure.contact-not-found.title': 'Este contato não existe mais no HubSpot',
  'failure.contact-not-found.what-to-do':
    'Recarregue a página. O contato pode ter sido excluído ou mesclado com outro.',
  'failure.contact-without-address.title': 'Este contato não tem endereço de e-mail',
  'failure.contact-without-address.what-to-do':
    'O Zoom identifica as pessoas pelo e-mail. Adicione o endereço do contato no HubSpot e tente novamente.',
  'failure.person-not-listed.title': 'O Zoom não lista esta pessoa no webinar {webinarId}',
  'failure.person-not-listed.what-to-do':
    'Confira o e-mail nos relatórios de inscrição e de participação do Zoom. Quem usou outro endereço lá é sincronizado com esse endereço.',
  'failure.sweep-unknown.title': 'Não é possível continuar esta busca de webinars',
  'failure.sweep-unknown.what-to-do':
    'O app não tem mais nenhum registro dela. Comece de novo; webinars já sincronizados não são sincronizados duas vezes.',
  'failure.settings-too-new.title': 'As configurações foram salvas por uma versão mais recente do app',
  'failure.settings-too-new.what-to-do':
    'Nada é sincronizado e nada foi alterado, pois esta versão poderia interpretá-las errado. Peça ao administrador do HubSpot para implantar a versão mais recente do app e depois recarregue a página.',
  'failure.run-unknown.title': 'Não é possível continuar esta sincronização',
  'failure.run-unknown.what-to-do':
    'O app não tem mais nenhum registro dela. Inicie novamente a sincronização do webinar; nada é gravado duas vezes.',
  'failure.answer-malformed.title':
    '{system, select, zoom {O Zoom respondeu de um modo que o app não entende} hubspot {O HubSpot respondeu de um modo que o app não entende} other {O app deu uma resposta impossível de entender}}',
  'failure.answer-malformed.what-to-do':
    'Nada foi presumido e nada foi gravado por causa disso. Tente novamente mais tarde. Se acontecer de novo, informe ao desenvolvedor do app: {reason}',
  'failure.limit-reached.day.title':
    '{system, select, zoom {O limite diário de chamadas da conta ao Zoom foi atingido} hubspot {O limite diário de chamadas da conta ao HubSpot foi atingido} other {O limite diário de chamadas da conta foi atingido}}',
  'failure.limit-reached.day.what-to-do':
    'Todos os apps da conta compartilham esse limite. Continue quando ele for renovado, em geral amanhã. A sincronização continua de onde parou.',
  'failure.limit-reached.title':
    '{system, select, zoom {O Zoom está recebendo solicitações demais no momento} hubspot {O HubSpot está recebendo solicitações demais no momento} other {O app está recebendo solicitações demais no momento}}',
  /** `{tryAgain}` is one of the sentences `failure.try-again.…`. */
  'failure.limit-reached.what-to-do':
    '{system, select, zoom {{tryAgain} A sincronização continua de onde parou. Se isso acontecer com frequência, descubra quais outros apps chamam o Zoom ao mesmo tempo.} hubspot {{tryAgain} A sincronização continua de onde parou. Se isso acontecer com frequência, descubra quais outros apps chamam o HubSpot ao mesmo tempo.} other {{tryAgain} A sincronização continua de onde parou.}}',
  'failure.vendor-refused.title':
    '{system, select, zoom {O Zoom recusou uma solicitação do app} hubspot {O HubSpot recusou uma solicitação do app} other {O app recusou esta solicitação}}',
  'failure.vendor-refused.what-to-do':
    '{system, select, zoom {O Zoom informou este motivo: {reason} Tente novamente depois de corrigir o problema.} hubspot {O HubSpot informou este motivo: {reason} Tente novamente depois de corrigir o problema.} other {O app informou este motivo: {reason} Tente novamente depois de corrigir o problema.}}',
  'failure.vendor-unavailable.title':
    '{system, select, zoom {Não é possível acessar o Zoom agora} hubspot {Não é possível acessar o HubSpot agora} other {Não é possível acessar o app agora}}',
  /** `{tryAgain}` is one of the sentences `failure.try-again.…`. */
  'failure.vendor-unavailable.what-to-do': '{tryAgain} A sincronização continua de onde parou.',
  'failure.try-again.soon': 'Tente novamente em alguns minutos.',
  'failure.try-again.seconds': 'Tente novamente em {seconds, plural, one {# segundo} other {# segundos}}.',
  'failure.try-again.minutes': 'Tente novamente em {minutes, plural, one {# minuto} other {# minutos}}.',
  'failure.out-of-time.title': 'O tempo do app se esgotou',
  'failure.out-of-time.what-to-do':
    'Tente novamente. A sincronização continua de onde parou e nada é gravado duas vezes.',
  'failure.internal.title': 'Algo deu errado no app',
  'failure.internal.what-to-do': 'Tente novamente. Se acontecer de novo, informe ao desenvolvedor do app.',
  'failure.internal.what-to-do-with-reference':
    'Tente novamente. Se acontecer de novo, informe ao desenvolvedor do app, com o número de referência.',
  /** Of another version of the app. */
  'failure.unknown.title': 'Ocorreu um erro que esta versão do app não conhece',
  'failure.unknown.what-to-do':
    'Recarregue a página e tente novamente. Se acontecer de novo, peça ao administrador do HubSpot para implantar a versão mais recente do app.',
} as const satisfies Record<keyof typeof failuresEn, string>;
