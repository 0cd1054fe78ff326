import type { Random } from '../../../emulators/core/random.ts';
import { regions, type Region, type RegionName, type RegionShares } from './regions.ts';

/** Somebody of the demo world. All addresses are below example.com, .org and .net, which belong to nobody. */
export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  /** As the person's own device shows it. */
  readonly displayName: string;
  readonly email: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly country: string;
}

const jobTitles = [
  'Energy manager',
  'Facility manager',
  'Installer',
  'Head of procurement',
  'Architect',
  'Sustainability officer',
  'Managing director',
  'Project engineer',
  'City councillor',
  'Property manager',
  'Electrical planner',
] as const;
const topLevels = ['com', 'org', 'net'] as const;

/** Makes one new person after the other; no two have the same address, and the same random gives the same people. */
export function createPersonSource(random: Random): (shares: RegionShares) => DemoPerson {
  const taken = new Set<string>();
  return (shares) => {
    const region: Region = regions[pickRegion(shares, random)];
    const given = toSpelling(random.pick(region.givenNames));
    const family = toSpelling(random.pick(region.familyNames));
    const employer = toEmployer(random.pick(region.companyStems), random.pick(region.companyTrades), random);
    const localPart = toLocalPart(given.latin, family.latin, random);
    let email = `${localPart}@${employer.domain}`;
    for (let number = 2; taken.has(email); number += 1) email = `${localPart}${number}@${employer.domain}`;
    taken.add(email);
    return {
      firstName: given.native,
      lastName: family.native,
      displayName: region.isFamilyNameFirst ? `${family.native} ${given.native}` : `${given.native} ${family.native}`,
      email,
      company: employer.name,
      jobTitle: random.pick(jobTitles),
      country: region.country,
    };
  };
}

function pickRegion(shares: RegionShares, random: Random): RegionName {
  const entries = Object.entries(shares) as readonly [RegionName, number][];
  const total = entries.reduce((sum, [, share]) => sum + share, 0);
  let left = random.next() * total;
  for (const [name, share] of entries) {
    left -= share;
    if (left < 0) return name;
  }
  throw new RangeError('a crowd needs at least one region');
}

function toSpelling(name: string): { readonly native: string; readonly latin: string } {
  const [native = '', latin = native] = name.split('|');
  return { native, latin };
}

/** The same employer always has the same domain. */
function toEmployer(stem: string, trade: string, random: Random): { readonly name: string; readonly domain: string } {
  const name = `${stem} ${trade}`;
  // A tenth writes from a private mailbox.
  if (random.next() < 0.1) return { name, domain: `${random.pick(['mail', 'post'])}.example.net` };
  const topLevel = topLevels[name.length % topLevels.length] ?? 'com';
  return { name, domain: `${toAscii(name)}.example.${topLevel}` };
}

function toLocalPart(given: string, family: string, random: Random): string {
  const [first, last] = [toAscii(given), toAscii(family)];
  const style = random.next();
  if (style < 0.62) return `${first}.${last}`;
  if (style < 0.8) return `${first.slice(0, 1)}.${last}`;
  return style < 0.92 ? `${first}${last.replaceAll('-', '')}` : `${last}_${first}`;
}

const latinLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', ı: 'i', đ: 'd' };

/** What of a name can stand in an address: letters a to z and single dashes. */
export const toAscii = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{Diacritic}’']/gu, '')
    .replaceAll(/[ßøæłıđ]/gu, (letter) => latinLetters[letter] ?? '')
    .replaceAll(/[^a-z]+/gu, '-');
