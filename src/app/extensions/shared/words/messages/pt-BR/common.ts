import type { commonEn } from '../en/common.ts';

/** What several views say, in Brazilian Portuguese. */
export const commonPtBr = {
  'common.loading': 'Carregando',
  'common.try-again': 'Tentar novamente',
  'common.reference': 'Número de referência: {reference}',
  'common.webinars': '{count, plural, one {# webinar} other {# webinars}}',
  'common.times-in-zone': 'Todos os horários estão no fuso horário {zone}.',
  /** In the place of a vendor’s own words, after a colon, where the vendor gave none. */
  'common.not-stated': 'não informado.',
  'common.quoted': '“{text}”',
  'common.no-answer.title': 'O app do Zoom não respondeu',
  'common.no-answer.what-to-do':
    'O HubSpot não conseguiu executar esta parte do app. Tente novamente em um minuto. Se acontecer de novo, peça ao administrador do HubSpot para verificar se o app está implantado e consultar os logs da função.',
  'common.unreadable-answer.title': 'O app do Zoom foi atualizado',
  'common.unreadable-answer.what-to-do':
    'Esta página e o app são de versões diferentes. Recarregue a página. Se acontecer de novo, peça ao administrador do HubSpot para implantar o app novamente.',
} as const satisfies Record<keyof typeof commonEn, string>;
