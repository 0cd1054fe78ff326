import type { Random } from '../../../emulators/core/random.ts';
import type { DemoPerson } from './person.ts';

/**
 * The same people as they type their address into a form: one in 25 with capital letters, which changes nothing, and one in 60
 * with a tag, which makes another mailbox of it.
 */
export function typeAddresses(people: readonly DemoPerson[], random: Random): readonly DemoPerson[] {
  return people.map((person) => {
    const habit = random.next();
    if (habit < 1 / 60) return withTag(person, 'webinar');
    return habit < 1 / 60 + 1 / 25 ? withCapitals(person) : person;
  });
}

export const withTag = (person: DemoPerson, tag: string): DemoPerson => ({
  ...person,
  email: person.email.replace('@', `+${tag}@`),
});

export const withCapitals = (person: DemoPerson): DemoPerson => ({
  ...person,
  email: person.email.replaceAll(/(^|[.@_-])[a-z]/gu, (start) => start.toUpperCase()),
});
