import type { commonEn } from '../en/common.ts';

/** What several views say, in Norwegian Bokmål. */
export const commonNb = {
  'common.loading': 'Laster inn',
  'common.try-again': 'Prøv igjen',
  'common.reference': 'Referansenummer: {reference}',
  'common.webinars': '{count, plural, one {# webinar} other {# webinarer}}',
  'common.times-in-zone': 'Alle klokkeslett er i tidssonen {zone}.',
  'common.not-stated': 'ikke oppgitt.',
  'common.quoted': '«{text}»',
  'common.no-answer.title': 'Zoom-appen svarer ikke',
  'common.no-answer.what-to-do':
    'HubSpot kunne ikke kjøre denne delen av appen. Prøv igjen om et minutt. Hvis det skjer igjen, ber du HubSpot-administratoren din om å kontrollere at appen er rullet ut, og se i funksjonsloggene.',
  'common.unreadable-answer.title': 'Zoom-appen er oppdatert',
  'common.unreadable-answer.what-to-do':
    'Denne siden og appen har ulike versjoner. Last inn siden på nytt. Hvis det skjer igjen, ber du HubSpot-administratoren din om å rulle ut appen på nytt.',
} as const satisfies Record<keyof typeof commonEn, string>;
