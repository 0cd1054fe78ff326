import { stringify } from 'csv-stringify/sync';
import type { NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import type { SkipReason } from '../../extensions/contract/sync.ts';

/** A function may answer at most 6 MB; the rest is for what JSON adds. */
export const csvBytesMax = 5_000_000;

/** The reasons as a column of a file; pages have longer words in the reader's language. */
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

const lineEnd = '\r\n';

/**
 * The people as a file that spreadsheet programs open as it is meant: UTF-8 with a byte order mark, one line a person,
 * and nothing that they would take for a formula.
 *
 * @param bytesMax - of the whole text in UTF-8
 * @returns `personCount` people from the beginning of the list, which are fewer than all of them where the file would be too large
 */
export function toNotSyncedCsv(
  people: readonly NotSyncedPerson[],
  bytesMax: number = csvBytesMax,
): { readonly csv: string; readonly personCount: number } {
  const text = stringify(people.map(toRow), {
    header: true,
    columns: ['Email', 'Name', 'Reason', 'Detail'],
    bom: true,
    escape_formulas: true,
    record_delimiter: lineEnd,
  });
  const [header = '', ...lines] = text.split(lineEnd).slice(0, -1);
  let bytesLeft = bytesMax - Buffer.byteLength(header + lineEnd);
  const fitting: string[] = [];
  for (const line of lines) {
    bytesLeft -= Buffer.byteLength(line + lineEnd);
    if (bytesLeft < 0) break;
    fitting.push(line);
  }
  return { csv: [header, ...fitting, ''].join(lineEnd), personCount: fitting.length };
}

function toRow({ address, name, reason, detail }: NotSyncedPerson): readonly string[] {
  return [address ?? '', name, toLabel(reason), detail ?? ''].map(onOneLine);
}

/** The list outlives versions, so it may hold a reason that this one does not know. */
const toLabel = (reason: string): string =>
  Object.hasOwn(skipReasonLabels, reason) ? skipReasonLabels[reason as SkipReason] : reason;

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
