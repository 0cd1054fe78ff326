/** What HubSpot's components say by themselves: the app does not give them these words. */
export type HostWords = {
  readonly close: string;
  readonly clear: string;
  readonly more: string;
  readonly search: string;
  readonly searchIn: (label: string) => string;
  readonly selectAnOption: string;
  readonly options: string;
  readonly noResults: string;
  readonly remove: string;
  readonly removeOne: (label: string) => string;
  readonly about: (label: string) => string;
  readonly decrease: (label: string) => string;
  readonly increase: (label: string) => string;
  readonly chooseFrom: (date: string) => string;
  readonly chooseUntil: (date: string) => string;
  readonly pages: string;
  readonly page: (number: number) => string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly table: string;
  readonly opensInNewTab: string;
  readonly progress: string;
  readonly score: (score: number) => string;
  readonly up: string;
  readonly down: string;
  readonly done: string;
  readonly valuesBy: (values: string, places: string) => string;
};

const en: HostWords = {
  close: 'Close',
  clear: 'Clear',
  more: 'More',
  search: 'Search',
  searchIn: (label) => `Search ${label}`,
  selectAnOption: 'Select an option',
  options: 'Options',
  noResults: 'No results',
  remove: 'Remove',
  removeOne: (label) => `Remove ${label}`,
  about: (label) => `About ${label}`,
  decrease: (label) => `Decrease ${label}`,
  increase: (label) => `Increase ${label}`,
  chooseFrom: (date) => `Choose ${date} or later.`,
  chooseUntil: (date) => `Choose ${date} or earlier.`,
  pages: 'Pagination',
  page: (number) => `Page ${number}`,
  first: 'First',
  previous: 'Prev',
  next: 'Next',
  last: 'Last',
  table: 'Table',
  opensInNewTab: 'opens in a new tab',
  progress: 'Progress',
  score: (score) => `Score: ${score} of 100`,
  up: 'Up',
  down: 'Down',
  done: 'Done',
  valuesBy: (values, places) => `${values} by ${places}`,
};

const de: HostWords = {
  close: 'Schließen',
  clear: 'Leeren',
  more: 'Mehr',
  search: 'Suchen',
  searchIn: (label) => `${label} durchsuchen`,
  selectAnOption: 'Option auswählen',
  options: 'Optionen',
  noResults: 'Keine Ergebnisse',
  remove: 'Entfernen',
  removeOne: (label) => `${label} entfernen`,
  about: (label) => `Über ${label}`,
  decrease: (label) => `${label} verringern`,
  increase: (label) => `${label} erhöhen`,
  chooseFrom: (date) => `Wählen Sie den ${date} oder einen späteren Tag.`,
  chooseUntil: (date) => `Wählen Sie den ${date} oder einen früheren Tag.`,
  pages: 'Seitennavigation',
  page: (number) => `Seite ${number}`,
  first: 'Erste',
  previous: 'Zurück',
  next: 'Weiter',
  last: 'Letzte',
  table: 'Tabelle',
  opensInNewTab: 'öffnet einen neuen Tab',
  progress: 'Fortschritt',
  score: (score) => `Bewertung: ${score} von 100`,
  up: 'Gestiegen um',
  down: 'Gesunken um',
  done: 'Erledigt',
  valuesBy: (values, places) => `${values} nach ${places}`,
};

const nb: HostWords = {
  close: 'Lukk',
  clear: 'Tøm',
  more: 'Mer',
  search: 'Søk',
  searchIn: (label) => `Søk i ${label}`,
  selectAnOption: 'Velg et alternativ',
  options: 'Alternativer',
  noResults: 'Ingen treff',
  remove: 'Fjern',
  removeOne: (label) => `Fjern ${label}`,
  about: (label) => `Om ${label}`,
  decrease: (label) => `Reduser ${label}`,
  increase: (label) => `Øk ${label}`,
  chooseFrom: (date) => `Velg ${date} eller senere.`,
  chooseUntil: (date) => `Velg ${date} eller tidligere.`,
  pages: 'Sidenavigasjon',
  page: (number) => `Side ${number}`,
  first: 'Første',
  previous: 'Forrige',
  next: 'Neste',
  last: 'Siste',
  table: 'Tabell',
  opensInNewTab: 'åpnes i en ny fane',
  progress: 'Fremdrift',
  score: (score) => `Poengsum: ${score} av 100`,
  up: 'Opp',
  down: 'Ned',
  done: 'Ferdig',
  valuesBy: (values, places) => `${values} etter ${places}`,
};

const ptBr: HostWords = {
  close: 'Fechar',
  clear: 'Limpar',
  more: 'Mais',
  search: 'Pesquisar',
  searchIn: (label) => `Pesquisar em ${label}`,
  selectAnOption: 'Selecione uma opção',
  options: 'Opções',
  noResults: 'Nenhum resultado',
  remove: 'Remover',
  removeOne: (label) => `Remover ${label}`,
  about: (label) => `Sobre ${label}`,
  decrease: (label) => `Diminuir ${label}`,
  increase: (label) => `Aumentar ${label}`,
  chooseFrom: (date) => `Escolha ${date} ou uma data posterior.`,
  chooseUntil: (date) => `Escolha ${date} ou uma data anterior.`,
  pages: 'Paginação',
  page: (number) => `Página ${number}`,
  first: 'Primeira',
  previous: 'Anterior',
  next: 'Próxima',
  last: 'Última',
  table: 'Tabela',
  opensInNewTab: 'abre em uma nova guia',
  progress: 'Progresso',
  score: (score) => `Pontuação: ${score} de 100`,
  up: 'Subiu',
  down: 'Caiu',
  done: 'Concluído',
  valuesBy: (values, places) => `${values} por ${places}`,
};

const zhTw: HostWords = {
  close: '關閉',
  clear: '清除',
  more: '更多',
  search: '搜尋',
  searchIn: (label) => `搜尋${label}`,
  selectAnOption: '選取選項',
  options: '選項',
  noResults: '沒有結果',
  remove: '移除',
  removeOne: (label) => `移除${label}`,
  about: (label) => `關於${label}`,
  decrease: (label) => `減少${label}`,
  increase: (label) => `增加${label}`,
  chooseFrom: (date) => `請選擇 ${date} 或之後的日期。`,
  chooseUntil: (date) => `請選擇 ${date} 或之前的日期。`,
  pages: '分頁',
  page: (number) => `第 ${number} 頁`,
  first: '第一頁',
  previous: '上一頁',
  next: '下一頁',
  last: '最後一頁',
  table: '表格',
  opensInNewTab: '在新分頁中開啟',
  progress: '進度',
  score: (score) => `分數：${score}／100`,
  up: '上升',
  down: '下降',
  done: '已完成',
  valuesBy: (values, places) => `${values}（依${places}）`,
};

const byPrefix: readonly (readonly [prefix: string, words: HostWords])[] = [
  ['de', de],
  ['nb', nb],
  ['no', nb],
  ['pt', ptBr],
  ['zh', zhTw],
];

/** @param language - as in `<html lang>` */
export const hostWordsIn = (language: string): HostWords =>
  byPrefix.find(([prefix]) => language.toLowerCase().split('-')[0] === prefix)?.[1] ?? en;
