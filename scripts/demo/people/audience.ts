import type { Random } from '../../../emulators/core/random.ts';
import { createPersonSource, type DemoPerson } from './person.ts';
import { crowds, type RegionShares } from './regions.ts';
import { typeAddresses } from './spellings.ts';

export interface Gathering {
  readonly count: number;
  /** 0 to 1: how many of them came to an earlier webinar too. */
  readonly returningShare: number;
  readonly shares?: RegionShares;
}

/** Everybody who has ever registered, and where the next ones come from. */
export interface Audience {
  /** Different people, as they type their address, in the order in which they register. */
  gather(gathering: Gathering): readonly DemoPerson[];
  newcomer(shares?: RegionShares): DemoPerson;
  /** Each person once, by the address that is theirs, in the order of their first registration. */
  people(): readonly DemoPerson[];
}

/** One in eight comes back again and again. */
const regularEvery = 8;
const regularsPart = 0.5;

export function createAudience(random: Random): Audience {
  const nextPerson = createPersonSource(random);
  const known: DemoPerson[] = [];
  const newcomer = (shares: RegionShares = crowds.international): DemoPerson => {
    const person = nextPerson(shares);
    known.push(person);
    return person;
  };
  return {
    gather({ count, returningShare, shares }) {
      const returningCount = Math.min(known.length, Math.round(count * returningShare));
      const regulars = random.shuffle(known.filter((_, index) => index % regularEvery === 0));
      const returning = new Set(regulars.slice(0, Math.round(returningCount * regularsPart)));
      for (const person of random.shuffle(known)) {
        if (returning.size >= returningCount) break;
        returning.add(person);
      }
      const newcomers = Array.from({ length: count - returning.size }, () => newcomer(shares));
      return typeAddresses(random.shuffle([...returning, ...newcomers]), random);
    },
    newcomer,
    people: () => [...known],
  };
}
