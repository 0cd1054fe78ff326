import type { syncEn } from '../en/sync.ts';

/**
 * States, phases, triggers and skip reasons of a sync, in Brazilian Portuguese. All of them are labels, without a full
 * stop.
 */
export const syncPtBr = {
  'sync.status.complete': 'Completo',
  'sync.status.partial': 'Parcial',
  'sync.status.off': 'Desativado',
  'sync.status.not-supported': 'Sem suporte',
  'sync.status.failed': 'Com falha',

  'sync.trigger.manual': 'Iniciada manualmente',
  'sync.trigger.terminal': 'Iniciada em um terminal',
  'sync.trigger.sweep': 'Iniciada automaticamente',
  'sync.trigger.settings': 'Iniciada por uma mudança nas configurações',
  'sync.trigger.webhook': 'Iniciada por um evento do Zoom',
  'sync.trigger.person': 'Só uma pessoa, iniciada manualmente',

  'sync.phase.reading': 'Lendo do Zoom',
  'sync.phase.writing': 'Gravando no HubSpot',
  'sync.phase.finishing': 'Finalizando',
  'sync.phase.waiting': 'Aguardando',
  'sync.phase.done': 'Concluído',

  'skip.guest-without-address': 'Entrou como convidado, o Zoom não informa o e-mail',
  'skip.invalid-address': 'O endereço de e-mail não é válido',
  'skip.secondary-address': 'O e-mail é um endereço secundário de outro contato',
  'skip.account-user': 'Usuário desta conta do HubSpot',
  'skip.excluded-domain': 'O domínio do e-mail está na lista de exclusão',
  'skip.deleted-contact': 'O contato foi excluído no HubSpot',
  'skip.contact-unknown': 'Ainda não é contato, e os contatos são apenas atualizados',
  'skip.awaiting-approval': 'A inscrição aguarda aprovação no Zoom',
  'skip.denied': 'A inscrição foi negada no Zoom',
  'skip.unusable-times': 'O Zoom não informa horários de entrada e saída utilizáveis',
  'skip.never-admitted': 'Ficou na sala de espera',
  'skip.attendance-not-ready': 'O Zoom ainda não concluiu o relatório de participação',
  'skip.rejected-by-hubspot': 'O HubSpot não aceitou o contato',
  /** Stored by another version of the app. */
  'skip.other': 'Outro motivo',
} as const satisfies Record<keyof typeof syncEn, string>;
