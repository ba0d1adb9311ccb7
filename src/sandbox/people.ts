/**
 * Who the people of an audience are: age, gender, city, country.
 *
 * Does not know how large an audience is (demographics.ts).
 */
import type { Account } from './account.js';
import { places } from './places.js';
import { vary } from './random.js';
import { apportion, type Tally } from './tally.js';

const ages = { '13-17': 2, '18-24': 19, '25-34': 37, '35-44': 23, '45-54': 12, '55-64': 5, '65+': 2 } as const;
const genders = { F: 58, M: 36, U: 6 } as const;

/** Instagram does not know everybody: the rows add up to less than the audience. */
const known = 0.96;

/**
 * One tally for each age, gender and place. Every breakdown is added up from the same people, so that
 * `age,gender` agrees with `age`.
 * @param audience a word for the audience: another one is made up of other people
 */
export function peopleOf({ draw }: Account, audience: string, size: number): Tally[] {
  const groups = Object.entries(ages).flatMap(([age, ageWeight]) =>
    Object.entries(genders).map(([gender, genderWeight]) => ({
      age,
      gender,
      weight: ageWeight * genderWeight * vary(draw(audience, age, gender), 0.25),
    })),
  );
  const cells = places.flatMap(({ country, city, weight }) => {
    const local = weight * vary(draw(audience, country, city ?? ''), 0.3);
    return groups.map(({ age, gender, weight: part }) => ({
      at: { age, gender, country, ...(city !== undefined && { city }) },
      weight: local * part,
    }));
  });
  const counts = apportion(
    Math.floor(size * known),
    cells.map(({ weight }) => weight),
  );
  return cells.map(({ at }, index) => ({ at, value: counts[index] ?? 0 }));
}
