import { describe, expect, it } from 'vitest';
import type { NotSyncedPerson } from '../../../src/app/extensions/contract/audit-log.ts';
import {
  csvBytesMax,
  skipReasonLabels,
  toNotSyncedCsv,
  type CsvWords,
} from '../../../src/app/app.functions/audit/not-synced-csv.ts';

const aPerson = (changes: Partial<NotSyncedPerson> = {}): NotSyncedPerson => ({
  address: 'jill@example.com',
  name: 'Jill Chill',
  reason: 'denied',
  detail: null,
  ...changes,
});

const header = '\ufeffEmail,Name,Reason,Detail\r\n';

describe('B18: the list as a file', () => {
  it('has a line for each person, in words, and a mark by which spreadsheet programs know UTF-8', () => {
    const excluded = aPerson({
      address: 'bo@acme.example',
      name: 'Bö',
      reason: 'excluded-domain',
      detail: 'acme.example',
    });
    const guest = aPerson({ address: null, name: '', reason: 'guest-without-address' });

    expect(toNotSyncedCsv([excluded, guest])).toEqual({
      csv: `${header}bo@acme.example,Bö,Excluded domain,acme.example\r\n,,Guest without address,\r\n`,
      personCount: 2,
    });
  });

  it('of nobody is its heading alone', () => {
    expect(toNotSyncedCsv([])).toEqual({ csv: header, personCount: 0 });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('lets no name be taken for a formula: %s', (name) => {
    expect(toNotSyncedCsv([aPerson({ name })]).csv).toBe(`${header}jill@example.com,'${name},Registration denied,\r\n`);
  });

  it('quotes commas and quotation marks, and puts a name of several lines on one', () => {
    const { csv } = toNotSyncedCsv([aPerson({ name: 'Jill "J"\r\nChill, Dr' })]);

    expect(csv).toBe(`${header}jill@example.com,"Jill ""J"" Chill, Dr",Registration denied,\r\n`);
  });

  it('does not say a formula that hides behind a blank', () => {
    expect(toNotSyncedCsv([aPerson({ name: ' =1+1' })]).csv).toContain(",'=1+1,");
  });

  it('has words for every reason, each different', () => {
    const labels = Object.values(skipReasonLabels);

    expect(new Set(labels).size).toBe(labels.length);
  });

  it('keeps the code of a reason that this version does not know', () => {
    const reason = 'reason-of-tomorrow' as NotSyncedPerson['reason'];

    expect(toNotSyncedCsv([aPerson({ reason })]).csv).toContain(',reason-of-tomorrow,');
  });

  it('is in the words of whoever reads it', () => {
    const words: CsvWords = {
      header: ['E-Mail-Adresse', 'Name, Vorname', 'Grund', '=Näheres'],
      reasons: { ...skipReasonLabels, denied: 'Anmeldung abgelehnt' },
    };

    expect(toNotSyncedCsv([aPerson()], words).csv).toBe(
      `\ufeffE-Mail-Adresse,"Name, Vorname",Grund,'=Näheres\r\njill@example.com,Jill Chill,Anmeldung abgelehnt,\r\n`,
    );
  });

  it('ends with the last person who fits, and counts those whom it has', () => {
    const people = [aPerson(), aPerson({ name: 'Zoë' }), aPerson()];
    const line = 'jill@example.com,Zoë,Registration denied,\r\n';
    const expected = `${header}jill@example.com,Jill Chill,Registration denied,\r\n${line}`;
    const bytes = Buffer.byteLength(JSON.stringify(expected)) - 2;

    expect(toNotSyncedCsv(people, undefined, bytes)).toEqual({ csv: expected, personCount: 2 });
    expect(toNotSyncedCsv(people, undefined, bytes - 1).personCount).toBe(1);
  });

  it('of a hundred thousand people stays within what a function may answer', () => {
    const people = Array.from({ length: 100_000 }, (_, index) => aPerson({ address: `person-${index}@example.com` }));

    const { csv, personCount } = toNotSyncedCsv(people);

    expect(Buffer.byteLength(JSON.stringify(csv))).toBeLessThanOrEqual(csvBytesMax + 2);
    expect(personCount).toBeGreaterThan(15_000);
    expect(csv.split('\r\n')).toHaveLength(personCount + 2);
  });
});
