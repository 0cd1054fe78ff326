import type { PersonPreview, SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { skipReasonText } from '../../src/app/extensions/shared/explain/skip-reason-text.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { cutToWidth, displayWidth, renderTable, type TableColumn } from '../terminal/render-table.ts';

const columns = (isDryRun: boolean): readonly TableColumn[] => [
  { heading: 'Person', align: 'left' },
  { heading: isDryRun ? 'Would be' : 'Was', align: 'left' },
  { heading: 'Why or what', align: 'left' },
];
const personWidth = 64;
const detailWidth = 43;

const outcomeTexts: Readonly<Record<PersonPreview['outcome'], string>> = {
  create: 'created',
  update: 'changed',
  unchanged: 'unchanged',
  skip: 'skipped',
};
const outcomeOrder: readonly PersonPreview['outcome'][] = ['create', 'update', 'unchanged', 'skip'];

const entryTexts: Readonly<Record<PersonPreview['entries'][number]['state'], string>> = {
  register: 'registered',
  attend: 'attended',
  cancel: 'cancelled',
};

/** Who was or would be created, changed and skipped; nothing for a report that does not name people. */
export function renderPeople({ topic, people = [], isDryRun, eligible }: SyncReport, words: Words): readonly string[] {
  if (people.length === 0) return [];
  const sorted = people.toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));
  const rows = sorted.map((person) => [toName(person), outcomeTexts[person.outcome], toDetail(person, words)]);
  const isCut = isDryRun && people.length < eligible;
  return [
    ...(isDryRun ? [isCut ? `${topic}: the first ${people.length} of ${eligible} people` : topic] : []),
    ...renderTable(columns(isDryRun), rows),
    '',
  ];
}

/** A long name is cut rather than the address, which tells people apart. */
function toName({ name, address }: PersonPreview): string {
  if (address === null) return cutToWidth(name === '' ? 'without name and address' : name, personWidth);
  const inBrackets = `<${address}>`;
  const nameWidth = personWidth - displayWidth(inBrackets) - 1;
  return name === '' || nameWidth < 2
    ? cutToWidth(inBrackets, personWidth)
    : `${cutToWidth(name, nameWidth)} ${inBrackets}`;
}

function toDetail({ outcome, reason, properties, entries }: PersonPreview, words: Words): string {
  if (outcome === 'skip') return reason === null ? '' : skipReasonText(reason, words);
  const states = [...new Set(entries.map(({ state }) => entryTexts[state]))];
  return cutToWidth([...states, ...properties].join(', '), detailWidth);
}
