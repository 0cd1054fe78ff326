import type { setupEn } from '../en/setup.ts';

/** The checks of the set-up, in Brazilian Portuguese. */
export const setupPtBr = {
  'setup.state.ok': 'Pronto',
  'setup.state.fixed': 'Criado agora',
  'setup.state.to-do': 'Pendente',
  'setup.state.unknown': 'Não verificado',

  'setup.zoom-connections.title': 'Contas do Zoom',
  'setup.zoom-connections.ready': 'O segredo ZOOM_CONNECTIONS pode ser lido.',
  'setup.zoom-credentials.title': 'Credenciais do Zoom',
  'setup.zoom-credentials.ready': 'O Zoom aceita as credenciais.',
  'setup.zoom-scopes.title': 'Permissões do Zoom',
  'setup.zoom-scopes.ready': 'O Zoom dá ao app todas as permissões necessárias.',
  'setup.zoom-webinar-plan.title': 'Licença de webinar do Zoom',
  'setup.zoom-webinar-plan.ready': 'Pelo menos um usuário da conta do Zoom pode realizar webinars.',
  'setup.hubspot-token.title': 'Acesso ao HubSpot',
  'setup.hubspot-token.ready': 'O HubSpot aceita o token de acesso do app.',
  'setup.hubspot-scopes.title': 'Permissões do HubSpot',
  'setup.hubspot-scopes.ready': 'O HubSpot dá ao app todas as permissões necessárias.',
  'setup.hubspot-definitions.title': 'Propriedades, eventos e registros do próprio app',
  'setup.hubspot-definitions.ready': 'Tudo de que o app precisa nesta conta do HubSpot está presente.',
  'setup.sync-switch.title': 'Sincronizar dados de webinars',
  'setup.sync-switch.ready': 'A opção “Sincronizar dados de webinars” está ativada.',
  'setup.title-of-connection': '{title}: {connection}',

  'setup.fixed.meaning': 'Isto estava faltando e foi criado: {names}.',

  'setup.to-do.meaning': 'Isto ainda não funciona.',
  'setup.to-do.fix': 'Siga o guia de instalação e execute a configuração inicial novamente.',
  'setup.to-do.zoom-webinar-plan.meaning': 'Nenhum usuário da conta do Zoom tem licença de webinar.',
  'setup.to-do.zoom-webinar-plan.fix':
    'No Zoom, dê uma licença de webinar a quem realiza webinars e execute a configuração inicial novamente.',
  'setup.to-do.sync-switch.meaning':
    'Enquanto a opção “Sincronizar dados de webinars” está desativada, o app não grava nada no HubSpot.',
  'setup.to-do.sync-switch.fix': 'Ative-a nas configurações globais quando todo o resto estiver pronto.',
  'setup.to-do.zoom-scopes.meaning': 'O Zoom não dá estas permissões ao app: {names}.',
  'setup.to-do.zoom-scopes.fix':
    'No Zoom App Marketplace, abra o app server-to-server e adicione estes escopos. Se eles já estiverem lá, o proprietário do app precisa de uma função do Zoom que os inclua. Depois, execute a configuração inicial novamente.',
  'setup.to-do.hubspot-scopes.meaning': 'O HubSpot não dá estas permissões ao app: {names}.',
  'setup.to-do.hubspot-scopes.fix':
    'Instale o app novamente nesta conta do HubSpot, permita estes escopos e execute a configuração inicial novamente.',
  /** `{problem}` is the title of a failure. */
  'setup.to-do.failure.meaning': '{problem}.',

  'setup.unknown.meaning': 'Não foi possível verificar isto.',
  'setup.unknown.fix': 'Execute a configuração inicial novamente.',
  'setup.unknown.zoom-webinar-plan.meaning':
    'Os primeiros usuários da conta do Zoom não têm licença de webinar, e nenhum webinar foi realizado no último mês.',
  'setup.unknown.zoom-webinar-plan.fix':
    'Confirme no Zoom que alguém tem uma licença de webinar. A sincronização encontra todos os webinars por conta própria.',
  /** `{problem}` is the title of a failure. */
  'setup.unknown.failure.meaning': 'Não foi possível verificar isto. {problem}.',
} as const satisfies Record<keyof typeof setupEn, string>;
