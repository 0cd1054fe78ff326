import { stringify } from 'csv-stringify/sync';
import type { GetAuditLogParameters, NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import type { SkipReason } from '../../extensions/contract/sync.ts';

/** An answer stays below a megabyte, and a file is nearly all of it. */
export const csvBytesMax = 950_000;

/** The words of a file in the language of whoever reads it. */
export type CsvWords = NonNullable<GetAuditLogParameters['csvWords']>;

/** The reasons as a column of a file. */
export const skipReasonLabels: Readonly<Record<SkipReason, string>> = {
  'guest-without-address': 'Guest without address',
  'invalid-address': 'Invalid address',
  'secondary-address': 'Secondary address of a contact',
  'account-user': 'HubSpot user',
  'excluded-domain': 'Excluded domain',
  'deleted-contact': 'Deleted contact',
  'contact-unknown': 'Not a contact',
  'awaiting-approval': 'Registration awaits approval',
  denied: 'Registration denied',
  'unusable-times': 'No usable times in Zoom',
  'never-admitted': 'Stayed in the waiting room',
  'attendance-not-ready': 'Attendance report not ready',
  'rejected-by-hubspot': 'Refused by HubSpot',
};

const englishWords: CsvWords = { header: ['Email', 'Name', 'Reason', 'Detail'], reasons: skipReasonLabels };

const lineEnd = '\r\n';

/**
 * The people as a file that spreadsheet programs open as it is meant: UTF-8 with a byte order mark, one line a person,
 * and nothing that they would take for a formula.
 *
 * @param bytesMax - of the whole text as it stands in an answer: in JSON and UTF-8
 * @returns `personCount` people from the beginning of the list, which are fewer than all of them where the file would be too large
 */
export function toNotSyncedCsv(
  people: readonly NotSyncedPerson[],
  words: CsvWords = englishWords,
  bytesMax: number = csvBytesMax,
): { readonly csv: string; readonly personCount: number } {
  const text = stringify(
    people.map((person) => toRow(person, words)),
    {
      header: true,
      columns: words.header.map(onOneLine),
      bom: true,
      escape_formulas: true,
      record_delimiter: lineEnd,
    },
  );
  const [header = '', ...lines] = text.split(lineEnd).slice(0, -1);
  let bytesLeft = bytesMax - countBytes(header);
  const fitting: string[] = [];
  for (const line of lines) {
    bytesLeft -= countBytes(line);
    if (bytesLeft < 0) break;
    fitting.push(line);
  }
  return { csv: [header, ...fitting, ''].join(lineEnd), personCount: fitting.length };
}

/** Without the quotation marks around it. */
const countBytes = (line: string): number => Buffer.byteLength(JSON.stringify(line + lineEnd)) - 2;

function toRow({ address, name, reason, detail }: NotSyncedPerson, { reasons }: CsvWords): readonly string[] {
  return [address ?? '', name, toLabel(reason, reasons), detail ?? ''].map(onOneLine);
}

/** The list outlives versions, so it may hold a reason that this one does not know. */
const toLabel = (reason: string, reasons: CsvWords['reasons']): string =>
  Object.hasOwn(reasons, reason) ? reasons[reason as SkipReason] : reason;

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
